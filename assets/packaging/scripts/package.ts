/**
 * `npm run package`: the unpacked directory for this machine in out/package. With the Electron that the product is made
 * for it is a release that is not signed, or with `--test-build` a test build; with the older one always a test build.
 * `--asar FILE` packs a release and keeps nothing but its app.asar, to be compared with another one.
 */
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';

import { ownCache, REPOSITORY } from '../../../test/support/electron-runtime/places.ts';
import { findElectron } from '../../../test/support/electron-runtime/runtime.ts';
import { isOwnElectron, pack } from '../pack.ts';

const say = (line: string): void => void process.stderr.write(`${line}\n`);

async function packageApp(): Promise<void> {
  const { values } = parseArgs({
    options: { 'test-build': { type: 'boolean' }, asar: { type: 'string' } },
  });
  const found = await findElectron(ownCache(), say);
  if (values.asar !== undefined) {
    const output = mkdtempSync(join(tmpdir(), 'package-'));
    try {
      const { asar } = await pack({ repository: REPOSITORY, kind: 'release', electron: found, output });
      copyFileSync(asar, values.asar);
    } finally {
      rmSync(output, { recursive: true, force: true });
    }
    return;
  }
  const kind = isOwnElectron(found.electron) && values['test-build'] !== true ? 'release' : 'test';
  say(`Electron ${found.electron} (${found.origin})`);
  const packed = await pack({
    repository: REPOSITORY,
    kind,
    electron: found,
    output: join(REPOSITORY, 'out', 'package'),
  });
  if (kind === 'test') say('This is a TEST BUILD: not for customers.');
  process.stdout.write(`${relative(process.cwd(), packed.folder)}\n`);
}

try {
  await packageApp();
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
