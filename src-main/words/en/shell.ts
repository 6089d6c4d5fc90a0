/** What the system shows for us: dialogs, menus, messages. */
export const SHELL = {
  'shell.saveIn': 'Save the evidence file in…',
  'shell.saveHere': 'Save here',
  'shell.openProfile': 'Open a support profile',
  'shell.newResult': 'New result for {site}',
} as const;
