import { linkSync, mkdirSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

import { openFolder, ownCache } from '../places.ts';
import { launcher } from '../runtime.ts';

/** An Electron under the product's name, and the function that removes it. */
export interface ReleaseLike {
  /** What Playwright executes. */
  readonly executablePath: string;
  readonly remove: () => void;
}

/**
 * Gives an Electron under another name than its own, made of links to it. An app takes itself for packed by nothing else
 * than that name (`app.isPackaged`), so that what a release does can be tried without packing one. Linux only.
 */
export function releaseLike(electron: string): ReleaseLike {
  const folder = join(openFolder(join(ownCache(), 'release-like')), `${process.pid}-${Date.now()}`);
  mkdirSync(folder, { mode: 0o755 });
  const executable = join(folder, 'xray-residency-doctor');
  for (const name of readdirSync(dirname(electron))) {
    // A link by name would be followed to Electron's own name.
    if (name === basename(electron)) linkSync(electron, executable);
    else symlinkSync(join(dirname(electron), name), join(folder, name));
  }
  return {
    executablePath: launcher(ownCache(), executable),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
