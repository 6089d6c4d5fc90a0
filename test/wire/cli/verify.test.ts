import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { verify as runVerify } from '../../../src-main/cli/verify.ts';
import { prepareBundle } from '../../../src-main/evidence/bundle/prepare-bundle.ts';
import { IS_POSIX } from '../../support/process/posix.ts';
import { rawZip } from '../../support/faults/hostile-zips.ts';
import { readZip } from '../../support/faults/marker-search.ts';
import { MAILED_NAME, thunderbirdMail } from '../../support/samples/arrivals/arrivals.ts';
import { isInstalled, repack, REPACKED_ZIPS } from '../../support/samples/arrivals/repacked-zips.ts';
import { samplePng } from '../../support/samples/pictures/sample-png.ts';
import { sampleDiagnosis, sampleInput } from '../../support/samples/sample-run.ts';

const CLI = fileURLToPath(new URL('../../../src-main/cli/verify.ts', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'desk-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Verified {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** As its own process, as `npm run verify` starts it. */
const startVerify = (args: readonly string[], input?: Buffer): Verified =>
  spawnSync(process.execPath, [CLI, ...args], {
    encoding: 'utf8',
    ...(input && { input }),
  });

/** By the function that the process runs, since nearly all of its time is the start. */
async function verify(args: readonly string[]): Promise<Verified> {
  const written = { stdout: '', stderr: '' };
  const status = await runVerify(args, {
    stdin: Readable.from([]),
    answer: (text) => void (written.stdout += text),
    tell: (text) => void (written.stderr += text),
  });
  return { status, ...written };
}

const written = (name: string, bytes: Uint8Array): string => {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
};

let zip: Buffer;
let draft: Buffer;
let healthy: Buffer;

beforeAll(async () => {
  const bundle = await prepareBundle(
    sampleInput({
      diagnosis: sampleDiagnosis({ checks: [] }),
      pictures: [{ bytes: samplePng(200, 100), width: 200, height: 100 }],
    }),
  );
  zip = Buffer.from(bundle.zip);
  draft = Buffer.from(await bundle.draft());
  const { verdict, hosts, ...others } = sampleDiagnosis({ checks: [] });
  const solved = await prepareBundle(
    sampleInput({
      diagnosis: {
        ...others,
        startedAt: '2026-03-08T09:30:00.000Z',
        verdict: { ...verdict, kind: 'healthy', rule: 'healthy.both', owner: 'nobody' },
        hosts: hosts.map((host) => ({ ...host, behaviour: 'works' as const })),
      },
    }),
  );
  healthy = Buffer.from(solved.zip);
});

/** A mail by Python's own hand. */
const BY_PYTHON = `
import sys
from email.message import EmailMessage
m = EmailMessage(); m['To'] = 'support@radbee.com'; m['Subject'] = 'Xray'
m.set_content('Hello'); m.add_attachment(sys.stdin.buffer.read(), maintype='application', subtype='zip', filename='evidence.zip')
sys.stdout.buffer.write(bytes(m))
`;

describe('npm run verify', () => {
  it('opens a mail, our own draft and standard input', async () => {
    const mail = spawnSync('python3', ['-c', BY_PYTHON], { input: zip }).stdout;
    const one = startVerify([written('python.eml', mail), '--jsonl']);
    expect(one.status, one.stderr).toBe(0);
    expect(JSON.parse(one.stdout)).toMatchObject({ state: 'sound', jiraSite: 'acme.atlassian.net' });
    const saved = await verify([written('renamed.txt', thunderbirdMail('saved', zip)), '--csv']);
    expect(saved.status, saved.stderr).toBe(0);
    expect(saved.stdout).toContain(`renamed.txt > ${MAILED_NAME},sound,XRD-`);
    expect((await verify([written('draft.eml', draft)])).status).toBe(0);
    const piped = startVerify(['-'], zip);
    expect(piped.status, piped.stderr).toBe(0);
    expect(piped.stdout).toContain('Sound: consistent with its own list');
    expect(piped.stdout).toContain('TICKET FOR XRAY');
  });

  it.each(REPACKED_ZIPS)('calls $name sound but packed again', async (way) => {
    if (!isInstalled(way.program)) return;
    const again = repack(await readZip(zip), way);
    const { status, stdout } = await verify([written('again.zip', again)]);
    expect(status, stdout).toBe(3);
  });

  it('gives each state its exit code, and several the worst', async () => {
    const flipped = Buffer.from(zip);
    const at = flipped.indexOf('calls/global-1-authenticate.txt') + 200;
    flipped.writeUInt8((flipped[at] ?? 0) ^ 0xff, at);
    const damaged = written('damaged.zip', flipped);
    const cut = written('cut.zip', zip.subarray(0, 900));
    const page = written('page.zip', Buffer.from('<!doctype html><title>Sign in</title>'));
    const sound = written('sound.zip', zip);
    expect((await verify([damaged])).status).toBe(6);
    expect((await verify([cut])).status).toBe(7);
    expect((await verify([page])).status).toBe(8);
    const all = startVerify([sound, damaged, cut, page]);
    expect(all.status).toBe(8);
    expect(all.stdout.trimEnd().split('\n')).toHaveLength(5);
    expect((await verify([sound, join(folder, 'not-there.zip')])).status).toBe(2);
  });

  it.each([
    [[]],
    [['--nonsense', 'x']],
    [['x', '--csv', '--json']],
    [['x', '--html', 'x.zip']],
    [['x', '--diff']],
  ])('explains itself for %j', async (args) => {
    const { status, stderr } = await verify(args);
    expect(status).toBe(2);
    expect(stderr).toContain('Exit codes');
  });

  it('lists a folder of twenty bundles, one line each', async () => {
    const many = join(folder, 'many');
    mkdirSync(many);
    for (let index = 0; index < 20; index += 1) writeFileSync(join(many, `bundle-${index}.zip`), zip);
    writeFileSync(join(many, '.DS_Store'), 'x');
    const { status, stdout, stderr } = await verify([many]);
    expect(status, stderr).toBe(0);
    const [head = '', ...lines] = stdout.trimEnd().split('\n');
    expect(lines).toHaveLength(20);
    expect(lines.every((line) => line.startsWith('sound'))).toBe(true);
    const column = head.indexOf('Site');
    expect(new Set(lines.map((line) => line.slice(column, column + 18)))).toEqual(
      new Set(['acme.atlassian.net']),
    );
  });

  it('prints ticket, reply and questions', async () => {
    const file = written('sound.zip', zip);
    expect((await verify([file, '--ticket'])).stdout).toContain('Hello Xray team');
    expect((await verify([file, '--reply'])).stdout).toBe('');
    expect((await verify([written('healthy.zip', healthy), '--reply'])).stdout).toContain(
      'Thank you for your report',
    );
    expect((await verify([file, '--missing'])).stdout).toMatch(/^1\. /u);
  });

  it('compares before and after, host by host', async () => {
    const { status, stdout, stderr } = await verify([
      written('a.zip', zip),
      written('b.zip', healthy),
      '--diff',
    ]);
    expect(status, stderr).toBe(0);
    expect(stdout).toContain('Verdict: better');
    expect(stdout).toMatch(/global +keys accepted, REGION +keys accepted, ok +better/u);
  });

  it('shows and never obeys what is in a bundle: terminal, CSV and page', async () => {
    const evil = `<script>alert(1)</script>"'\u202e\u001b[2J=cmd`;
    const all = new Map([...(await readZip(zip))].map(([name, bytes]) => [name, Buffer.from(bytes)]));
    const document: Record<string, unknown> = JSON.parse(all.get('diagnosis.json')?.toString() ?? '');
    const said = { ...document, clientId: evil, appVersion: `=cmd|'/C calc'!A0`, rulesVersion: evil };
    const text = JSON.stringify(said)
      .replaceAll('com.xpandit.plugins.xray', JSON.stringify(evil).slice(1, -1))
      .replaceAll('residency.region-text', JSON.stringify(`=cmd${evil}`).slice(1, -1));
    all.set('diagnosis.json', Buffer.from(text));
    all.set('summary.txt', Buffer.from(evil));
    all.set('calls/global-1-authenticate.txt', Buffer.from(`</pre></details>${evil}`));
    const file = written('evil.zip', rawZip([...all].map(([name, data]) => ({ name, data }))));
    const page = join(folder, 'page.html');
    writeFileSync(page, 'of before', { mode: 0o644 });
    for (const args of [[], ['--csv'], ['--jsonl'], ['--json'], ['--ticket'], ['--html', page]]) {
      const { status, stdout, stderr } = await verify([file, ...args]);
      expect(status, stderr).toBe(4);
      expect(/[\u202e\u001b]/u.test(stdout), args.join(' ')).toBe(false);
      if (args[0] === '--json') expect(JSON.parse(stdout)).toMatchObject({ state: 'changed' });
    }
    const { stdout: csv } = await verify([file, '--csv']);
    expect(csv).toContain(`'=cmd`);
    expect(/(?:^|,|\n)"?=cmd/u.test(csv)).toBe(false);
    if (IS_POSIX) expect(statSync(page).mode & 0o777).toBe(0o600);
    const html = readFileSync(page, 'utf8');
    const tags = new Set([...html.matchAll(/<\/?([a-z0-9!]+)/giu)].map(([, tag]) => tag?.toLowerCase()));
    const ours =
      '!doctype details div figcaption figure h1 html img meta pre section style summary title'.split(' ');
    expect([...tags].filter((tag) => !ours.includes(tag ?? ''))).toEqual([]);
    expect(html).toContain('&lt;script&gt;');
    expect(/[\u202e\u001b]/u.test(html)).toBe(false);
    expect([...html.matchAll(/\s(?:src|href)="([^"]{5})/gu)].every(([, start]) => start === 'data:')).toBe(
      true,
    );
  });
});
