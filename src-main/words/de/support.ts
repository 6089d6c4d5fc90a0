import type { SUPPORT as EN } from '../en/support.ts';

const WHERE =
  '{where, select, line {Das Profil wurde nicht übernommen. Zeile {line}: } other {Das Profil wurde nicht übernommen. }}';
const KEY = '„{key}“ {isThere, select, yes {muss sein:} other {fehlt. Erwartet wird:}} ';

export const SUPPORT = {
  'profile.large': `${WHERE}Die Datei ist größer als {most} KB.`,
  'profile.encoding': `${WHERE}Die Datei ist nicht als UTF-8 gespeichert.`,
  'profile.empty': `${WHERE}Die Datei ist leer.`,
  'profile.json': `${WHERE}Das ist kein gültiges JSON: Hier fehlt ein Zeichen oder es ist eines zu viel.`,
  'profile.no-profile': `${WHERE}Das ist kein Support-Profil.`,
  'profile.no-object': `${WHERE}Ein Support-Profil ist ein einziges JSON-Objekt mit Schlüsseln darin.`,
  'profile.unknown-key': `${WHERE}„{key}“ kann ein Support-Profil nicht festlegen. Nehmen Sie es heraus.`,
  'profile.key-twice': `${WHERE}„{key}“ steht zweimal da. Nehmen Sie eines heraus.`,
  'profile.rule.text': `${WHERE}${KEY}ein Text auf einer Zeile mit höchstens {most} Zeichen.`,
  'profile.rule.version': `${WHERE}${KEY}{most}.`,
  'profile.rule.mail': `${WHERE}${KEY}eine einfache Mailadresse, zum Beispiel support@example.com.`,
  'profile.rule.ticket': `${WHERE}${KEY}eine Nummer oder ein kurzer Name aus Buchstaben, Ziffern, Punkten und Strichen mit höchstens {most} Zeichen.`,
  'profile.rule.links': `${WHERE}${KEY}eine Liste mit höchstens {most} Links, jeder mit „for“, „label“ und „address“.`,
  'profile.rule.for': `${WHERE}${KEY}„guide“, „connection“ oder „other“.`,
  'profile.rule.address': `${WHERE}${KEY}eine Seite, die mit https:// beginnt und einen Hostnamen hat, mit höchstens {most} Zeichen.`,
  'support.setBy': 'Von Ihrem Support festgelegt: {support}',
  'support.beside':
    'So steht es in der Datei support-profile.json, die mit diesem Programm kam. Um es rückgängig zu machen, entfernen Sie die Datei und starten Sie die App neu.',
  'support.opened': 'Sie haben eine Profildatei Ihres Supports geöffnet.',
  'support.sets':
    'Es sagt, an wen die Mail geht. Es ändert weder, was geprüft wird, noch, was aus der Diagnosedatei entfernt wird.',
  'support.mail': 'Mail',
  'support.subject': 'Betreff',
  'support.ticket': 'Ticket',
  'support.product': 'Produkt',
  'support.links': 'Seiten',
  'support.remove': 'Dieses Profil entfernen',
  'support.openFile': 'Mein Support hat mir eine Profildatei gegeben',
  'support.reading': 'Das Profil wird gelesen …',
  'support.removed': 'Das Profil ist entfernt. Es hilft wieder {support}.',
} satisfies Readonly<Record<keyof typeof EN, string>>;
