/**
 * `npm run reproducible`: clones the repository's last commit twice, into folders of different names, packs a release of
 * each and compares the SHA-256 of both app.asar. Exit code 0 when they are equal.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { REPOSITORY } from '../../test/support/electron-runtime/places.ts';
import { sha256 } from './sums.ts';

/** Clones, packs, and gives the hash of the asar. */
async function buildFrom(folder: string, asOf: Date): Promise<string> {
  run('git', ['clone', '--quiet', '--no-hardlinks', REPOSITORY, folder], tmpdir());
  // Hard links: as quick as a link to the folder, and each clone has paths of its own.
  cpSync(join(REPOSITORY, 'node_modules'), join(folder, 'node_modules'), {
    recursive: true,
    verbatimSymlinks: true,
  });
  utimesSync(join(folder, 'package.json'), asOf, asOf);
  const asar = join(folder, 'app.asar');
  run(process.execPath, ['assets/packaging/package.ts', '--asar', asar], folder);
  return sha256(asar);
}

function run(command: string, args: readonly string[], cwd: string): void {
  const { status } = spawnSync(command, args, { cwd, stdio: ['ignore', 2, 2] });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed.`);
}

const home = mkdtempSync(join(tmpdir(), 'reproducible-'));
try {
  const first = await buildFrom(join(home, 'one'), new Date('2001-01-01'));
  const second = await buildFrom(join(home, 'another-folder', 'two'), new Date('2020-02-02'));
  process.stdout.write(`${first}  app.asar of the first clone\n${second}  app.asar of the second clone\n`);
  process.stdout.write(first === second ? 'Equal: the same source gives the same bytes.\n' : 'NOT equal.\n');
  process.exitCode = first === second ? 0 : 1;
} finally {
  rmSync(home, { recursive: true, force: true });
}
