import type { SUPPORT as EN } from '../en/support.ts';

export const SUPPORT = {
  'support.problem':
    '{where, select, line {Das Profil wurde nicht übernommen. Zeile {line}: {reason}} other {Das Profil wurde nicht übernommen. {reason}}}',
  'support.setBy': 'Von Ihrem Support festgelegt: {support}',
  'support.beside':
    'So steht es in der Datei support-profile.json, die mit diesem Programm kam. Um es rückgängig zu machen, entfernen Sie die Datei und starten Sie die App neu.',
  'support.opened': 'Sie haben eine Profildatei Ihres Supports geöffnet.',
  'support.sets':
    'Es legt fest, an wen die Mail geht. Es ändert weder, was geprüft wird, noch, was aus der Diagnosedatei entfernt wird.',
  'support.mail': 'Mail',
  'support.subject': 'Betreff',
  'support.ticket': 'Ticket',
  'support.product': 'Produkt',
  'support.links': 'Seiten',
  'support.remove': 'Dieses Profil entfernen',
  'support.openFile': 'Mein Support hat mir eine Profildatei gegeben',
} satisfies Readonly<Record<keyof typeof EN, string>>;
