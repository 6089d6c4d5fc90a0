import { dirname } from 'node:path';

import { app, dialog } from 'electron';
import type { BrowserWindow, FileFilter } from 'electron';

/** Where a file was chosen last, as long as the app runs; Electron 43 and newer do not use the system's memory. */
let lastFolder: string | null = null;

/** Asks for one file, in Downloads or where one was chosen before; null when the person closed the dialog. */
export async function chooseFile(
  window: BrowserWindow,
  { title, filter }: { readonly title: string; readonly filter: FileFilter },
): Promise<string | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title,
    defaultPath: lastFolder ?? app.getPath('downloads'),
    properties: ['openFile'],
    filters: [filter],
  });
  const [path] = filePaths;
  if (canceled || path === undefined) return null;
  lastFolder = dirname(path);
  return path;
}
