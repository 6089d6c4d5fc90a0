import type { CONNECTION as EN } from '../en/connection.ts';

export const CONNECTION = {
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
  'hint.id-looks-like-secret':
    'Esto parece un Client Secret. Puede que los dos valores estén intercambiados.',
  'hint.secret-looks-like-id': 'Esto parece un Client ID. Puede que los dos valores estén intercambiados.',
  'hint.id-unusual':
    'Un Client ID suele tener 32 caracteres, de 0 a 9 y de A a F. Aun así, puede probar con este.',
  'hint.secret-unusual':
    'Un Client Secret suele tener 64 caracteres, de 0 a 9 y de a a f. Aun así, puede probar con este.',
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
  'plan.purpose.atlassian-status': 'Ver si Atlassian tiene alguna incidencia',
  'plan.carries.keys': 'Client ID y Client Secret',
  'plan.carries.token': 'El token que ha dado este servidor',
  'plan.carries.nothing': 'Nada',
  'plan.remark.again':
    'Una solicitud sin respuesta se repite una vez y, después, una vez más por la red del navegador integrado.',
  'plan.remark.further': 'Si Xray indica más servidores suyos, se hacen allí las mismas dos solicitudes.',
  'plan.remark.safe': 'Nunca se siguen las redirecciones y ninguna solicitud escribe nada.',
} satisfies Readonly<Record<keyof typeof EN, string>>;
