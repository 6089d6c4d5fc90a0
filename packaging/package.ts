/** `npm run package`: the unpacked directory for this machine, in out/package. */
import { relative } from 'node:path';
import { join } from 'node:path';

import { ownCache, REPOSITORY } from '../test/support/electron-runtime/places.ts';
import { findElectron } from '../test/support/electron-runtime/runtime.ts';
import { OWN_MAJOR, pack } from './pack.ts';

const say = (line: string): void => void process.stderr.write(`${line}\n`);

try {
  const found = await findElectron(ownCache(), say);
  const isOwn = Number.parseInt(found.electron, 10) >= OWN_MAJOR;
  const kind = isOwn && !process.argv.includes('--test-build') ? 'release' : 'test';
  say(`Electron ${found.electron} (${found.origin})`);
  const packed = await pack({
    repository: REPOSITORY,
    kind,
    electron: found,
    output: join(REPOSITORY, 'out', 'package'),
  });
  if (kind === 'test') say('This is a TEST BUILD: not for customers.');
  process.stdout.write(`${relative(process.cwd(), packed.folder)}\n`);
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
