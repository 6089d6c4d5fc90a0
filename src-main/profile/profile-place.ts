import { access } from 'node:fs/promises';
import { posix, win32 } from 'node:path';

import { MAX_PROFILE_BYTES, PROFILE_FILE } from '../contract/profile.ts';
import { readWhole } from '../storage/atomic-file.ts';
import type { BesideProgram } from './support-contact-store.ts';

/** The facts that locate the program. */
export interface ProgramFacts {
  readonly platform: NodeJS.Platform;
  /** The executable that runs. */
  readonly execPath: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/**
 * Returns where a profile that comes with the program lies: next to what the person sees as the program. A portable
 * Windows program and an AppImage run from a temporary folder; PORTABLE_EXECUTABLE_DIR (electron-builder's `portable.nsi`)
 * and APPIMAGE (its runtime) hold their own place.
 */
export function profilePlace(facts: ProgramFacts): string {
  const path = facts.platform === 'win32' ? win32 : posix;
  return path.join(programFolder(facts), PROFILE_FILE);
}

const INSIDE_OF_APP = /^(.+\.app)\/Contents\/MacOS\/[^/]+$/u;

function programFolder({ platform, execPath, env }: ProgramFacts): string {
  if (platform === 'win32') {
    const told = env['PORTABLE_EXECUTABLE_DIR'] ?? '';
    return win32.isAbsolute(told) ? told : win32.dirname(execPath);
  }
  if (platform === 'darwin') return posix.dirname(INSIDE_OF_APP.exec(execPath)?.[1] ?? execPath);
  const image = env['APPIMAGE'] ?? '';
  return posix.dirname(posix.isAbsolute(image) ? image : execPath);
}

/** Whether a file lies in a folder itself, not below it. */
export function isDirectlyIn(folder: string, place: string, platform: NodeJS.Platform): boolean {
  const path = platform === 'win32' ? win32 : posix;
  const [one, other] = [path.resolve(folder), path.dirname(path.resolve(place))];
  const isCaseSensitive = platform !== 'win32' && platform !== 'darwin';
  return isCaseSensitive ? one === other : one.toLowerCase() === other.toLowerCase();
}

/** Returns the profile next to this program; `downloads` is the person's Downloads folder. */
export function profileBesideProgram(downloads: string): BesideProgram {
  const { platform, execPath, env } = process;
  const place = profilePlace({ platform, execPath, env });
  return {
    isInDownloads: isDirectlyIn(downloads, place, platform),
    isThere: () =>
      access(place).then(
        () => true,
        () => false,
      ),
    read: () => readWhole(place, MAX_PROFILE_BYTES, 'profile'),
  };
}
