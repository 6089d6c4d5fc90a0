import { pathToFileURL } from 'node:url';

import { clipboard, ClipboardItem } from 'electron';

import { fileOnClipboard } from './clipboard-formats.ts';

/** Puts a file on the clipboard, so that it can be pasted into a mail; false if the system took none. */
export async function copyFileToClipboard(path: string): Promise<boolean> {
  try {
    const formats = fileOnClipboard(pathToFileURL(path).href, process.platform);
    await clipboard.write([new ClipboardItem(formats)]);
    return true;
  } catch {
    return false;
  }
}
