import type { RULES as EN } from '../en/rules.ts';

const HOST = 'xray.cloud.getxray.app';
const KEYS_ARE_SAFE = 'Sus claves no se enviaron, y esto no dice nada sobre si son correctas.';
const NEVER_GOT_THERE =
  'La solicitud nunca llegó a Xray, así que no dice nada sobre sus claves ni sobre la región de sus datos.';
const KEYS_ARE_RIGHT =
  'Su Client ID y su Client Secret son correctos: Xray los aceptó. Crear claves nuevas no servirá de nada.';
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
    'El proxy de su empresa{hasProxy, select, yes { ({proxy})} other {}} pide un inicio de sesión antes de dejar que este equipo llegue a Xray.',
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
  'rule.network.proxy': `Su proxy{hasProxy, select, yes { {proxy}} other {}} no dejó pasar la conexión con ${HOST}.`,
  'meaning.network.proxy': NEVER_GOT_THERE,
  'rule.network.tls': `La conexión segura con ${HOST} se cortó mientras se establecía.`,
  'meaning.network.tls': `La causa habitual es un cortafuegos o un filtro que no deja pasar las conexiones seguras. ${KEYS_ARE_SAFE}`,
  'rule.network.no-answer': `Se estableció conexión con ${HOST}, pero ${THE_CALL} no obtuvo respuesta.`,
  'meaning.network.no-answer': `La conexión se cerró, o no llegó nada a tiempo. ${AFTER_SIGN_IN}`,
  'rule.network.cut-off': `La respuesta ${OF_THE_CALL} se cortó antes del final.`,
  'meaning.network.cut-off': `Lo que llegó no basta para sacar conclusiones. ${AFTER_SIGN_IN}`,
  'rule.network.deadline': 'La comprobación tardó demasiado y se interrumpió.',
  'meaning.network.deadline': `{call, select, data {La consulta de datos} other {El inicio de sesión}} no había terminado cuando se agotó el tiempo. ${AFTER_SIGN_IN}`,
  'rule.intercepted.web-page': `Llegó una página web donde Xray debería haber respondido ${OF_THE_CALL}.`,
  'meaning.intercepted.web-page':
    'Algo entre este equipo y Xray interceptó la solicitud: la página de inicio de sesión de una red de invitados o un filtro web.',
  'rule.intercepted.redirect':
    '{call, select, data {La consulta de datos} other {El inicio de sesión}} no obtuvo respuesta, sino un desvío a {hasTarget, select, yes {{target}} other {otra dirección}}.',
  'meaning.intercepted.redirect':
    'Xray no hace eso. Lo hizo algo entre este equipo y Xray. No lo seguimos, así que nada suyo llegó allí.',
  'rule.intercepted.no-token': 'El inicio de sesión obtuvo una respuesta, pero no la que da Xray.',
  'meaning.intercepted.no-token':
    'Xray da un token tras el inicio de sesión, y aquí no había ninguno. Puede que algo entre este equipo y Xray haya cambiado la respuesta.',
  'rule.rate-limited.429':
    'Xray pide esperar{unit, select, seconds { {count, plural, one {# segundo} other {# segundos}}} minutes { {count, plural, one {# minuto} other {# minutos}}} hours { {count, plural, one {# hora} other {# horas}}} other {}}: ha recibido demasiadas solicitudes para su sitio.',
  'meaning.rate-limited.429': 'Se resuelve solo. No dice nada sobre la región de sus datos.',
  'rule.licence.text': 'Xray dice que la licencia de Xray de su sitio de Jira no es válida.',
  'meaning.licence.text':
    'Mientras la licencia no sea válida, Xray no responde a nadie, sean cuales sean las claves.',
  'rule.credentials-rejected.invalid': 'Xray no conoce este Client ID ni este Client Secret.',
  'meaning.credentials-rejected.invalid':
    'Se rechazó el propio inicio de sesión. No tiene que ver con la región de sus datos.',
  'rule.credentials-rejected.refused': `Xray rechazó el inicio de sesión${WITH_STATUS} sin dar ninguno de sus motivos conocidos.`,
  'meaning.credentials-rejected.refused':
    'Lo más frecuente es que las claves sean incorrectas o estén desactivadas o eliminadas.',
  'rule.residency.region-text': 'Xray dice que sus datos están en otra región.',
  'meaning.residency.region-text': `${KEYS_ARE_RIGHT} Xray tiene que corregir la región que tiene registrada para su sitio.`,
  'rule.residency-suspected.cloudfront-lambda':
    'Sus claves son correctas, pero Xray no llega a sus datos. Esto apunta a la región de sus datos.',
  'meaning.residency-suspected.cloudfront-lambda':
    'Esta página de error ya se ha visto cuando Xray buscaba un sitio en la región equivocada. Puede tener otras causas, así que es un indicio fuerte y no una prueba.',
  'rule.residency-suspected.refused-but-region-works':
    'Xray acepta sus claves, pero solo {count, plural, one {su servidor {regions} entrega} other {sus servidores {regions} entregan}} sus datos.',
  'meaning.residency-suspected.refused-but-region-works':
    'El servidor global, que es el que usa Snapshots, se niega a entregar los datos sin decir por qué. Que una región funcione hace probable que la región registrada sea la equivocada.',
  'rule.residency-suspected.failed-but-region-works':
    'Xray acepta sus claves, pero solo {count, plural, one {su servidor {regions} entrega} other {sus servidores {regions} entregan}} sus datos.',
  'meaning.residency-suspected.failed-but-region-works':
    'El servidor global, que es el que usa Snapshots, falla al entregar los datos. Que una región funcione hace probable que la región registrada sea la equivocada.',
  'rule.residency-suspected.refused-without-known-text': `Xray acepta sus claves y después se niega a entregar sus datos${WITH_STATUS}.`,
  'meaning.residency-suspected.refused-without-known-text':
    'Xray no dice por qué. Cuando el inicio de sesión funciona y los datos no llegan, la causa habitual es la región equivocada, pero no está probado.',
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
    'Xray aceptó sus claves y entregó datos. La causa de lo que muestra Snapshots no es la región.',
  'rule.healthy.empty': 'La conexión con Xray funciona.',
  'meaning.healthy.empty':
    'Xray aceptó sus claves y respondió a la consulta de datos; no había nada que entregar. La causa de lo que muestra Snapshots no es la región.',
  'rule.healthy.xray-error': 'La conexión con Xray funciona.',
  'meaning.healthy.xray-error':
    'Xray aceptó sus claves y buscó las incidencias de ejemplo de esta comprobación, que su sitio no tiene por qué tener. La causa de lo que muestra Snapshots no es la región.',
  'rule.unclear.request-syntax': 'Xray no entendió el inicio de sesión.',
  'meaning.unclear.request-syntax':
    'Xray lo dice cuando una solicitud no tiene la forma que espera. Puede que algo en sus claves o en su red la haya cambiado.',
  'rule.unclear.token-refused':
    'Xray dio un token en el inicio de sesión y lo rechazó en la solicitud siguiente.',
  'meaning.unclear.token-refused':
    'No es lo que dice Xray de una región equivocada, y con claves correctas no se había visto antes.',
  'rule.unclear.redirect-within-xray': `Xray desvía ${THE_CALL} a {hasTarget, select, yes {{target}} other {otra de sus direcciones}}.`,
  'meaning.unclear.redirect-within-xray':
    'No lo seguimos, para que su token se quede en el servidor para el que se creó. {support} necesita ver esto.',
  'rule.unclear.cloudfront': `La red de Xray rechaza la solicitud${WITH_STATUS} con una página de error.`,
  'meaning.unclear.cloudfront': 'La página no dice si la causa es su red, su país o Xray.',
  'rule.unclear.web-page': `En respuesta ${OF_THE_CALL} llegó una página web{hasStatus, select, yes { con el estado {status}} other {}}.`,
  'meaning.unclear.web-page': 'Xray no responde con páginas web. La página no dice quién la hizo.',
  'rule.unclear.sign-in-answer': `El inicio de sesión obtuvo una respuesta${WITH_STATUS} que no conocemos.`,
  'meaning.unclear.sign-in-answer':
    'No hacemos suposiciones. {support} puede leerla en el archivo de diagnóstico.',
  'rule.unclear.data-answer': `Sus claves son correctas, pero la consulta de datos obtuvo una respuesta${WITH_STATUS} que no conocemos.`,
  'meaning.unclear.data-answer':
    'No hacemos suposiciones. {support} puede leerla en el archivo de diagnóstico.',
  'rule.unclear.no-answer': 'La comprobación terminó sin respuesta.',
  'meaning.unclear.no-answer': 'Sin respuesta no se puede concluir nada.',
} satisfies Readonly<Record<keyof typeof EN, string>>;
