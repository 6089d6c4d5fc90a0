import type { SHELL as EN } from '../en/shell.ts';

export const SHELL = {
  'shell.saveIn': 'Guardar el archivo de diagnóstico en…',
  'shell.saveHere': 'Guardar aquí',
} satisfies Readonly<Record<keyof typeof EN, string>>;
