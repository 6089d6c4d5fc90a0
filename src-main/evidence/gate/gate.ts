import * as yauzl from 'yauzl';

import { inTurns, nextTurn } from '../cooperative-steps.ts';
import { manifestSchema, sha256Of } from '../bundle/manifest.ts';
import { createHomeFolderEraser } from '../redaction/redact-home-folder.ts';
import type { KnownSecrets } from '../search/known-secrets.ts';
import { createByteSearch } from '../search/search-bytes.ts';
import type { ByteSearch } from '../search/search-bytes.ts';
import { checkDocument, checkFields, checkShapes } from './check-content.ts';
import { checkPicture } from './check-picture.ts';
import { jsonLines } from './json-strings.ts';
import { openDraft } from './open-draft.ts';

/** Why something may not leave the computer: where, and what kind of thing was found, never the thing itself. */
interface GateFinding {
  readonly entry: string;
  readonly reason: string;
}

type GateVerdict =
  | { readonly clean: true }
  | { readonly clean: false; readonly findings: readonly GateFinding[] };

/** The names that a bundle's files may have. */
export const BUNDLE_NAME =
  /^(?:summary\.txt|note\.txt|log\.txt|diagnosis\.json|manifest\.json|calls\/[a-z0-9][a-z0-9-]*-(?:1-authenticate|2-data-call)\.txt|pictures\/residency-[1-9][0-9]?\.png)$/u;
/** The files that every bundle has. */
export const REQUIRED_FILES = ['summary.txt', 'diagnosis.json', 'manifest.json'];
const MAX_ENTRIES = 200;
const MAX_BYTES = 512 * 1024 * 1024;
/** A name from the zip is not repeated in a finding, since it may be what was found. */
const WHOLE_FILE = 'the bundle';
const DRAFT = 'the mail draft';
const TEXTS = 'a text';

/** The last check of finished evidence against the secrets of one run. A verdict never holds a part of what was found. */
export interface Gate {
  /**
   * Opens the finished zip with a reader that is independent of its writer, and looks for every secret in every encoding
   * and for 12-character fragments: in each entry unpacked, in names and comments, and in the file's raw bytes. Checks
   * names, sizes and hashes against the manifest, the documents against their schema, and pictures for anything besides
   * the picture. Never rejects: what cannot be read is not clean.
   */
  readonly bundle: (zip: Uint8Array) => Promise<GateVerdict>;
  /**
   * Searches a mail draft's heads and text, and checks that the attachment is `zip`, byte for byte. The base64 is not
   * searched: 12 characters of it are 9 of the text, and 9 characters of a secret may stand in any sentence.
   */
  readonly draft: (draft: Uint8Array, zip: Uint8Array) => Promise<GateVerdict>;
  /** Checks texts: names of files, the words of a mail. */
  readonly texts: (texts: readonly string[]) => Promise<GateVerdict>;
}

/** Makes the gate of one run. */
export function createGate(secrets: KnownSecrets): Gate {
  let searching: Promise<ByteSearch> | null = null;
  const prepared = (): Promise<ByteSearch> => (searching ??= createByteSearch(secrets));
  const eraseHome = createHomeFolderEraser(secrets.homeFolder);
  const searchFor = async (content: Uint8Array | string): Promise<string[]> =>
    inTurns((await prepared())(typeof content === 'string' ? Buffer.from(content, 'utf8') : content));
  const checkText = async (text: string): Promise<string[]> => [
    ...(await inTurns(checkShapes(text))),
    ...(eraseHome(text) === text ? [] : ['the home folder']),
  ];

  const checkEntry = async ({ name, bytes, isStored }: UnpackedEntry): Promise<string[]> => {
    // A stored entry was searched with the raw bytes of the zip already.
    const found = [...(await searchFor(name)), ...(isStored ? [] : await searchFor(bytes))];
    if (name.endsWith('.png')) return [...found, ...checkPicture(bytes)];
    const text = bytes.toString('utf8');
    if (!name.endsWith('.json')) return [...found, ...(await checkText(text))];
    // A secret may be escaped once more inside JSON, so its strings are searched as they read.
    const strings = await inTurns(jsonLines(text));
    found.push(...(await searchFor(strings)), ...(await checkText(strings)));
    found.push(...(await inTurns(checkFields(text))));
    await nextTurn();
    return name === 'diagnosis.json' ? [...found, ...checkDocument(text, secrets)] : found;
  };

  const checkBundle = async (zip: Uint8Array): Promise<GateFinding[]> => {
    const findings = (await searchFor(zip)).map((reason): GateFinding => ({ entry: WHOLE_FILE, reason }));
    const { entries, problems } = await readEntries(zip);
    findings.push(...problems);
    for (const unpacked of entries.values()) {
      const { name } = unpacked;
      const isNameClean = BUNDLE_NAME.test(name) && (await searchFor(name)).length === 0;
      const reasons = await checkEntry(unpacked);
      findings.push(...reasons.map((reason) => ({ entry: isNameClean ? name : WHOLE_FILE, reason })));
      await nextTurn();
    }
    return [...findings, ...(await checkManifest(entries))];
  };

  return {
    bundle: async (zip) => {
      try {
        return verdictOf(await checkBundle(zip));
      } catch (error) {
        const name = error instanceof Error ? error.name : 'unknown';
        return verdictOf([{ entry: WHOLE_FILE, reason: `it cannot be read back (${name})` }]);
      }
    },
    draft: async (draft, zip) => {
      const opened = openDraft(draft);
      if (opened === null) return verdictOf([{ entry: DRAFT, reason: 'it cannot be read back' }]);
      const reasons = [
        ...(await searchFor(opened.frame)),
        ...(await searchFor(opened.words)),
        ...(await checkText(opened.words.toString('utf8'))),
        ...((await opened.holds(zip)) ? [] : ['what is attached is not the bundle']),
      ];
      return verdictOf(reasons.map((reason) => ({ entry: DRAFT, reason })));
    },
    texts: async (texts) => {
      const findings: GateFinding[] = [];
      for (const text of texts)
        for (const reason of [...(await searchFor(text)), ...(await checkText(text))])
          findings.push({ entry: TEXTS, reason });
      return verdictOf(findings);
    },
  };
}

function verdictOf(findings: readonly GateFinding[]): GateVerdict {
  return findings.length === 0 ? { clean: true } : { clean: false, findings };
}

interface UnpackedEntry {
  readonly name: string;
  readonly bytes: Buffer;
  /** Whether it was packed without compression. */
  readonly isStored: boolean;
}

interface Unpacked {
  readonly entries: ReadonlyMap<string, UnpackedEntry>;
  readonly problems: readonly GateFinding[];
}

async function readEntries(bytes: Uint8Array): Promise<Unpacked> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const zip = await yauzl.fromBufferPromise(buffer, { strictFileNames: true, validateEntrySizes: true });
  const entries = new Map<string, UnpackedEntry>();
  const problems: GateFinding[] = [];
  const note = (reason: string): void => {
    problems.push({ entry: WHOLE_FILE, reason });
  };
  let total = 0;
  try {
    if (zip.comment !== '') note('it has a comment');
    for await (const entry of zip.eachEntry()) {
      total += entry.uncompressedSize;
      if (entries.size >= MAX_ENTRIES || total > MAX_BYTES) throw new RangeError('Too much in the bundle.');
      const name = entry.fileName;
      if (!BUNDLE_NAME.test(name)) note('a file has a name that does not belong into a bundle');
      if (entries.has(name)) note('a file is in it twice');
      if (entry.fileComment !== '' || entry.extraFieldLength > 0)
        note('a file has a comment or hidden fields');
      const chunks: Buffer[] = [];
      for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(Buffer.from(chunk));
      entries.set(name, { name, bytes: Buffer.concat(chunks), isStored: entry.compressionMethod === 0 });
    }
  } finally {
    zip.close();
  }
  return { entries, problems };
}

async function checkManifest(entries: ReadonlyMap<string, UnpackedEntry>): Promise<GateFinding[]> {
  const findings = REQUIRED_FILES.filter((name) => !entries.has(name)).map((entry) => ({
    entry,
    reason: 'it is missing',
  }));
  const text = entries.get('manifest.json')?.bytes;
  if (text === undefined) return findings;
  const manifest = manifestSchema.safeParse(JSON.parse(text.toString('utf8')));
  if (!manifest.success)
    return [...findings, { entry: 'manifest.json', reason: 'it does not keep to its schema' }];
  const listed = manifest.data.files.map(({ path }) => path);
  const present = [...entries.keys()].filter((name) => name !== 'manifest.json');
  if (listed.join('\n') !== present.join('\n')) {
    findings.push({ entry: 'manifest.json', reason: 'it does not list the files that are there' });
  }
  for (const { path, bytes, sha256 } of manifest.data.files) {
    const content = entries.get(path)?.bytes;
    if (content !== undefined && (content.length !== bytes || sha256Of(content) !== sha256)) {
      findings.push({ entry: 'manifest.json', reason: 'a file differs from its size or SHA-256' });
    }
    await nextTurn();
  }
  return findings;
}
