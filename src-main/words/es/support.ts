import type { SUPPORT as EN } from '../en/support.ts';

const WHERE =
  '{where, select, line {El perfil no se ha aceptado. Línea {line}: } other {El perfil no se ha aceptado. }}';
const KEY = '«{key}» {isThere, select, yes {debe ser:} other {falta. Tiene que ser:}} ';

export const SUPPORT = {
  'profile.large': `${WHERE}El archivo ocupa más de {most} KB.`,
  'profile.encoding': `${WHERE}El archivo no está guardado como UTF-8.`,
  'profile.empty': `${WHERE}El archivo está vacío.`,
  'profile.json': `${WHERE}Esto no es JSON válido: aquí falta un signo o sobra uno.`,
  'profile.no-profile': `${WHERE}Esto no es un perfil de soporte.`,
  'profile.no-object': `${WHERE}Un perfil de soporte es un solo objeto JSON con claves.`,
  'profile.unknown-key': `${WHERE}«{key}» no es algo que un perfil de soporte pueda fijar. Quítelo.`,
  'profile.key-twice': `${WHERE}«{key}» aparece dos veces. Quite una.`,
  'profile.rule.text': `${WHERE}${KEY}un texto en una línea, de {most} caracteres como máximo.`,
  'profile.rule.version': `${WHERE}${KEY}{most}.`,
  'profile.rule.mail': `${WHERE}${KEY}una sola dirección de correo, por ejemplo support@example.com.`,
  'profile.rule.ticket': `${WHERE}${KEY}un número o un nombre corto con letras, cifras, puntos y guiones, de {most} caracteres como máximo.`,
  'profile.rule.links': `${WHERE}${KEY}una lista de {most} enlaces como máximo, cada uno con «for», «label» y «address».`,
  'profile.rule.for': `${WHERE}${KEY}«guide», «connection» u «other».`,
  'profile.rule.address': `${WHERE}${KEY}una página que empiece por https:// y tenga un nombre de host, de {most} caracteres como máximo.`,
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
  'support.reading': 'Leyendo el perfil…',
  'support.removed': 'El perfil se ha quitado. Vuelve a ayudarle {support}.',
} satisfies Readonly<Record<keyof typeof EN, string>>;
