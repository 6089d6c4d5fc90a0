import { mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * Makes a folder and its missing parents, each with `mode`. Rejects with Node's error. Node's own `recursive` never
 * returns below `/proc`, where nothing can be made and nothing is missing (Node 24).
 */
export async function makeFolders(path: string, mode = 0o777): Promise<void> {
  const problem = await make(path, mode);
  if (problem === null) return;
  if (problem.code !== 'ENOENT' || dirname(path) === path) throw problem;
  await makeFolders(dirname(path), mode);
  const second = await make(path, mode);
  if (second !== null) throw second;
}

/** Resolves with null when the folder exists. */
async function make(folder: string, mode: number): Promise<NodeJS.ErrnoException | null> {
  try {
    await mkdir(folder, { mode });
    return null;
  } catch (error) {
    const problem: NodeJS.ErrnoException = error instanceof Error ? error : new Error('unknown');
    // Drives and other people's folders refuse to be made (EPERM, EISDIR, EROFS) although they exist.
    const isThere = await stat(folder).then(
      (found) => found.isDirectory(),
      () => false,
    );
    return isThere ? null : problem;
  }
}
