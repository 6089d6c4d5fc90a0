const CONNECTION_PAGE = 'Snapshots Configuration > Xray connection';

/** What explains the fault and the way: the three doors, symptoms, keys, both situations, readings, help and links. */
export const GUIDE = {
  'door.check.title': 'Check my connection',
  'door.check.text': 'Find out in about a minute what stops Snapshots, and who can fix it.',
  'door.cases.title': 'Continue a case',
  'door.cases.text': 'Go on where you were, whether you wait for Xray or for a move to end.',
  'door.cases.none': 'No case is kept on this computer yet.',
  'door.file.title': 'Open an evidence file',
  'door.file.text': 'For support: see whether a file is sound, and what is in it.',
  'symptoms.title': 'Is this your problem?',
  'symptoms.fresh': `The Traceability Extension is installed. You made new keys in Xray and entered them in Confluence, under ${CONNECTION_PAGE}.`,
  'symptoms.message':
    'Snapshots answers with words like “Xray token is invalid or expired” or “Cannot access Xray”.',
  'symptoms.sure':
    'You looked twice: both values come straight from API Keys in Xray, on the Jira site that Snapshots reads.',
  'symptoms.region':
    'Your Atlassian site is kept in a region of its own, for example the European Union, or is moving to one right now.',
  'symptoms.then':
    'Then your keys are probably right, and Xray looks for your data in the wrong region. The check tells for sure. If only some of this fits, check all the same: it finds other causes, too.',
  'keys.title': 'Where do I find or make these keys?',
  'keys.1': 'In Jira, open Settings > Apps > Manage apps. It takes a Jira admin.',
  'keys.2': 'Look for Xray there and open API Keys.',
  'keys.3': 'Press Create API Key, and choose the user as whom Snapshots is to read Xray.',
  'keys.4': 'Copy Client ID and Client Secret right away. The Client Secret is shown this one time.',
  'keys.lost': 'Lost the Client Secret? It cannot be shown again. Delete that key and create a new one.',
  'keys.same': 'Xray must be installed on the same Jira site that Snapshots reads from.',
  'keys.both': 'If you make new keys for this check, enter them in Snapshots afterwards, too.',
  'token.title': 'Why does the sign-in work and the connection still fail?',
  'token.steps':
    'Xray answers in two steps. It looks at your keys first and hands out a token, a kind of day pass. Only then is your data asked for.',
  'token.region':
    'The first step does not touch your data, so it works even when Xray has noted the wrong region for your site. The second step then goes to the wrong place and is refused.',
  'token.blame':
    'Snapshots sees the refusal and takes the keys for wrong. So new keys do not help, and a token alone proves nothing: only an answer about your data does.',
  'situation.means': 'What it is',
  'situation.next': 'What happens next',
  'situation.time': 'How long it takes',
  'situation.pinned.means':
    'Your data stays in one region, for example the European Union, and Xray has noted another one.',
  'situation.pinned.next':
    'You mail the evidence. {support} opens a ticket with Xray, hands the evidence over and stays with it until it is solved.',
  'situation.pinned.time': 'Xray typically corrects it within a few business days.',
  'situation.migrating.means': 'You asked for another region, and not everything has arrived there yet.',
  'situation.migrating.next':
    'You wait for the move to end and then enter your keys in Snapshots again. If it still fails, it is the other case: mail the evidence.',
  'situation.migrating.time':
    "As long as the move takes. Atlassian's Data residency page shows where it stands.",
  'situation.unknown.means': 'You have not looked yet, or the page is not open to you.',
  'situation.unknown.next': 'Go on as if the site were pinned. {support} asks if something is missing.',
  'calls.title': 'The two calls of the check',
  'calls.authenticate': 'The sign-in exchanges your Client ID and Client Secret for a token.',
  'calls.data-call':
    'The data call shows that token and asks for two example issues. They need not exist; what counts is how Xray answers.',
  'readings.title': 'How the answers are read',
  'readings.answer': 'What comes back',
  'readings.meaning': 'What it means',
  'readings.yours': 'Your result',
  'readings.region': 'The sign-in works; the data call speaks of another region',
  'readings.region.means': 'The fault that this check was made for. Xray has to correct the region.',
  'readings.rejected': 'The sign-in is refused, there is no token',
  'readings.rejected.means': 'The keys are wrong, deleted or expired. Make new ones in Xray.',
  'readings.healthy': 'The data call gives data, or does not find the issues',
  'readings.healthy.means':
    'The connection works. Something else stops Snapshots, and {support} can look for it.',
  'readings.other': 'Something else, or nothing',
  'readings.other.means':
    'Your network, the licence or an outage may be the cause. The result says as much as can be told.',
  'link.opens': '(opens in your browser)',
  'link.region-error': 'Xray connection error: data is in another region',
  'link.region-error.about':
    'The page about this very fault. The start page of the documentation opens; look for this title there.',
  'link.connection-setup': 'Configuring the Xray connection',
  'link.connection-setup.about': 'Setting the connection up from the beginning.',
  'link.integration': 'Integration with Xray Test Management for Jira',
  'link.integration.about':
    'What Snapshots shows of Xray. This opens the start page of the documentation; look for the title there.',
  'help.open': 'Help',
  'help.title': 'Help',
  'help.return': 'Back to where you were',
  'help.does': 'What this app does',
  'help.does.text':
    'It finds out why RadBee Snapshots cannot reach Xray. It signs in to Xray with your keys, asks for data once, tells you in plain words what is wrong and who can fix it, and packs what support needs into one file. It changes nothing.',
  'help.sent': 'What is sent',
  'help.sent.text':
    'Nothing goes to {support} by itself. The app talks to Xray, and to Atlassian without your keys. The evidence leaves this computer when you mail it, with every secret removed beforehand.',
  'help.words': 'Words explained',
  'help.word.region': 'Region',
  'help.word.region.text':
    'The part of the world where the data of a site is kept, for example the European Union or the United States.',
  'help.word.token': 'Token',
  'help.word.token.text':
    'A pass that Xray gives out after the sign-in. It says that your keys are right, and nothing about your data.',
  'help.word.residency': 'Data residency',
  'help.word.residency.text':
    'Where the data of each product is kept. Atlassian shows it in admin.atlassian.com, on the page of that name.',
  'help.word.pinned': 'Pinned',
  'help.word.pinned.text': 'The data is fixed to its region, and no move is going on.',
  'help.word.migration': 'Migration',
  'help.word.migration.text':
    'A move to another region. Jira can be there already while the data of Xray still follows.',
  'help.way': 'The way in six steps',
  'help.way.1': 'Enter your keys and both sites.',
  'help.way.2': 'Let the check ask Xray, and read what is wrong and who can fix it.',
  'help.way.3': 'Say whether the site is pinned or moving, and add a picture of the Data residency page.',
  'help.way.4': 'Read the evidence, letter for letter, and leave out what you like.',
  'help.way.5': 'Save it and mail it to {support}. A correction typically takes a few business days.',
  'help.way.6': `After the correction, enter fresh keys under ${CONNECTION_PAGE} and press Submit. When it says “Connection is open”, take a test snapshot.`,
  'help.keys': 'Keyboard',
  'help.key.tab': 'Tab, Shift + Tab',
  'help.key.tab.does': 'Go on, go back',
  'help.key.enter': 'Enter',
  'help.key.enter.does': 'Press a button; in the form, check the connection',
  'help.key.arrows': 'Arrow keys',
  'help.key.arrows.does': 'Choose between answers; move a box in a picture',
  'help.key.paste': 'Ctrl or ⌘ + V',
  'help.key.paste.does': 'Paste both keys, or a screenshot',
  'help.key.new': 'Ctrl or ⌘ + N',
  'help.key.new.does': 'New check, from the first screen and the list of cases',
  'help.key.open': 'Ctrl or ⌘ + O',
  'help.key.open.does': 'Open an evidence file, from the first screen',
  'help.key.zoom': 'Ctrl or ⌘ with +, − and 0',
  'help.key.zoom.does': 'Larger, smaller, as it was',
  'help.key.help': 'F1',
  'help.key.help.does': 'Open this page',
  'help.key.escape': 'Esc',
  'help.key.escape.does': 'Leave this page',
  'help.links': 'More to read',
} as const;
