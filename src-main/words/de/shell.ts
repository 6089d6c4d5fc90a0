import type { SHELL as EN } from '../en/shell.ts';

export const SHELL = {
  'shell.saveIn': 'Diagnosedatei speichern in…',
  'shell.saveHere': 'Hier speichern',
  'shell.openProfile': 'Ein Support-Profil öffnen',
  'shell.newResult': 'Neues Ergebnis für {site}',
} satisfies Readonly<Record<keyof typeof EN, string>>;
