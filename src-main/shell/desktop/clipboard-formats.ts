/** The format of GNOME's file manager and its relatives. */
const GNOME_FILES = 'electron application/osclipboard;format="x-special/gnome-copied-files"';

/**
 * Returns the clipboard formats of a file by MIME type. Electron 44 and newer write `text/uri-list` as the system's own
 * list of files: CF_HDROP on Windows, file URLs on macOS (electronjs.org, "ClipboardItem"). `address` is the file's URL.
 */
export function fileOnClipboard(address: string, platform: NodeJS.Platform): Record<string, Blob> {
  const list = { 'text/uri-list': new Blob([address]) };
  return platform === 'linux' ? { [GNOME_FILES]: new Blob([`copy\n${address}`]), ...list } : list;
}
