import { accessSync, constants, mkdirSync } from 'node:fs';

/**
 * A sentence for the person when the app's own folder cannot be used, else null. Without it the app would end without a
 * word: an instance that cannot write its lock there takes itself for a second one.
 */
export function userDataProblem(folder: string): string | null {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    accessSync(folder, constants.W_OK | constants.X_OK);
    return null;
  } catch {
    return `This app cannot write into its own folder:\n${folder}\n\nMake room on that disk, or ask whoever looks after this computer to let you write there. Then start the app again. Nothing was changed.`;
  }
}
