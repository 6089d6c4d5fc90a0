import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** One way in which people pack the files of a bundle again. */
export interface RepackedZip {
  readonly name: string;
  readonly program: string;
  /** Beside the folder `evidence`, unless `isInside` of it. */
  readonly args: (zip: string) => readonly string[];
  readonly isInside?: boolean;
}

const script = (name: string): string =>
  fileURLToPath(new URL(`../../../samples/repacked/${name}.py`, import.meta.url));

/** Real programs with the options by which people use them. */
export const REPACKED_ZIPS: readonly RepackedZip[] = [
  { name: 'zip -r of the folder', program: 'zip', args: (zip) => ['-qr', zip, 'evidence'] },
  { name: 'zip -r0 of its content', program: 'zip', args: (zip) => ['-qr0', zip, '.'], isInside: true },
  { name: '7-Zip of the folder', program: '7z', args: (zip) => ['a', '-bd', '-tzip', zip, 'evidence'] },
  { name: 'Python’s zipfile', program: 'python3', args: (zip) => ['-m', 'zipfile', '-c', zip, 'evidence/.'] },
  {
    name: 'a Mac’s archive with what macOS and Windows leave behind',
    program: 'python3',
    args: (zip) => [script('mac-and-windows'), 'evidence', zip],
  },
  {
    name: 'an archive with backslashes',
    program: 'python3',
    args: (zip) => [script('backslashes'), 'evidence', zip],
  },
];

/** Whether a program is installed. */
export function isInstalled(program: string): boolean {
  return spawnSync(program, ['--help']).error === undefined;
}

/** Packs files as that way does; returns the bytes of the zip. */
export function repack(files: ReadonlyMap<string, Uint8Array>, way: RepackedZip): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'repacked-'));
  const evidence = join(folder, 'evidence');
  try {
    for (const [name, content] of files) {
      const path = join(evidence, name);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, content);
    }
    const zip = join(folder, 'again.zip');
    const cwd = way.isInside === true ? evidence : folder;
    const { status, stderr, stdout } = spawnSync(way.program, way.args(zip), { cwd, encoding: 'utf8' });
    if (status !== 0) throw new Error(`${way.program}: ${stdout}${stderr}`);
    return readFileSync(zip);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
