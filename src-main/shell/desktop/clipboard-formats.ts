/** What GNOME's file manager, and those that follow it, put on the clipboard beside the list of addresses. */
const GNOME_FILES = 'electron application/osclipboard;format="x-special/gnome-copied-files"';

/**
 * The formats in which a file is put on the clipboard, by their MIME types. Electron 44 and newer write `text/uri-list` as
 * the system's own list of files: CF_HDROP on Windows, file URLs on macOS (electronjs.org, "ClipboardItem"). `address` is
 * the file's URL.
 */
export function fileOnClipboard(address: string, platform: NodeJS.Platform): Record<string, Blob> {
  const list = { 'text/uri-list': new Blob([address]) };
  return platform === 'linux' ? { [GNOME_FILES]: new Blob([`copy\n${address}`]), ...list } : list;
}
