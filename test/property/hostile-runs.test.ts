import { createServer } from 'node:tls';
import type { Server, TLSSocket } from 'node:tls';

import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { HttpClient } from '../../src-main/network/client/http-client.ts';
import { XRAY_HOSTS } from '../../src-main/xray/hosts.ts';
import { makeAuthority } from '../support/servers/certificates.ts';
import { diagnoseHostile } from '../support/hostile/play.ts';
import type { PlayOptions } from '../support/hostile/play.ts';
import { headOf } from '../support/hostile/reply.ts';
import { portOf } from '../support/servers/port-of.ts';

const LIMITS = { proxySettingsMs: 200, connectMs: 200, answerMs: 120, bodyBytes: 4096 };
const DEADLINE_MS = 500;
/** What the end of a run may take beyond its deadline, on a machine that others use. */
const SPARE_MS = 1500;
const MAX_STOP_MS = 500;

interface Reply {
  readonly head: 'none' | 'whole' | 'chunked' | 'codings';
  readonly status: number;
  readonly codings: readonly string[];
  readonly pieces: readonly Uint8Array[];
  readonly pauseMs: number;
  readonly end: 'stays' | 'closes' | 'resets';
}

const reply: fc.Arbitrary<Reply> = fc.record({
  head: fc.constantFrom('none', 'whole', 'chunked', 'codings'),
  status: fc.constantFrom(200, 204, 302, 401, 407, 429, 503),
  codings: fc.array(fc.constantFrom('gzip', 'br', 'deflate', 'zstd', 'identity', 'odd'), { maxLength: 4 }),
  pieces: fc.array(fc.uint8Array({ maxLength: 60 }), { maxLength: 6 }),
  pauseMs: fc.constantFrom(0, 0, 1, 30),
  end: fc.constantFrom('stays', 'closes', 'resets'),
});

async function answer(
  socket: TLSSocket,
  { head, status, codings, pieces, pauseMs, end }: Reply,
): Promise<void> {
  const size = pieces.reduce((sum, { length }) => sum + length, 0);
  const write = (bytes: Uint8Array): unknown => !socket.destroyed && socket.write(bytes);
  if (head === 'whole') write(headOf(status, [['content-length', String(size)]]));
  if (head === 'chunked') write(headOf(status, [['transfer-encoding', 'chunked']]));
  if (head === 'codings') write(headOf(status, [['content-encoding', codings.join(', ')]]));
  for (const piece of pieces) {
    if (pauseMs > 0) await new Promise((resolve) => setTimeout(resolve, pauseMs));
    write(piece);
  }
  if (end === 'closes') socket.end();
  if (end === 'resets') socket.destroy();
}

describe('whatever the servers send', () => {
  let server: Server;
  let certPem = '';
  let replies: readonly Reply[] = [];
  let asked = 0;

  beforeAll(async () => {
    const authority = await makeAuthority('Hostile Xray');
    certPem = authority.certPem;
    const hosts = [...XRAY_HOSTS.map(({ baseUrl }) => new URL(baseUrl).hostname), '*.atlassian.net'];
    const { chainPem, keyPem } = await authority.issue({ hosts });
    server = createServer({ cert: chainPem, key: keyPem }, (socket) => {
      socket.on('error', () => undefined);
      socket.on('data', () => {
        const next = replies[(asked += 1) % replies.length];
        if (next !== undefined) void answer(socket, next);
      });
    });
    server.on('tlsClientError', () => undefined);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterAll(() => {
    server.close();
  });

  const run = (signal = new AbortController().signal, more: Pick<PlayOptions, 'through'> = {}) =>
    diagnoseHostile(
      { port: portOf(server), certPem },
      { limits: LIMITS, deadlineMs: DEADLINE_MS, signal, hosts: XRAY_HOSTS.slice(0, 3), ...more },
    );

  it('the run ends in time with a verdict', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(reply, { minLength: 1, maxLength: 5 }), async (given) => {
        replies = given;
        const started = performance.now();
        const { diagnosis } = await run();
        expect(performance.now() - started).toBeLessThan(DEADLINE_MS + SPARE_MS);
        expect(diagnosis.verdict.sentence).not.toBe('');
        expect(diagnosis.verdict.kind).not.toBe('healthy');
      }),
      { numRuns: 30, seed: 20_261_128, endOnFailure: true },
    );
  }, 90_000);

  it('Stop ends it within half a second, and what was found stays', async () => {
    let stopped = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(reply, { minLength: 1, maxLength: 5 }),
        fc.integer({ min: 0, max: 60 }),
        async (given, afterMs) => {
          // One that never ends keeps the run going until it is stopped.
          replies = [
            ...given,
            { head: 'none', status: 200, codings: [], pieces: [], pauseMs: 0, end: 'stays' },
          ];
          const stop = new AbortController();
          let stoppedAt = 0;
          const timer = setTimeout(() => {
            stoppedAt = performance.now();
            stop.abort();
          }, afterMs);
          const { diagnosis } = await run(stop.signal);
          clearTimeout(timer);
          if (stoppedAt === 0) return;
          stopped += 1;
          expect(performance.now() - stoppedAt).toBeLessThan(MAX_STOP_MS);
          expect(diagnosis.verdict.sentence).not.toBe('');
        },
      ),
      { numRuns: 25, seed: 7, endOnFailure: true },
    );
    expect(stopped).toBeGreaterThan(10);
  }, 60_000);

  it('a call that never ends and hears nothing holds up neither the run nor Stop', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.boolean(), { minLength: 1, maxLength: 5 }),
        fc.option(fc.integer({ min: 0, max: 60 })),
        async (deaf, stopAfterMs) => {
          replies = [{ head: 'whole', status: 401, codings: [], pieces: [], pauseMs: 0, end: 'stays' }];
          let calls = 0;
          const through = (client: HttpClient): HttpClient => ({
            ...client,
            send: (...given) =>
              deaf[(calls += 1) % deaf.length] === false
                ? client.send(...given)
                : new Promise(() => undefined),
          });
          const stop = new AbortController();
          const timer =
            stopAfterMs === null ? undefined : setTimeout(() => stop.abort(), Math.max(1, stopAfterMs));
          const started = performance.now();
          const { diagnosis } = await run(stop.signal, { through });
          clearTimeout(timer);
          const most = stopAfterMs === null ? DEADLINE_MS + SPARE_MS : stopAfterMs + MAX_STOP_MS;
          expect(performance.now() - started).toBeLessThan(most);
          expect(diagnosis.verdict.sentence).not.toBe('');
        },
      ),
      { numRuns: 12, seed: 11, endOnFailure: true },
    );
  }, 60_000);
});
