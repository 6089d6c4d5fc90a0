/** Whom the person turns to, where a profile of their support says so. */
export const SUPPORT = {
  'support.problem':
    '{where, select, line {The profile was not taken. Line {line}: {reason}} other {The profile was not taken. {reason}}}',
  'support.setBy': 'Set by your support: {support}',
  'support.beside':
    'The file support-profile.json, which came with this program, says so. To undo it, remove that file and start the app again.',
  'support.opened': 'You opened a profile file of your support.',
  'support.sets':
    'It says whom the mail goes to. It changes neither what is checked nor what is removed from the evidence.',
  'support.mail': 'Mail',
  'support.subject': 'Subject',
  'support.ticket': 'Ticket',
  'support.product': 'Product',
  'support.links': 'Pages',
  'support.remove': 'Remove this profile',
  'support.openFile': 'My support gave me a profile file',
} as const;
