/** Welcome, the form, and what a check would do. */
export const CONNECTION = {
  'field.full': "That's the limit of {most, number} characters. Anything beyond it is cut off.",
  'welcome.title': 'Find out why Snapshots cannot reach Xray',
  'welcome.lead':
    'Snapshots says that your Xray keys are wrong, and you are sure that they are right? A short check finds the cause and tells you who can fix it.',
  'welcome.privacy':
    'Nothing is sent to {support} by itself. Your keys go to Xray only and are forgotten when you are done.',
  'connection.title': 'Your connection',
  'connection.lead': 'Enter the same values that you entered in Snapshots.',
  'connection.keys': 'Xray keys',
  'connection.keysHelp': 'You can paste both values at once into either field.',
  'connection.sites': 'Sites',
  'connection.clientId': 'Client ID',
  'connection.clientSecret': 'Client Secret',
  'connection.jiraSite': 'Jira site',
  'connection.confluenceSite': 'Confluence site',
  'connection.example': 'For example acme.atlassian.net',
  'connection.secretHeld': 'Kept from before. Type to replace it.',
  'connection.show': 'Show',
  'connection.hide': 'Hide',
  'connection.showLabel': 'Show Client Secret',
  'connection.understood': 'Understood as {site}',
  'connection.proposed': 'Taken from the Jira site: {site}. Change it if Confluence is elsewhere.',
  'connection.check': 'Check connection',
  'connection.result': 'Back to the result',
  'connection.useSite': 'Use {site}',
  'paste.pair': 'Both keys are filled in.',
  'paste.secret-moved':
    'That was a secret, so it was moved to the Client Secret field. The Client ID goes here.',
  'paste.secret-removed':
    'That was a secret, so it was removed from this field. The Client Secret field already has a value, which was kept.',
  'paste.id-moved': 'That was the Client ID, so it was put into the Client ID field.',
  'paste.several':
    'There is more than one key in this text. Paste the Client ID and the Client Secret one at a time.',
  'paste.placeholder':
    "This text has a placeholder where the key belongs. Copy the key itself from Xray's API Keys.",
  'paste.too-long': 'This text is too long. Paste only the Client ID and the Client Secret.',
  'hint.id-looks-like-secret': 'This looks like a Client Secret. The two values may be swapped.',
  'hint.secret-looks-like-id': 'This looks like a Client ID. The two values may be swapped.',
  'hint.id-length':
    "This has {count} {count, plural, one {character} other {characters}}; Xray's Client IDs have 32. Copy it again, or run the check as it is.",
  'hint.secret-length':
    "This has {count} {count, plural, one {character} other {characters}}; Xray's Client Secrets have 64. Copy it again, or run the check as it is.",
  'hint.id-unusual': 'A Client ID usually has 32 characters, 0 to 9 and A to F. You can still run the check.',
  'hint.secret-unusual':
    'A Client Secret usually has 64 characters, 0 to 9 and a to f. You can still run the check.',
  'hint.atlassian-token':
    "This looks like an Atlassian API token, not an Xray key. Xray's keys are under API Keys in Xray. You can still run the check.",
  'hint.jwt':
    "This looks like a sign-in token, not a key. Copy the key from Xray's API Keys. You can still run the check.",
  'hint.bearer':
    "This looks like an Authorization header, not a key. Copy the key from Xray's API Keys. You can still run the check.",
  'hint.masked':
    "These are masked characters, not the key itself. Xray shows a Client Secret only once; create a new key if you didn't save it. You can still run the check.",
  'hint.uuid':
    "This looks like a UUID, not an Xray key. Copy the key from Xray's API Keys. You can still run the check.",
  'hint.url': 'This looks like a web address, not an Xray key. You can still run the check.',
  'hint.email': 'This looks like an email address, not an Xray key. You can still run the check.',
  'hint.other-service':
    'This looks like a key for another service, not for Xray. You can still run the check.',
  'hint.placeholder':
    "This looks like a placeholder, not the key itself. Copy the key from Xray's API Keys. You can still run the check.",
  'plan.title': 'What will this do?',
  'plan.lead': 'When you press “Check connection”, these requests are made, all of them encrypted:',
  'plan.request': 'Request',
  'plan.purpose': 'What for',
  'plan.carries': 'What is sent with it',
  'plan.address': '{method} {url}',
  'plan.purpose.authenticate': 'Sign in',
  'plan.purpose.data-call': 'Ask for data once',
  'plan.purpose.further-hosts': 'Ask whether Xray has further hosts',
  'plan.purpose.site': 'See whether the site exists',
  'plan.purpose.xray-status': 'See whether Xray has trouble now',
  'plan.purpose.atlassian-status': 'See whether Atlassian has trouble now',
  'plan.carries.keys': 'Client ID and Client Secret',
  'plan.carries.token': 'The token that this host gave',
  'plan.carries.nothing': 'Nothing',
  'plan.remark.again':
    'A call that gets no answer is made once more, and once through the network of the built-in browser.',
  'plan.remark.further': 'If Xray names further hosts of its own, the same two calls are made there.',
  'plan.remark.safe': 'Redirects are never followed, and no call writes anything.',
} as const;
