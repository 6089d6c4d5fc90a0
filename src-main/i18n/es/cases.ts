import type { CASES as EN } from '../en/cases.ts';

export const CASES = {
  'failure.not-the-same': 'El archivo ya no está, o se modificó después de guardarlo. Prepárelo otra vez.',
  'failure.case.gone': 'Este caso ya no existe.',
  'failure.case.newer':
    'Este caso lo creó una versión más nueva de la aplicación. Ábralo con esa versión; aquí se queda como está.',
  'failure.case.damaged': 'Este caso está dañado y no se puede abrir. La lista de casos dice qué le pasa.',
  'failure.case.part': 'Esta parte del caso ya no está, o está dañada. El resto del caso está bien.',
  'failure.case.not-clean':
    'El caso no se ha guardado: el último control no pudo descartar que contenga un dato secreto. Asegúrese de que no haya ninguno en su nombre ni en un campo de sitio, e inténtelo de nuevo.',
  'failure.case.too-large': 'El caso es demasiado grande para guardarlo. Lo que se guardó antes sigue ahí.',
  'failure.case.our-fault':
    'Algo ha fallado dentro de esta aplicación y el caso no se ha guardado. Lo que se guardó antes sigue ahí.',
  'failure.case.too-many': 'Ya hay {count} casos guardados. Elimine uno antes.',
  'failure.case.keep': 'No se pudo guardar el caso. Lo que se guardó antes sigue ahí. El motivo: {reason}',
  'failure.case.read': 'No se pudieron leer los casos: {reason}',
  'failure.case.folder-is-link':
    'La carpeta de sus casos guardados es un enlace a otro lugar, así que no se leen y no se guarda nada nuevo en ella. Ponga en su lugar una carpeta real con sus casos: {folder}',
  'failure.case.delete': 'No se pudo eliminar el caso: {reason}',
  'failure.case.delete-rest':
    'El caso ya no está en la lista, pero una parte aún no se pudo eliminar: {reason} Se intentará de nuevo la próxima vez que se abra la aplicación.',
  'damage.file-missing': 'Falta su archivo.',
  'damage.no-file': 'Hay otra cosa en el lugar de su archivo.',
  'damage.unreadable': 'Su archivo ya no se puede leer; puede que le falte una parte.',
  'damage.too-large': 'Su archivo es más grande que cualquier caso.',
  'damage.refused': 'Este equipo no permite leer su archivo.',
  'damage.no-case': 'Su archivo no contiene lo que debe contener un caso.',
  'damage.copy': 'Es una copia de otro caso.',
  'failure.waiting.no-case': 'Guarde primero este caso. Después la aplicación podrá comprobarlo por sí sola.',
  'failure.waiting.no-secret':
    'El Client Secret ya no está en la memoria. Introdúzcalo y compruebe la conexión una vez; después la aplicación podrá seguir por sí sola.',
  'failure.waiting.nothing': 'Xray responde como debe. No hay nada que esperar.',
  'failure.waiting.new-keys':
    'Xray no conoce estas claves. Introduzca primero unas nuevas y compruebe la conexión.',
  'failure.profile.gone': 'El perfil ya no está. Elija otro archivo.',
  'failure.profile.not-kept': 'No se pudo guardar el perfil. Vale hasta que cierre esta aplicación.',
  'failure.link.gone': 'Este enlace ya no está en el perfil.',
  'failure.link.browser': 'No se abrió ningún navegador. Abra uno y vaya a {address}',
  'profile.declined': 'Usted decidió no usarlo. Si quiere usarlo de todos modos, ábralo aquí.',
  'profile.in-downloads':
    'Está en su carpeta de descargas, donde cualquier página web puede dejar un archivo. Si se lo dio su soporte, ábralo aquí.',
  'profile.too-large': 'El archivo supera los {most} KB.',
  'profile.no-utf8': 'El archivo no está guardado como UTF-8.',
  'profile.empty': 'El archivo está vacío.',
  'profile.no-json': 'Esto no es JSON válido: aquí falta un carácter o sobra uno.',
  'profile.no-object': 'Un perfil de soporte es un objeto JSON: claves y valores entre dos llaves.',
  'profile.unknown': 'Un perfil de soporte no puede fijar «{name}». Quítelo.',
  'profile.missing': 'Falta «{name}».',
  'profile.twice': '«{name}» aparece dos veces. Quite una.',
  'profile.wrong.version': '«{name}» debe ser {version}.',
  'profile.wrong.text': '«{name}» debe ser un texto en una sola línea, de {most} caracteres como máximo.',
  'profile.wrong.mail':
    '«{name}» debe ser una sola dirección de correo sencilla, por ejemplo support@example.com.',
  'profile.wrong.ticket':
    '«{name}» debe ser un número o un nombre corto de letras, cifras, puntos y guiones, de {most} caracteres como máximo y entre comillas.',
  'profile.wrong.links':
    '«{name}» debe ser una lista de {most} enlaces como máximo, cada uno con «for», «label» y «address».',
  'profile.wrong.for': '«{name}» debe ser «guide», «connection» u «other».',
  'profile.wrong.address':
    '«{name}» debe ser una página que empiece por https:// y tenga un nombre de servidor, de {most} caracteres como máximo.',
} satisfies Readonly<Record<keyof typeof EN, string>>;
