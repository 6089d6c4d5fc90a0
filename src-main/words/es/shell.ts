import type { SHELL as EN } from '../en/shell.ts';

export const SHELL = {
  'shell.noFolder':
    'Esta aplicación no puede escribir en su propia carpeta:\n{folder}\n\nLibere espacio en ese disco o pida a quien se ocupa de este equipo que le permita escribir ahí. Después, inicie la aplicación otra vez. No se ha cambiado nada.',
  'shell.saveIn': 'Guardar el archivo de diagnóstico en…',
  'shell.saveHere': 'Guardar aquí',
  'shell.openProfile': 'Abrir un perfil de soporte',
  'shell.newResult': 'Nuevo resultado para {site}',
} satisfies Readonly<Record<keyof typeof EN, string>>;
