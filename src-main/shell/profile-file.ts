import type { BrowserWindow } from 'electron';

import { fail, succeed } from '../contract/failure.ts';
import type { Result } from '../contract/failure.ts';
import { MOST_PROFILE_BYTES } from '../contract/profile.ts';
import { readWhole } from '../storage/atomic-file.ts';
import { phrase } from '../words/phrase.ts';
import type { Say } from '../words/say.ts';
import { chooseProfileFile } from './desktop.ts';

/** The bytes of a support profile; null when there is no such file. Fails as `readWhole` does. */
export function readProfileFile(path: string): Promise<Result<Uint8Array | null>> {
  return readWhole(path, MOST_PROFILE_BYTES, 'profile');
}

/** Lets the person choose a support profile and reads it; null if they closed the dialog. */
export async function chooseProfile(window: BrowserWindow, say: Say): Promise<Result<Uint8Array> | null> {
  const path = await chooseProfileFile(window, say);
  const file = path === null ? null : await readProfileFile(path);
  if (file === null || !file.ok) return file;
  return file.value === null ? fail('bad-input', phrase('failure.profile.gone')) : succeed(file.value);
}
