import { execFile } from 'node:child_process';
import { win32 } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

import { clipboard, ClipboardItem } from 'electron';

/** Puts a file on the clipboard, so that it can be pasted into a mail; false if the system took none. */
export async function copyFileToClipboard(path: string): Promise<boolean> {
  try {
    const command = fileCommand(path, process.platform, process.env);
    if (command === null) await clipboard.write([new ClipboardItem(fileOnClipboard(path, process.platform))]);
    else await promisify(execFile)(command.program, command.args, command.options);
    return true;
  } catch {
    return false;
  }
}

const COMMAND_LIMIT_MS = 10_000;

/**
 * The system's own command that puts a file on the clipboard; null where Electron's clipboard can do it. Mail programs on
 * Windows take lists of files alone (CF_HDROP), which Electron's clipboard cannot write, but `Set-Clipboard` of Windows
 * PowerShell 5.1 can (learn.microsoft.com, "Set-Clipboard"). The path is handed over in the environment, where nothing
 * in it is read as a command.
 */
export function fileCommand(
  path: string,
  platform: NodeJS.Platform,
  env: Readonly<Record<string, string | undefined>>,
) {
  if (platform !== 'win32') return null;
  const root = env['SystemRoot'] ?? 'C:\\Windows';
  return {
    program: win32.join(root, 'System32', 'WindowsPowerShell', 'v1.0', 'powershell.exe'),
    args: [
      '-NoProfile',
      '-NonInteractive',
      '-Command',
      'Set-Clipboard -LiteralPath $env:XRAY_DOCTOR_FILE -ErrorAction Stop',
    ],
    options: {
      env: { SystemRoot: root, XRAY_DOCTOR_FILE: path },
      windowsHide: true,
      timeout: COMMAND_LIMIT_MS,
    },
  } as const;
}

/** A format of the system's own clipboard, as Electron names it (electronjs.org, "clipboard"). */
const osFormat = (format: string): string => `electron application/osclipboard;format="${format}"`;

/** A file as the file managers of macOS and of Linux put it on the clipboard. */
export function fileOnClipboard(path: string, platform: NodeJS.Platform): Record<string, Blob> {
  const address = pathToFileURL(path).href;
  if (platform === 'darwin') return { [osFormat('public.file-url')]: new Blob([address]) };
  return {
    [osFormat('x-special/gnome-copied-files')]: new Blob([`copy\n${address}`]),
    [osFormat('text/uri-list')]: new Blob([`${address}\r\n`]),
  };
}
