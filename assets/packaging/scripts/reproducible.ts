/**
 * `npm run reproducible`: clones the repository's last commit twice, packs a release of each and compares the SHA-256 of
 * both app.asar. The clones lie in folders of different names and depths, and their files have other times, time zones
 * and modes. Exit code 0 when they are equal.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { REPOSITORY } from '../../../test/support/electron-runtime/places.ts';
import { sha256 } from '../sums.ts';

/** What differs between two computers. */
interface Environment {
  readonly folder: string;
  readonly timeZone: string;
  readonly umask: number;
}

/** Clones, packs, and returns the hash of the asar. */
async function buildFrom({ folder, timeZone, umask }: Environment): Promise<string> {
  process.umask(umask);
  process.env['TZ'] = timeZone;
  run('git', ['clone', '--quiet', '--no-hardlinks', REPOSITORY, folder], tmpdir());
  // A link to the folder would give both clones the same paths.
  cpSync(join(REPOSITORY, 'node_modules'), join(folder, 'node_modules'), {
    recursive: true,
    verbatimSymlinks: true,
  });
  const asar = join(folder, 'app.asar');
  run(process.execPath, ['assets/packaging/scripts/package.ts', '--asar', asar], folder);
  return sha256(asar);
}

function run(command: string, args: readonly string[], cwd: string): void {
  const { status } = spawnSync(command, args, { cwd, stdio: ['ignore', 2, 2] });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed.`);
}

const home = mkdtempSync(join(tmpdir(), 'reproducible-'));
try {
  const first = await buildFrom({ folder: join(home, 'one'), timeZone: 'UTC', umask: 0o022 });
  const second = await buildFrom({
    folder: join(home, 'another-folder', 'two'),
    timeZone: 'Pacific/Auckland',
    umask: 0o077,
  });
  process.stdout.write(`${first}  app.asar of the first clone\n${second}  app.asar of the second clone\n`);
  process.stdout.write(first === second ? 'Equal: the same source gives the same bytes.\n' : 'NOT equal.\n');
  process.exitCode = first === second ? 0 : 1;
} finally {
  rmSync(home, { recursive: true, force: true });
}
