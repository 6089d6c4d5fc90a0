/** Reviewing, saving and mailing the evidence, and opening that of somebody else. */
export const EVIDENCE = {
  'verify.title': 'An evidence file',
  'verify.reading': 'Reading the file …',
  'verify.state.sound':
    "This file agrees with its own list: everything listed is there and unchanged. The list isn't signed, so it doesn't prove who made the file.",
  'verify.state.tampered':
    "This file doesn't agree with its own list: something is missing, was changed, or was added.",
  'verify.state.not-a-bundle': 'This is no evidence file.',
  'verify.hosts': 'What the hosts did',
  'verify.verdict': 'The verdict',
  'verify.another': 'Open another file',
  'review.title': 'Review the evidence',
  'review.lead':
    'These are the files that {support} will see, letter for letter. Nothing is sent until you mail it yourself.',
  'review.english': 'The files are in English, so that everybody who helps you can read them.',
  'review.preparing': 'Preparing the files …',
  'extras.note': 'A note to support, if you like. Secrets are removed from it, too.',
  'extras.parts': 'Send along',
  'extras.part.pictures': 'The pictures',
  'extras.part.note': 'Your note',
  'extras.part.log': "This app's log",
  'extras.part.site-facts': 'The cloud ids of your sites',
  'review.files': 'Files',
  'review.removed':
    '{count, plural, =0 {No secret had to be removed.} one {# secret or private detail was removed.} other {# secrets and private details were removed.}}',
  'review.fileRemoved': '{count, plural, =0 {nothing removed} one {# removed} other {# removed}}',
  'review.missing': 'What support may still ask for',
  'review.bundle': '{name}, {size}',
  'review.content': 'Content of {path}',
  'review.picture': 'Picture {path}',
  'review.noPicture': "This picture isn't shown: it has too many pixels, or it is no PNG.",
  'review.shown': '{percent}% of this file is shown.',
  'review.more': 'Show more',
  'review.save': 'Save to Downloads',
  'review.choose': 'Save elsewhere …',
  'review.saving': 'Saving …',
  'review.again': 'Try again',
  'review.sent': 'Go to sending',
  'send.title': 'Mail it to {support}',
  'send.network':
    'Show this file to your network team first: it names what was asked and what came back. If they find nothing, mail it to {support}.',
  'send.saved': 'Saved in {folder}',
  'send.surest': 'The surest way',
  'send.ways': 'Other ways',
  'send.hand': 'Attach it yourself',
  'send.mail': 'Copy the file and open a new mail',
  'send.mailHelp':
    'A new mail opens with address, subject and text, and the file is copied: paste it into the mail and press Send. The button is at the bottom of this window.',
  'send.dragHelp':
    'Drag the card above into a mail, copy the file and paste it, or attach it from its folder.',
  'send.file': 'Copy the file',
  'send.share': 'Share …',
  'send.shareHelp': "Opens the system's menu, with Mail and other programs in it.",
  'send.draft': 'Open as a ready draft',
  'send.draftHelp':
    'Your mail program opens {name} with the file attached; you only press Send. Best with Thunderbird and classic Outlook.',
  'send.folder': 'Show in folder',
  'send.copy': 'The mail as it will read',
  'send.copyHelp': 'If you write it yourself, copy each part from here.',
  'send.to': 'To',
  'send.subject': 'Subject',
  'send.body': 'Text',
  'send.copyAddress': 'Copy address',
  'send.copySubject': 'Copy subject',
  'send.copyBody': 'Copy text',
  'send.english': 'The mail is in English, so that everybody who helps you can read it.',
  'send.finish': 'Finish and forget my keys',
  'send.leaving': 'Finishing …',
  'deed.done.mail':
    'The file is copied, and a new mail should be open. Click into its text and paste (Ctrl or ⌘ and V). No mail came up? Open the draft, or copy the texts below. The paste brings no file? Drag it in.',
  'deed.done.share': 'The menu is open. Choose your mail program in it. If it is not there, use another way.',
  'deed.done.draft':
    'The draft was handed to your mail program. Check that the file is attached, then send it. Another program opened, or none? Use the surest way, or drag the file into a mail.',
  'deed.done.file':
    'The file is copied. Paste it into a mail that you are writing (Ctrl or ⌘ and V). If the mail takes only text, drag or attach the file.',
  'deed.done.folder':
    'The folder is open and the file is selected. Drag it into a new mail. No folder came up? Look for {name} in {folder}.',
  'deed.done.drag':
    'Drop the file on a mail that you are writing. If the mail does not take it, attach it from the folder.',
  'deed.done.address': 'The address is copied.',
  'deed.done.subject': 'The subject is copied.',
  'deed.done.body': 'The text is copied.',
} as const;
