import type { CONNECTION as EN } from '../en/connection.ts';

export const CONNECTION = {
  'field.full': 'Ha llegado al límite de {most, number} caracteres. Lo que lo supere se corta.',
  'welcome.title': 'Averigüe por qué Snapshots no llega a Xray',
  'welcome.lead':
    'Snapshots dice que sus claves de Xray no son válidas, ¿y usted sabe que lo son? Una breve comprobación encuentra la causa y le dice quién puede resolverlo.',
  'welcome.privacy':
    'Nada se envía a {support} por sí solo. Sus claves llegan únicamente a Xray y se olvidan cuando usted termina.',
  'connection.title': 'Su conexión',
  'connection.lead': 'Introduzca los mismos valores que en Snapshots.',
  'connection.keys': 'Claves de Xray',
  'connection.keysHelp': 'Puede pegar los dos valores a la vez en cualquiera de los campos.',
  'connection.sites': 'Sitios',
  'connection.clientId': 'Client ID',
  'connection.clientSecret': 'Client Secret',
  'connection.jiraSite': 'Sitio de Jira',
  'connection.confluenceSite': 'Sitio de Confluence',
  'connection.example': 'Por ejemplo, acme.atlassian.net',
  'connection.secretHeld': 'Guardado de antes. Escriba para cambiarlo.',
  'connection.show': 'Mostrar',
  'connection.hide': 'Ocultar',
  'connection.showLabel': 'Mostrar el Client Secret',
  'connection.understood': 'Reconocido como {site}',
  'connection.proposed': 'Tomado del sitio de Jira: {site}. Cámbielo si Confluence está en otro lugar.',
  'connection.check': 'Comprobar la conexión',
  'connection.result': 'Volver al resultado',
  'connection.useSite': 'Usar {site}',
  'paste.pair': 'Las dos claves están completas.',
  'paste.secret-moved':
    'Eso era un secreto, así que se ha pasado al campo Client Secret. Aquí va el Client ID.',
  'paste.secret-removed':
    'Eso era un secreto, así que se ha quitado de este campo. El campo Client Secret ya tiene un valor, que se ha conservado.',
  'paste.id-moved': 'Eso era el Client ID, así que se ha puesto en el campo Client ID.',
  'paste.several':
    'Este texto contiene más de una clave. Pegue el Client ID y el Client Secret por separado.',
  'paste.placeholder':
    'Este texto tiene un marcador de posición donde debería estar la clave. Copie la clave misma de las API Keys de Xray.',
  'paste.too-long': 'Este texto es demasiado largo. Pegue solo el Client ID y el Client Secret.',
  'hint.id-looks-like-secret':
    'Esto parece un Client Secret. Puede que los dos valores estén intercambiados.',
  'hint.secret-looks-like-id': 'Esto parece un Client ID. Puede que los dos valores estén intercambiados.',
  'hint.id-length':
    'Esto tiene {count} {count, plural, one {carácter} other {caracteres}}; los Client ID de Xray tienen 32. Cópielo de nuevo o haga la comprobación tal como está.',
  'hint.secret-length':
    'Esto tiene {count} {count, plural, one {carácter} other {caracteres}}; los Client Secret de Xray tienen 64. Cópielo de nuevo o haga la comprobación tal como está.',
  'hint.id-unusual':
    'Un Client ID suele tener 32 caracteres, de 0 a 9 y de A a F. Aun así, puede hacer la comprobación.',
  'hint.secret-unusual':
    'Un Client Secret suele tener 64 caracteres, de 0 a 9 y de a a f. Aun así, puede hacer la comprobación.',
  'hint.atlassian-token':
    'Esto parece un token de API de Atlassian y no una clave de Xray. Las claves de Xray están en Xray, en API Keys. Aun así, puede hacer la comprobación.',
  'hint.jwt':
    'Esto parece un token de inicio de sesión y no una clave. Copie la clave de las API Keys de Xray. Aun así, puede hacer la comprobación.',
  'hint.bearer':
    'Esto parece un encabezado Authorization y no una clave. Copie la clave de las API Keys de Xray. Aun así, puede hacer la comprobación.',
  'hint.masked':
    'Estos son caracteres ocultos y no la clave misma. Xray muestra un Client Secret una sola vez; cree una clave nueva si no lo guardó. Aun así, puede hacer la comprobación.',
  'hint.uuid':
    'Esto parece un UUID y no una clave de Xray. Copie la clave de las API Keys de Xray. Aun así, puede hacer la comprobación.',
  'hint.url': 'Esto parece una dirección web y no una clave de Xray. Aun así, puede hacer la comprobación.',
  'hint.email':
    'Esto parece una dirección de correo y no una clave de Xray. Aun así, puede hacer la comprobación.',
  'hint.other-service':
    'Esto parece una clave de otro servicio y no de Xray. Aun así, puede hacer la comprobación.',
  'hint.placeholder':
    'Esto parece un marcador de posición y no la clave misma. Copie la clave de las API Keys de Xray. Aun así, puede hacer la comprobación.',
  'plan.title': '¿Qué va a ocurrir?',
  'plan.lead': 'Al pulsar «Comprobar la conexión» se hacen estas solicitudes, todas cifradas:',
  'plan.request': 'Solicitud',
  'plan.purpose': 'Para qué',
  'plan.carries': 'Qué se envía',
  'plan.address': '{method} {url}',
  'plan.purpose.authenticate': 'Iniciar sesión',
  'plan.purpose.data-call': 'Pedir datos una vez',
  'plan.purpose.further-hosts': 'Preguntar si Xray tiene más servidores',
  'plan.purpose.site': 'Ver si el sitio existe',
  'plan.purpose.xray-status': 'Ver si Xray tiene alguna incidencia',
  'plan.purpose.atlassian-status': 'Ver si Atlassian tiene alguna incidencia',
  'plan.carries.keys': 'Client ID y Client Secret',
  'plan.carries.token': 'El token que ha dado este servidor',
  'plan.carries.nothing': 'Nada',
  'plan.remark.again':
    'Una solicitud sin respuesta se repite una vez y, después, una vez más por la red del navegador integrado.',
  'plan.remark.further': 'Si Xray indica más servidores suyos, se hacen allí las mismas dos solicitudes.',
  'plan.remark.safe': 'Nunca se siguen las redirecciones y ninguna solicitud escribe nada.',
} satisfies Readonly<Record<keyof typeof EN, string>>;
