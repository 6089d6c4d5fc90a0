import { clipboard, dialog } from 'electron';
import type { BrowserWindow, NativeImage } from 'electron';

import { aboutLines } from './about.ts';
import type { RuntimeFacts } from './about.ts';
import type { Say } from '../../i18n/translator.ts';

/** Shows the about box until it is closed, and copies the facts if the person wants that. */
export async function showAbout(options: {
  readonly window: BrowserWindow;
  readonly facts: RuntimeFacts;
  readonly say: Say;
  readonly icon: NativeImage;
}): Promise<void> {
  const { window, facts, say, icon } = options;
  const lines = aboutLines(facts, say);
  const { response } = await dialog.showMessageBox(window, {
    type: 'none',
    title: say('menu.about', { app: facts.app }),
    message: facts.app,
    detail: lines.join('\n'),
    buttons: [say('about.close'), say('about.copy')],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
    icon,
  });
  if (response === 1) await clipboard.writeText([facts.app, ...lines].join('\n'));
}
