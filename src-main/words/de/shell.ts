import type { SHELL as EN } from '../en/shell.ts';

export const SHELL = {
  'shell.noFolder':
    'Diese App kann nicht in ihren eigenen Ordner schreiben:\n{folder}\n\nSchaffen Sie Platz auf diesem Datenträger, oder lassen Sie sich von Ihrer IT das Schreiben dort erlauben. Starten Sie die App dann noch einmal. Es wurde nichts verändert.',
  'shell.saveIn': 'Diagnosedatei speichern in…',
  'shell.saveHere': 'Hier speichern',
  'shell.openProfile': 'Support-Profil öffnen',
  'shell.newResult': 'Neues Ergebnis für {site}',
} satisfies Readonly<Record<keyof typeof EN, string>>;
