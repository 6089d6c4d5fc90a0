/** What the system shows for us: dialogs, menus, messages. */
export const SHELL = {
  'shell.saveIn': 'Save the evidence file in…',
  'shell.saveHere': 'Save here',
} as const;
