import { readFile } from 'node:fs/promises';

import * as yauzl from 'yauzl';

import { checkDocument, checkShapes, jsonStrings } from './gate-content.ts';
import { checkPicture } from './gate-picture.ts';
import { createHomeFolderEraser } from './home-folder.ts';
import { manifestSchema, sha256Of } from './manifest.ts';
import { createByteSearch } from './search-bytes.ts';
import type { KnownSecrets } from './secrets.ts';

/** Why a bundle may not leave: where, and what kind of thing was found. Never the thing itself. */
interface GateFinding {
  readonly entry: string;
  readonly reason: string;
}

type GateVerdict =
  | { readonly clean: true }
  | { readonly clean: false; readonly findings: readonly GateFinding[] };

/** The names that a bundle's files may have. */
export const BUNDLE_NAME =
  /^(?:summary\.txt|note\.txt|diagnosis\.json|manifest\.json|calls\/[a-z0-9][a-z0-9-]*-(?:1-authenticate|2-data-call)\.txt|pictures\/residency-[1-9][0-9]?\.png)$/u;
/** The files that every bundle has. */
export const REQUIRED_FILES = ['summary.txt', 'diagnosis.json', 'manifest.json'];
const MOST_ENTRIES = 200;
const MOST_BYTES = 512 * 1024 * 1024;
/** Stands in a finding for the file as a whole. A name from the zip is not repeated: it may be the find. */
const WHOLE_FILE = 'the bundle';
const DRAFT = 'the mail draft';
/** The base64 of one part of a mail (MIME, RFC 2045). */
const BASE64_PART = /\r\n\r\n((?:[A-Za-z0-9+/]+={0,2}\r\n)+)--/gu;

/** The last check of what was made, for one list of secrets; what it says never holds a part of what it found. */
export interface Gate {
  /**
   * Reads the file at `zipPath` anew with a reader that has nothing in common with its writer, and looks for every
   * secret in every encoding and for 12-character fragments: in each entry unpacked, in names and comments, and in the
   * file's raw bytes. Checks names, sizes and hashes against the manifest, the documents against their schema, and
   * pictures for anything beside the picture. Never rejects: what cannot be read is not clean.
   */
  readonly bundle: (zipPath: string) => Promise<GateVerdict>;
  /**
   * The same for a mail draft: searches its heads and its text as it reads, and checks that what is attached is `zip`,
   * byte for byte. The base64 itself is not searched: 12 characters of it are 9 of the text, and 9 characters of a
   * secret may stand in any sentence.
   */
  readonly draft: (draft: Uint8Array, zip: Uint8Array) => GateVerdict;
  /** The same for texts: names of files, the words of a mail. */
  readonly texts: (texts: readonly string[]) => GateVerdict;
}

/** Makes the gate of one run. */
export function createGate(secrets: KnownSecrets): Gate {
  const search = createByteSearch(secrets);
  const eraseHome = createHomeFolderEraser(secrets.homeFolder);
  const checkText = (text: string): string[] => [
    ...checkShapes(text),
    ...(eraseHome(text).removed > 0 ? ['the home folder'] : []),
  ];

  const checkEntry = (name: string, bytes: Buffer): string[] => {
    const found = [...search(bytes), ...search(Buffer.from(name, 'utf8'))];
    if (name.endsWith('.png')) return [...found, ...checkPicture(bytes)];
    const text = bytes.toString('utf8');
    if (!name.endsWith('.json')) return [...found, ...checkText(text)];
    // A secret may be escaped once more inside JSON, so its strings are searched as they read.
    const strings = jsonStrings(text).join('\n');
    return [
      ...found,
      ...search(Buffer.from(strings, 'utf8')),
      ...checkText(strings),
      ...(name === 'diagnosis.json' ? checkDocument(text, secrets) : []),
    ];
  };

  const checkBundle = async (zipPath: string): Promise<GateFinding[]> => {
    const raw = await readFile(zipPath);
    const findings = search(raw).map((reason): GateFinding => ({ entry: WHOLE_FILE, reason }));
    const { entries, problems } = await readEntries(zipPath);
    findings.push(...problems);
    for (const [name, bytes] of entries) {
      const entry = BUNDLE_NAME.test(name) && search(Buffer.from(name)).length === 0 ? name : WHOLE_FILE;
      findings.push(...checkEntry(name, bytes).map((reason) => ({ entry, reason })));
    }
    return [...findings, ...checkManifest(entries)];
  };

  return {
    bundle: async (zipPath) => {
      try {
        return verdictOf(await checkBundle(zipPath));
      } catch (error) {
        const name = error instanceof Error ? error.name : 'unknown';
        return verdictOf([{ entry: WHOLE_FILE, reason: `it cannot be read back (${name})` }]);
      }
    },
    draft: (draft, zip) => {
      const whole = Buffer.from(draft).toString('latin1');
      const [text, attachment] = [...whole.matchAll(BASE64_PART)].map((part) => part[1] ?? '');
      if (text === undefined || attachment === undefined)
        return verdictOf([{ entry: DRAFT, reason: 'it cannot be read back' }]);
      const words = Buffer.from(text, 'base64');
      const reasons = [
        ...search(Buffer.from(whole.replaceAll(BASE64_PART, '\r\n\r\n--'), 'latin1')),
        ...search(words),
        ...checkText(words.toString('utf8')),
        ...(Buffer.from(attachment, 'base64').equals(zip) ? [] : ['what is attached is not the bundle']),
      ];
      return verdictOf(reasons.map((reason) => ({ entry: DRAFT, reason })));
    },
    texts: (texts) =>
      verdictOf(
        texts
          .flatMap((text) => [...search(Buffer.from(text, 'utf8')), ...checkText(text)])
          .map((reason) => ({ entry: 'the mail text', reason })),
      ),
  };
}

function verdictOf(findings: readonly GateFinding[]): GateVerdict {
  return findings.length === 0 ? { clean: true } : { clean: false, findings };
}

interface Unpacked {
  readonly entries: ReadonlyMap<string, Buffer>;
  readonly problems: readonly GateFinding[];
}

async function readEntries(zipPath: string): Promise<Unpacked> {
  const zip = await yauzl.openPromise(zipPath, { strictFileNames: true, validateEntrySizes: true });
  const entries = new Map<string, Buffer>();
  const problems: GateFinding[] = [];
  const note = (reason: string): void => {
    problems.push({ entry: WHOLE_FILE, reason });
  };
  let total = 0;
  try {
    if (zip.comment !== '') note('it has a comment');
    for await (const entry of zip.eachEntry()) {
      total += entry.uncompressedSize;
      if (entries.size >= MOST_ENTRIES || total > MOST_BYTES) throw new RangeError('Too much in the bundle.');
      if (!BUNDLE_NAME.test(entry.fileName)) note('a file has a name that does not belong into a bundle');
      if (entries.has(entry.fileName)) note('a file is in it twice');
      if (entry.fileComment !== '' || entry.extraFieldLength > 0)
        note('a file has a comment or hidden fields');
      const chunks: Buffer[] = [];
      for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(Buffer.from(chunk));
      entries.set(entry.fileName, Buffer.concat(chunks));
    }
  } finally {
    zip.close();
  }
  return { entries, problems };
}

function checkManifest(entries: ReadonlyMap<string, Buffer>): GateFinding[] {
  const findings = REQUIRED_FILES.filter((name) => !entries.has(name)).map((entry) => ({
    entry,
    reason: 'it is missing',
  }));
  const text = entries.get('manifest.json');
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
    const content = entries.get(path);
    if (content !== undefined && (content.length !== bytes || sha256Of(content) !== sha256)) {
      findings.push({ entry: 'manifest.json', reason: 'a file differs from its size or SHA-256' });
    }
  }
  return findings;
}
