import { IntlMessageFormat } from 'intl-messageformat';

/** Every text of menus, dialogs and the report's window, in ICU message format. An `&` stands before an access key. */
export const SHELL_WORDS = {
  'menu.file': '&File',
  'menu.newCheck': 'New check',
  'menu.openFile': 'Open an evidence file…',
  'menu.close': 'Close',
  'menu.exit': 'Exit',
  'menu.quit': 'Quit',
  'menu.quitApp': 'Quit {app}',
  'menu.services': 'Services',
  'menu.hideApp': 'Hide {app}',
  'menu.hideOthers': 'Hide others',
  'menu.showAll': 'Show all',
  'menu.edit': '&Edit',
  'menu.undo': 'Undo',
  'menu.redo': 'Redo',
  'menu.cut': 'Cut',
  'menu.copy': 'Copy',
  'menu.paste': 'Paste',
  'menu.delete': 'Delete',
  'menu.selectAll': 'Select all',
  'menu.view': '&View',
  'menu.actualSize': 'Actual size',
  'menu.zoomIn': 'Larger',
  'menu.zoomOut': 'Smaller',
  'menu.fullScreen': 'Full screen',
  'menu.window': '&Window',
  'menu.minimize': 'Minimize',
  'menu.zoomWindow': 'Zoom',
  'menu.toFront': 'Bring all to front',
  'menu.help': '&Help',
  'menu.helpPage': 'How to use this app',
  'menu.page.snapshots': 'Snapshots documentation',
  'menu.page.admin': 'Atlassian administration',
  'menu.logFolder': 'Open log folder',
  'menu.about': 'About {app}',
  'openFile.title': 'Open an evidence file',
  'openFile.kind': 'Evidence files',
  'logFolder.failed': 'The log folder could not be opened',
  'logFolder.where': 'It is here: {folder}',
  'page.failed': 'No browser opened the page',
  'page.where': 'Its address is {address}',
  'about.version': 'Version {version}',
  'about.electron': 'Electron {version}',
  'about.chromium': 'Chromium {version}',
  'about.node': 'Node.js {version}',
  'about.system': 'On {system}',
  'about.licence': 'Licence: {licence}',
  'about.copy': 'Copy',
  'about.close': 'Close',
  'crash.fault.title': 'Something went wrong inside this app',
  'crash.fault.detail':
    'Nothing was sent. You can go on. If it happens again, close this app and start it again.',
  'crash.gone.title': 'The window stopped working twice',
  'crash.gone.detail': 'Nothing was sent. Open it again, or close this app and start it again.',
  'crash.silent.title': 'The window does not answer',
  'crash.silent.detail': 'It may be busy. Wait a little, or open it again. Nothing was sent.',
  'crash.showReport': 'Show a report',
  'crash.goOn': 'Go on',
  'crash.wait': 'Wait',
  'crash.reopen': 'Open the window again',
  'crash.quit': 'Close the app',
  'crash.noReport.title': 'There is no report',
  'crash.noReport.detail':
    'The last check could not rule out that a secret is in it. Nothing was saved or copied.',
  'crash.ok': 'OK',
  'crash.report.title': 'A report of what went wrong',
  'crash.report.lead':
    'This is all of it. Your keys and the name of your home folder are removed. Nothing is sent: save or copy it, and give it to support yourself.',
  'crash.report.text': 'The report',
  'crash.report.save': 'Save…',
  'crash.report.copy': 'Copy',
  'crash.report.close': 'Close',
  'crash.report.saved': 'Saved as {name}.',
  'crash.report.copied': 'Copied.',
  'crash.report.subject': 'The report',
} as const;

export type ShellKey = keyof typeof SHELL_WORDS;

/** Gives the text for a key, with its values filled in. */
export type ShellSay = (key: ShellKey, values?: Readonly<Record<string, string | number>>) => string;

/** Makes the speaker of one language. */
export function createShellSay(words: Readonly<Record<ShellKey, string>>, locale: string): ShellSay {
  const formats = new Map<ShellKey, IntlMessageFormat>();
  return (key, values = {}) => {
    let format = formats.get(key);
    if (format === undefined) {
      format = new IntlMessageFormat(words[key], locale, undefined, { ignoreTag: true });
      formats.set(key, format);
    }
    return String(format.format({ ...values }));
  };
}
