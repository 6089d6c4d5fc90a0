import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

import * as z from 'zod';

/** An npm package that is bundled, with its licence texts. */
export interface BundledPackage {
  readonly name: string;
  readonly version: string;
  /** The SPDX expression of its package.json. */
  readonly licence: string;
  readonly texts: readonly { readonly file: string; readonly text: string }[];
  /** From the lock file, in hex. */
  readonly sha512: string | null;
}

/** Vite's list of one bundle (`build.license`, vite.dev). */
const listSchema = z.array(
  z.object({ name: z.string(), version: z.string(), identifier: z.string().optional() }),
);

const manifestSchema = z.object({ version: z.string() });
const lockSchema = z.object({
  packages: z.record(z.string(), z.object({ integrity: z.string().optional() })),
});

const LICENCE_FILE = /^(?:licen[cs]e|copying|notice)/iu;

/**
 * Returns the packages of several bundles, sorted by name, with all licence texts in their folders in node_modules. Throws
 * when a package is not installed in the bundled version, or has no licence or no licence text.
 */
export function bundledPackages(repository: string, lists: readonly string[]): BundledPackage[] {
  const lock = lockSchema.parse(JSON.parse(readFileSync(join(repository, 'package-lock.json'), 'utf8')));
  const found = new Map<string, BundledPackage>();
  for (const { name, version, identifier } of lists.flatMap((text) => listSchema.parse(JSON.parse(text)))) {
    const key = `${name}@${version}`;
    if (found.has(key)) continue;
    const folder = folderOf(repository, name, version);
    const own = licenceTexts(folder);
    const texts = own.length > 0 ? own : standardText(repository, identifier);
    if (identifier === undefined || texts.length === 0)
      throw new Error(`${key} is bundled and does not say under which licence it stands.`);
    const integrity = lock.packages[`node_modules/${name}`]?.integrity;
    found.set(key, { name, version, licence: identifier, texts, sha512: hexOf(integrity) });
  }
  return [...found.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, each]) => each);
}

function folderOf(repository: string, name: string, version: string): string {
  const folder = join(repository, 'node_modules', name);
  const manifest = join(folder, 'package.json');
  const installed = existsSync(manifest)
    ? manifestSchema.parse(JSON.parse(readFileSync(manifest, 'utf8'))).version
    : 'none';
  if (installed !== version)
    throw new Error(`${name}@${version} is bundled, and node_modules has version ${installed}.`);
  return folder;
}

function licenceTexts(folder: string): BundledPackage['texts'] {
  return globSync('**/*', { cwd: folder, exclude: (name) => name === 'node_modules' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => LICENCE_FILE.test(basename(file)) && !/\.(?:[cm]?[jt]s|json|map)$/u.test(file))
    .sort()
    .map((file) => ({ file, text: readFileSync(join(folder, file), 'utf8').trim() }));
}

/** The standard text, for a package that names its licence without carrying it. */
function standardText(repository: string, identifier = ''): BundledPackage['texts'] {
  const file = `${identifier}.txt`;
  const path = join(repository, 'assets', 'licences', file);
  return existsSync(path) ? [{ file, text: readFileSync(path, 'utf8').trim() }] : [];
}

function hexOf(integrity: string | undefined): string | null {
  return integrity?.startsWith('sha512-') === true
    ? Buffer.from(integrity.slice('sha512-'.length), 'base64').toString('hex')
    : null;
}

/** Returns the licence file of the app: its own licence, then each bundled package with its texts. */
export function licencesFile(own: string, packages: readonly BundledPackage[]): string {
  const rule = '-'.repeat(78);
  return [
    own.trim(),
    '',
    'This program contains the following packages. Electron, Chromium and Node.js have files of their own beside',
    'this program: LICENSE.electron.txt and LICENSES.chromium.html.',
    '',
    ...packages.flatMap(({ name, version, licence, texts }) => [
      rule,
      `${name} ${version} (${licence})`,
      ...texts.flatMap(({ file, text }) => ['', ...(texts.length > 1 ? [`${file}:`, ''] : []), text]),
      '',
    ]),
  ]
    .join('\n')
    .replaceAll('\r\n', '\n');
}
