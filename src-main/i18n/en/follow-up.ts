const CONNECTION_PAGE = 'Settings > Apps > Snapshots Configuration > Xray connection';
const RESIDENCY_PAGE =
  'admin.atlassian.com > your organisation > Security > Data residency, or Data management > Data residency';

/** What comes afterwards: the three ways with their steps, and the app that checks by itself. */
export const FOLLOW_UP = {
  'follow.result': 'Open the result',
  'follow.noResult': 'The last result cannot be read any more. Check again to get a new one.',
  'follow.state': 'Where it stands',
  'follow.ways': 'What to do',
  'follow.solve': 'Set it to “Solved”',
  'follow.allDone': 'Every step is done. If Snapshots works, set this case to “Solved”.',
  'follow.close': 'Close the case',
  'follow.closing': 'Closing …',
  'way.pinned': 'If your site is pinned',
  'way.migrating': 'If your data is being moved',
  'way.after': 'After the fix',
  'way.snapshots': 'In Snapshots, once Xray answers',
  'way.count': '{done} of {count} done',
  'item.pinned.picture': 'Take the picture of the Data residency page, with Jira and Xray in it.',
  'where.pinned.picture': `${RESIDENCY_PAGE}. It needs an organisation admin.`,
  'item.pinned.mail': 'Mail the evidence to {support}.',
  'where.pinned.mail':
    'Open the result > Review the evidence > Save to Downloads. Saved files are below, under “Evidence files”.',
  'item.pinned.ticket': 'Wait until {support} says that the ticket is open.',
  'where.pinned.ticket':
    'In your mailbox. {support} opens a ticket with Xray support, shows them your evidence and follows it up.',
  'item.pinned.wait': 'Give Xray a few business days.',
  'where.pinned.wait':
    'It usually takes that long after the ticket. Meanwhile this app can check by itself, below.',
  'item.migrating.wait': 'Wait until the move is complete, for Jira and for Xray.',
  'where.migrating.wait': `You see the status at ${RESIDENCY_PAGE}.`,
  'item.migrating.keys': 'Enter Client ID and Client Secret again in Snapshots, and press Submit.',
  'where.migrating.keys': `Confluence: ${CONNECTION_PAGE}.`,
  'item.migrating.check': 'Check again here.',
  'where.migrating.check': 'The button “Check again” below.',
  'item.migrating.pinned':
    'If it still fails although the move is complete, follow the steps for a pinned site.',
  'where.migrating.pinned': 'Above: “If your site is pinned”.',
  'item.after.keys': 'Create fresh keys in Xray.',
  'where.after.keys':
    'Jira: Settings > Apps > Manage apps > Xray > API Keys > Create API Key. The Client Secret is shown only once.',
  'item.after.page': 'Go back to the Xray connection of Snapshots.',
  'where.after.page': `Confluence: ${CONNECTION_PAGE}.`,
  'item.after.submit': 'Enter the fresh Client ID and Client Secret, and press Submit.',
  'where.after.submit': 'On the same page.',
  'item.after.enter': 'Enter the Client ID and Client Secret with which this check works, and press Submit.',
  'where.after.enter': 'On the same page.',
  'item.after.open': 'See “Connection is open”.',
  'where.after.open': 'On the same page. If it says something else, check again here.',
  'item.after.snapshot': 'Take a test snapshot with Xray data.',
  'where.after.snapshot': 'In Snapshots: a level with issuetype = Test and an Xray field.',
  'wait.title': 'Check again by itself',
  'wait.lead':
    'The app checks again as often as you say, and a quiet message tells you when the result changes. Leave the app open for that.',
  'wait.memory': "Your keys stay in this computer's memory only while this runs.",
  'wait.often': 'How often',
  'wait.every.15': 'Every 15 minutes',
  'wait.every.30': 'Every 30 minutes',
  'wait.every.60': 'Every hour',
  'wait.every.240': 'Every 4 hours',
  'wait.every.1440': 'Once a day',
  'wait.start': 'Start',
  'wait.starting': 'Starting …',
  'wait.noKeys': 'For this, check again once with your keys. They were not kept.',
  'wait.stop': 'Stop and forget my keys',
  'wait.next':
    '{day, select, today {Next check at {at, time, short}} other {Next check {at, date, medium}, {at, time, short}}}',
  'wait.checking': 'Checking now …',
  'wait.last':
    '{day, select, today {Last checked at {at, time, short}} other {Last checked {at, date, medium}, {at, time, short}}}',
  'wait.until': 'It ends by itself on {at, date, medium}.',
  'wait.postponed.offline': 'This computer was offline, so the check was put off.',
  'wait.postponed.not-reached':
    'The last check did not get through to Xray. That says nothing new; the next one tries again.',
  'wait.postponed.asked-to-wait': 'Xray asked to wait, so the next check comes later.',
  'wait.postponed.failed': 'The last check went wrong inside this app. The next one tries again.',
  'wait.leave.title': 'Stop the checks of “{name}”?',
  'wait.leave.open':
    'The app can check only one case by itself. If you open another one, it stops checking this one and forgets its keys. The case stays as it is.',
  'wait.leave.close':
    'If you close this case, the app stops checking it and forgets its keys. The case stays as it is.',
  'wait.leave.yes-open': 'Stop it and open the other',
  'wait.leave.yes-close': 'Stop it and close the case',
  'wait.leave.no': 'Go on checking',
  'wait.elsewhere':
    'The app is checking “{name}” by itself. If you check with other keys or sites here, that ends.',
  'wait.end.stopped': 'It was stopped, and your keys are forgotten.',
  'wait.end.healthy': 'Xray answers as it should now. The app stopped checking and forgot your keys.',
  'wait.end.keys-refused':
    'Xray does not know these keys any more. The app stopped and forgot them; create new ones and check again.',
  'wait.end.too-long': 'It ran for two weeks and has ended. Your keys are forgotten.',
} as const;
