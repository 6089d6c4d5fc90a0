import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { dialog } from 'electron';
import type { App } from 'electron';

import { pickLanguage } from '../../i18n/language.ts';
import { loadCatalog } from '../../i18n/load-catalog.ts';
import { createTranslator, tEnglish } from '../../i18n/translator.ts';

/** Shows that `folder` cannot be used, and quits. */
export async function showUserDataError(app: App, folder: string): Promise<void> {
  process.stderr.write(`${tEnglish('shell.noFolder', { folder })}\n`);
  // Chromium needs a folder even for a dialog.
  app.setPath('userData', mkdtempSync(join(tmpdir(), 'no-user-data-')));
  await app.whenReady();
  const t = createTranslator(await loadCatalog(pickLanguage([app.getLocale()])));
  dialog.showErrorBox(t('app.name'), t('shell.noFolder', { folder }));
  app.quit();
}
