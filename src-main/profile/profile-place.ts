import { posix, win32 } from 'node:path';

// No schema here: main.ts looks for the file before the first screen.

/** The name of a profile's file beside the program. */
export const PROFILE_FILE = 'support-profile.json';

/** The facts that locate a program. */
type ProgramFacts = Pick<NodeJS.Process, 'platform' | 'execPath' | 'env'>;

/**
 * Returns where a profile that comes with the program, by default this one, lies: next to what the person sees as the program. A portable
 * Windows program and an AppImage run from a temporary folder; PORTABLE_EXECUTABLE_DIR (electron-builder's `portable.nsi`)
 * and APPIMAGE (its runtime) hold their own place.
 */
export function profilePlace(facts: ProgramFacts = process): string {
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
