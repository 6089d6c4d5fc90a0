import type { STEPS as EN } from '../en/steps.ts';

const CONNECTION_PAGE = 'Settings (Configuración) > Apps > Snapshots Configuration > Xray connection';

export const STEPS = {
  'step.check-again': 'Después, compruebe de nuevo.',
  'step.send-evidence': 'Guarde el archivo de diagnóstico y envíelo a {supportMail}.',
  'step.another-network': 'O pruebe desde otra red, por ejemplo en casa.',
  'step.try-another-network':
    'Compruebe de nuevo desde otra red, por ejemplo en casa o compartiendo la conexión de su teléfono.',
  'step.residency.correction':
    '{support} pide a Xray que corrija la región. Xray suele hacerlo en unos pocos días laborables.',
  'step.residency.fresh-keys': `Cuando {support} le diga que ya está, introduzca claves nuevas en Confluence, en ${CONNECTION_PAGE}, y pulse Submit. Debería aparecer «Connection is open».`,
  'step.residency.test-snapshot':
    'Haga un snapshot de prueba con datos de Xray: un nivel con issuetype = Test y un campo de Xray.',
  'step.migrating.wait':
    'Espere a que la página «Data residency» de Atlassian diga que la migración ha terminado, para Jira y para Xray.',
  'step.migrating.enter-again': `Después, introduzca de nuevo el Client ID y el Client Secret en Confluence, en ${CONNECTION_PAGE}, y pulse Submit.`,
  'step.migrating.else':
    'Si sigue sin aparecer «Connection is open», compruebe de nuevo aquí, guarde el archivo de diagnóstico y envíelo a {supportMail}.',
  'step.cancelled.again': 'Compruebe de nuevo cuando quiera. Todo lo que introdujo sigue ahí.',
  'step.proxy.let-through':
    'Pida a su equipo de redes que deje a este equipo llegar a *.getxray.app por el proxy sin inicio de sesión.',
  'step.tls.show': 'Guarde el archivo de diagnóstico y enséñelo a su equipo de redes: indica el certificado.',
  'step.tls.leave-out':
    'Pídales que excluyan *.getxray.app de la inspección, o que instalen su certificado en este equipo.',
  'step.tls.extra-ca':
    'Si no es posible, pídales su certificado en un archivo PEM e inicie esta aplicación con --extra-ca ARCHIVO, o con XRAY_DOCTOR_EXTRA_CA apuntando a ese archivo.',
  'step.network.online': 'Asegúrese de que este equipo tiene conexión y compruebe de nuevo.',
  'step.network.allow':
    'Si no basta, enseñe el archivo de diagnóstico a su equipo de redes y pídales que permitan las conexiones con *.getxray.app en el puerto 443.',
  'step.intercepted.guest':
    'Si está en una red de invitados, abra cualquier página web, inicie sesión en ella y compruebe de nuevo.',
  'step.intercepted.show':
    'Si no basta, enseñe el archivo de diagnóstico a su equipo de redes y pídales que dejen pasar *.getxray.app sin cambios.',
  'step.rate-limited.wait': 'Espere el tiempo indicado, o unos minutos.',
  'step.licence.look':
    'En Jira, revise en Settings (Configuración) > Apps > Manage apps si Xray está instalado y con licencia precisamente en este sitio.',
  'step.licence.write': 'Si allí la licencia parece correcta, escriba al soporte de Xray.',
  'step.credentials.new-key':
    'En Jira, abra Settings (Configuración) > Apps > Manage apps > Xray > API Keys y cree una clave nueva. Un Client Secret no se puede mostrar una segunda vez.',
  'step.credentials.copy': 'Copie los dos valores completos y compruebe de nuevo aquí.',
  'step.credentials.enter': `Cuando esta comprobación los acepte, introdúzcalos en Confluence, en ${CONNECTION_PAGE}.`,
  'step.unavailable.wait': 'Espere una hora y compruebe de nuevo.',
  'step.unavailable.mail':
    'Si dura un día entero, guarde el archivo de diagnóstico y envíelo a {supportMail}.',
  'step.healthy.enter': `Introduzca las mismas claves en Confluence, en ${CONNECTION_PAGE}, y pulse Submit. Debería aparecer «Connection is open».`,
  'step.healthy.mail':
    'Si no aparece, guarde el archivo de diagnóstico y envíelo a {supportMail} con el mensaje de Snapshots.',
  'step.unclear.reads': '{support} lee la respuesta recibida y le dice quién tiene que actuar.',
  'step.network-before.show':
    'Enseñe el archivo guardado a su equipo de redes y pregunte si esta respuesta es suya.',
  'step.network-before.mail': 'Si no lo es, envíe el archivo a {supportMail}.',
  'step.allowlist.look':
    'En la administración de Atlassian, en Security > IP allowlists, añada las direcciones de Xray (figuran en la documentación de Xray).',
  'step.permission.grant':
    'En Jira, revise si el usuario que creó las claves puede ver los proyectos que lee Snapshots.',
  'step.account.look':
    'En Jira, revise si el usuario que creó las claves está activo y, después, cree claves nuevas con un usuario activo.',
  'step.not-installed.look':
    'En Jira, revise en Settings (Configuración) > Apps > Manage apps: Xray debe estar instalado precisamente en este sitio, y las claves deben proceder de allí.',
  'step.atlassian.read':
    'Lea la respuesta recibida. Si menciona un problema de su sitio de Jira, corríjalo primero.',
  'step.else-mail': 'Si no basta, guarde el archivo de diagnóstico y envíelo a {supportMail}.',
  'step.socks.ask':
    'Pida a su equipo de redes un proxy HTTP que este equipo pueda usar, o acceso directo a *.getxray.app.',
  'step.proxy-settings.ask':
    'Pregunte a su equipo de redes qué proxy debe usar este equipo y si responde su script de configuración.',
  'step.clock.look': 'Revise si la fecha y la hora de este equipo son correctas y, si no, ajústelas.',
  'step.clock.show':
    'Si son correctas, guarde el archivo de diagnóstico y enséñelo a su equipo de redes: indica el certificado.',
} satisfies Readonly<Record<keyof typeof EN, string>>;
