import type { FINDINGS as EN } from '../en/findings.ts';

export const FINDINGS = {
  'host.global': 'Global',
  'host.us': 'Estados Unidos',
  'host.eu': 'UE (Fráncfort)',
  'host.au': 'Australia (Sídney)',
  'global.another-region': 'El servidor global busca sus datos en otra región',
  'global.error-page':
    'El servidor global muestra una página de error de CloudFront, la red que está delante de Xray',
  'global.keys-refused': 'El servidor global no acepta sus claves',
  'global.licence': 'El servidor global menciona la licencia',
  'global.asks-to-wait': 'El servidor global pide esperar',
  'global.data-refused': 'El servidor global se niega a entregar sus datos',
  'global.own-error': 'El servidor global tiene un error propio',
  'global.not-reached': 'No se pudo llegar al servidor global',
  'global.no-answer': 'El servidor global no respondió',
  'global.stopped': 'No se terminó de preguntar al servidor global',
  'global.migrating': 'El servidor global dice que sus datos se están trasladando',
  'global.something-else': 'Otra cosa respondió en lugar del servidor global',
  'global.other': 'El servidor global da una respuesta que esta aplicación no conoce',
  'regions.global-works':
    'El servidor global funciona, y es el que usa Snapshots; los demás no cambian nada.',
  'regions.unfinished': 'La comparación con los servidores regionales no se terminó.',
  'regions.working':
    '{global}, mientras que {count, plural, one {el servidor {regions} responde} other {los servidores {regions} responden}} sin error de región: la mejor señal de dónde están sus datos.',
  'regions.silent': 'Ningún servidor regional respondió, así que no hay nada con qué comparar.',
  'regions.none': '{global}, y ningún servidor regional responde sin error.',
  'regions.none-either': '{global}, y tampoco ningún servidor regional responde sin error.',
  'regions.keys-nowhere': 'Ningún servidor acepta estas claves.',
  'regions.keys-elsewhere':
    'Sus claves se conocen en {count, plural, one {el servidor {regions}} other {los servidores {regions}}} y no en el global; ningún servidor responde sin error.',
  'regions.keys-global-only':
    'Sus claves solo se conocen en el servidor global, y ningún servidor responde sin error.',
  'regions.all.another-region':
    'Todos los servidores dicen lo mismo: Xray tiene que actuar, o sus datos se están trasladando ahora.',
  'regions.all.error-page': 'Todos los servidores muestran una página de error de CloudFront.',
  'regions.all.keys-refused': 'Ningún servidor acepta estas claves.',
  'regions.all.licence': 'Todos los servidores dicen lo mismo sobre la licencia.',
  'regions.all.asks-to-wait': 'Todos los servidores piden esperar.',
  'regions.all.data-refused': 'Todos los servidores aceptan sus claves y se niegan a entregar sus datos.',
  'regions.all.own-error': 'Todos los servidores tienen un error propio; parece una caída de Xray.',
  'regions.all.migrating': 'Todos los servidores dicen que sus datos se están trasladando.',
  'regions.all.something-else': 'En todos los servidores respondió algo que no es Xray.',
  'regions.all.other': 'Todos los servidores dan el mismo tipo de respuesta.',
  'second.fails': 'La red de su navegador tampoco llega a Xray.',
  'second.proxy-sign-in': 'El proxy también pide iniciar sesión a la red de su navegador.',
  'second.works':
    'La red de su navegador llega a Xray; una conexión directa desde esta aplicación, no. Su equipo de redes puede buscar qué las trata de forma distinta.',
  'second.unknown': 'La red de su navegador obtuvo una respuesta que esta aplicación no conoce.',
  'second.something-else': 'En la red de su navegador responde algo que no es Xray.',
  'note.site-missing':
    'Atlassian no conoce ningún sitio {site}. Revise si está escrito como en su navegador.',
  'note.site-elsewhere':
    'Confluence en {confluence} es un sitio distinto de su Jira en {jira}. Revise si los dos son los que usa Snapshots.',
  'note.site-named':
    'Jira en {jira} dice que su Confluence está en {named}, y usted introdujo {confluence}. Revise en cuál funciona Snapshots.',
  'note.clock':
    'El reloj de este equipo va {unit, select, minutes {{count, plural, one {# minuto} other {# minutos}}} hours {{count, plural, one {# hora} other {# horas}}} other {{count, plural, one {# día} other {# días}}}} {way, select, behind {atrasado} other {adelantado}} respecto al de Xray. Póngalo en hora: los inicios de sesión y los certificados dependen de él.',
  'check.system-roots':
    'Los certificados en los que confía el sistema de este equipo no se pudieron leer a tiempo, así que esta comprobación puede haber rechazado un certificado que instaló su empresa. Compruebe de nuevo.',
  'note.inspection':
    '{maker} abre por el camino la conexión segura con Xray, y este equipo lo acepta. Así se puede ver y cambiar lo que se envía.',
  'note.atlassian':
    'Atlassian comunica en este momento una incidencia en Confluence{hasWords, select, yes {: «{words}»} other {}}.',
  'check.echo.none': 'Ninguna respuesta repite su Client Secret ni un token de inicio de sesión.',
  'check.echo.found':
    'Una respuesta de un servidor ({host}) repite su Client Secret o un token de inicio de sesión. En el archivo se ha eliminado; cree claves nuevas cuando el problema esté resuelto.',
  'check.token.fine': 'Los tokens de inicio de sesión tienen fechas válidas.',
  'check.token.expired':
    'El token de inicio de sesión de un servidor ({host}) ya había caducado cuando se emitió. Xray lo rechazaría en la solicitud siguiente.',
  'check.token.future': 'El token de inicio de sesión de un servidor ({host}) lleva una fecha futura.',
  'check.clock.fine': 'El reloj de este equipo coincide con el de Xray.',
  'check.allowlist':
    'Una lista de direcciones IP permitidas (IP allowlist) protege {hasSite, select, yes {{site}} other {su sitio}}. Debe incluir las direcciones de Xray.',
  'check.keys-split':
    '{count, plural, one {El servidor {regions} rechaza} other {Los servidores {regions} rechazan}} sus claves, mientras que otros las aceptan.',
  'check.region-split':
    '{count, plural, one {El servidor {regions} dice} other {Los servidores {regions} dicen}} que sus datos están en otra región. El servidor global tiene otro problema, que puede estar ocultando este.',
  'check.site-renamed': '{site} es un nombre antiguo: el sitio ahora es {renamedTo}.',
  'check.site-lookup': 'No se pudo preguntar a Atlassian por {site} ({problem}).',
  'check.xray-status':
    'La página de estado de Xray comunica una incidencia en este momento{hasWords, select, yes {: «{words}»} other {}}.',
  'check.residency.move-app':
    'Jira está «Pinned» en {jira}, mientras que los datos de Xray están en {xray} y marcados como «Eligible». Quizá un administrador de la organización pueda mover la aplicación en la página «Data residency» de Atlassian («Move apps»). Envíe también el archivo, porque es posible que esto no resuelva el problema.',
  'check.residency.apart':
    'La página de Atlassian muestra Jira en {jira} y los datos de Xray en {xray}. Normalmente están en el mismo lugar.',
  'check.residency.elsewhere':
    'La página de Atlassian muestra los datos de Xray en {location}, pero solo {count, plural, one {el servidor {regions} responde} other {los servidores {regions} responden}} sin error.',
  'check.residency.moving':
    'Se indicó que el sitio está «Pinned», pero Xray dice que sus datos se están trasladando.',
  'check.key-shape.id':
    'El Client ID comprobado no se parece a los de Xray, que tienen 32 caracteres, de 0 a 9 y de A a F.',
  'check.key-shape.secret':
    'El Client Secret comprobado no se parece a los de Xray, que tienen 64 caracteres, de 0 a 9 y de a a f.',
  'check.key-shape.id-length':
    'El Client ID comprobado tiene {count, plural, one {# carácter} other {# caracteres}}; los de Xray tienen 32.',
  'check.key-shape.secret-length':
    'El Client Secret comprobado tiene {count, plural, one {# carácter} other {# caracteres}}; los de Xray tienen 64.',
  'missing.calls': 'No se hizo ninguna solicitud a Xray.',
  'missing.data-call': 'No se pidieron datos al servidor global, porque antes no llegó ningún token.',
  'missing.regions': 'No se compararon los servidores regionales de Xray.',
  'missing.picture': 'No hay ninguna captura de la página «Data residency».',
  'missing.residency': 'No se ha indicado si el sitio está «Pinned» o se está trasladando.',
  'missing.long-answer': 'Una respuesta era más larga que lo que se conserva de ella.',
  'missing.binary-answer': 'El contenido de una respuesta binaria no se conserva.',
  'missing.left-out':
    '{part}: se ha dejado fuera; la última comprobación ha encontrado algo que parece una credencial.',
  'missing.left-out-all':
    'Se ha dejado fuera todo lo que enviaron los servidores; la última comprobación no ha podido distinguirlo de credenciales.',
} satisfies Readonly<Record<keyof typeof EN, string>>;
