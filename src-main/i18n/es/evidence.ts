import type { EVIDENCE as EN } from '../en/evidence.ts';

export const EVIDENCE = {
  'verify.title': 'Un archivo de diagnóstico',
  'verify.reading': 'Leyendo el archivo…',
  'verify.state.sound':
    'Este archivo coincide con su propia lista: todo lo que figura en ella está y no ha cambiado. La lista no está firmada, así que no demuestra quién creó el archivo.',
  'verify.state.tampered':
    'Este archivo no coincide con su propia lista: falta algo, se modificó o se añadió.',
  'verify.state.not-a-bundle': 'Esto no es un archivo de diagnóstico.',
  'verify.hosts': 'Qué hicieron los servidores',
  'verify.verdict': 'El resultado',
  'verify.another': 'Abrir otro archivo',
  'review.title': 'Revise el archivo de diagnóstico',
  'review.lead':
    'Estos son los archivos que verá {support}, letra por letra. No se envía nada hasta que usted lo mande por correo.',
  'review.english': 'Los archivos están en inglés, para que puedan leerlos todos los que le ayudan.',
  'review.preparing': 'Preparando los archivos…',
  'extras.note': 'Una nota para el soporte, si lo desea. También de ella se quitan los datos secretos.',
  'extras.parts': 'Enviar también',
  'extras.part.pictures': 'Las capturas',
  'extras.part.note': 'Su nota',
  'extras.part.log': 'El registro de esta aplicación',
  'extras.part.site-facts': 'Los identificadores de nube de sus sitios',
  'review.files': 'Archivos',
  'review.removed':
    '{count, plural, =0 {No hubo que quitar ningún dato secreto.} one {Se ha quitado # dato secreto o privado.} other {Se han quitado # datos secretos o privados.}}',
  'review.fileRemoved': '{count, plural, =0 {nada quitado} one {# quitado} other {# quitados}}',
  'review.missing': 'Qué más podría pedir el soporte',
  'review.bundle': '{name}, {size}',
  'review.content': 'Contenido de {path}',
  'review.picture': 'Captura {path}',
  'review.noPicture': 'Esta imagen no se muestra: tiene demasiados píxeles o no es un PNG.',
  'review.shown': 'Se muestra el {percent} % de este archivo.',
  'review.more': 'Mostrar más',
  'review.save': 'Guardar en Descargas',
  'review.choose': 'Guardar en otro lugar…',
  'review.saving': 'Guardando…',
  'review.again': 'Intentar de nuevo',
  'review.sent': 'Ir al envío',
  'send.title': 'Envíe el archivo a {support}',
  'send.network':
    'Muestre primero este archivo a su equipo de redes: dice qué se preguntó y qué se respondió. Si no encuentra nada, envíelo a {support}.',
  'send.saved': 'Guardado en {folder}',
  'send.surest': 'La manera más segura',
  'send.ways': 'Otras maneras',
  'send.hand': 'Adjuntarlo a mano',
  'send.mail': 'Copiar el archivo y abrir un correo',
  'send.mailHelp':
    'Se abre un correo nuevo con la dirección, el asunto y el texto, y el archivo queda copiado: péguelo en el correo y pulse Enviar. El botón está abajo en esta ventana.',
  'send.dragHelp':
    'Arrastre la tarjeta de arriba a un correo, copie el archivo y péguelo, o adjúntelo desde su carpeta.',
  'send.file': 'Copiar el archivo',
  'send.share': 'Compartir…',
  'send.shareHelp': 'Abre el menú del sistema, con el correo y otros programas.',
  'send.draft': 'Abrir como borrador listo',
  'send.draftHelp':
    'Su programa de correo abre {name} con el archivo adjunto; solo tiene que pulsar Enviar. Funciona mejor con Thunderbird y el Outlook clásico.',
  'send.folder': 'Mostrar en la carpeta',
  'send.copy': 'El correo tal como se leerá',
  'send.copyHelp': 'Si lo escribe usted, copie aquí cada parte.',
  'send.to': 'Para',
  'send.subject': 'Asunto',
  'send.body': 'Texto',
  'send.copyAddress': 'Copiar la dirección',
  'send.copySubject': 'Copiar el asunto',
  'send.copyBody': 'Copiar el texto',
  'send.english': 'El correo está en inglés, para que puedan leerlo todos los que le ayudan.',
  'send.finish': 'Terminar y olvidar mis claves',
  'send.leaving': 'Terminando…',
  'deed.done.mail':
    'El archivo está copiado y debería haberse abierto un correo nuevo. Haga clic en su texto y pegue (Ctrl o ⌘ y V). ¿No ha aparecido ningún correo? Abra el borrador o copie los textos de abajo. ¿No se pega ningún archivo? Arrástrelo.',
  'deed.done.share':
    'El menú está abierto. Elija en él su programa de correo. Si no está, elija otra manera.',
  'deed.done.draft':
    'El borrador se ha entregado a su programa de correo. Asegúrese de que el archivo está adjunto y envíelo. ¿Se ha abierto otro programa, o ninguno? Use la manera más segura o arrastre el archivo a un correo.',
  'deed.done.file':
    'El archivo está copiado. Péguelo en un correo que esté escribiendo (Ctrl o ⌘ y V). Si el correo solo admite texto, arrastre el archivo o adjúntelo.',
  'deed.done.folder':
    'La carpeta está abierta y el archivo, seleccionado. Arrástrelo a un correo nuevo. ¿No ha aparecido ninguna carpeta? Busque {name} en {folder}.',
  'deed.done.drag':
    'Suelte el archivo sobre un correo que esté escribiendo. Si el correo no lo admite, adjúntelo desde la carpeta.',
  'deed.done.address': 'La dirección está copiada.',
  'deed.done.subject': 'El asunto está copiado.',
  'deed.done.body': 'El texto está copiado.',
} satisfies Readonly<Record<keyof typeof EN, string>>;
