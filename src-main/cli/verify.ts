import { chmod, readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { escapeControlCharacters } from '../contract/input/control-characters.ts';
import { MAX_ARRIVAL } from '../contract/values.ts';
import { diffPage } from '../desk/diff-page.ts';
import { htmlPage } from '../desk/html-page.ts';
import { inspectArrival } from '../desk/inspect.ts';
import type { Inspected } from '../desk/inspect.ts';
import { PRODUCT } from '../product.ts';
import { describeFileFailure } from '../storage/file-failure.ts';
import { readPlainFile } from '../storage/read-plain-file.ts';
import { EXIT, exitCodeOfStates } from './exit-codes.ts';
import { readStream } from './read-stream.ts';
import { VERIFY_HELP, verifyReport } from './verify-report.ts';
import type { Format } from './verify-report.ts';

const STANDARD_INPUT = '-';
/** What systems put into every folder. */
const SYSTEM_FILE = /^(?:\..*|Thumbs\.db|desktop\.ini)$/iu;

/** Where `verify` reads a bundle that is piped into it, and where it writes. */
export interface VerifyStreams {
  readonly stdin: AsyncIterable<Uint8Array | string>;
  /** Writes a part of the result. */
  readonly answer: (text: string) => void;
  /** Writes what is said of the work itself. */
  readonly tell: (text: string) => void;
}

interface Request {
  readonly paths: readonly string[];
  readonly format: Format | 'diff' | 'help';
  readonly html: string | null;
}

const FORMATS = ['ticket', 'reply', 'missing', 'json', 'jsonl', 'csv', 'diff', 'help'] as const;
const FLAG = { type: 'boolean' } as const;

/** Returns null for wrong usage. */
function parseRequest(args: readonly string[]): Request | null {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        ticket: FLAG,
        reply: FLAG,
        missing: FLAG,
        json: FLAG,
        jsonl: FLAG,
        csv: FLAG,
        diff: FLAG,
        help: FLAG,
        html: { type: 'string' },
      },
    });
    const formats = FORMATS.filter((format) => values[format] === true);
    const [format = 'page'] = formats;
    const html = values.html ?? null;
    // A page is written over its older self, but never over a piece of evidence.
    const isFine = formats.length <= 1 && (html === null || /\.html?$/iu.test(html));
    if (format === 'help') return { paths: [], format, html: null };
    if (!isFine || positionals.length === 0 || (format === 'diff' && positionals.length !== 2)) return null;
    return { paths: positionals, format, html };
  } catch {
    return null;
  }
}

interface Found {
  readonly bundles: Inspected[];
  /** Whether every file could be read. */
  readonly isWhole: boolean;
  readonly hasFolder: boolean;
}

/** Inspects files one after another; `keep` says what of each is needed later. */
async function inspectAll(
  paths: readonly string[],
  { stdin, tell }: VerifyStreams,
  keep: (bundle: Inspected) => Inspected,
): Promise<Found> {
  const bundles: Inspected[] = [];
  let isWhole = true;
  let hasFolder = false;
  const attempt = async (path: string, work: () => Promise<void>): Promise<void> => {
    try {
      await work();
    } catch (error) {
      isWhole = false;
      const name = escapeControlCharacters(path.toWellFormed());
      tell(`${name} could not be read: ${describeFileFailure(error)}\n`);
    }
  };
  const inspect = async (path: string): Promise<void> => {
    const isInput = path === STANDARD_INPUT;
    const bytes = await (isInput ? readStream(stdin, MAX_ARRIVAL) : readPlainFile(path, MAX_ARRIVAL));
    const source = isInput ? 'standard input' : path;
    const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
    bundles.push(...(await inspectArrival(source, whole, PRODUCT.version)).map(keep));
  };
  for (const path of paths)
    await attempt(path, async () => {
      const isFolder = path !== STANDARD_INPUT && (await stat(path)).isDirectory();
      hasFolder ||= isFolder;
      if (!isFolder) return inspect(path);
      for (const file of await filesIn(path)) await attempt(file, () => inspect(file));
    });
  return { bundles, isWhole, hasFolder };
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && !SYSTEM_FILE.test(entry.name))
    .map(({ name }) => join(folder, name))
    .toSorted();
}

/** Returns whether it was written; only its owner may read it. */
async function writePage(
  path: string,
  bundles: readonly Inspected[],
  tell: VerifyStreams['tell'],
): Promise<boolean> {
  try {
    await writeFile(path, htmlPage(bundles), { mode: 0o600 });
    // One that was there keeps its mode otherwise.
    await chmod(path, 0o600);
    return true;
  } catch (error) {
    tell(`The page could not be written: ${describeFileFailure(error)}\n`);
    return false;
  }
}

/** Verifies what arrived, by the arguments behind the program's own. Resolves with an exit code of its help. */
export async function verify(args: readonly string[], streams: VerifyStreams): Promise<number> {
  const { answer, tell } = streams;
  const request = parseRequest(args);
  if (request === null) {
    tell(VERIFY_HELP);
    return EXIT.wrongUsage;
  }
  const { paths, format, html } = request;
  if (format === 'help') {
    answer(VERIFY_HELP);
    return 0;
  }
  const needsFiles = html !== null || (format === 'page' && paths.length === 1);
  const { bundles, isWhole, hasFolder } = await inspectAll(paths, streams, (bundle) =>
    needsFiles ? bundle : { ...bundle, files: [] },
  );
  if (html !== null && !(await writePage(html, bundles, tell))) return EXIT.wrongUsage;
  const worst = isWhole ? exitCodeOfStates(bundles.map(({ state }) => state)) : EXIT.wrongUsage;
  if (format !== 'diff') {
    answer(verifyReport(format, bundles, bundles.length === 1 && !hasFolder));
    return worst;
  }
  const [before, after] = bundles.map(({ document }) => document);
  if (bundles.length !== 2 || !before || !after) {
    tell('To compare, give two files with one readable diagnosis each.\n');
    return worst === 0 ? EXIT.wrongUsage : worst;
  }
  answer(diffPage(before, after));
  return worst;
}

// Only when Node was started with this file (`npm run verify`).
if (import.meta.main)
  process.exitCode = await verify(process.argv.slice(2), {
    stdin: process.stdin,
    answer: (text) => void process.stdout.write(text),
    tell: (text) => void process.stderr.write(text),
  });
