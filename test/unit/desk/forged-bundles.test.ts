import { readFileSync, rmSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

import * as fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';

import { prepareBundle } from '../../../src-main/evidence/bundle/prepare-bundle.ts';
import { manifestSchema } from '../../../src-main/evidence/bundle/manifest.ts';
import { inSentences } from '../../../src-main/desk/desk-page.ts';
import { inspectBundle } from '../../support/samples/arrivals/inspect-bundle.ts';
import { HOSTILE_ZIPS, rawZip } from '../../support/faults/hostile-zips.ts';
import { readZip } from '../../support/faults/marker-search.ts';
import { samplePng } from '../../support/samples/pictures/sample-png.ts';
import { sampleInput } from '../../support/samples/sample-run.ts';

const picture = { bytes: samplePng(300, 200), width: 300, height: 200, caption: 'Where Xray is' };
const { zip } = await prepareBundle(sampleInput({ pictures: [picture] }));
const entries = await readZip(zip);
const folder = mkdtempSync(join(tmpdir(), 'verify-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The sample bundle with some of its files changed, left out or added. */
const changed = (changes: Readonly<Record<string, Buffer | null>>): Buffer => {
  const all = new Map<string, Buffer>([...entries].map(([name, bytes]) => [name, Buffer.from(bytes)]));
  for (const [name, bytes] of Object.entries(changes)) {
    if (bytes === null) all.delete(name);
    else all.set(name, bytes);
  }
  return rawZip([...all].map(([name, data]) => ({ name, data })));
};
const textOf = (name: string): string => Buffer.from(entries.get(name) ?? []).toString();

/** Where the directory begins, as the end record says. */
const directoryAt = Buffer.from(zip).readUInt32LE(zip.length - 6);

/** The sample bundle with bytes put in at `at`, at the beginning or before the directory; whatever follows is found. */
function shifted(extra: Buffer, at: number): Buffer {
  const moved = Buffer.from(zip);
  moved.writeUInt32LE(directoryAt + extra.length, zip.length - 6);
  if (at === 0) {
    for (let header = directoryAt; moved.readUInt32LE(header) === 0x02014b50;) {
      moved.writeUInt32LE(moved.readUInt32LE(header + 42) + extra.length, header + 42);
      header += 46 + moved.readUInt16LE(header + 28);
    }
  }
  return Buffer.concat([moved.subarray(0, at), extra, moved.subarray(at)]);
}

/** The sample bundle whose first entry has an extra field of four bytes, or a comment, in the directory. */
function withDirectoryField(lengthAt: number): Buffer {
  const moved = Buffer.from(zip);
  moved.writeUInt16LE(4, directoryAt + lengthAt);
  moved.writeUInt32LE(moved.readUInt32LE(zip.length - 10) + 4, zip.length - 10);
  const end = directoryAt + 46 + moved.readUInt16LE(directoryAt + 28);
  // An extra field begins with its id and its length.
  return Buffer.concat([moved.subarray(0, end), Buffer.from([0x58, 0x52, 0, 0]), moved.subarray(end)]);
}

/** The sample bundle whose last entry claims a descriptor that is not there, with twelve other bytes that make up for it. */
function withoutDescriptor(instead: 'comment' | 'entry'): Buffer {
  const stored = changed({});
  const end = stored.length - 22;
  let last = stored.readUInt32LE(end + 16);
  const next = (at: number): number => at + 46 + stored.readUInt16LE(at + 28);
  while (next(last) < end) last = next(last);
  stored.writeUInt16LE(0x08, last + 8);
  stored.writeUInt16LE(12, instead === 'comment' ? end + 20 : last + 32);
  if (instead === 'entry') stored.writeUInt32LE(stored.readUInt32LE(end + 12) + 12, end + 12);
  const at = instead === 'comment' ? stored.length : end;
  return Buffer.concat([stored.subarray(0, at), Buffer.from('hidden words'), stored.subarray(at)]);
}

describe('a bundle', () => {
  it('of ours is sound, and everything in it can be read', async () => {
    const verified = await inspectBundle(zip);
    expect(verified).toMatchObject({ state: 'sound', problems: [] });
    expect(verified.document?.verdict.kind).toBe('residency');
    expect(verified.files.map(({ path }) => path)).toEqual([...entries.keys()]);
    expect(await inspectBundle(changed({}))).toMatchObject({ state: 'sound' });
  });

  it.each([
    ['a changed summary', { 'summary.txt': Buffer.from('all is well') }, 'summary.txt was changed'],
    [
      'a file more',
      { 'calls/eu-1-authenticate.txt': Buffer.from('x') },
      "calls/eu-1-authenticate.txt isn't listed",
    ],
    ['a file less', { 'calls/global-2-data-call.txt': null }, 'is listed but missing'],
    ['no manifest', { 'manifest.json': null }, 'manifest.json is missing'],
    ['no diagnosis', { 'diagnosis.json': null }, 'diagnosis.json is missing'],
    ['a manifest that is none', { 'manifest.json': Buffer.from('{') }, "doesn't match its schema"],
    ['another picture', { 'pictures/residency-1.png': Buffer.from(samplePng(300, 201)) }, 'was changed'],
    [
      'something behind a picture',
      { 'pictures/residency-1.png': Buffer.concat([picture.bytes, Buffer.from('x')]) },
      'something follows the image',
    ],
    [
      'a host without an address, which no page could show',
      {
        'diagnosis.json': Buffer.from(
          textOf('diagnosis.json').replaceAll(/"baseUrl": "[^"]*"/gu, '"baseUrl": "nowhere"'),
        ),
      },
      "diagnosis.json doesn't match its schema",
    ],
    [
      'a newer version',
      {
        'diagnosis.json': Buffer.from(
          textOf('diagnosis.json').replace('"schemaVersion": 1', '"schemaVersion": 2'),
        ),
      },
      'newer version',
    ],
  ])('with %s is not', async (_name, changes, problem) => {
    const verified = await inspectBundle(changed(changes));
    expect(['changed', 'incomplete', 'newer']).toContain(verified.state);
    expect(inSentences(verified.problems).join(' ')).toContain(problem);
  });

  it.each([
    [
      'a comment',
      'repacked',
      () => {
        const commented = Buffer.concat([zip, Buffer.from('hidden')]);
        commented.writeUInt16LE(6, zip.length - 2);
        return commented;
      },
    ],
    ['a comment in place of a missing descriptor', 'repacked', () => withoutDescriptor('comment')],
    ['a comment of an entry in place of a missing descriptor', 'repacked', () => withoutDescriptor('entry')],
    ['bytes behind its end', 'damaged', () => Buffer.concat([zip, Buffer.from('hidden')])],
    ['bytes before its beginning', 'no-evidence', () => shifted(Buffer.from('hidden'), 0)],
    ['bytes before its directory', 'repacked', () => shifted(Buffer.from('hidden'), directoryAt)],
    ['a comment of an entry', 'repacked', () => withDirectoryField(32)],
    ['an extra field of an entry', 'repacked', () => withDirectoryField(30)],
    [
      'bytes behind packed data',
      'repacked',
      () =>
        rawZip(
          [...entries].map(([name, data]) => ({
            name,
            data: Buffer.from(data),
            deflate: true,
            behind: name === 'summary.txt' ? Buffer.from('hidden') : Buffer.alloc(0),
          })),
        ),
    ],
  ])('with %s is not as this app packs one', async (_name, state, make) => {
    expect((await inspectBundle(make())).state).toBe(state);
  });

  it('is sound when it was packed anew, or packed harder', async () => {
    const packed = rawZip(
      [...entries].map(([name, data]) => ({ name, data: Buffer.from(data), deflate: true })),
    );
    expect(await inspectBundle(packed)).toMatchObject({ state: 'sound', problems: [] });
  });

  it('is told with some of its problems, however many there are, and no name of theirs is obeyed', async () => {
    const manifest = manifestSchema.parse(JSON.parse(textOf('manifest.json')));
    const [file] = manifest.files;
    const files = Array.from({ length: 1000 }, (_, index) => ({ ...file, path: `\u202e${index}` }));
    const text = JSON.stringify({ ...manifest, files });
    const { problems } = await inspectBundle(changed({ 'manifest.json': Buffer.from(text) }));
    const sentences = inSentences(problems);
    expect(sentences).toHaveLength(51);
    expect(sentences.join(' ')).toContain('\\u202e7 is listed but missing');
    expect(sentences.join(' ')).not.toContain('\u202e');
    expect(sentences.at(-1)).toMatch(/And \d+ more problems/u);
  });

  it('that was cut off anywhere is never sound', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: zip.length - 1 }), async (length) => {
        expect((await inspectBundle(zip.subarray(0, length))).state).not.toBe('sound');
      }),
      { numRuns: 60 },
    );
  });

  it('with one byte of a file changed is never sound', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...entries.keys()), fc.nat(), async (name, at) => {
        const bytes = Buffer.from(entries.get(name) ?? []);
        bytes[at % bytes.length] = (bytes[at % bytes.length] ?? 0) ^ 0x01;
        const { state } = await inspectBundle(changed({ [name]: bytes }));
        // The manifest cannot vouch for its own layout, only for the files.
        if (name !== 'manifest.json') expect(state).toBe('changed');
      }),
      { numRuns: 80 },
    );
  });
});

describe('a file that is no bundle', () => {
  it.each(HOSTILE_ZIPS)('%s', async (_name, make, reason) => {
    const verified = await inspectBundle(make());
    expect(['sound', 'repacked', 'changed', 'incomplete', 'newer']).not.toContain(verified.state);
    expect(inSentences(verified.problems).join(' ')).toMatch(reason);
    expect(verified.files).toEqual([]);
  });

  it('is answered, whatever the bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 600 }), async (bytes) => {
        expect(await inspectBundle(bytes)).toMatchObject({ document: null, files: [] });
      }),
    );
  });
});

describe('in the terminal', () => {
  const CLI = fileURLToPath(new URL('../../../src-main/cli/verify.ts', import.meta.url));
  it('refuses what is hostile within a hundred megabytes', () => {
    const code = `process.on('exit', () => console.error(process.resourceUsage().maxRSS));`;
    const peak = (files: readonly Uint8Array[]): number => {
      const paths = files.map((bytes, index) => {
        const file = join(folder, `hostile-${index}.zip`);
        writeFileSync(file, bytes);
        return file;
      });
      const { stdout, stderr } = spawnSync(
        process.execPath,
        ['--import', `data:text/javascript,${encodeURIComponent(code)}`, CLI, ...paths],
        { encoding: 'utf8' },
      );
      expect(stdout, stderr).not.toBe('');
      return Number(stderr.trim().split('\n').at(-1)) / 1024;
    };
    const least = peak([Buffer.from('no')]);
    expect(least).toBeGreaterThan(20);
    // All of them one after another, so that what one leaves behind counts for the next.
    expect(peak(HOSTILE_ZIPS.map(([, make]) => make())) - least).toBeLessThan(100);
  }, 120_000);
});

it('the golden bundle of version 1 stays readable', async () => {
  const golden = readFileSync(new URL('../../golden/xray-evidence-v1.zip', import.meta.url));
  expect(await inspectBundle(golden)).toMatchObject({ state: 'sound', document: { schemaVersion: 1 } });
});
