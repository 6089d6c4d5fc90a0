/** Taking pictures of the Data residency page, and covering parts of them. */
export const PICTURE = {
  'picture.title': 'A picture of the Data residency page',
  'picture.lead':
    "{support} and Xray need to see Atlassian's Data residency page, with Jira and Xray in it: where each is kept, and its status.",
  'picture.ways': 'Ways to the picture',
  'picture.way.browser': 'In my browser',
  'picture.way.screen': 'Capture a window',
  'picture.way.page': 'Sign in here',
  'picture.way.nobody': 'I cannot get there',
  'picture.browser.open': 'Open admin.atlassian.com',
  'picture.browser.1': 'Open Atlassian in your browser and sign in. It takes an organisation admin.',
  'picture.browser.2':
    'Choose your organisation, then Security > Data residency. In newer pages it is Data management > Data residency.',
  'picture.browser.3':
    'Take a screenshot of the table with Jira and Xray, then paste it anywhere on this page, drop it here, or choose the file.',
  'picture.choose': 'Choose a file',
  'picture.drop': 'Paste a screenshot here (Ctrl or ⌘ and V), or drop a picture file',
  'picture.screen.lead':
    'Have the Data residency page open, then choose its window or screen. This window steps aside for a moment.',
  'picture.screen.refresh': 'Refresh',
  'picture.screen.looking': 'Looking for open windows …',
  'picture.screen.none': 'No window can be seen. Use another way.',
  'picture.screen.window': 'Window: {name}',
  'picture.screen.screen': 'Screen: {name}',
  'picture.chooser.lead':
    'Have the Data residency page open. Your system then asks which window or screen to share: choose the one with that page. One picture is taken.',
  'picture.chooser.open': 'Choose a window or screen',
  'picture.page.lead':
    "Atlassian's page opens in a window of its own, beside this one. It knows nothing of your browser, so you sign in anew; when you close it, everything in it is forgotten.",
  'picture.page.open': "Open Atlassian's page",
  'picture.page.at': 'It shows {host}',
  'picture.page.loading': 'Loading …',
  'picture.page.back': 'Back in the page',
  'picture.page.reload': 'Load again',
  'picture.page.visible': 'Take what is visible',
  'picture.page.whole': 'Take the whole page',
  'picture.page.close': 'Close and forget',
  'picture.page.asks': 'The sign-in wants to open {host}. Is this the sign-in of your company?',
  'picture.page.allow': 'Yes, open it',
  'picture.page.deny': 'No',
  'picture.page.refused':
    'Google does not let people sign in inside of an app. Use the way “In my browser” instead: it works with every sign-in.',
  'picture.nobody.lead':
    'Only an organisation admin sees the page. Ask whoever looks after your Atlassian organisation; the people who invite users or pay the bill usually know.',
  'picture.nobody.label': 'A text to send to that person',
  'picture.nobody.text':
    "Hello,\n\nXray cannot reach the data of our Jira site from RadBee Snapshots. Xray's support needs to see where our data is kept. Could you please open admin.atlassian.com, choose our organisation, go to Security > Data residency (or Data management > Data residency), and send me a screenshot that shows Jira and Xray with location and status?\n\nThank you",
  'picture.nobody.copy': 'Copy the text',
  'picture.nobody.on': 'You can go on without a picture. The evidence then says that it is missing.',
  'picture.busy': 'Taking the picture …',
  'picture.count': '{count, plural, one {# picture} other {# pictures}}',
  'picture.list': 'Your pictures',
  'picture.nth': 'Picture {number}',
  'picture.size':
    '{width} × {height}, {count, plural, =0 {nothing hidden} one {# part hidden} other {# parts hidden}}',
  'picture.cover': 'Cover and cut',
  'picture.remove': 'Remove',
  'picture.earlier': 'Move up',
  'picture.later': 'Move down',
  'picture.facts': 'What the page says',
  'picture.facts.help': 'Write it as it is on the page. You can leave all of it out.',
  'picture.facts.read': 'We read this from the page. Correct it where it is wrong.',
  'picture.location': 'Location of {product}',
  'picture.status': 'Status of {product}',
  'picture.next': 'Review the evidence',
  'picture.skip': 'Go on without a picture',
  'edit.title': 'Cover and cut picture {number}',
  'edit.lead':
    'Draw a box over everything that should not leave your company: names, mail addresses, other products.',
  'edit.add': 'Add a box',
  'edit.undo': 'Undo',
  'edit.redo': 'Redo',
  'edit.delete': 'Remove the box',
  'edit.crop': 'Keep only this box',
  'edit.uncrop': 'Keep the whole picture',
  'edit.fit': 'Fit',
  'edit.full': '100 %',
  'edit.caption': 'A line for this picture, if you like',
  'edit.done': 'Done',
  'edit.box': 'Box {number}. Arrows move it, Shift and arrows change its size, Delete removes it.',
  'edit.alt': 'Picture {number} as it was taken',
  'picture.hint.one-colour':
    'Almost all of this picture is one color, so the page may not be in it. Take a look: if you cannot see Jira and Xray, take it again, or paste a screenshot. You can still use it.',
  'picture.hint.other-page':
    'This may be another page: the words “Data residency” are not on it. See whether the picture shows Jira and Xray with their locations.',
  'picture.permission.mac':
    'macOS does not let this app see the screen yet. Open System Settings > Privacy & Security > Screen & System Audio Recording, switch it on for this app, and start the app again.',
  'picture.permission.mac-before-15':
    'macOS does not let this app see the screen yet. Open System Settings > Privacy & Security > Screen Recording, switch it on for this app, and start the app again.',
} as const;
