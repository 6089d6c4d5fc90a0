import { dirname } from 'node:path';

import { app, clipboard, dialog } from 'electron';
import type { BrowserWindow, FileFilter, MessageBoxOptions, NativeImage } from 'electron';

import { DEFAULT_SUPPORT } from '../../contract/support/default-support.ts';
import { fail, succeed } from '../../contract/failure.ts';
import type { Failure, Result } from '../../contract/failure.ts';
import { MAX_PROFILE_BYTES } from '../../contract/values.ts';
import type { ProfileOrigin, Support } from '../../contract/support/support-profile.ts';
import { message } from '../../i18n/message.ts';
import type { MessageValues } from '../../i18n/message.ts';
import { formatUntrusted } from '../../i18n/translator.ts';
import type { Translate } from '../../i18n/translator.ts';
import { aboutLines } from '../menu/about.ts';
import type { RuntimeFacts } from '../menu/about.ts';
import { readWhole } from '../../storage/atomic-file.ts';
import { buttonOrder } from './button-order.ts';

/**
 * Shows a message box in front of `window`, or alone without one, and resolves with the number of the chosen button. The
 * first button is the default, and what closing the box means; it stands where the system has it.
 */
export async function showBox(window: BrowserWindow | null, options: MessageBoxOptions): Promise<number> {
  const { buttons = [] } = options;
  const order = buttonOrder(process.platform, buttons.length, options.type === 'question');
  const least = Math.max(0, order.indexOf(0));
  const box = {
    noLink: true,
    ...options,
    defaultId: least,
    cancelId: least,
    buttons: order.map((index) => buttons[index] ?? ''),
  };
  const isThere = window !== null && !window.isDestroyed();
  const { response } = await (isThere ? dialog.showMessageBox(window, box) : dialog.showMessageBox(box));
  return order[response] ?? 0;
}

/** Asks a question in the texts of its name, with these values in them; resolves with true for yes. */
async function confirm(
  window: BrowserWindow | null,
  question: 'close' | 'capture' | 'profile',
  t: Translate,
  values: MessageValues = {},
): Promise<boolean> {
  const response = await showBox(window, {
    type: 'question',
    message: t(`shell.${question}.title`, values),
    detail: t(`shell.${question}.detail`, values),
    buttons: [t(`shell.${question}.no`, values), t(`shell.${question}.yes`, values)],
  });
  return response === 1;
}

/** Asks whether the check that repeats itself may end. */
export function confirmStop(window: BrowserWindow, t: Translate): Promise<boolean> {
  return confirm(window, 'close', t);
}

/** Asks whether the screen may be captured, for a press without an input event, as a screen reader's. */
export function confirmCapture(window: BrowserWindow, t: Translate): Promise<boolean> {
  return confirm(window, 'capture', t);
}

/**
 * Asks whether a profile may choose the mail's recipient: the one beside the program, before there is a window to see, or
 * one that was dropped onto it.
 */
export function confirmProfile(
  { name, mail }: Support,
  from: ProfileOrigin,
  window: BrowserWindow,
  t: Translate,
): Promise<boolean> {
  const values = { from, name, mail, usual: DEFAULT_SUPPORT.mail };
  return confirm(from === 'dropped' ? window : null, 'profile', t, values);
}

/** Shows why a file with an extra certificate authority is not used; the app goes on without it. */
export function showExtraCaError(window: BrowserWindow, failure: Failure, t: Translate): void {
  if (window.isDestroyed()) return;
  void showBox(window, {
    type: 'info',
    message: formatUntrusted(t, failure.phrase, failure.message),
    detail: t('shell.extraCa.goesOn'),
  });
}

/** Shows the about box; copies the facts when the person wants that. */
export async function showAbout(options: {
  readonly window: BrowserWindow;
  readonly facts: RuntimeFacts;
  readonly t: Translate;
  readonly icon: NativeImage;
}): Promise<void> {
  const { window, facts, t, icon } = options;
  const lines = aboutLines(facts, t);
  const response = await showBox(window, {
    type: 'none',
    title: t('menu.about', { app: facts.app }),
    message: facts.app,
    detail: lines.join('\n'),
    buttons: [t('about.close'), t('about.copy')],
    icon,
  });
  if (response === 1) await clipboard.writeText([facts.app, ...lines].join('\n'));
}

/** Electron 43 and newer do not remember the last folder themselves. */
let lastFolder: string | null = null;

/** Asks for files, in Downloads or the last folder; none when the person closed the dialog. */
async function chooseFiles(
  window: BrowserWindow,
  { title, filter, several }: { title: string; filter: FileFilter; several: boolean },
): Promise<readonly string[]> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title,
    defaultPath: lastFolder ?? app.getPath('downloads'),
    properties: several ? ['openFile', 'multiSelections'] : ['openFile'],
    filters: [filter],
  });
  const [first] = filePaths;
  if (canceled || first === undefined) return [];
  lastFolder = dirname(first);
  return filePaths;
}

/** Asks for evidence files, or mails with one; none when the person closed the dialog. */
export function chooseEvidence(window: BrowserWindow, t: Translate): Promise<readonly string[]> {
  const filter = { name: t('shell.evidenceFiles'), extensions: ['zip', 'eml'] };
  return chooseFiles(window, { title: t('shell.openFile'), filter, several: true });
}

/** Asks for a support profile and reads it; null when the person closed the dialog. Fails as `readWhole` does. */
export async function chooseProfile(window: BrowserWindow, t: Translate): Promise<Result<Uint8Array> | null> {
  const filter = { name: 'JSON', extensions: ['json'] };
  const [path] = await chooseFiles(window, { title: t('shell.openProfile'), filter, several: false });
  const file = path === undefined ? null : await readWhole(path, MAX_PROFILE_BYTES, 'profile');
  if (file === null || !file.ok) return file;
  return file.value === null ? fail('bad-input', message('failure.profile.gone')) : succeed(file.value);
}

/** Asks for a folder to save in; null when the person closed the dialog. */
export async function chooseFolder(window: BrowserWindow, t: Translate): Promise<string | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: t('shell.saveIn'),
    buttonLabel: t('shell.saveHere'),
    defaultPath: app.getPath('documents'),
    properties: ['openDirectory', 'createDirectory'],
  });
  return canceled ? null : (filePaths[0] ?? null);
}
