import { dialog } from 'electron';
import type { BrowserWindow } from 'electron';

import type { Translate } from '../../i18n/translator.ts';

export interface ClosePorts {
  /** Whether closing would end something that the person has asked for. */
  readonly isAtWork: () => boolean;
  /** Asks the person; true when the window is to be closed all the same. */
  readonly ask: () => Promise<boolean>;
}

/**
 * Has the person asked before the window is closed, as long as something is at work; whoever closes it again while the
 * question stands is not asked twice. Returns a function that lets the window go without a question, for a computer that
 * is being switched off.
 */
export function confirmClose(
  window: Pick<BrowserWindow, 'on' | 'close'>,
  { isAtWork, ask }: ClosePorts,
): () => void {
  let mayGo = false;
  let isAsking = false;
  window.on('close', (event) => {
    if (mayGo || !isAtWork()) return;
    event.preventDefault();
    if (isAsking) return;
    isAsking = true;
    void ask().then((yes) => {
      isAsking = false;
      if (!yes) return;
      mayGo = true;
      window.close();
    });
  });
  return () => {
    mayGo = true;
  };
}

/** Asks whether the check that repeats itself may end; true for yes. Closing the question is a no. */
export async function confirmStop(window: BrowserWindow, t: Translate): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    message: t('shell.close.title'),
    detail: t('shell.close.detail'),
    buttons: [t('shell.close.no'), t('shell.close.yes')],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  });
  return response === 1;
}
