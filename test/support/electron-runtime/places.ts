import { randomUUID } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the repository. */
export const REPOSITORY = resolve(fileURLToPath(new URL('../../..', import.meta.url)));

/** Where commands run as root would hand their work to somebody without rights. */
export const IS_ROOT = process.getuid?.() === 0;

const OWN_FOLDER = 'xray-residency-doctor';

/**
 * The folder outside the repository that runtimes are kept in. Root's is one that everybody can read, since root does
 * not run Electron itself; other people's is where the XDG Base Directory Specification puts caches.
 */
export function cacheFolder(surroundings: {
  readonly isRoot: boolean;
  readonly xdgCacheHome: string | undefined;
  readonly home: string;
}): string {
  if (surroundings.isRoot) return join('/var/cache', OWN_FOLDER);
  const { xdgCacheHome } = surroundings;
  const parent = xdgCacheHome?.startsWith('/') === true ? xdgCacheHome : join(surroundings.home, '.cache');
  return join(parent, OWN_FOLDER);
}

/** This process's cache folder, made when it is missing, and readable by everybody when it is root's. */
export function ownCache(): string {
  const folder = cacheFolder({
    isRoot: IS_ROOT,
    xdgCacheHome: process.env['XDG_CACHE_HOME'],
    home: homedir(),
  });
  return openFolder(folder);
}

/** Makes `folder` when it is missing; as root everybody may read it, whatever the umask says. Gives `folder` back. */
export function openFolder(folder: string): string {
  mkdirSync(folder, { recursive: true });
  if (IS_ROOT) chmodSync(folder, 0o755);
  return folder;
}

/**
 * Fills `folder` all or nothing: `fill` works in a sibling, which gets its name by one rename. When somebody else was
 * faster, theirs stays. Rejects with what `fill` rejects with, and leaves nothing behind then.
 */
export async function placeOnce(folder: string, fill: (sibling: string) => Promise<void>): Promise<void> {
  if (existsSync(folder)) return;
  removeAbandoned(folder);
  const sibling = `${folder}.part-${randomUUID()}`;
  try {
    openFolder(sibling);
    await fill(sibling);
    renameSync(sibling, folder);
  } catch (error) {
    if (!existsSync(folder)) throw error;
  } finally {
    rmSync(sibling, { recursive: true, force: true });
  }
}

const HOUR = 60 * 60_000;

/** Removes what fills that were killed have left, once nobody can be at it any more. */
function removeAbandoned(folder: string): void {
  const parent = dirname(folder);
  for (const name of readdirSync(parent)) {
    if (!name.startsWith(`${basename(folder)}.part-`)) continue;
    const touched = statSync(join(parent, name), { throwIfNoEntry: false })?.mtimeMs ?? Date.now();
    if (Date.now() - touched > HOUR) rmSync(join(parent, name), { recursive: true, force: true });
  }
}
