import { accessSync, constants, mkdirSync } from 'node:fs';
import { join } from 'node:path';

import type { App } from 'electron';

/**
 * Returns the app's own folder when it cannot be used, else null. The app would otherwise end silently: an instance that
 * cannot write its lock takes itself for a second one.
 */
export function unusableFolder(app: App): string | null {
  let folder = join(app.getPath('appData'), app.getName());
  try {
    // Makes the folder, and throws when it cannot.
    folder = app.getPath('userData');
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    accessSync(folder, constants.W_OK | constants.X_OK);
    return null;
  } catch {
    return folder;
  }
}
