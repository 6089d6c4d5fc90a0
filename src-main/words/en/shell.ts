/** What the system shows for us: dialogs, menus, messages. */
export const SHELL = {
  'shell.noFolder':
    'This app cannot write into its own folder:\n{folder}\n\nMake room on that disk, or ask whoever looks after this computer to let you write there. Then start the app again. Nothing was changed.',
  'shell.saveIn': 'Save the evidence file in…',
  'shell.saveHere': 'Save here',
  'shell.openProfile': 'Open a support profile',
  'shell.newResult': 'New result for {site}',
} as const;
