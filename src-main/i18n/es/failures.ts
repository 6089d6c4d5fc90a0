import type { FAILURES as EN } from '../en/failures.ts';

export const FAILURES = {
  'failure.our-fault':
    'Algo ha fallado dentro de esta aplicación. Todo lo que introdujo sigue ahí. Inténtelo de nuevo.',
  'failure.no-answer':
    'Una parte de esta aplicación no ha respondido. Inténtelo de nuevo; si vuelve a ocurrir, cierre la aplicación y ábrala otra vez.',
  'failure.not-understood': 'Algo ha fallado dentro de esta aplicación. Ciérrela y vuelva a iniciarla.',
  'failure.id.missing': 'Introduzca el Client ID que figura en las API Keys de Xray.',
  'failure.id.too-much': 'Esto es más que un Client ID. Copie solo el Client ID de las API Keys de Xray.',
  'failure.secret.missing': 'Introduzca el Client Secret que figura en las API Keys de Xray.',
  'failure.secret.too-much':
    'Esto es más que un Client Secret. Copie solo el Client Secret de las API Keys de Xray.',
  'failure.site.missing': 'Introduzca su sitio de {product}, por ejemplo acme.atlassian.net.',
  'failure.site.unreadable':
    'Esto no parece un sitio de {product}. Pegue la dirección de su navegador, por ejemplo acme.atlassian.net.',
  'failure.site.too-long':
    'Este texto es demasiado largo. Pegue solo la dirección de su sitio de {product}, por ejemplo acme.atlassian.net.',
  'failure.site.several': 'Este texto contiene más de un sitio. Deje solo su sitio de {product}.',
  'failure.site.did-you-mean': '¿Quiso decir {site}?',
  'failure.site.email':
    'Esto es una dirección de correo. Introduzca la dirección de su sitio de {product}, por ejemplo acme.atlassian.net.',
  'failure.site.government':
    'Este es un sitio de Atlassian Government Cloud. Government Cloud no ofrece residencia de datos, así que esta comprobación no le sirve.',
  'failure.site.administration':
    'Esta es una página de Atlassian Administration y no su sitio. Abra {product} y pegue la dirección de esa página, por ejemplo acme.atlassian.net.',
  'failure.site.sign-in-page':
    'Esta es la página de inicio de sesión de Atlassian. Inicie sesión, abra {product} y pegue la dirección de esa página.',
  'failure.site.start-page':
    'Esta es la página de inicio de Atlassian, común a todos los sitios. Abra {product} desde allí y pegue la dirección de esa página.',
  'failure.site.atlassian-page':
    'Esta es una página de la propia Atlassian y no su sitio. Abra {product} y pegue la dirección de esa página.',
  'failure.site.other-product':
    'Esta es una dirección de {other} y no de {product}. Abra {product} y pegue la dirección de esa página.',
  'failure.site.own-domain':
    'Esto parece el dominio propio de su empresa. La comprobación necesita el nombre que termina en atlassian.net. Un administrador lo encuentra en Atlassian Administration > Apps > App URLs, como «Default URL (fallback)» del dominio.',
  'failure.slept':
    'Su equipo entró en suspensión durante la comprobación, así que no se pudo terminar. Todo lo que introdujo sigue ahí. Compruebe de nuevo.',
  'failure.already-running': 'Ya hay una comprobación en curso. Deténgala primero.',
  'failure.no-diagnosis': 'Todavía no hay ningún resultado. Compruebe primero la conexión.',
  'failure.no-bundle': 'Este archivo de diagnóstico ya no se conoce. Prepárelo de nuevo.',
  'failure.not-clean':
    'El archivo no se ha guardado: el último control no pudo descartar que contenga un dato secreto. Nada ha salido de este equipo. Asegúrese de que no haya ningún dato secreto en un campo de sitio y compruebe de nuevo la conexión.',
  'failure.save.disk-full':
    'No se pudo guardar el archivo de diagnóstico: el disco está lleno. Haga sitio o elija otra carpeta.',
  'failure.save.folder-missing':
    'No se pudo guardar el archivo de diagnóstico: la carpeta no existe. Elija otra carpeta.',
  'failure.save.in-the-way':
    'No se pudo guardar el archivo de diagnóstico: hay un archivo donde debería estar la carpeta, o ya hay demasiados archivos con ese nombre. Elija otra carpeta.',
  'failure.save.held':
    'No se pudo guardar el archivo de diagnóstico: otro programa lo está usando, casi siempre un antivirus. Espere un momento y guárdelo de nuevo, o elija otra carpeta.',
  'failure.save.other':
    'No se pudo guardar el archivo de diagnóstico: esta carpeta no admite archivos nuevos. Elija otra carpeta.',
  'failure.read': 'No se pudo leer el archivo: {reason}',
  'failure.read-elsewhere':
    'Este archivo no se abre: está en otro equipo o es un dispositivo. Cópielo primero en este equipo.',
  'failure.extra-ca.read': 'No se pudo leer el archivo indicado en {from}: {reason}',
  'failure.extra-ca.none':
    'El archivo indicado en {from} no contiene ningún certificado. Debe ser un archivo PEM con un bloque que empiece por «-----BEGIN CERTIFICATE-----».',
  'failure.extra-ca.too-large':
    'El archivo indicado en {from} es demasiado grande. Un archivo de certificados puede tener hasta {megabytes} MB.',
  'failure.extra-ca.elsewhere':
    'El archivo indicado en {from} no se lee: está en otro equipo o es un dispositivo. Cópielo primero en este equipo.',
  'failure.read-picture': 'No se pudo leer la imagen: {reason}',
  'failure.folder': 'La carpeta para el archivo de diagnóstico no se puede usar: {reason}',
  'failure.file.not-allowed': 'este equipo no lo permite.',
  'failure.file.read-only': 'el disco es de solo lectura.',
  'failure.file.full': 'el disco está lleno.',
  'failure.file.gone': 'no hay nada allí.',
  'failure.file.in-the-way': 'hay un archivo o una carpeta de otro tipo en su lugar.',
  'failure.file.held': 'otro programa lo está usando.',
  'failure.file.name-too-long': 'el nombre es demasiado largo.',
  'failure.file.unknown': 'el disco no respondió como debería.',
  'failure.file.too-large': 'el archivo es demasiado grande.',
  'failure.storage.read':
    '{subject, select, settings {No se pudieron leer los ajustes} profile {No se pudo leer el perfil} report {No se pudo leer el informe} other {No se pudo leer el caso}}: {reason}',
  'failure.storage.write':
    '{subject, select, settings {No se pudieron guardar los ajustes} profile {No se pudo guardar el perfil} report {No se pudo guardar el informe} other {No se pudo guardar el caso}}: {reason}',
  'failure.settings.not-kept':
    'Los ajustes valen hasta que cierre esta aplicación: su archivo se queda como está.',
  'failure.settings.unknown': 'La aplicación no conoce este ajuste. No se ha cambiado nada.',
  'failure.draft':
    'Ningún programa de correo abrió el borrador. Empiece usted un correo nuevo, copie en él la dirección, el asunto y el texto que ve aquí, y adjunte el archivo.',
  'failure.mail':
    'No se abrió ningún programa de correo. Use el borrador, o copie la dirección, el asunto y el texto que ve aquí en un correo suyo.',
  'failure.mail-without-file':
    'Hay un correo nuevo abierto, pero no se pudo copiar el archivo. Arrástrelo al correo o adjúntelo.',
  'failure.share': 'Este sistema no tiene un menú para compartir archivos. Elija otra manera.',
  'failure.copy-file': 'No se pudo copiar el archivo. Pulse «Mostrar en la carpeta» y adjúntelo desde allí.',
  'failure.browser':
    'No se abrió ningún navegador. Abra uno y vaya a admin.atlassian.com; después haga una captura de pantalla y péguela aquí.',
  'failure.page-not-opened': 'No se abrió ningún navegador. Abra uno y vaya a {address}.',
  'failure.capture-declined': 'No se hizo ninguna captura.',
  'failure.page-closed': 'La ventana de Atlassian está cerrada. Ábrala de nuevo.',
  'failure.page-not-taken':
    'No se pudo hacer la captura. Inténtelo de nuevo o pegue una captura de pantalla.',
  'failure.nothing-chosen':
    'No se eligió ninguna ventana ni pantalla, así que no se hizo ninguna captura. Inténtelo de nuevo o pegue una captura de pantalla.',
  'failure.window-gone': 'Esa ventana ya no existe. Elija de nuevo o pegue una captura de pantalla.',
  'failure.picture.large': 'La imagen ocupa más de 30 MB. Haga una captura solo de la página.',
  'failure.picture.pixels':
    'La imagen tiene más de {most} millones de píxeles. Haga una captura solo de la página.',
  'failure.picture.unreadable':
    'Esta imagen no se puede leer aquí. Guarde la captura como PNG y elíjala de nuevo.',
  'failure.picture.damaged': 'La imagen está dañada o cortada. Haga la captura de nuevo.',
  'failure.picture.small':
    'La imagen es demasiado pequeña para leerla. Haga la captura de nuevo, con toda la página.',
  'failure.picture.animated': 'Es una imagen animada. Haga una captura sencilla y guárdela como PNG.',
  'failure.picture.not-in-time': 'La imagen no se pudo leer a tiempo. Haga una captura solo de la página.',
  'failure.picture.one-colour':
    'La imagen tiene un solo color, así que no se capturó nada. Haga la captura de nuevo.',
  'failure.picture.heic':
    'Las imágenes de este tipo (HEIC) no se pueden leer aquí. Guarde antes la imagen como PNG o JPEG.',
  'failure.picture.undecodable':
    'No se puede leer esta imagen. Guarde la captura como PNG y elíjala de nuevo.',
  'failure.picture.form': 'La imagen llegó en una forma que esta aplicación no conoce. Inténtelo de nuevo.',
  'failure.picture.too-many': 'Ya hay {count} capturas. Quite una antes.',
  'failure.picture.gone': 'Esta captura ya no existe.',
  'failure.page.no-bridge':
    'La ventana se abrió fuera de la aplicación. Ciérrela y vuelva a iniciar la aplicación.',
  'failure.page.broken':
    'Algo ha fallado en esta ventana. Cierre la aplicación y vuelva a abrirla; no se ha enviado nada.',
} satisfies Readonly<Record<keyof typeof EN, string>>;
