import type { FRAME as EN } from '../en/frame.ts';

export const FRAME = {
  'app.name': 'Xray Residency Doctor',
  'app.fileWaits':
    'Hay un archivo de diagnóstico en espera. Se abrirá en cuanto vuelva a la primera pantalla.',
  'app.version': 'Versión {version}',
  'rail.label': 'Pasos',
  'rail.connection': 'Conexión',
  'rail.check': 'Comprobación',
  'rail.result': 'Resultado',
  'rail.picture': 'Captura',
  'rail.review': 'Revisión',
  'rail.send': 'Envío',
  'rail.afterwards': 'Después',
  'rail.done': 'hecho',
  'rail.current': 'está aquí',
  'rail.open': 'pendiente',
  'language.label': 'Idioma',
  'language.system': 'Como este equipo',
  'button.back': 'Atrás',
  'size.bytes': '{count, plural, one {# byte} other {# bytes}}',
  'size.kilobytes': '{count, number, ::.0} KB',
  'size.megabytes': '{count, number, ::.0} MB',
  'size.large':
    'Este archivo ocupa más de 7 MB y algunos sistemas de correo lo rechazan. Reduzca las capturas o quite una.',
  'size.tooLarge':
    'Este archivo ocupa más de 18 MB y no puede enviarse por correo. Reduzca las capturas o quite algunas, y guárdelo de nuevo.',
  'size.shrink': 'Reducir las capturas',
  'size.smaller': 'Las capturas se han reducido.',
  'size.full': 'Usar su tamaño completo',
  'live.checking': '{step}: {state}',
  'live.errors': '{count, plural, one {Queda un campo por corregir.} other {Quedan # campos por corregir.}}',
  'live.verdict': 'La comprobación ha terminado. {sentence}',
  'live.ready': 'El archivo de diagnóstico está listo para que lo lea.',
  'live.saved': 'El archivo de diagnóstico se ha guardado en {folder}.',
} satisfies Readonly<Record<keyof typeof EN, string>>;
