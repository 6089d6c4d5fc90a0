const WHERE =
  '{where, select, line {The profile was not taken. Line {line}: } other {The profile was not taken. }}';
const KEY = '“{key}” {isThere, select, yes {must be} other {is missing. It must be}} ';

/** Whom the person turns to, and what can be wrong with a profile that says so. */
export const SUPPORT = {
  'profile.large': `${WHERE}The file is larger than {most} KB.`,
  'profile.encoding': `${WHERE}The file is not saved as UTF-8.`,
  'profile.empty': `${WHERE}The file is empty.`,
  'profile.json': `${WHERE}This is not valid JSON: a sign is missing here or too much.`,
  'profile.no-profile': `${WHERE}This is no support profile.`,
  'profile.no-object': `${WHERE}A support profile is one JSON object with keys in it.`,
  'profile.unknown-key': `${WHERE}“{key}” is nothing that a support profile can set. Take it out.`,
  'profile.key-twice': `${WHERE}“{key}” stands twice. Take one out.`,
  'profile.rule.text': `${WHERE}${KEY}a text on one line, of at most {most} characters.`,
  'profile.rule.version': `${WHERE}${KEY}{most}.`,
  'profile.rule.mail': `${WHERE}${KEY}one plain mail address, for example support@example.com.`,
  'profile.rule.ticket': `${WHERE}${KEY}a number or a short name of letters, digits, dots and dashes, of at most {most} characters.`,
  'profile.rule.links': `${WHERE}${KEY}a list of at most {most} links, each with “for”, “label” and “address”.`,
  'profile.rule.for': `${WHERE}${KEY}“guide”, “connection” or “other”.`,
  'profile.rule.address': `${WHERE}${KEY}a page that begins with https:// and has a host name, of at most {most} characters.`,
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
  'support.reading': 'Reading the profile …',
  'support.removed': 'The profile was removed. {support} helps again.',
} as const;
