import type { SUPPORT as EN } from '../en/support.ts';

export const SUPPORT = {
  'support.problem':
    '{where, select, line {El perfil no se ha aceptado. Línea {line}: {reason}} other {El perfil no se ha aceptado. {reason}}}',
  'support.setBy': 'Fijado por su soporte: {support}',
  'support.beside':
    'Lo dice el archivo support-profile.json, que vino con este programa. Para deshacerlo, quite ese archivo e inicie de nuevo la aplicación.',
  'support.opened': 'Usted abrió un archivo de perfil de su soporte.',
  'support.sets':
    'Dice a quién va el correo. No cambia lo que se comprueba ni lo que se quita del archivo de diagnóstico.',
  'support.mail': 'Correo',
  'support.subject': 'Asunto',
  'support.ticket': 'Ticket',
  'support.product': 'Producto',
  'support.links': 'Páginas',
  'support.remove': 'Quitar este perfil',
  'support.openFile': 'Mi soporte me dio un archivo de perfil',
} satisfies Readonly<Record<keyof typeof EN, string>>;
