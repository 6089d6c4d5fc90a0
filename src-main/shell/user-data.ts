import { accessSync, constants, mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { App } from 'electron';

/**
 * A sentence for the person when the app's own folder cannot be used, else null. Without it the app would end without a
 * word: an instance that cannot write its lock there takes itself for a second one. To show the sentence Chromium still
 * needs a folder, and is given a temporary one.
 */
export function userDataProblem(app: Pick<App, 'getPath' | 'setPath' | 'getName'>): string | null {
  const folder = ownFolder(app);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    accessSync(folder, constants.W_OK | constants.X_OK);
    return null;
  } catch {
    app.setPath('userData', mkdtempSync(join(tmpdir(), 'no-user-data-')));
    return `This app cannot write into its own folder:\n${folder}\n\nMake room on that disk, or ask whoever looks after this computer to let you write there. Then start the app again. Nothing was changed.`;
  }
}

function ownFolder(app: Pick<App, 'getPath' | 'getName'>): string {
  try {
    return app.getPath('userData');
  } catch {
    // Electron makes the folder as it tells its name, and throws when it cannot.
    return join(app.getPath('appData'), app.getName());
  }
}
