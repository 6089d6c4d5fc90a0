/** What could not be done, and what to do about it. */
export const FAILURES = {
  'failure.our-fault':
    'Something went wrong inside this app. Everything you entered is still here. Try again.',
  'failure.no-answer':
    'A part of this app did not answer. Try again; if it happens again, close the app and open it again.',
  'failure.not-understood': 'Something went wrong inside this app. Close it and start it again.',
  'failure.id.missing': "Enter the Client ID from Xray's API Keys.",
  'failure.id.too-much': "This is more than a Client ID. Copy only the Client ID from Xray's API Keys.",
  'failure.secret.missing': "Enter the Client Secret from Xray's API Keys.",
  'failure.secret.too-much':
    "This is more than a Client Secret. Copy only the Client Secret from Xray's API Keys.",
  'failure.site.missing': 'Enter your {product} site, for example acme.atlassian.net.',
  'failure.site.unreadable':
    'This does not look like a {product} site. Paste the address from your browser, for example acme.atlassian.net.',
  'failure.site.too-long':
    'This text is too long. Paste only the address of your {product} site, for example acme.atlassian.net.',
  'failure.site.several': 'There is more than one site in this text. Keep only your {product} site.',
  'failure.site.did-you-mean': 'Did you mean {site}?',
  'failure.site.email':
    'This is an email address. Enter the address of your {product} site, for example acme.atlassian.net.',
  'failure.site.government':
    'This is an Atlassian Government Cloud site. Government Cloud has no data residency, so this check does not apply to it.',
  'failure.site.administration':
    'This is a page of Atlassian Administration, not your site. Open {product} and paste the address of that page, for example acme.atlassian.net.',
  'failure.site.sign-in-page':
    "This is Atlassian's sign-in page. Sign in, open {product}, and paste the address of that page.",
  'failure.site.start-page':
    "This is Atlassian's start page, which all sites share. Open {product} from there and paste the address of that page.",
  'failure.site.atlassian-page':
    "This is one of Atlassian's own pages, not your site. Open {product} and paste the address of that page.",
  'failure.site.other-product':
    'This is an address of {other}, not of {product}. Open {product} and paste the address of that page.',
  'failure.site.own-domain':
    "This looks like your company's own domain. The check needs the name that ends in atlassian.net. An admin finds it under Atlassian Administration > Apps > App URLs, as the domain's Default URL (fallback).",
  'failure.slept':
    'Your computer went to sleep during the check, so that it could not be finished. Everything you entered is still here. Check again.',
  'failure.already-running': 'A check is running already. Stop it first.',
  'failure.no-diagnosis': 'There is no result yet. Check the connection first.',
  'failure.no-bundle': 'The file is not known any more. Prepare the evidence again.',
  'failure.not-clean':
    'The file was not saved: the last check could not rule out that a secret is in it. Nothing left this computer. See that no secret is in a field for a site, then check the connection again.',
  'failure.save.disk-full':
    'The evidence could not be saved: the disk is full. Make room, or choose another folder.',
  'failure.save.folder-missing':
    'The evidence could not be saved: the folder is not there. Choose another folder.',
  'failure.save.in-the-way':
    'The evidence could not be saved: a file stands where the folder should be, or too many files have this name already. Choose another folder.',
  'failure.save.held':
    'The evidence could not be saved: another program holds the file, most often a virus scanner. Wait a moment and save it again, or choose another folder.',
  'failure.save.other':
    'The evidence could not be saved: this folder does not take new files. Choose another folder.',
  'failure.read': 'The file could not be read: {reason}',
  'failure.read-elsewhere':
    'This file is not opened: it is on another computer, or it is a device. Copy it to this computer first.',
  'failure.extra-ca.read': 'The file that {from} names could not be read: {reason}',
  'failure.extra-ca.none':
    'The file that {from} names holds no certificate. It has to be a PEM file with a block that begins with “-----BEGIN CERTIFICATE-----”.',
  'failure.extra-ca.too-large':
    'The file that {from} names is too large. A file with certificates may have up to {megabytes} MB.',
  'failure.extra-ca.elsewhere':
    'The file that {from} names is not read: it is on another computer, or it is a device. Copy it to this computer first.',
  'failure.read-picture': 'The picture could not be read: {reason}',
  'failure.folder': 'The folder for the evidence cannot be used: {reason}',
  // Each stands behind a colon and is true of a file and of a folder.
  'failure.file.not-allowed': 'this computer does not allow it.',
  'failure.file.read-only': 'the disk is read-only.',
  'failure.file.full': 'the disk is full.',
  'failure.file.gone': 'it is not there.',
  'failure.file.in-the-way': 'a file or folder of another kind stands in the way.',
  'failure.file.held': 'another program holds it.',
  'failure.file.name-too-long': 'its name is too long.',
  'failure.file.unknown': 'the disk did not answer as it should.',
  'failure.file.too-large': 'the file is too large.',
  'failure.storage.read':
    '{subject, select, settings {The settings} profile {The profile} report {The report} other {The case}} could not be read: {reason}',
  'failure.storage.write':
    '{subject, select, settings {The settings} profile {The profile} report {The report} other {The case}} could not be saved: {reason}',
  'failure.settings.not-kept': 'The settings hold until you close this app: their file is left as it is.',
  'failure.settings.unknown': 'This setting is not one that the app knows. Nothing was changed.',
  'failure.draft':
    'No mail program opened the draft. Start a new mail yourself, copy the address, subject and text from here, and attach the file.',
  'failure.mail':
    'No mail program opened. Use the mail draft, or copy the address, subject and text from here into a mail of your own.',
  'failure.mail-without-file':
    'A new mail is open, but the file could not be copied. Drag it into the mail, or attach it.',
  'failure.share': 'This system has no menu to share files. Use another way.',
  'failure.copy-file': 'The file could not be copied. Press “Show in folder” and attach it from there.',
  'failure.browser':
    'No browser opened. Open one yourself and go to admin.atlassian.com; then take a screenshot and paste it here.',
  'failure.page-not-opened': 'No browser opened. Open one yourself and go to {address}.',
  'failure.capture-declined': 'No picture was taken.',
  'failure.page-closed': 'The Atlassian window is closed. Open it again.',
  'failure.page-not-taken': 'The picture could not be taken. Try again, or paste a screenshot instead.',
  'failure.nothing-chosen':
    'No window or screen was chosen, so no picture was taken. Try again, or paste a screenshot instead.',
  'failure.window-gone': 'That window is not there any more. Choose again, or paste a screenshot.',
  'failure.picture.large': 'The picture is larger than 30 MB. Take a screenshot of the page only.',
  'failure.picture.pixels':
    'The picture has more than {most} million pixels. Take a screenshot of the page only.',
  'failure.picture.unreadable':
    'This is no picture that can be read here. Save the screenshot as PNG and choose it again.',
  'failure.picture.damaged': 'The picture is damaged or cut off. Take the screenshot again.',
  'failure.picture.small':
    'The picture is too small to read. Take the screenshot again, with the whole page in it.',
  'failure.picture.animated': 'This is an animated picture. Take a plain screenshot and save it as PNG.',
  'failure.picture.not-in-time': 'The picture could not be read in time. Take a screenshot of the page only.',
  'failure.picture.one-colour':
    'The picture has one colour only, so nothing was captured. Take the screenshot again.',
  'failure.picture.heic': 'Pictures of this kind (HEIC) cannot be read here. Save it as PNG or JPEG first.',
  'failure.picture.undecodable':
    'This picture cannot be read. Save the screenshot as PNG and choose it again.',
  'failure.picture.form': 'The picture came in a form that this app does not know. Try again.',
  'failure.picture.too-many': 'There are {count} pictures already. Remove one first.',
  'failure.picture.gone': 'This picture is not there any more.',
  'failure.page.no-bridge': 'The window opened outside of the app. Close it and start the app again.',
  'failure.page.broken':
    'Something went wrong in this window. Close the app and open it again; nothing was sent.',
} as const;
