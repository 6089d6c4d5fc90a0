import type { PROBLEMS as EN } from '../en/problems.ts';

export const PROBLEMS = {
  'problem.damaged': 'El archivo está dañado o no es un archivo ZIP.',
  'problem.large': 'El archivo es más grande que cualquier archivo de diagnóstico.',
  'problem.foreign': 'Este archivo ZIP no contiene ni la lista de sus archivos ni un diagnóstico.',
  'problem.many-files': 'El archivo ZIP contiene más archivos que cualquier archivo de diagnóstico.',
  'problem.large-unpacked':
    'Una vez extraídos, los archivos superarían el tamaño de cualquier archivo de diagnóstico.',
  'problem.foreign-name': 'Un archivo tiene un nombre que no corresponde a un archivo de diagnóstico.',
  'problem.twice': 'Un archivo está dos veces en el archivo ZIP.',
  'problem.encrypted': 'Un archivo está cifrado. Los archivos de diagnóstico nunca lo están.',
  'problem.no-file': 'En lugar de un archivo hay un enlace o un dispositivo.',
  'problem.larger-than-said': 'Un archivo es más grande de lo que dice el archivo ZIP.',
  'problem.missing': 'Falta {name}.',
  'problem.listed-and-missing': '{name} figura en la lista y falta.',
  'problem.not-listed': '{name} no figura en la lista.',
  'problem.changed': '{name} se modificó después de crearse.',
  'problem.newer':
    '{name} procede de una versión más reciente de esta aplicación. Actualice la aplicación para leerlo.',
  'problem.schema': '{name} no cumple su esquema.',
  'problem.picture.no-png': '{name}: no es un PNG.',
  'problem.picture.more': '{name}: el archivo contiene más que la imagen.',
  'problem.picture.follows': '{name}: hay algo detrás de la imagen.',
  'problem.picture.cut-off': '{name}: la imagen está cortada.',
  'problem.picture.large': '{name}: la imagen tiene demasiados píxeles para mostrarse.',
  'problem.zip.comment': 'El archivo ZIP lleva un comentario. Un archivo de diagnóstico no tiene ninguno.',
  'problem.zip.more': 'El archivo ZIP contiene bytes que no pertenecen a ninguno de sus archivos.',
  'problem.others': 'Y {count, plural, one {# problema más} many {# problemas más} other {# problemas más}}.',
} satisfies Readonly<Record<keyof typeof EN, string>>;
