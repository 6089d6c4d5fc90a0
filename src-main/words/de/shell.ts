import type { SHELL as EN } from '../en/shell.ts';

export const SHELL = {
  'shell.saveIn': 'Diagnosedatei speichern in…',
  'shell.saveHere': 'Hier speichern',
} satisfies Readonly<Record<keyof typeof EN, string>>;
