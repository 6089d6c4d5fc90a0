import { access } from 'node:fs/promises';

import { dialog } from 'electron';
import type { BrowserWindow } from 'electron';

import { fail, succeed } from '../../contract/failure.ts';
import type { Result } from '../../contract/failure.ts';
import { DEFAULT_SUPPORT } from '../../contract/default-support.ts';
import { MAX_PROFILE_BYTES } from '../../contract/profile.ts';
import type { Support } from '../../contract/profile.ts';
import { readWhole } from '../../storage/atomic-file.ts';
import { message } from '../../i18n/message.ts';
import type { Translate } from '../../i18n/translator.ts';
import { chooseProfileFile } from './desktop.ts';

/** The bytes of a support profile; null when there is no such file. Fails as `readWhole` does. */
export function readProfileFile(path: string): Promise<Result<Uint8Array | null>> {
  return readWhole(path, MAX_PROFILE_BYTES, 'profile');
}

/** Lets the person choose a support profile and reads it; null if they closed the dialog. */
export async function chooseProfile(window: BrowserWindow, t: Translate): Promise<Result<Uint8Array> | null> {
  const path = await chooseProfileFile(window, t);
  const file = path === null ? null : await readProfileFile(path);
  if (file === null || !file.ok) return file;
  return file.value === null ? fail('bad-input', message('failure.profile.gone')) : succeed(file.value);
}

/** Whether there is a file of that name; it is not opened. */
export async function isProfileThere(path: string): Promise<boolean> {
  try {
    await access(path);
    return true;
  } catch {
    return false;
  }
}

/**
 * Asks whether the profile beside the program may say whom the mail goes to; true for yes. Comes before the window is
 * shown, so it has no window to stand before.
 */
export async function askAboutProfile({ name, mail }: Support, t: Translate): Promise<boolean> {
  const usual = DEFAULT_SUPPORT.mail;
  const { response } = await dialog.showMessageBox({
    type: 'question',
    message: t('shell.profile.title', { mail }),
    detail: t('shell.profile.detail', { name, mail, usual }),
    buttons: [t('shell.profile.no', { usual }), t('shell.profile.yes', { mail })],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  });
  return response === 1;
}
