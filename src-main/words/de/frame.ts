import type { FRAME as EN } from '../en/frame.ts';

export const FRAME = {
  'app.name': 'Xray Residency Doctor',
  'app.version': 'Version {version}',
  'rail.label': 'Schritte',
  'rail.connection': 'Verbindung',
  'rail.check': 'Prüfung',
  'rail.result': 'Ergebnis',
  'rail.picture': 'Bild',
  'rail.review': 'Durchsicht',
  'rail.send': 'Senden',
  'rail.afterwards': 'Danach',
  'rail.done': 'erledigt',
  'rail.current': 'Sie sind hier',
  'rail.open': 'kommt noch',
  'language.label': 'Sprache',
  'language.system': 'Wie dieser Computer',
  'button.back': 'Zurück',
  'size.bytes': '{count, plural, one {# Byte} other {# Byte}}',
  'size.kilobytes': '{count, number, ::.0} KB',
  'size.megabytes': '{count, number, ::.0} MB',
  'size.large':
    'Diese Datei ist größer als 7 MB, und manche Mailsysteme lehnen das ab. Verkleinern Sie die Bilder oder lassen Sie eines weg.',
  'size.tooLarge':
    'Diese Datei ist größer als 18 MB und passt in keine Mail. Verkleinern Sie die Bilder oder lassen Sie welche weg, und speichern Sie noch einmal.',
  'size.shrink': 'Bilder verkleinern',
  'size.smaller': 'Die Bilder sind verkleinert.',
  'size.full': 'Volle Größe nehmen',
  'live.checking': '{step}: {state}',
  'live.verdict': 'Die Prüfung ist fertig. {sentence}',
  'live.ready': 'Die Diagnosedatei ist bereit zum Durchlesen.',
  'live.saved': 'Die Diagnosedatei liegt jetzt in {folder}.',
} satisfies Readonly<Record<keyof typeof EN, string>>;
