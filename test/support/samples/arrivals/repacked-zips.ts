import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** One way in which people pack the files of a bundle again. */
export interface RepackedZip {
  readonly name: string;
  /** The program that does it, or null if its archive cannot be made here. */
  readonly program: string;
  readonly pack: (
    folder: string,
    file: string,
  ) => readonly [command: string, args: readonly string[], cwd: string];
}

const inFolder = (folder: string): string => join(folder, 'evidence');

const MAC_AND_WINDOWS = `
import sys, zipfile, os
src, out = sys.argv[1], sys.argv[2]
with zipfile.ZipFile(out, 'w', zipfile.ZIP_DEFLATED) as z:
    z.writestr('evidence/', b'')
    for root, _, names in os.walk(src):
        for n in sorted(names):
            p = os.path.join(root, n); rel = os.path.relpath(p, src)
            z.write(p, 'evidence/' + rel)
            z.writestr('__MACOSX/evidence/._' + n + str(len(rel)), b'resource fork')
    z.writestr('evidence/.DS_Store', b'view settings')
    z.writestr('evidence/Thumbs.db', b'previews')
`;

const BACKSLASHES = `
import sys, zipfile, os
src, out = sys.argv[1], sys.argv[2]
with zipfile.ZipFile(out, 'w', zipfile.ZIP_STORED) as z:
    for root, _, names in os.walk(src):
        for n in sorted(names):
            p = os.path.join(root, n)
            info = zipfile.ZipInfo('x'); info.filename = os.path.relpath(p, src).replace('/', chr(92))
            info.compress_type = zipfile.ZIP_STORED
            z.writestr(info, open(p, 'rb').read())
`;

/** Real programs with the options by which people use them. */
export const REPACKED_ZIPS: readonly RepackedZip[] = [
  {
    name: 'zip -r of the folder',
    program: 'zip',
    pack: (folder, file) => ['zip', ['-qr', file, 'evidence'], folder],
  },
  {
    name: 'zip -r0 of its content',
    program: 'zip',
    pack: (folder, file) => ['zip', ['-qr0', file, '.'], inFolder(folder)],
  },
  {
    name: '7-Zip of the folder',
    program: '7z',
    pack: (folder, file) => ['7z', ['a', '-bd', '-tzip', file, 'evidence'], folder],
  },
  {
    name: 'Python’s zipfile',
    program: 'python3',
    pack: (folder, file) => ['python3', ['-m', 'zipfile', '-c', file, `${inFolder(folder)}/.`], folder],
  },
  {
    name: 'a Mac’s archive with what macOS and Windows leave behind',
    program: 'python3',
    pack: (folder, file) => ['python3', ['-c', MAC_AND_WINDOWS, inFolder(folder), file], folder],
  },
  {
    name: 'an archive with backslashes',
    program: 'python3',
    pack: (folder, file) => ['python3', ['-c', BACKSLASHES, inFolder(folder), file], folder],
  },
];

/** Whether a program is installed. */
export function isInstalled(program: string): boolean {
  return spawnSync(program, ['--help']).error === undefined;
}

/** Packs files as that way does; returns the bytes of the zip. */
export function repack(files: ReadonlyMap<string, Uint8Array>, { pack }: RepackedZip): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'repacked-'));
  try {
    for (const [name, content] of files) {
      const path = join(inFolder(folder), name);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, content);
    }
    const file = join(folder, 'again.zip');
    const [command, args, cwd] = pack(folder, file);
    const { status, stderr, stdout } = spawnSync(command, args, { cwd, encoding: 'utf8' });
    if (status !== 0) throw new Error(`${command}: ${stdout}${stderr}`);
    return readFileSync(file);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
