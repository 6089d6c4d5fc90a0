import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  copyFileSync,
  globSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';

import packageJson from '../../package.json' with { type: 'json' };
import { productOf } from '../../src-main/product.ts';
import { bundledPackages, licencesFile } from './bundled-packages.ts';
import { sbom } from './sbom.ts';
import { stagedFolders } from './staged.ts';
import type { PackedKind, Staged } from './staged.ts';

const BUNDLED_PACKAGES = 'bundled-packages.json';
const START_FILE_FOLDER = 'test/support/electron-runtime';
const START_FILES = ['start-file.cjs', 'electron-45-switches.cjs'];

/**
 * Builds everything for a packed app into `out/stage/KIND`. With `needsStartFile`, for an older Electron, the start file of
 * the tests becomes the entry of a test build. Rejects when the build fails or a licence is missing.
 */
export async function stage(options: {
  readonly repository: string;
  readonly kind: PackedKind;
  readonly electron: string;
  readonly needsStartFile: boolean;
}): Promise<Staged> {
  const { repository, kind } = options;
  if (options.needsStartFile && kind === 'release')
    throw new Error('A release has no start file: it is packed with the Electron it is written for.');
  const staged = stagedFolders(repository, kind);
  rmSync(dirname(staged.app), { recursive: true, force: true });
  await viteBuild(repository, kind);
  const dist = join(staged.app, 'dist');
  const lists = globSync(`*/${BUNDLED_PACKAGES}`, { cwd: dist }).map((file) => {
    const text = readFileSync(join(dist, file), 'utf8');
    unlinkSync(join(dist, file));
    return text;
  });
  for (const file of globSync('**/*.map', { cwd: dist })) {
    mkdirSync(dirname(join(staged.maps, file)), { recursive: true });
    renameSync(join(dist, file), join(staged.maps, file));
  }

  const { name, description, license, author, main } = packageJson;
  const { name: productName, version } = productOf(kind);
  const manifest = {
    name,
    productName,
    version,
    description,
    license,
    author,
    main: options.needsStartFile ? 'start-file.cjs' : main,
    // Ties the window to its entry in Linux's menus.
    desktopName: `${name}.desktop`,
  };
  writeFileSync(join(staged.app, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  for (const file of options.needsStartFile ? START_FILES : [])
    copyFileSync(join(repository, START_FILE_FOLDER, file), join(staged.app, file));

  const packages = bundledPackages(repository, lists);
  mkdirSync(staged.beside);
  const own = readFileSync(join(repository, 'LICENSE'), 'utf8');
  writeFileSync(join(staged.beside, 'licences.txt'), licencesFile(own, packages));
  const parts = sbom({ name, version, licence: license }, options.electron, packages);
  writeFileSync(join(staged.beside, 'sbom.cdx.json'), parts);
  return staged;
}

async function viteBuild(repository: string, kind: PackedKind): Promise<void> {
  const vite = join(repository, 'node_modules/vite/bin/vite.js');
  const child = spawn(process.execPath, [vite, 'build', '--mode', kind, '--logLevel', 'warn'], {
    cwd: repository,
    // NODE_ENV is "test" under a test runner, which would bundle React's development build.
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: ['ignore', 2, 2],
  });
  const [exitCode] = await once(child, 'close');
  if (exitCode !== 0) throw new Error('The app could not be built; the reason stands above.');
}
