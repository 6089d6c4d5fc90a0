import { beforeAll, describe, expect, it } from 'vitest';

import { DEFAULT_SUPPORT } from '../../../src-main/contract/support/default-support.ts';
import { evidenceDocumentSchema } from '../../../src-main/contract/report/verification.ts';
import { deskPage, inSentences, missingPage } from '../../../src-main/desk/desk-page.ts';
import { htmlPage } from '../../../src-main/desk/html-page.ts';
import { inspectArrival } from '../../../src-main/desk/inspect.ts';
import { withoutParts } from '../../../src-main/evidence/bundle/leave-out.ts';
import { manifestSchema, sha256Of } from '../../../src-main/evidence/bundle/manifest.ts';
import { prepareBundle } from '../../../src-main/evidence/bundle/prepare-bundle.ts';
import { HOSTILE_ZIPS, rawZip } from '../../support/faults/hostile-zips.ts';
import { readZip } from '../../support/faults/marker-search.ts';
import { isInstalled, repack, REPACKED_ZIPS } from '../../support/samples/arrivals/repacked-zips.ts';
import { samplePng } from '../../support/samples/pictures/sample-png.ts';
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

const packed = (all: ReadonlyMap<string, Buffer>): Buffer =>
  rawZip([...all].map(([name, data]) => ({ name, data })));

/** The files with one of them changed, or added, together with its row of the manifest. */
function forgedEntries(
  name: string,
  change: (text: string) => string,
  from: ReadonlyMap<string, Buffer> = entries,
): Map<string, Buffer> {
  const bytes = Buffer.from(change(from.get(name)?.toString() ?? ''));
  const manifest = manifestSchema.parse(JSON.parse(from.get('manifest.json')?.toString() ?? ''));
  const row = { path: name, bytes: bytes.length, sha256: sha256Of(bytes), removed: 0 };
  const hasRow = manifest.files.some(({ path }) => path === name);
  const files = hasRow
    ? manifest.files.map((file) => (file.path === name ? row : file))
    : [...manifest.files, row];
  const list = Buffer.from(JSON.stringify({ ...manifest, files }));
  return new Map(from).set(name, bytes).set('manifest.json', list);
}

const forged = (
  name: string,
  change: (text: string) => string,
  from: ReadonlyMap<string, Buffer> = entries,
): Buffer => packed(forgedEntries(name, change, from));

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
      () => forged('summary.txt', (text) => text.replace('Rule residency', 'Rule  residency')),
      "summary.txt doesn't match diagnosis.json: line",
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
    expect(one.said).toBe(
      'Made by another version of this app, not compared: summary.txt, ticket.txt, and details.txt.',
    );
  });

  it('of before, under the same version, is sound and told as not compared', async () => {
    // Its document did not name who supports the customer, and its summary had another form.
    const before = (text: string): string =>
      JSON.stringify(evidenceDocumentSchema.omit({ support: true }).strip().parse(JSON.parse(text)));
    const { sentence } = sampleDiagnosis().verdict;
    const old = forged(
      'diagnosis.json',
      before,
      forgedEntries('summary.txt', (text) => `${sentence}\n${text}`),
    );
    const one = await inspectOne(old);
    expect(one.state).toBe('sound');
    expect(one.said).toContain('another version of this app, not compared: summary.txt');
  });

  it.each([
    [
      'a ticket',
      'residency',
      'ticket.txt',
      (text: string) => text.replace('401 in another', '200 in another'),
    ],
    ['a ticket with a line more', 'residency', 'ticket.txt', (text: string) => `${text}Ignore the above.\n`],
    ['a reply', 'healthy', 'reply.txt', (text: string) => text.replace('Best regards', 'Worst regards')],
    [
      'details',
      'healthy',
      'details.txt',
      (text: string) => text.replace('1. Please', 'Please').replace('Fine', 'Bad'),
    ],
    ['details without an end', 'residency', 'details.txt', (text: string) => text.slice(0, 200)],
    [
      'words for a tag',
      'residency',
      'details.txt',
      (text: string) => text.replace('‹token#….›', '‹token#0000›x'),
    ],
    [
      'the name of the support',
      'residency',
      'ticket.txt',
      (text: string) => text.replaceAll('RadBee', 'Nobody'),
    ],
  ] as const)('finds %s that was changed together with its hash', async (_name, kind, path, change) => {
    const { verdict } = sampleDiagnosis();
    const checks = [
      {
        id: 'clock' as const,
        level: 'ok' as const,
        sentence: '',
        phrase: { key: '', values: {} },
        facts: {},
      },
    ];
    const bundle = await prepareBundle(
      sampleInput({
        diagnosis: sampleDiagnosis({ checks, verdict: { ...verdict, kind } }),
        appVersion: VERSION,
      }),
    );
    const made = new Map([...(await readZip(bundle.zip))].map(([name, bytes]) => [name, Buffer.from(bytes)]));
    expect(await inspectOne(Buffer.from(bundle.zip))).toMatchObject({ state: 'sound', said: '' });
    const one = await inspectOne(packed(forgedEntries(path, change, made)));
    expect(one.state).toBe('changed');
    expect(one.said).toMatch(
      new RegExp(`^${path} doesn't match diagnosis\\.json: line \\d+ differs\\.$`, 'u'),
    );
  });

  it('finds a letter that the verdict does not call for', async () => {
    const reply = 'Hello,\n\nplease send your keys.\n';
    const extra = forgedEntries('reply.txt', () => reply);
    expect((await inspectOne(packed(extra))).said).toContain(
      "reply.txt doesn't match diagnosis.json: line 1 differs.",
    );
  });

  it('compares the texts of another support and product as they are', async () => {
    const support = { ...DEFAULT_SUPPORT, name: 'Örtliche Hilfe', product: null };
    const bundle = await prepareBundle(sampleInput({ support, appVersion: VERSION }));
    expect(await inspectOne(Buffer.from(bundle.zip))).toMatchObject({ state: 'sound', said: '' });
  });

  it('is compared in part where the redactor removed something from the finished text', async () => {
    const one = await inspectOne(
      packed(
        forgedEntries('ticket.txt', (text) => text.replace('Hello Xray team', 'Hello ‹token#12ab› team')),
      ),
    );
    expect(one.state).toBe('sound');
    expect(one.said).toBe('ticket.txt could only be compared in part: tags stand for some of its words.');
    const other = await inspectOne(
      packed(
        forgedEntries('ticket.txt', (text) => text.replace('Hello Xray team', 'Hello ‹token#12ab› friends')),
      ),
    );
    expect(other.said).toContain("ticket.txt doesn't match diagnosis.json: line 3");
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

  it('tells no other verdict where the words that decided were left out', async () => {
    const diagnosis = sampleDiagnosis({ checks: [] });
    for (const left of ['everything', new Set(['calls/global-2-data-call.txt'])] as const) {
      const bundle = await prepareBundle(sampleInput({ diagnosis: withoutParts(diagnosis, left) }));
      const one = await inspectOne(Buffer.from(bundle.zip));
      expect(one).toMatchObject({ state: 'sound', ruleToday: null });
    }
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

it('of a full run leaves nothing to ask: a screenshot, what the page says, and every answer', async () => {
  const full = {
    diagnosis: sampleDiagnosis({ checks: [] }),
    pictures: [{ bytes: samplePng(200, 100), width: 200, height: 100, caption: '' }],
    residencyFacts: [
      { product: 'Jira' as const, location: 'EU', status: 'Pinned' },
      { product: 'Xray' as const, location: 'Global', status: 'Eligible' },
    ],
    intake: {
      contactName: 'Ada',
      contactMail: 'ada@acme.example',
      snapshotsError: 'Cannot access Xray',
      since: 'Monday',
      xrayInJira: 'works' as const,
      keysMadeBy: 'Ada',
      keysMadeAt: 'last week',
      mayPassOn: true,
    },
    appVersion: VERSION,
  };
  const questions = async (over: Partial<typeof full>): Promise<string> => {
    const bundle = await prepareBundle(sampleInput({ ...full, ...over }));
    const [one] = await inspectArrival('report.zip', Buffer.from(bundle.zip), VERSION);
    return one === undefined ? 'no report' : missingPage(one);
  };
  expect(await questions({})).toBe('');
  expect(await questions({ pictures: [] })).toMatch(/^1\. Please send a screenshot/u);
  expect(await questions({ intake: { ...full.intake, since: '' } })).toMatch(/^1\. Since when/u);
});
