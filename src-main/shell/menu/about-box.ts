import { clipboard, dialog } from 'electron';
import type { BrowserWindow, NativeImage } from 'electron';

import { aboutLines } from './about.ts';
import type { RuntimeFacts } from './about.ts';
import type { Translate } from '../../i18n/translator.ts';

/** Shows the about box until it is closed, and copies the facts if the person wants that. */
export async function showAbout(options: {
  readonly window: BrowserWindow;
  readonly facts: RuntimeFacts;
  readonly t: Translate;
  readonly icon: NativeImage;
}): Promise<void> {
  const { window, facts, t, icon } = options;
  const lines = aboutLines(facts, t);
  const { response } = await dialog.showMessageBox(window, {
    type: 'none',
    title: t('menu.about', { app: facts.app }),
    message: facts.app,
    detail: lines.join('\n'),
    buttons: [t('about.close'), t('about.copy')],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
    icon,
  });
  if (response === 1) await clipboard.writeText([facts.app, ...lines].join('\n'));
}
