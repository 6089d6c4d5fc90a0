/** What stands around every screen: the rail, the live region, sizes, the page for when nothing else can be shown. */
export const FRAME = {
  'app.name': 'Xray Residency Doctor',
  'app.version': 'Version {version}',
  'rail.label': 'Steps',
  'rail.connection': 'Connection',
  'rail.check': 'Check',
  'rail.result': 'Result',
  'rail.picture': 'Picture',
  'rail.review': 'Review',
  'rail.send': 'Send',
  'rail.afterwards': 'Afterwards',
  'rail.done': 'done',
  'rail.current': 'you are here',
  'rail.open': 'still to come',
  'button.back': 'Back',
  'size.bytes': '{count, plural, one {# byte} other {# bytes}}',
  'size.kilobytes': '{count, number, ::.0} KB',
  'size.megabytes': '{count, number, ::.0} MB',
  'live.checking': '{step}: {state}',
  'live.verdict': 'The check is done. {sentence}',
  'live.ready': 'The evidence is ready for you to read.',
  'live.saved': 'The evidence is saved in {folder}.',
  'failure.noAnswer':
    'The app did not answer itself. Try again; if it stays, close the app and open it again.',
  'failure.page.no-bridge': 'The window opened outside of the app. Close it and start the app again.',
  'failure.page.broken':
    'Something went wrong in this window. Close the app and open it again; nothing was sent.',
} as const;
