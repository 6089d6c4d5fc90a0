import { accessSync, constants, mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { dialog } from 'electron';
import type { App } from 'electron';

import { pickLanguage } from '../words/language.ts';
import { createSay, sayEnglish } from '../words/say.ts';

/**
 * The app's own folder when it cannot be used, else null. Left alone, the app would then end without a word: an instance
 * that cannot write its lock there takes itself for a second one.
 */
export function unusableFolder(app: Pick<App, 'getPath' | 'getName'>): string | null {
  const folder = ownFolder(app);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    accessSync(folder, constants.W_OK | constants.X_OK);
    return null;
  } catch {
    return folder;
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

/** Says that `folder` cannot be used, and ends the app. */
export async function tellUnusableFolder(app: App, folder: string): Promise<void> {
  process.stderr.write(`${sayEnglish('shell.noFolder', { folder })}\n`);
  // To show a dialog Chromium needs a folder all the same.
  app.setPath('userData', mkdtempSync(join(tmpdir(), 'no-user-data-')));
  await app.whenReady();
  const say = createSay(pickLanguage([app.getLocale()]));
  dialog.showErrorBox(say('app.name'), say('shell.noFolder', { folder }));
  app.quit();
}
