import { randomBytes } from 'node:crypto';
import { link, mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { createPictureWork } from '../../../src-main/capture/picture-work.ts';
import { pictureFile, runFile } from '../../../src-main/cases/case-folder.ts';
import { openCaseStore } from '../../../src-main/cases/case-store.ts';
import { readBundle } from '../../../src-main/evidence/bundle/read-bundle.ts';
import { inspectBundle } from '../samples/arrivals/inspect-bundle.ts';
import { isProxyException } from '../../../src-main/network/proxy/no-proxy.ts';
import { parsePacAnswer } from '../../../src-main/network/proxy/proxy-route.ts';
import { readProfile } from '../../../src-main/profile/read-profile.ts';
import { openSettings } from '../../../src-main/storage/settings.ts';
import { HOSTILE_ZIPS, rawZip } from '../faults/hostile-zips.ts';
import { makePng } from '../samples/pictures/make-png.ts';
import { caseId, keptDiagnosis, partId } from '../samples/sample-case.ts';
import { filled } from './reply.ts';

/** A kind of hostile file or setting. */
export interface HostileFile {
  readonly name: string;
  readonly kind: 'proxy lists' | 'profiles' | 'settings' | 'kept cases' | 'zips' | 'pictures';
  /** The size at which the product's own limit is reached, in bytes or in what `make` counts by. */
  readonly limit: number;
  readonly make: (size: number) => Buffer;
  /** Lets the product read it, as it does when it comes from outside; gives one word for what it said. */
  readonly read: (bytes: Buffer) => Promise<string>;
}

type Row = readonly [name: string, make: (size: number) => string | Buffer];

const KILOBYTE = 1024;
const MEGABYTE = 1024 * KILOBYTE;

/** JSON that is hard to parse or to check, whatever it is read as. */
const JSON_ROWS: readonly Row[] = [
  ['lists in lists', (size) => '['.repeat(size / 2) + ']'.repeat(size / 2)],
  ['objects in objects', (size) => `${'{"a":'.repeat(size / 6)}1${'}'.repeat(size / 6)}`],
  ['many empty lists', (size) => `[${'[],'.repeat(size / 3)}1]`],
  ['many numbers', (size) => `[${'1,'.repeat(size / 2)}1]`],
  ['many members', (size) => `{${'"ab":1,'.repeat(size / 7)}"z":1}`],
  ['members of many names', (size) => `{${names(size)}}`],
  ['one long string', (size) => JSON.stringify({ schemaVersion: 1, name: filled('word ', size) })],
  ['one string of escapes', (size) => `{"schemaVersion":1,"name":"${'\\u0066'.repeat(size / 6)}"}`],
  ['no JSON', (size) => filled('{"\\', size)],
  ['a string that does not end', (size) => `{"a":"${filled('b', size)}`],
];

function names(size: number): string {
  return Array.from({ length: Math.max(1, Math.floor(size / 14)) }, (_, at) => `"n${at}":[]`).join(',');
}

function rows(
  kind: HostileFile['kind'],
  limit: number,
  read: HostileFile['read'],
  list: readonly Row[],
): HostileFile[] {
  return list.map(([name, make]) => ({
    name,
    kind,
    limit,
    make: (size) => {
      const made = make(size);
      return typeof made === 'string' ? Buffer.from(made) : made;
    },
    read,
  }));
}

/** Calls `work` with a folder that is gone afterwards. */
async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'hostile-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

const PAC_ROWS: readonly Row[] = [
  ['many proxies', (size) => filled('PROXY proxy.example:8080; ', size)],
  ['many broken proxies', (size) => filled('PROXY a:b:c:d; ', size)],
  ['many separators', (size) => filled(';', size)],
  ['many blanks', (size) => `PROXY${filled(' ', size)}a:80`],
  ['one long name', (size) => `PROXY ${filled('a.', size)}:80`],
  ['many colons', (size) => `HTTPS ${filled(':', size)}`],
  ['many at signs', (size) => `PROXY ${filled('a:b@', size)}`],
];

const EXCEPTION_ROWS: readonly Row[] = [
  ['many names', (size) => filled('example.com,', size)],
  ['many stars', (size) => filled('*a', size)],
  ['many blocks', (size) => filled('10.0.0.0/8,', size)],
  ['many brackets', (size) => filled('[::1]:80 ', size)],
];

const asPac = async (bytes: Buffer): Promise<string> => {
  try {
    return parsePacAnswer(bytes.toString('utf8')).length > 0 ? 'routes' : 'none';
  } catch {
    return 'refused';
  }
};
const asExceptions = async (bytes: Buffer): Promise<string> =>
  String(isProxyException('xray.cloud.getxray.app', '443', bytes.toString('utf8')));
const asProfile = async (bytes: Buffer): Promise<string> => (readProfile(bytes).ok ? 'taken' : 'refused');

const asSettings = (bytes: Buffer): Promise<string> =>
  inFolder(async (folder) => {
    await writeFile(join(folder, 'settings.json'), bytes);
    const lines: string[] = [];
    const settings = await openSettings({ folder, log: (line) => lines.push(line) });
    return settings.current().supportProfile === null && lines.length > 0 ? 'refused' : 'taken';
  });

/** As `case.json`, as the file of a run, and as a picture of the same case. */
const asCase = (bytes: Buffer): Promise<string> =>
  inFolder(async (folder) => {
    const place = join(folder, caseId(1));
    await mkdir(place);
    await writeFile(join(place, 'case.json'), bytes);
    for (const name of [runFile(partId(1)), pictureFile(partId(1))])
      await link(join(place, 'case.json'), join(place, name));
    const store = openCaseStore({ folder, now: () => new Date() });
    const [row] = await store.list().then((found) => (found.ok ? found.value : []));
    const run = await store.readRun(caseId(1), partId(1));
    await store.readPicture(caseId(1), partId(1));
    return row?.kind === 'damaged' && !run.ok ? 'refused' : 'taken';
  });

/** A run as it is kept, with something in the place of its notes. */
function runWith(notes: (room: number) => string, size: number): string {
  const text = JSON.stringify({ schemaVersion: 1, diagnosis: keptDiagnosis() });
  return text.replace('"notes":[]', () => `"notes":[${notes(size - text.length)}]`);
}
const RUN_ROWS: readonly Row[] = [
  [
    'a run with many notes',
    (size) => runWith((room) => filled('"a",', room).replace(/,?"?a?"?,?$/u, ''), size),
  ],
  ['a run with notes that are lists', (size) => runWith((room) => `${'[],'.repeat(room / 3)}[]`, size)],
  ['a run with a long note', (size) => runWith((room) => `"${filled('word ', room)}"`, size)],
];

const asZip = (bytes: Buffer): Promise<string> =>
  inFolder(async (folder) => {
    const path = join(folder, 'evidence.zip');
    await writeFile(path, bytes);
    return (await inspectBundle(await readBundle(path))).state;
  });

/** A zip with the same bytes under each of these names. */
const zipOf = (names: readonly string[], text: string | Buffer): Buffer => {
  const data = Buffer.from(text);
  return rawZip(names.map((name) => ({ name, data, deflate: true })));
};

/** Every JSON of the table, as the documents of a bundle. */
const DOCUMENT_ROWS = JSON_ROWS.map(([name, make]): Row => [
  `documents: ${name}`,
  (size) => zipOf(['manifest.json', 'diagnosis.json'], make(size)),
]);

const tagsIn = (size: number): Buffer =>
  zipOf(['summary.txt', 'diagnosis.json'], filled('‹token#12ab› ', size / 8));

const largePicture = (size: number): Buffer =>
  rawZip([
    { name: 'manifest.json', data: Buffer.from('{}') },
    { name: 'pictures/residency-1.png', data: randomBytes(Math.min(size, 60 * MEGABYTE)) },
  ]);

const pictures = createPictureWork();
const asPicture = async (bytes: Buffer): Promise<string> =>
  (await pictures.importPicture(bytes)).ok ? 'taken' : 'refused';

interface Wish {
  readonly isInterlaced?: boolean;
  /** The width that the header tells. */
  readonly lie?: number;
}

function png(size: number, { isInterlaced = false, lie }: Wish = {}): Buffer {
  const side = Math.max(1, Math.floor(Math.sqrt(size)));
  const kind = { width: side, height: side, depth: 1, colour: 0, isInterlaced };
  const bytes = makePng(kind, (line, row) => line.fill(row & 255, 1));
  if (lie !== undefined) bytes.writeUInt32BE(lie, 16);
  return bytes;
}

const PICTURE_ROWS: readonly Row[] = [
  ['many pixels', (size) => png(size)],
  ['many pixels, interlaced', (size) => png(size, { isInterlaced: true })],
  ['a header that lies', (size) => png(size, { lie: 0x7fffffff })],
  ['many chunks', (size) => Buffer.concat([png(1).subarray(0, 33), Buffer.alloc(size / 12)])],
  ['noise', (size) => randomBytes(size / 12)],
];

/** Every kind of hostile file and setting, each under a name of its own within its kind. */
export const HOSTILE_FILES: readonly HostileFile[] = [
  ...rows('proxy lists', 16 * KILOBYTE, asPac, PAC_ROWS),
  ...rows('proxy lists', 128 * KILOBYTE, asExceptions, EXCEPTION_ROWS),
  ...rows('profiles', 16 * KILOBYTE, asProfile, JSON_ROWS),
  ...rows('settings', 512 * KILOBYTE, asSettings, JSON_ROWS),
  ...rows('kept cases', 2.5 * MEGABYTE, asCase, [...JSON_ROWS, ...RUN_ROWS]),
  ...rows('zips', 2.5 * MEGABYTE, asZip, DOCUMENT_ROWS),
  ...rows('zips', 6 * MEGABYTE, asZip, [['a large text of tags', tagsIn]]),
  ...rows('zips', 24 * MEGABYTE, asZip, [['a large picture', largePicture]]),
  ...rows(
    'zips',
    1,
    asZip,
    HOSTILE_ZIPS.map(([name, make]): Row => [name, make]),
  ),
  ...rows('pictures', 12_000_000, asPicture, PICTURE_ROWS),
];
