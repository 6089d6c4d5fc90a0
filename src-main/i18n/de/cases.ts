import type { CASES as EN } from '../en/cases.ts';

export const CASES = {
  'failure.not-the-same':
    'Die Datei ist nicht mehr da, oder sie wurde seit dem Speichern verändert. Bereiten Sie sie noch einmal vor.',
  'failure.case.gone': 'Diesen Fall gibt es nicht mehr.',
  'failure.case.newer':
    'Diesen Fall hat eine neuere Version der App angelegt. Öffnen Sie ihn mit dieser Version; hier bleibt er, wie er ist.',
  'failure.case.damaged':
    'Dieser Fall ist beschädigt und lässt sich nicht öffnen. In der Liste der Fälle steht, was ihm fehlt.',
  'failure.case.part':
    'Dieser Teil des Falls ist nicht mehr da oder beschädigt. Der Rest des Falls ist in Ordnung.',
  'failure.case.not-clean':
    'Der Fall wurde nicht aufbewahrt: Die letzte Kontrolle konnte nicht ausschließen, dass ein Geheimnis darin steht. Sehen Sie nach, ob eines im Namen oder in einem Feld für eine Site steht, und versuchen Sie es dann noch einmal.',
  'failure.case.too-large': 'Der Fall ist zu groß zum Aufbewahren. Was vorher aufbewahrt war, ist noch da.',
  'failure.case.our-fault':
    'In dieser App ist etwas schiefgegangen, und der Fall wurde nicht aufbewahrt. Was vorher aufbewahrt war, ist noch da.',
  'failure.case.too-many': 'Es sind schon {count} Fälle aufbewahrt. Löschen Sie zuerst einen.',
  'failure.case.keep':
    'Der Fall konnte nicht aufbewahrt werden. Was vorher aufbewahrt war, ist noch da. Der Grund: {reason}',
  'failure.case.read': 'Die Fälle konnten nicht gelesen werden: {reason}',
  'failure.case.folder-is-link':
    'Der Ordner Ihrer gespeicherten Fälle ist eine Verknüpfung mit einem anderen Ort. Deshalb werden sie nicht gelesen, und dort wird nichts Neues gespeichert. Legen Sie an seiner Stelle einen echten Ordner mit Ihren Fällen an: {folder}',
  'failure.case.delete': 'Der Fall konnte nicht gelöscht werden: {reason}',
  'failure.case.delete-rest':
    'Der Fall steht nicht mehr in der Liste, aber ein Teil davon ließ sich noch nicht löschen: {reason} Beim nächsten Start der App wird es noch einmal versucht.',
  'damage.file-missing': 'Seine Datei fehlt.',
  'damage.no-file': 'An der Stelle seiner Datei liegt etwas anderes.',
  'damage.unreadable': 'Seine Datei lässt sich nicht mehr lesen; vielleicht fehlt ein Teil.',
  'damage.too-large': 'Seine Datei ist größer, als ein Fall je wird.',
  'damage.refused': 'Dieser Computer lässt seine Datei nicht lesen.',
  'damage.no-case': 'In seiner Datei steht nicht, was zu einem Fall gehört.',
  'damage.copy': 'Er ist die Kopie eines anderen Falls.',
  'failure.waiting.no-case':
    'Bewahren Sie diesen Fall zuerst auf. Dann kann die App ihn selbst wieder prüfen.',
  'failure.waiting.no-secret':
    'Das Client Secret ist nicht mehr im Speicher. Geben Sie es ein und prüfen Sie die Verbindung einmal; danach kann die App allein weitermachen.',
  'failure.waiting.nothing': 'Xray antwortet, wie es soll. Es gibt nichts abzuwarten.',
  'failure.waiting.new-keys':
    'Xray kennt diese Schlüssel nicht. Geben Sie zuerst neue ein und prüfen Sie die Verbindung.',
  'failure.profile.gone': 'Das Profil ist nicht mehr da. Wählen Sie eine andere Datei.',
  'failure.profile.not-kept':
    'Das Profil konnte nicht gespeichert werden. Es gilt, bis Sie diese App schließen.',
  'failure.link.gone': 'Dieser Link steht nicht mehr im Profil.',
  'failure.link.browser':
    'Es hat sich kein Browser geöffnet. Öffnen Sie selbst einen und gehen Sie zu {address}',
  'profile.declined':
    'Sie haben sich entschieden, sie nicht zu verwenden. Wenn Sie sie doch verwenden möchten, öffnen Sie sie hier.',
  'profile.in-downloads':
    'Sie liegt in Ihrem Download-Ordner, in den jede Webseite eine Datei legen kann. Wenn Ihr Support sie Ihnen gegeben hat, öffnen Sie sie hier.',
  'profile.too-large': 'Die Datei ist größer als {most} KB.',
  'profile.no-utf8': 'Die Datei ist nicht als UTF-8 gespeichert.',
  'profile.empty': 'Die Datei ist leer.',
  'profile.no-json': 'Das ist kein gültiges JSON: Hier fehlt ein Zeichen, oder es ist eines zu viel.',
  'profile.no-object':
    'Ein Support-Profil ist ein JSON-Objekt: Schlüssel und Werte zwischen zwei geschweiften Klammern.',
  'profile.unknown': '„{name}“ kann ein Support-Profil nicht festlegen. Entfernen Sie es.',
  'profile.missing': '„{name}“ fehlt.',
  'profile.twice': '„{name}“ steht zweimal da. Entfernen Sie eines davon.',
  'profile.wrong.version': '„{name}“ muss {version} sein.',
  'profile.wrong.text': '„{name}“ muss ein Text in einer Zeile mit höchstens {most} Zeichen sein.',
  'profile.wrong.mail':
    '„{name}“ muss genau eine einfache Mailadresse sein, zum Beispiel support@example.com.',
  'profile.wrong.ticket':
    '„{name}“ muss eine Nummer oder ein kurzer Name aus Buchstaben, Ziffern, Punkten und Strichen sein, mit höchstens {most} Zeichen und in Anführungszeichen.',
  'profile.wrong.links':
    '„{name}“ muss eine Liste mit höchstens {most} Links sein, jeder mit „for“, „label“ und „address“.',
  'profile.wrong.for': '„{name}“ muss „guide“, „connection“ oder „other“ sein.',
  'profile.wrong.address':
    '„{name}“ muss eine Seite sein, die mit https:// beginnt und einen Servernamen hat, mit höchstens {most} Zeichen.',
} satisfies Readonly<Record<keyof typeof EN, string>>;
