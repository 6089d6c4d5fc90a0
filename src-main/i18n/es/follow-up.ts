import type { FOLLOW_UP as EN } from '../en/follow-up.ts';

const CONNECTION_PAGE = 'Settings (Configuración) > Apps > Snapshots Configuration > Xray connection';
const RESIDENCY_PAGE =
  'admin.atlassian.com > su organización > Security > Data residency, o Data management > Data residency';

export const FOLLOW_UP = {
  'follow.result': 'Abrir el resultado',
  'follow.noResult': 'El último resultado ya no se puede leer. Compruebe de nuevo para obtener otro.',
  'follow.state': 'Estado del caso',
  'follow.ways': 'Qué hacer',
  'follow.solve': 'Ponerlo en «Resuelto»',
  'follow.allDone': 'Todos los pasos están hechos. Si Snapshots funciona, ponga este caso en «Resuelto».',
  'follow.close': 'Cerrar el caso',
  'follow.closing': 'Cerrando…',
  'way.pinned': 'Si su sitio está fijado a su región (Pinned)',
  'way.migrating': 'Si sus datos se están trasladando',
  'way.after': 'Después de la corrección',
  'way.snapshots': 'En Snapshots, en cuanto Xray responda',
  'way.count': '{done} de {count} hechos',
  'item.pinned.picture': 'Haga la captura de la página «Data residency», con Jira y Xray.',
  'where.pinned.picture': `${RESIDENCY_PAGE}. Hace falta ser administrador de la organización.`,
  'item.pinned.mail': 'Envíe el archivo de diagnóstico a {support}.',
  'where.pinned.mail':
    'Abrir el resultado > Revisar el archivo > Guardar en Descargas. Los ya guardados están más abajo, en «Archivos de diagnóstico».',
  'item.pinned.ticket': 'Espere a que {support} confirme que el ticket está abierto.',
  'where.pinned.ticket':
    'En su buzón. {support} abre un ticket con el soporte de Xray, les muestra su archivo de diagnóstico y hace el seguimiento.',
  'item.pinned.wait': 'Dé a Xray unos días laborables.',
  'where.pinned.wait':
    'Es lo que suele tardar después del ticket. Mientras tanto, esta aplicación puede comprobar por sí sola (vea más abajo).',
  'item.migrating.wait': 'Espere a que termine el traslado, el de Jira y el de Xray.',
  'where.migrating.wait': `El estado aparece en ${RESIDENCY_PAGE}.`,
  'item.migrating.keys': 'Introduzca de nuevo el Client ID y el Client Secret en Snapshots y pulse Submit.',
  'where.migrating.keys': `Confluence: ${CONNECTION_PAGE}.`,
  'item.migrating.check': 'Compruebe aquí de nuevo.',
  'where.migrating.check': 'Con «Comprobar de nuevo», abajo.',
  'item.migrating.pinned':
    'Si sigue fallando aunque el traslado haya terminado, siga los pasos de un sitio «Pinned».',
  'where.migrating.pinned': 'Más arriba: «Si su sitio está fijado a su región (Pinned)».',
  'item.after.keys': 'Cree claves nuevas en Xray.',
  'where.after.keys':
    'Jira: Settings (Configuración) > Apps > Manage apps > Xray > API Keys > Create API Key. El Client Secret solo se muestra una vez.',
  'item.after.page': 'Vuelva a la Xray connection de Snapshots.',
  'where.after.page': `Confluence: ${CONNECTION_PAGE}.`,
  'item.after.submit': 'Introduzca el nuevo Client ID y el nuevo Client Secret y pulse Submit.',
  'where.after.submit': 'En la misma página.',
  'item.after.enter':
    'Introduzca el Client ID y el Client Secret con los que esta comprobación funciona y pulse Submit.',
  'where.after.enter': 'En la misma página.',
  'item.after.open': 'Aparece «Connection is open».',
  'where.after.open': 'En la misma página. Si aparece otra cosa, compruebe aquí de nuevo.',
  'item.after.snapshot': 'Haga un snapshot de prueba con datos de Xray.',
  'where.after.snapshot': 'En Snapshots: un nivel con issuetype = Test y un campo de Xray.',
  'wait.title': 'Comprobar automáticamente',
  'wait.lead':
    'La aplicación comprueba tan a menudo como usted diga, y un mensaje discreto le avisa cuando cambia el resultado. Déjela abierta.',
  'wait.memory': 'Sus claves quedan en la memoria de este equipo solo mientras esto esté en marcha.',
  'wait.often': 'Con qué frecuencia',
  'wait.every.15': 'Cada 15 minutos',
  'wait.every.30': 'Cada 30 minutos',
  'wait.every.60': 'Cada hora',
  'wait.every.240': 'Cada 4 horas',
  'wait.every.1440': 'Una vez al día',
  'wait.start': 'Empezar',
  'wait.starting': 'Empezando…',
  'wait.noKeys': 'Para esto, compruebe una vez con sus claves. No se guardaron.',
  'wait.stop': 'Detener y olvidar mis claves',
  'wait.next':
    '{day, select, today {Próxima comprobación: {at, time, short}} other {Próxima comprobación: {at, date, medium}, {at, time, short}}}',
  'wait.checking': 'Comprobando ahora…',
  'wait.last':
    '{day, select, today {Última comprobación: {at, time, short}} other {Última comprobación: {at, date, medium}, {at, time, short}}}',
  'wait.until': 'Termina por sí solo el {at, date, medium}.',
  'wait.postponed.offline': 'Este equipo no tenía conexión, así que la comprobación se aplazó.',
  'wait.postponed.not-reached':
    'La última comprobación no llegó a Xray. Eso no dice nada nuevo; la próxima lo intentará otra vez.',
  'wait.postponed.asked-to-wait': 'Xray pidió esperar, así que la próxima comprobación será más tarde.',
  'wait.postponed.failed':
    'La última comprobación falló dentro de esta aplicación. La próxima lo intentará otra vez.',
  'wait.leave.title': '¿Dejar de comprobar «{name}» automáticamente?',
  'wait.leave.open':
    'La aplicación solo puede comprobar un caso por sí sola. Si abre otro, deja de comprobar este y olvida sus claves. El caso queda como está.',
  'wait.leave.close':
    'Si cierra este caso, la aplicación deja de comprobarlo y olvida sus claves. El caso queda como está.',
  'wait.leave.yes-open': 'Detener y abrir el otro',
  'wait.leave.yes-close': 'Detener y cerrar el caso',
  'wait.leave.no': 'Seguir comprobando',
  'wait.elsewhere':
    'La aplicación está comprobando «{name}» por sí sola. Si comprueba aquí con otras claves u otros sitios, dejará de hacerlo.',
  'wait.end.stopped': 'Se ha detenido y sus claves se han olvidado.',
  'wait.end.healthy': 'Xray ya responde como debe. La aplicación dejó de comprobar y olvidó sus claves.',
  'wait.end.keys-refused':
    'Xray ya no conoce estas claves. La aplicación se detuvo y las olvidó; cree otras y compruebe de nuevo.',
  'wait.end.too-long': 'Estuvo en marcha dos semanas y ha terminado. Sus claves se han olvidado.',
} satisfies Readonly<Record<keyof typeof EN, string>>;
