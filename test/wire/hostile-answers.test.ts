import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { XRAY_HOSTS } from '../../src-main/xray/hosts.ts';
import { HOSTILE_ROWS } from '../support/hostile/answers.ts';
import { HARMLESS_BODY } from '../support/hostile/bodies.ts';
import { diagnoseHostile, packHostile } from '../support/hostile/play.ts';
import type { HostileEvidence, HostileRun } from '../support/hostile/play.ts';
import type { HostileRow } from '../support/hostile/reply.ts';
import { startHostileServer } from '../support/hostile/server.ts';
import type { HostileServer } from '../support/hostile/server.ts';
import { watched } from '../support/hostile/watch.ts';
import { findInBytes } from '../support/faults/marker-search.ts';
import { SAMPLE_SECRET } from '../support/samples/sample-run.ts';

/** How long the window may not answer. */
const MAX_BLOCK_MS = 50;
/** A machine that others use makes a row slow now and then; a row that is slow by itself is slow each time. */
const ATTEMPTS = 3;
/** The host that decides, and one that explains; all of them are played by `npm run bench -- hostile`. */
const HOSTS = XRAY_HOSTS.slice(0, 2);
/** Longer tokens are removed as a whole, and so are looked for by their beginning. */
const MAX_SOUGHT = 8000;

interface Played {
  readonly run: HostileRun;
  readonly evidence: HostileEvidence;
  readonly blockMs: number;
}

describe('a hostile answer', () => {
  let server: HostileServer;
  beforeAll(async () => {
    server = await startHostileServer();
    // What is made once in a process is made here.
    await play(HARMLESS_BODY);
  });
  afterAll(() => server.close());

  /** At the data call of the first host at its limit, at the sign-in of the other ten times as large, and at the sites. */
  const play = async (row: HostileRow): Promise<Played> => {
    await server.take({
      kind: row.kind,
      name: row.name,
      size: row.limit,
      beyond: row.limit * 10,
      place: row.place ?? 'data-call',
      status: 401,
      isEverywhere: true,
    });
    const limits = row.isEndless === true ? { answerMs: 150 } : {};
    const run = await watched(() => diagnoseHostile(server, { hosts: HOSTS, limits }));
    const evidence = await watched(() => packHostile(run.value));
    return {
      run: run.value,
      evidence: evidence.value,
      blockMs: Math.max(run.blockMs, evidence.blockMs),
    };
  };

  it.each(HOSTILE_ROWS.map((row) => [`${row.kind}: ${row.name}`, row] as const))(
    '%s',
    async (_, row) => {
      const blocks: number[] = [];
      for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
        const { run, evidence, blockMs } = await play(row);
        expect(run.diagnosis.verdict.kind).not.toBe('healthy');
        expect(run.diagnosis.verdict.sentence).not.toBe('');
        if (row.kind === 'HTTP/2')
          expect(JSON.stringify(run.diagnosis.exchanges)).toContain('"httpVersion":"HTTP/2"');
        expect(evidence).toMatchObject({ isClean: true, isSound: true });
        const known = [SAMPLE_SECRET, ...run.secrets.tokens.map((token) => token.slice(0, MAX_SOUGHT))];
        const { bundle } = evidence;
        const outputs = [
          ...bundle.entries.map(({ path, bytes }) => [path, bytes] as const),
          ['mail', Buffer.from(bundle.mail.body)] as const,
        ];
        expect(outputs.flatMap(([where, bytes]) => findInBytes(where, bytes, known))).toEqual([]);
        // Something of what came from outside is always there.
        expect(bundle.entries.some(({ path }) => path.startsWith('calls/'))).toBe(true);
        blocks.push(blockMs);
        if (blockMs <= MAX_BLOCK_MS) break;
      }
      expect(Math.min(...blocks), `blocked for ${blocks.map(Math.round).join(', ')} ms`).toBeLessThanOrEqual(
        MAX_BLOCK_MS,
      );
    },
    60_000,
  );
});

describe('the watch of blocks', () => {
  it('sees what a thread computes, and nothing while it waits', async () => {
    const busy = await watched(async () => {
      const end = performance.now() + 120;
      while (performance.now() < end);
    });
    expect(busy.blockMs).toBeGreaterThan(20);
    const idle = await watched(() => new Promise((resolve) => setTimeout(resolve, 60)));
    expect(idle.blockMs).toBeLessThan(20);
  });
});
