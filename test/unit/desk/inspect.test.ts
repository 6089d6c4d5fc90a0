import { beforeAll, describe, expect, it } from 'vitest';

import { deskPage, inSentences } from '../../../src-main/desk/desk-page.ts';
import { htmlPage } from '../../../src-main/desk/html-page.ts';
import { inspectArrival } from '../../../src-main/desk/inspect.ts';
import { manifestSchema, sha256Of } from '../../../src-main/evidence/bundle/manifest.ts';
import { prepareBundle } from '../../../src-main/evidence/bundle/prepare-bundle.ts';
import { HOSTILE_ZIPS, rawZip } from '../../support/faults/hostile-zips.ts';
import { readZip } from '../../support/faults/marker-search.ts';
import { isInstalled, repack, REPACKED_ZIPS } from '../../support/samples/repacked-zips.ts';
import { samplePng } from '../../support/samples/sample-png.ts';
import { sampleDiagnosis, sampleInput } from '../../support/samples/sample-run.ts';

const VERSION = '0.1.0';
let zip: Buffer;
let entries: Map<string, Buffer>;

beforeAll(async () => {
  const bundle = await prepareBundle(
    sampleInput({
      diagnosis: sampleDiagnosis({ checks: [] }),
      pictures: [{ bytes: samplePng(200, 100), width: 200, height: 100, caption: 'Where Xray is' }],
      note: 'Please help',
      appVersion: VERSION,
    }),
  );
  zip = Buffer.from(bundle.zip);
  entries = new Map([...(await readZip(zip))].map(([name, bytes]) => [name, Buffer.from(bytes)]));
});

/** The bundle with some files changed, added or left out, by the app's own means of packing. */
const changed = (changes: Readonly<Record<string, string | null>>): Buffer => {
  const all = new Map(entries);
  for (const [name, text] of Object.entries(changes)) {
    if (text === null) all.delete(name);
    else all.set(name, Buffer.from(text));
  }
  return rawZip([...all].map(([name, data]) => ({ name, data })));
};
const textOf = (name: string): string => entries.get(name)?.toString() ?? '';

/** A file changed together with its row of the manifest. */
const forged = (name: string, change: (text: string) => string): Buffer => {
  const text = change(textOf(name));
  const manifest = manifestSchema.parse(JSON.parse(textOf('manifest.json')));
  const files = manifest.files.map((file) =>
    file.path === name
      ? { ...file, bytes: Buffer.byteLength(text), sha256: sha256Of(Buffer.from(text)) }
      : file,
  );
  return changed({ [name]: text, 'manifest.json': JSON.stringify({ ...manifest, files }) });
};

const inspectOne = async (bytes: Buffer, version = VERSION) => {
  const [one, ...others] = await inspectArrival('FILE.zip', bytes, version);
  expect(others).toEqual([]);
  if (one === undefined) throw new Error('Nothing was found.');
  return { ...one, said: inSentences([...one.problems, ...one.notes]).join('\n') };
};

describe('what arrives', () => {
  it('is sound as it was written', async () => {
    expect(await inspectOne(zip)).toMatchObject({ state: 'sound', said: '', ruleToday: null });
  });

  it.each(REPACKED_ZIPS)('is sound but packed again: $name', async (way) => {
    if (!isInstalled(way.program)) return;
    expect(await inspectOne(repack(entries, way))).toMatchObject({ state: 'repacked', said: '' });
  });

  it('is damaged where one byte flipped, and the other files are shown', async () => {
    const damaged = Buffer.from(zip);
    const at = damaged.indexOf('calls/global-1-authenticate.txt') + 200;
    damaged.writeUInt8((damaged[at] ?? 0) ^ 0xff, at);
    const one = await inspectOne(damaged);
    expect(one.state).toBe('damaged');
    expect(one.said).toBe("calls/global-1-authenticate.txt is damaged and can't be read.");
    expect(one.files).toHaveLength(entries.size - 1);
    expect(one.document).not.toBeNull();
  });

  it.each([
    ['incomplete', () => changed({ 'calls/global-2-data-call.txt': null }), 'is listed but missing'],
    ['incomplete', () => changed({ 'manifest.json': null }), 'manifest.json is missing'],
    ['changed', () => changed({ 'note.txt': 'other words\n' }), 'note.txt was changed after'],
    ['changed', () => changed({ 'calls/eu-1-authenticate.txt': 'x' }), "isn't listed"],
    [
      'changed',
      () => changed({ 'summary.txt': textOf('summary.txt').replaceAll('\n', '\r\n') }),
      'Only the line endings of summary.txt were changed',
    ],
    [
      'changed',
      () => forged('summary.txt', (text) => text.replace('Data residency: ', 'Data residency:  ')),
      'line',
    ],
    ['changed', () => forged('summary.txt', () => 'All is well.\n'), 'a different result'],
    [
      'changed',
      () => forged('summary.txt', (text) => text.replace('residency.region-text', 'healthy')),
      'a different result',
    ],
    [
      'newer',
      () => forged('diagnosis.json', (text) => text.replace('"schemaVersion": 1', '"schemaVersion": 2')),
      'newer version',
    ],
    ['cut-off', () => zip.subarray(0, 1000), 'ends after 1,000 bytes'],
    ['damaged', () => Buffer.concat([zip, Buffer.from('more')]), 'damaged'],
    ['encrypted', () => rawZip([{ name: 'summary.txt', flags: 1 }]), 'encrypted'],
    ['web-page', () => Buffer.from('<!doctype html><title>Sign in</title>'), ''],
    ['empty', () => Buffer.alloc(0), ''],
    ['outlook-message', () => Buffer.from('d0cf11e0a1b11ae10000', 'hex'), ''],
    ['mail-without-file', () => Buffer.from('Subject: x\r\nTo: y@z.example\r\n\r\nhello\r\n'), ''],
    ['no-evidence', () => Buffer.from('hello'), "isn't a zip file"],
    ['no-evidence', () => rawZip([{ name: 'summary.txt' }]), 'neither a list'],
  ] as const)('is %s', async (state, make, words) => {
    const one = await inspectOne(make());
    expect(one.state, one.said).toBe(state);
    expect(one.said).toContain(words);
  });

  it('of another version is sound, and what was not compared is told', async () => {
    const one = await inspectOne(zip, '9.9.9');
    expect(one.state).toBe('sound');
    expect(one.said).toContain("couldn't be compared line by line");
  });

  it('tells another verdict of today’s rules', async () => {
    const rule = 'residency.of-before';
    const diagnosis = sampleDiagnosis({ checks: [] });
    const bundle = await prepareBundle(
      sampleInput({ diagnosis: { ...diagnosis, verdict: { ...diagnosis.verdict, rule } } }),
    );
    const one = await inspectOne(Buffer.from(bundle.zip));
    expect(one).toMatchObject({ state: 'sound', ruleToday: 'residency.region-text' });
  });

  it('is shown whatever times it states', async () => {
    const timeless = (text: string): string =>
      text.replaceAll(/"(startedAt|finishedAt|createdAt|issuedAt|expiresAt)": "[^"]*"/gu, '"$1": "never"');
    const files = { 'diagnosis.json': timeless(textOf('diagnosis.json')) };
    const manifest = timeless(textOf('manifest.json'));
    const one = await inspectOne(changed({ ...files, 'manifest.json': manifest }));
    expect(one.said).toContain('diagnosis.json was changed');
    expect(one.document).not.toBeNull();
    expect(deskPage(one)).toContain('never');
    expect(htmlPage([one])).toContain('never');
  });

  it.each(HOSTILE_ZIPS)('is never shown when it is hostile: %s', async (_name, make) => {
    const [one, ...others] = await inspectArrival('FILE.zip', make(), VERSION);
    expect(others).toEqual([]);
    expect(['sound', 'repacked', 'changed', 'incomplete']).not.toContain(one?.state);
  });
});
