/** Kept cases, waiting, and support's profile: what could not be done, and why. */
export const CASES = {
  'failure.not-the-same':
    'The file is not there any more, or it was changed since it was saved. Prepare the evidence again.',
  'failure.case.gone': 'This case is not there any more.',
  'failure.case.newer':
    'A newer version of this app made this case. Open it with that version; here it stays as it is.',
  'failure.case.damaged':
    'This case is damaged and cannot be opened. The list of cases says what is wrong with it.',
  'failure.case.part':
    'This part of the case is not there any more, or it is damaged. The rest of the case is fine.',
  'failure.case.not-clean':
    'The case was not kept: the last check could not rule out that a secret is in it. See that no secret is in its name or in a field for a site, then try again.',
  'failure.case.too-large': 'The case is too large to be kept. What was kept before is still there.',
  'failure.case.our-fault':
    'Something went wrong inside this app, and the case was not kept. What was kept before is still there.',
  'failure.case.too-many': 'There are {count} kept cases already. Delete one first.',
  'failure.case.keep':
    'The case could not be kept. What was kept before is still there. The reason: {reason}',
  'failure.case.read': 'The cases could not be read: {reason}',
  'failure.case.folder-is-link':
    'The folder of your saved cases is a link to another place, so they are not read and nothing new is saved there. Put a real folder in its place, with your cases in it: {folder}',
  'failure.case.delete': 'The case could not be deleted: {reason}',
  'failure.case.delete-rest':
    'The case is gone from the list, but a part of it could not be deleted yet: {reason} It is tried again when this app starts.',
  'damage.file-missing': 'Its file is missing.',
  'damage.no-file': 'Something else is where its file should be.',
  'damage.unreadable': 'Its file cannot be read any more; a part of it may be missing.',
  'damage.too-large': 'Its file is larger than any case.',
  'damage.refused': 'This computer does not let its file be read.',
  'damage.no-case': 'Its file does not hold what belongs to a case.',
  'damage.copy': 'It is a copy of another case.',
  'failure.waiting.no-case': 'Keep this case first. Then the app can check it again by itself.',
  'failure.waiting.no-secret':
    'The Client Secret is no longer in memory. Enter it and check the connection once; then the app can go on by itself.',
  'failure.waiting.nothing': 'Xray answers as it should. There is nothing to wait for.',
  'failure.waiting.new-keys': 'Xray does not know these keys. Enter new ones and check the connection first.',
  'failure.profile.gone': 'The profile is not there any more. Choose another file.',
  'failure.profile.not-kept': 'The profile could not be kept. It holds until you close this app.',
  'failure.link.gone': 'This link is not in the profile any more.',
  'failure.link.browser': 'No browser opened. Open one yourself and go to {address}',
  'profile.declined': 'You chose not to use it. To use it after all, open it here.',
  'profile.in-downloads':
    'It is in your Downloads folder, where any web page can put a file. If your support gave it to you, open it here.',
  'profile.too-large': 'The file is larger than {most} KB.',
  'profile.no-utf8': 'The file is not saved as UTF-8.',
  'profile.empty': 'The file is empty.',
  'profile.no-json': 'This is not valid JSON: a character is missing here, or there is one too many.',
  'profile.no-object': 'A support profile is one JSON object: keys and values between two braces.',
  'profile.unknown': '“{name}” is nothing that a support profile can set. Take it out.',
  'profile.missing': '“{name}” is missing.',
  'profile.twice': '“{name}” is there twice. Take one out.',
  'profile.wrong.version': '“{name}” must be {version}.',
  'profile.wrong.text': '“{name}” must be a text on one line, of at most {most} characters.',
  'profile.wrong.mail': '“{name}” must be one plain mail address, for example support@example.com.',
  'profile.wrong.ticket':
    '“{name}” must be a number or a short name of letters, digits, dots and dashes, of at most {most} characters, in quotation marks.',
  'profile.wrong.links':
    '“{name}” must be a list of at most {most} links, each with “for”, “label” and “address”.',
  'profile.wrong.for': '“{name}” must be “guide”, “connection” or “other”.',
  'profile.wrong.address':
    '“{name}” must be a page that begins with https:// and has a host name, of at most {most} characters.',
} as const;
