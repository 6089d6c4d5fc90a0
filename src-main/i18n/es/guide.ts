import type { GUIDE as EN } from '../en/guide.ts';

const CONNECTION_PAGE = 'Snapshots Configuration > Xray connection';

export const GUIDE = {
  'door.check.title': 'Comprobar mi conexión',
  'door.check.text': 'En un minuto, más o menos, sabrá qué bloquea Snapshots y quién puede resolverlo.',
  'door.cases.title': 'Continuar un caso',
  'door.cases.text': 'Siga donde estaba, tanto si espera a Xray como si espera el final de un traslado.',
  'door.cases.none': 'Todavía no hay ningún caso guardado en este equipo.',
  'door.file.title': 'Abrir un archivo de diagnóstico',
  'door.file.text': 'Para el soporte: vea si un archivo está íntegro y qué contiene.',
  'symptoms.title': '¿Es este su problema?',
  'symptoms.fresh': `La Traceability Extension está instalada. Ha creado claves nuevas en Xray y las ha introducido en Confluence, en ${CONNECTION_PAGE}.`,
  'symptoms.message':
    'Snapshots responde algo como «Xray token is invalid or expired» o «Cannot access Xray».',
  'symptoms.sure':
    'Lo ha mirado dos veces: los dos valores vienen directamente de API Keys en Xray, en el sitio de Jira que lee Snapshots.',
  'symptoms.region':
    'Su sitio de Atlassian está en una región elegida, por ejemplo la Unión Europea, o se está trasladando a una ahora mismo.',
  'symptoms.then':
    'Entonces es probable que sus claves sean correctas y que Xray busque sus datos en la región equivocada. La comprobación lo aclara. Aunque no encaje todo, compruebe de todos modos: también encuentra otras causas.',
  'keys.title': '¿Dónde encuentro estas claves o cómo las creo?',
  'keys.1':
    'En Jira, abra Settings (Configuración) > Apps > Manage apps. Hace falta ser administrador de Jira.',
  'keys.2': 'Busque allí Xray y abra API Keys.',
  'keys.3': 'Pulse Create API Key y elija el usuario con el que Snapshots leerá Xray.',
  'keys.4': 'Copie enseguida el Client ID y el Client Secret. El Client Secret solo se muestra esta vez.',
  'keys.lost':
    '¿Ha perdido el Client Secret? No se puede volver a mostrar. Elimine esa clave y cree una nueva.',
  'keys.same': 'Xray debe estar instalado en el mismo sitio de Jira que lee Snapshots.',
  'keys.both': 'Si crea claves nuevas para esta comprobación, introdúzcalas después también en Snapshots.',
  'token.title': '¿Por qué falla la conexión si el inicio de sesión funciona?',
  'token.steps':
    'Xray responde en dos pasos. Primero mira sus claves y entrega un token, una especie de pase para el día. Solo después se piden sus datos.',
  'token.region':
    'El primer paso no toca sus datos, así que funciona aunque Xray tenga registrada una región equivocada para su sitio. El segundo va entonces al lugar equivocado y se rechaza.',
  'token.blame':
    'Snapshots ve el rechazo y cree que las claves son incorrectas. Por eso no sirve crear claves nuevas, y un token por sí solo no demuestra nada: solo lo hace una respuesta sobre sus datos.',
  'situation.means': 'De qué se trata',
  'situation.next': 'Qué ocurre después',
  'situation.time': 'Cuánto tarda',
  'situation.pinned.means':
    'Sus datos se quedan en una región, por ejemplo la Unión Europea, y Xray tiene registrada otra.',
  'situation.pinned.next':
    'Usted envía el archivo de diagnóstico. {support} abre un ticket con Xray, entrega el archivo y sigue el caso hasta que se resuelve.',
  'situation.pinned.time': 'Xray suele corregirlo en unos pocos días laborables.',
  'situation.migrating.means': 'Ha pedido otra región y todavía no ha llegado todo allí.',
  'situation.migrating.next':
    'Usted espera a que termine el traslado y vuelve a introducir sus claves en Snapshots. Si entonces sigue fallando, es el otro caso: envíe el archivo de diagnóstico.',
  'situation.migrating.time':
    'Lo que dure el traslado. La página «Data residency» de Atlassian muestra por dónde va.',
  'situation.unknown.means': 'Aún no lo ha mirado, o no tiene acceso a la página.',
  'situation.unknown.next':
    'Siga como si el sitio estuviera «Pinned». {support} le preguntará si falta algo.',
  'calls.title': 'Las dos solicitudes de la comprobación',
  'calls.authenticate': 'El inicio de sesión cambia el Client ID y el Client Secret por un token.',
  'calls.data-call':
    'La consulta de datos muestra ese token y pide dos incidencias de ejemplo. No hace falta que existan; lo que cuenta es cómo responde Xray.',
  'readings.title': 'Cómo se leen las respuestas',
  'readings.answer': 'Qué llega',
  'readings.meaning': 'Qué significa',
  'readings.yours': 'Su resultado',
  'readings.region': 'El inicio de sesión funciona; la consulta de datos habla de otra región',
  'readings.region.means':
    'El fallo para el que está hecha esta comprobación. Xray tiene que corregir la región.',
  'readings.rejected': 'El inicio de sesión se rechaza y no hay token',
  'readings.rejected.means':
    'Las claves son incorrectas, se han eliminado o han caducado. Cree otras en Xray.',
  'readings.healthy': 'La consulta de datos da datos o no encuentra las incidencias',
  'readings.healthy.means': 'La conexión funciona. Otra cosa bloquea Snapshots, y {support} puede buscarla.',
  'readings.other': 'Otra cosa, o nada',
  'readings.other.means':
    'La causa puede ser su red, la licencia o una avería. El resultado dice todo lo que se puede saber.',
  'link.opens': '(se abre en su navegador)',
  'link.region-error': '«Xray connection error: data is in another region» (en inglés)',
  'link.region-error.about':
    'La página sobre este mismo fallo. Se abre la portada de la documentación; busque allí este título.',
  'link.connection-setup': '«Configuring the Xray connection» (en inglés)',
  'link.connection-setup.about': 'Configurar la conexión desde el principio.',
  'link.integration': '«Integration with Xray Test Management for Jira» (en inglés)',
  'link.integration.about':
    'Qué muestra Snapshots de Xray. Se abre la portada de la documentación; busque allí este título.',
  'help.open': 'Ayuda',
  'help.title': 'Ayuda',
  'help.return': 'Volver adonde estaba',
  'help.does': 'Qué hace esta aplicación',
  'help.does.text':
    'Averigua por qué RadBee Snapshots no llega a Xray. Inicia sesión en Xray con sus claves, pide datos una vez, le dice con palabras sencillas qué falla y quién puede resolverlo, y reúne en un solo archivo lo que necesita el soporte. No cambia nada.',
  'help.sent': 'Qué se envía',
  'help.sent.text':
    'Nada llega a {support} por sí solo. La aplicación habla con Xray y, sin sus claves, con Atlassian. El archivo de diagnóstico sale de este equipo cuando usted lo envía por correo, y antes se quitan de él todos los datos secretos.',
  'help.words': 'Palabras explicadas',
  'help.word.region': 'Región',
  'help.word.region.text':
    'La parte del mundo donde están los datos de un sitio, por ejemplo la Unión Europea o Estados Unidos.',
  'help.word.token': 'Token',
  'help.word.token.text':
    'Un pase que Xray entrega tras el inicio de sesión. Dice que sus claves son correctas, y nada sobre sus datos.',
  'help.word.residency': 'Data residency',
  'help.word.residency.text':
    'Dónde están los datos de cada producto. Atlassian lo muestra en admin.atlassian.com, en la página de ese nombre.',
  'help.word.pinned': 'Pinned (región fijada)',
  'help.word.pinned.text': 'Los datos están fijados a su región y no hay ningún traslado en curso.',
  'help.word.migration': 'Migración (traslado)',
  'help.word.migration.text':
    'Un paso a otra región. Jira puede estar ya allí mientras los datos de Xray siguen en camino.',
  'help.way': 'El camino en seis pasos',
  'help.way.1': 'Introduzca sus claves y los dos sitios.',
  'help.way.2': 'Deje que la comprobación pregunte a Xray y lea qué falla y quién puede resolverlo.',
  'help.way.3':
    'Diga si el sitio está «Pinned» o se está trasladando, y añada una captura de la página «Data residency».',
  'help.way.4': 'Lea el archivo de diagnóstico, letra por letra, y deje fuera lo que quiera.',
  'help.way.5': 'Guárdelo y envíelo a {support}. Una corrección suele tardar unos pocos días laborables.',
  'help.way.6': `Después de la corrección, introduzca claves nuevas en ${CONNECTION_PAGE} y pulse Submit. Cuando diga «Connection is open», haga un snapshot de prueba.`,
  'help.keys': 'Teclado',
  'help.key.tab': 'Tab, Mayús + Tab',
  'help.key.tab.does': 'Avanzar, retroceder',
  'help.key.enter': 'Intro',
  'help.key.enter.does': 'Pulsar un botón; en el formulario, comprobar la conexión',
  'help.key.arrows': 'Teclas de flecha',
  'help.key.arrows.does': 'Elegir entre respuestas; mover un recuadro en una captura',
  'help.key.paste': 'Ctrl o ⌘ + V',
  'help.key.paste.does': 'Pegar las dos claves, o una captura',
  'help.key.new': 'Ctrl o ⌘ + N',
  'help.key.new.does': 'Nueva comprobación, desde la primera pantalla y la lista de casos',
  'help.key.open': 'Ctrl o ⌘ + O',
  'help.key.open.does': 'Abrir un archivo de diagnóstico, desde la primera pantalla',
  'help.key.zoom': 'Ctrl o ⌘ con +, − y 0',
  'help.key.zoom.does': 'Más grande, más pequeño, como antes',
  'help.key.help': 'F1',
  'help.key.help.does': 'Abrir esta página',
  'help.key.escape': 'Esc',
  'help.key.escape.does': 'Salir de esta página',
  'help.links': 'Para leer más',
} satisfies Readonly<Record<keyof typeof EN, string>>;
