import { mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * Makes a folder and those above it that are missing; nothing happens when it is there. `mode` is for those that are
 * made. Rejects with Node's error. Node's own `recursive` never returns below `/proc`, where nothing can be made and
 * nothing is missing (Node 24).
 */
export async function makeFolders(path: string, mode = 0o777): Promise<void> {
  const missing = [path];
  for (let folder = path; ; folder = dirname(folder)) {
    const problem = await make(folder, mode);
    if (problem === null) break;
    if (problem.code !== 'ENOENT' || dirname(folder) === folder) throw problem;
    missing.push(dirname(folder));
  }
  for (const folder of missing.reverse()) {
    const problem = await make(folder, mode);
    if (problem !== null) throw problem;
  }
}

/** Null when the folder is there. */
async function make(folder: string, mode: number): Promise<NodeJS.ErrnoException | null> {
  try {
    await mkdir(folder, { mode });
    return null;
  } catch (error) {
    const problem: NodeJS.ErrnoException = error instanceof Error ? error : new Error('unknown');
    if (problem.code === 'ENOENT') return problem;
    return (await isFolder(folder)) ? null : problem;
  }
}

/** Drives and folders of others refuse to be made (EPERM, EISDIR, EROFS) although they are there. */
async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    return false;
  }
}
