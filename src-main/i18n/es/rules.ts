import type { RULES as EN } from '../en/rules.ts';

const HOST = 'xray.cloud.getxray.app';
const SNAPSHOTS_ELSEWHERE =
  'Snapshots llama a Xray desde sus propios servidores, así que lo que detiene esta comprobación puede no ser lo que detiene a Snapshots.';
const KEYS_ARE_SAFE = `Sus claves no se enviaron, y esto no dice nada sobre si son correctas. ${SNAPSHOTS_ELSEWHERE}`;
const NEVER_GOT_THERE = `La solicitud nunca llegó a Xray, así que no dice nada sobre sus claves ni sobre la región de sus datos. ${SNAPSHOTS_ELSEWHERE}`;
const KEYS_ARE_RIGHT = 'Xray aceptó sus claves, así que son correctas.';
const NOTHING_LEARNED = `Esto no dice nada sobre sus claves ni sobre la región de sus datos. ${SNAPSHOTS_ELSEWHERE}`;
const SOMETHING = '{hasMaker, select, yes {{maker}} other {Algo en su red}}';
const AFTER_SIGN_IN =
  '{call, select, data {Xray acababa de aceptar sus claves, así que son correctas.} other {Esto no dice nada sobre si sus claves son correctas.}}';
const THE_CALL = '{call, select, data {la consulta de datos} other {el inicio de sesión}}';
const OF_THE_CALL = '{call, select, data {a la consulta de datos} other {al inicio de sesión}}';
const BY_ISSUER = '{hasIssuer, select, yes {, emitido por «{issuer}»,} other {}}';
const WITH_STATUS = '{hasStatus, select, yes { (estado {status})} other {}}';

export const RULES = {
  'rule.cancelled.by-person': 'Usted detuvo la comprobación.',
  'meaning.cancelled.by-person':
    'No se ha decidido nada. Se conserva lo que se había encontrado hasta entonces.',
  'rule.proxy-sign-in.407':
    'El proxy de su empresa{hasProxy, select, yes { ({proxy})} other {}} pide un inicio de sesión antes de dejar que este equipo llegue a Xray{hasSchemes, select, yes { (con {schemes})} other {}}.',
  'meaning.proxy-sign-in.407': NEVER_GOT_THERE,
  'rule.tls-untrusted.expired': `El certificado mostrado para ${HOST}${BY_ISSUER} no es válido hoy.`,
  'meaning.tls-untrusted.expired': `O bien el certificado ha caducado, o bien el reloj de este equipo va mal. ${KEYS_ARE_SAFE}`,
  'rule.tls-untrusted.wrong-host': `No respondió Xray, sino otra cosa: el certificado${BY_ISSUER} corresponde a otra dirección.`,
  'meaning.tls-untrusted.wrong-host': `La causa habitual es un filtro o una página de inicio de sesión en su red. ${KEYS_ARE_SAFE}`,
  'rule.tls-untrusted.inspected':
    '{hasMaker, select, yes {{maker}} other {Un producto de seguridad}} abre la conexión segura con Xray, y este equipo no confía en su certificado.',
  'meaning.tls-untrusted.inspected': `Su red inspecciona las conexiones seguras{hasIssuer, select, yes { con el nombre «{issuer}»} other {}}. ${KEYS_ARE_SAFE}`,
  'rule.tls-untrusted.unknown-issuer': `Este equipo no confía en el certificado mostrado para ${HOST}{hasIssuer, select, yes {, emitido por «{issuer}»} other {}}.`,
  'meaning.tls-untrusted.unknown-issuer': `Ocurre cuando la red de una empresa inspecciona las conexiones seguras. ${KEYS_ARE_SAFE}`,
  'rule.network.dns': `Este equipo no encontró la dirección de {hasProxy, select, yes {su proxy {proxy}} other {${HOST}}}.`,
  'meaning.network.dns': `O bien no hay conexión a Internet en este momento, o bien su red no conoce el nombre. ${KEYS_ARE_SAFE}`,
  'rule.network.connect': `No se pudo establecer conexión con {hasProxy, select, yes {su proxy {proxy}} other {${HOST}}}.`,
  'meaning.network.connect': `La causa habitual es un cortafuegos. ${KEYS_ARE_SAFE}`,
  'rule.network.proxy-settings': 'No se pudo leer la configuración del proxy de este equipo.',
  'meaning.network.proxy-settings': `La dirección del proxy no se entiende, o el script que la indica no respondió a tiempo. ${KEYS_ARE_SAFE}`,
  'rule.network.socks':
    'La configuración del proxy indica un proxy SOCKS, que esta comprobación no puede usar.',
  'meaning.network.socks': `La comprobación no se saltó su proxy. ${KEYS_ARE_SAFE}`,
  'rule.network.proxy': `Su proxy{hasProxy, select, yes { {proxy}} other {}} no dejó pasar la conexión con ${HOST}.`,
  'meaning.network.proxy': NEVER_GOT_THERE,
  'rule.network.tls': `La conexión segura con ${HOST} se cortó mientras se establecía.`,
  'meaning.network.tls': `La causa habitual es un cortafuegos o un filtro que no deja pasar las conexiones seguras. ${KEYS_ARE_SAFE}`,
  'rule.network.no-answer': `Se estableció conexión con ${HOST}, pero ${THE_CALL} no obtuvo respuesta.`,
  'meaning.network.no-answer': `La conexión se cerró, o no llegó nada a tiempo. ${AFTER_SIGN_IN} ${SNAPSHOTS_ELSEWHERE}`,
  'rule.network.cut-off': `La respuesta ${OF_THE_CALL} se cortó antes del final.`,
  'meaning.network.cut-off': `Lo que llegó no basta para sacar conclusiones. ${AFTER_SIGN_IN} ${SNAPSHOTS_ELSEWHERE}`,
  'rule.network.deadline': 'La comprobación tardó demasiado y se interrumpió.',
  'meaning.network.deadline': `{call, select, data {La consulta de datos} other {El inicio de sesión}} no había terminado cuando se agotó el tiempo. ${AFTER_SIGN_IN}`,
  'rule.intercepted.web-page': `${SOMETHING} respondió ${OF_THE_CALL} en lugar de Xray, con una página web propia.`,
  'meaning.intercepted.web-page': `La causa habitual es un filtro web o la página de inicio de sesión de una red de invitados. ${NOTHING_LEARNED}`,
  'rule.intercepted.redirect':
    '{call, select, data {La consulta de datos} other {El inicio de sesión}} no obtuvo respuesta, sino un desvío a {hasTarget, select, yes {{target}} other {otra dirección}}.',
  'meaning.intercepted.redirect': `Xray no hace eso. Lo hizo algo entre este equipo y Xray. No lo seguimos, así que nada suyo llegó allí. ${NOTHING_LEARNED}`,
  'rule.intercepted.answer': `${SOMETHING} respondió ${OF_THE_CALL} en lugar de Xray.`,
  'meaning.intercepted.answer': `La respuesta parece la de un proxy o un filtro web. ${NOTHING_LEARNED}`,
  'rule.intercepted.guest-network':
    'Su red le pide que se identifique en ella antes de dejar pasar {call, select, data {la consulta de datos a Xray} other {el inicio de sesión en Xray}}.',
  'meaning.intercepted.guest-network': `Es lo que hacen las redes de invitados, por ejemplo en hoteles y aeropuertos. ${NOTHING_LEARNED}`,
  'rule.intercepted.proxy-guest':
    'Su proxy{hasProxy, select, yes { {proxy}} other {}} le pide que inicie sesión en su página antes de dejar que este equipo llegue a Xray.',
  'meaning.intercepted.proxy-guest': NEVER_GOT_THERE,
  'rule.rate-limited.429':
    'Xray pide esperar{unit, select, seconds { {count, plural, one {# segundo} other {# segundos}}} minutes { {count, plural, one {# minuto} other {# minutos}}} hours { {count, plural, one {# hora} other {# horas}}} other {}}: ha recibido demasiadas solicitudes para su sitio.',
  'meaning.rate-limited.429': 'Se resuelve solo. No dice nada sobre la región de sus datos.',
  'rule.rate-limited.words':
    'Xray dice que ha recibido demasiadas solicitudes para su sitio{unit, select, seconds { y pide esperar {count, plural, one {# segundo} other {# segundos}}} minutes { y pide esperar {count, plural, one {# minuto} other {# minutos}}} hours { y pide esperar {count, plural, one {# hora} other {# horas}}} other {}}.',
  'meaning.rate-limited.words': 'Se resuelve solo. No dice nada sobre la región de sus datos.',
  'rule.licence.text': 'Xray dice que hay un problema con la licencia de Xray de su sitio de Jira.',
  'meaning.licence.text':
    'Mientras la licencia no sea válida, Xray no responde a ninguna solicitud, sean cuales sean las claves.',
  'rule.licence.payment': 'Xray ha respondido que hace falta un pago.',
  'meaning.licence.payment':
    'Esto apunta a la licencia de Xray de su sitio de Jira, no a sus claves ni a la región de sus datos.',
  'rule.credentials-rejected.invalid': 'Xray no conoce este Client ID ni este Client Secret.',
  'meaning.credentials-rejected.invalid':
    'Se rechazó el propio inicio de sesión. No tiene que ver con la región de sus datos.',
  'rule.credentials-rejected.refused': `Xray rechazó el inicio de sesión${WITH_STATUS} y dio un motivo.`,
  'meaning.credentials-rejected.refused':
    'El motivo se refiere a la clave o al usuario que la creó. No tiene que ver con la región de sus datos.',
  'rule.residency.region-text': 'Xray dice que sus datos están en otra región.',
  'meaning.residency.region-text': `${KEYS_ARE_RIGHT}{split, select, yes { Algunos servidores regionales de Xray las rechazan (véase más abajo).} other { Crear claves nuevas no servirá de nada.}} Xray tiene registrada la región equivocada para su sitio y debe corregirla.`,
  'rule.residency-suspected.migration': 'Xray dice que sus datos se están trasladando.',
  'meaning.residency-suspected.migration':
    '{call, select, data {Xray aceptó sus claves, así que son correctas. } other {}}Durante un traslado, Xray no puede entregar sus datos. Espere a que termine antes de hacer cualquier otra cosa.',
  'rule.residency-suspected.region-words':
    'Xray acepta sus claves, pero en su respuesta habla de una región.',
  'meaning.residency-suspected.region-words':
    'No es el texto exacto que se conoce de este error, así que la región equivocada es probable, pero no está probada.',
  'rule.residency-suspected.cloudfront-lambda':
    'Sus claves son correctas, pero Xray no llega a sus datos. Esto apunta a la región de sus datos.',
  'meaning.residency-suspected.cloudfront-lambda':
    'Esta página de error ya se ha visto cuando Xray buscaba un sitio en la región equivocada. Puede tener otras causas, así que es un indicio fuerte y no una prueba.',
  'rule.residency-suspected.refused-but-region-works':
    'Xray acepta sus claves, pero solo {count, plural, one {su servidor {regions} responde} other {sus servidores {regions} responden}} sin error.',
  'meaning.residency-suspected.refused-but-region-works':
    'El servidor global, que es el que usa Snapshots, se niega a entregar los datos. Como un servidor regional funciona, es probable que Xray tenga registrada la región equivocada para su sitio.',
  'rule.residency-suspected.failed-but-region-works':
    'Xray acepta sus claves, pero solo {count, plural, one {su servidor {regions} responde} other {sus servidores {regions} responden}} sin error.',
  'meaning.residency-suspected.failed-but-region-works':
    'El servidor global, que es el que usa Snapshots, falla en la consulta de datos. Como un servidor regional funciona, es probable que Xray tenga registrada la región equivocada para su sitio.',
  'rule.residency-suspected.refused-without-known-text': `Xray acepta sus claves y después se niega a entregar sus datos${WITH_STATUS}.`,
  'meaning.residency-suspected.refused-without-known-text':
    '{hasWords, select, yes {Las palabras no dan ningún motivo.} other {Xray no da ningún motivo.}} Cuando el inicio de sesión funciona y la consulta de datos no, la causa habitual es la región equivocada, pero no está probado.',
  'rule.residency-suspected.keys-known-elsewhere':
    'El servidor global de Xray no conoce sus claves, pero {count, plural, one {el servidor {regions} sí las conoce} other {los servidores {regions} sí las conocen}}.',
  'meaning.residency-suspected.keys-known-elsewhere':
    'Snapshots usa el servidor global. Que sus claves se conozcan en otro lugar hace probable que la región registrada sea la equivocada.',
  'rule.residency-suspected.sign-in-region-text': 'Xray habla de otra región ya en el inicio de sesión.',
  'meaning.residency-suspected.sign-in-region-text':
    'Normalmente solo lo dice al pedir los datos. La región equivocada es probable, pero no se pudieron probar sus claves.',
  'rule.residency-suspected.sign-in-lambda-but-region-works':
    'El servidor global de Xray responde con una página de error, pero {count, plural, one {el servidor {regions} funciona} other {los servidores {regions} funcionan}}.',
  'meaning.residency-suspected.sign-in-lambda-but-region-works':
    'Esta página de error ya se ha visto cuando Xray buscaba un sitio en la región equivocada. Puede tener otras causas.',
  'rule.xray-unavailable.cloudfront': `La red de Xray responde con una página de error${WITH_STATUS}.`,
  'meaning.xray-unavailable.cloudfront': 'No se llegó a Xray. Suele resolverse solo.',
  'rule.xray-unavailable.sign-in': `Xray tuvo un error propio en el inicio de sesión${WITH_STATUS}.`,
  'meaning.xray-unavailable.sign-in':
    'Suele resolverse solo. No dice nada sobre sus claves ni sobre la región de sus datos.',
  'rule.xray-unavailable.data': `Sus claves son correctas, pero Xray tuvo un error propio en la consulta de datos${WITH_STATUS}.`,
  'meaning.xray-unavailable.data': 'Suele resolverse solo. No dice nada sobre la región de sus datos.',
  'rule.healthy.zip': 'La conexión con Xray funciona.',
  'meaning.healthy.zip':
    'Xray aceptó sus claves y respondió con un archivo: no hay error de región. La causa de lo que muestra Snapshots no es la región.',
  'rule.healthy.feature': 'La conexión con Xray funciona.',
  'meaning.healthy.feature':
    'Xray aceptó sus claves y respondió con un archivo de prueba: no hay error de región. La causa de lo que muestra Snapshots no es la región.',
  'rule.healthy.empty': 'La conexión con Xray funciona.',
  'meaning.healthy.empty':
    'Xray aceptó sus claves y envió una respuesta vacía, porque no había pruebas que entregar: no hay error de región. La causa de lo que muestra Snapshots no es la región.',
  'rule.healthy.xray-error': 'La conexión con Xray funciona.',
  'meaning.healthy.xray-error':
    'Xray aceptó sus claves y buscó las incidencias de ejemplo de esta comprobación, que su sitio no tiene por qué tener: no hay error de región. La causa de lo que muestra Snapshots no es la región.',
  'rule.unclear.request-syntax': 'Xray no entendió el inicio de sesión.',
  'meaning.unclear.request-syntax':
    'Xray lo dice cuando una solicitud no tiene la forma que espera. Puede que algo en sus claves o en su red la haya cambiado.',
  'rule.unclear.allowlist':
    'La lista de direcciones IP permitidas de su sitio (IP allowlist) bloquea la solicitud.',
  'meaning.unclear.allowlist':
    'Un sitio de Jira puede limitar las direcciones IP que tienen acceso a él. Puede que en esa lista falten las de Xray. No es la región lo que detiene esta solicitud.',
  'rule.unclear.atlassian': `Fue Atlassian, y no Xray, quien respondió ${OF_THE_CALL}.`,
  'meaning.unclear.atlassian':
    'Puede que Xray transmita lo que dijo su sitio de Jira, o que algo haya llevado la solicitud a Atlassian. No es el error de región.',
  'rule.unclear.not-installed': 'Xray dice que no está configurado para su sitio de Jira.',
  'meaning.unclear.not-installed':
    'O bien Xray no está instalado en este sitio, o bien las claves son de otro sitio, o bien Xray perdió el sitio en un traslado.',
  'rule.unclear.permission':
    '{call, select, data {Xray aceptó sus claves, pero dice que falta un permiso.} other {Xray dice que falta un permiso.}}',
  'meaning.unclear.permission':
    'Puede que al usuario que creó las claves le falte un permiso en Jira. No es el error de región que busca esta aplicación.',
  'rule.unclear.account': 'Xray dice que hay un problema con la clave o con el usuario que la creó.',
  'meaning.unclear.account':
    'El inicio de sesión por sí solo no permite verlo. No es el error de región que busca esta aplicación.',
  'rule.unclear.token-refused':
    'Xray dio un token en el inicio de sesión y lo rechazó en la solicitud siguiente.',
  'meaning.unclear.token-refused':
    'No es lo que dice Xray de una región equivocada, y con claves correctas no se había visto antes.',
  'rule.unclear.redirect-within-xray': `Xray desvía ${THE_CALL} a {hasTarget, select, yes {{target}} other {otra de sus direcciones}}.`,
  'meaning.unclear.redirect-within-xray':
    'No lo seguimos, para que su token se quede en el servidor para el que se creó. {support} necesita ver esto.',
  'rule.unclear.cloudfront': `La red de Xray rechaza la solicitud${WITH_STATUS} con una página propia.`,
  'meaning.unclear.cloudfront': 'La página no dice si la causa es su red, su país o Xray.',
  'rule.unclear.network-before-xray': `Fue {hasMaker, select, yes {{maker}} other {un servicio de red}}, y no Xray, quien respondió ${OF_THE_CALL}${WITH_STATUS}.`,
  'meaning.unclear.network-before-xray':
    'Este servicio puede formar parte de su red o estar delante de Xray. La respuesta no lo dice.',
  'rule.unclear.contradiction': `La respuesta ${OF_THE_CALL} tiene las palabras de Xray, pero las marcas {hasMaker, select, yes {de {maker}} other {de otra cosa}}.`,
  'meaning.unclear.contradiction':
    'No muestra quién respondió. Vuelva a intentarlo desde otra red en la que no haya nada entre usted y Xray.',
  'rule.unclear.web-page': `En respuesta ${OF_THE_CALL} llegó una página web{hasStatus, select, yes { con el estado {status}} other {}}.`,
  'meaning.unclear.web-page':
    'Normalmente Xray no responde con páginas web. Esta puede venir de su red, o de un servidor de Xray que tiene un problema; la página no lo dice.',
  'rule.unclear.no-token': `El inicio de sesión obtuvo una respuesta${WITH_STATUS}, pero en una forma que esta aplicación no conoce.`,
  'meaning.unclear.no-token':
    'Xray suele responder con un token de inicio de sesión y nada más. Esto no muestra si sus claves son correctas.',
  'rule.unclear.xray-words': `Xray respondió ${OF_THE_CALL}${WITH_STATUS} con un texto que esta aplicación no conoce.`,
  'meaning.unclear.xray-words':
    'Puede tratar de la región o de otra cosa. {support} puede decirle qué significa.',
  'rule.unclear.sign-in-answer': `El inicio de sesión obtuvo una respuesta${WITH_STATUS} que esta aplicación no conoce.`,
  'meaning.unclear.sign-in-answer':
    'Puede venir de Xray o de algo en el camino, así que no muestra si sus claves son correctas. {support} puede leerla en el archivo.',
  'rule.unclear.data-answer': `Xray aceptó sus claves, pero la consulta de datos obtuvo una respuesta${WITH_STATUS} que esta aplicación no conoce.`,
  'meaning.unclear.data-answer':
    'Puede venir de Xray o de algo en el camino. {support} puede leerla en el archivo.',
  'rule.unclear.no-answer': 'La comprobación terminó sin respuesta.',
  'meaning.unclear.no-answer': 'Sin respuesta no se puede concluir nada.',
} satisfies Readonly<Record<keyof typeof EN, string>>;
