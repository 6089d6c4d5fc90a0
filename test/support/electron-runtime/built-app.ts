import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, readdirSync, readFileSync, rmSync, statSync, utimesSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { join } from 'node:path';

import { IS_ROOT, openFolder, placeOnce, REPOSITORY } from './places.ts';
import { runProgram } from './launching/run-program.ts';

const SOURCES = [
  'src-main',
  'src-renderer',
  'package.json',
  'vite.config.ts',
  'assets/packaging/draw-first-pages.ts',
];
const RESULTS = [
  'dist/main/main.cjs',
  'dist/worker/picture-worker.cjs',
  'dist/roots-worker/system-roots-worker.cjs',
  'dist/preload/preload.cjs',
  'dist/renderer/page.json',
];

/** Whether a part of the build is missing or older than a source; the folders tell of files that were deleted. */
export function isBuildStale(repository: string): boolean {
  const results = RESULTS.map((file) => join(repository, file));
  if (!results.every((file) => existsSync(file))) return true;
  const oldest = Math.min(...results.map((file) => statSync(file).mtimeMs));
  return SOURCES.flatMap((source) => [source, ...globSync(`${source}/**`, { cwd: repository })]).some(
    (source) => statSync(join(repository, source)).mtimeMs > oldest,
  );
}

/** Builds the app; what the build says goes to standard error. Rejects when it fails. */
export async function build(): Promise<void> {
  const vite = join(REPOSITORY, 'node_modules/vite/bin/vite.js');
  const child = spawn(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
    cwd: REPOSITORY,
    stdio: ['ignore', 2, 2],
  });
  const exitCode = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  if (exitCode !== 0) throw new Error('The app could not be built; the reason stands above.');
}

/**
 * The folder of the built app for Electron's first argument. As root it is a copy in `cache`, since the repository may
 * lie where only root can read it; each build has its own copy, so that a running app never loses its files.
 */
export async function appFolder(cache: string): Promise<string> {
  if (!IS_ROOT) return REPOSITORY;
  const copies = openFolder(join(cache, 'app'));
  const folder = join(copies, hashOfBuild());
  await placeOnce(folder, async (sibling) => {
    await cp(join(REPOSITORY, 'dist'), join(sibling, 'dist'), { recursive: true });
    await cp(join(REPOSITORY, 'package.json'), join(sibling, 'package.json'));
    const { exitCode, output } = await runProgram('chmod', ['-R', 'a+rX', sibling]);
    if (exitCode !== 0) throw new Error(`The built app could not be copied: ${output.trim()}`);
  });
  utimesSync(folder, new Date(), new Date());
  removeOldCopies(copies);
  return folder;
}

function hashOfBuild(): string {
  const hash = createHash('sha256');
  const files = globSync('dist/**', { cwd: REPOSITORY, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  for (const file of [...files, join(REPOSITORY, 'package.json')]) {
    hash.update(`${file}\0${statSync(file).size}\0`).update(readFileSync(file));
  }
  return hash.digest('hex').slice(0, 32);
}

const WEEK = 7 * 24 * 60 * 60_000;

function removeOldCopies(copies: string): void {
  for (const name of readdirSync(copies)) {
    const folder = join(copies, name);
    const age = Date.now() - (statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
    if (age > WEEK) rmSync(folder, { recursive: true, force: true });
  }
}
