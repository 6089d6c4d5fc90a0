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
  'global.licence': 'El servidor global habla de la licencia',
  'global.asks-to-wait': 'El servidor global pide esperar',
  'global.data-refused': 'El servidor global se niega a entregar sus datos',
  'global.own-error': 'El servidor global tiene un error propio',
  'global.not-reached': 'No se pudo llegar al servidor global',
  'global.no-answer': 'El servidor global no respondió',
  'global.stopped': 'No se terminó de preguntar al servidor global',
  'global.other': 'El servidor global da una respuesta que no conocemos',
  'regions.global-works':
    'El servidor global funciona, y es el que usa Snapshots; los demás no cambian nada.',
  'regions.unfinished': 'La comparación con los servidores regionales no se terminó.',
  'regions.working':
    '{global}, mientras que {count, plural, one {el servidor {regions} entrega} other {los servidores {regions} entregan}} sus datos: la mejor señal de dónde están.',
  'regions.silent': 'Ningún servidor regional respondió, así que no hay nada con qué comparar.',
  'regions.none': '{global}, y ningún servidor regional entrega sus datos.',
  'regions.none-either': '{global}, y tampoco ningún servidor regional entrega sus datos.',
  'regions.keys-nowhere': 'Ningún servidor acepta estas claves.',
  'regions.keys-elsewhere':
    'Sus claves se conocen en {count, plural, one {el servidor {regions}} other {los servidores {regions}}} y no en el global; ningún servidor entrega sus datos.',
  'regions.keys-global-only':
    'Sus claves solo se conocen en el servidor global, y ningún servidor entrega sus datos.',
  'regions.all.another-region':
    'Todos los servidores dicen lo mismo: Xray tiene que actuar, o sus datos se están trasladando ahora.',
  'regions.all.error-page':
    'Todos los servidores muestran una página de error de CloudFront, así que ninguna región entrega sus datos.',
  'regions.all.keys-refused': 'Ningún servidor acepta estas claves.',
  'regions.all.licence': 'Todos los servidores dicen lo mismo sobre la licencia.',
  'regions.all.asks-to-wait': 'Todos los servidores piden esperar.',
  'regions.all.data-refused': 'Todos los servidores aceptan sus claves y se niegan a entregar sus datos.',
  'regions.all.own-error': 'Todos los servidores tienen un error propio; parece una caída de Xray.',
  'regions.all.other': 'Todos los servidores dan el mismo tipo de respuesta.',
  'second.fails': 'La red de su navegador tampoco llega a Xray.',
  'second.proxy-sign-in': 'El proxy también pide iniciar sesión a la red de su navegador.',
  'second.works':
    'La red de su navegador llega a Xray; una conexión directa desde esta aplicación, no. Su equipo de redes puede buscar qué las trata de forma distinta.',
  'second.something-else': 'En la red de su navegador responde algo que no es Xray.',
  'note.site-missing':
    'Atlassian no conoce ningún sitio {site}. Revise si está escrito como en su navegador.',
  'note.site-elsewhere':
    'Confluence en {confluence} es un sitio distinto de su Jira en {jira}. Revise si los dos son los que usa Snapshots.',
  'note.site-named':
    'Jira en {jira} dice que su Confluence está en {named}, y usted introdujo {confluence}. Revise en cuál funciona Snapshots.',
  'note.clock':
    'El reloj de este equipo va {unit, select, minutes {{count, plural, one {# minuto} other {# minutos}}} hours {{count, plural, one {# hora} other {# horas}}} other {{count, plural, one {# día} other {# días}}}} {way, select, behind {atrasado} other {adelantado}} respecto al de Xray. Póngalo en hora: los inicios de sesión y los certificados dependen de él.',
  'note.inspection':
    '{maker} abre por el camino la conexión segura con Xray, y este equipo lo acepta. Así se puede ver y cambiar lo que se envía.',
  'note.atlassian':
    'Atlassian comunica en este momento una incidencia en Confluence{hasWords, select, yes {: «{words}»} other {}}.',
  'missing.calls': 'No se hizo ninguna solicitud a Xray.',
  'missing.data-call': 'No se pidieron datos al servidor global, porque antes no llegó ningún token.',
  'missing.regions': 'No se compararon los servidores regionales de Xray.',
  'missing.picture': 'No hay ninguna captura de la página «Data residency».',
  'missing.residency': 'No se ha indicado si el sitio está «Pinned» o se está trasladando.',
  'missing.long-answer': 'Una respuesta era más larga que lo que se conserva de ella.',
  'missing.binary-answer': 'El contenido de una respuesta binaria no se conserva.',
} satisfies Readonly<Record<keyof typeof EN, string>>;
