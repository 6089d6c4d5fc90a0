import type { SHELL as EN } from '../en/shell.ts';

export const SHELL = {
  'shell.saveIn': 'Guardar el archivo de diagnóstico en…',
  'shell.saveHere': 'Guardar aquí',
  'shell.openProfile': 'Abrir un perfil de soporte',
  'shell.newResult': 'Nuevo resultado para {site}',
} satisfies Readonly<Record<keyof typeof EN, string>>;
