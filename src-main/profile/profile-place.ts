import { posix, win32 } from 'node:path';

import { PROFILE_FILE } from '../contract/profile.ts';

/** What the environment tell of the program's place. */
export interface ProgramFacts {
  readonly platform: NodeJS.Platform;
  /** The executable that runs. */
  readonly execPath: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/**
 * Where a profile that comes with the program lies: beside what the person sees as the program. A portable Windows
 * program and an AppImage run from a temporary folder and tell their own place in the environment (electron-builder's
 * `portable.nsi` sets PORTABLE_EXECUTABLE_DIR, the AppImage runtime APPIMAGE).
 */
export function profilePlace(facts: ProgramFacts): string {
  const path = facts.platform === 'win32' ? win32 : posix;
  return path.join(programFolder(facts), PROFILE_FILE);
}

/** `…/Doctor.app/Contents/MacOS/Doctor`: what the person sees and moves is `Doctor.app`. */
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

/**
 * Whether a file lies in a folder itself, not below it. For the Downloads folder, into which any web page can put a file
 * of any name.
 */
export function isDirectlyIn(folder: string, place: string, platform: NodeJS.Platform): boolean {
  const path = platform === 'win32' ? win32 : posix;
  const [one, other] = [path.resolve(folder), path.dirname(path.resolve(place))];
  // The file systems of both take letters of either case for the same.
  return platform === 'win32' || platform === 'darwin'
    ? one.toLowerCase() === other.toLowerCase()
    : one === other;
}
