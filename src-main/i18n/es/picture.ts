import type { PICTURE as EN } from '../en/picture.ts';

export const PICTURE = {
  'picture.title': 'Una captura de la página «Data residency»',
  'picture.lead':
    '{support} y Xray necesitan ver la página «Data residency» de Atlassian con Jira y Xray: dónde está cada uno y en qué estado.',
  'picture.ways': 'Maneras de hacer la captura',
  'picture.way.browser': 'En mi navegador',
  'picture.way.screen': 'Capturar ventana',
  'picture.way.page': 'Iniciar sesión aquí',
  'picture.way.nobody': 'Sin acceso',
  'picture.browser.open': 'Abrir admin.atlassian.com',
  'picture.browser.1':
    'Abra Atlassian en su navegador e inicie sesión. Hace falta ser administrador de la organización.',
  'picture.browser.2':
    'Elija su organización y después Security > Data residency. En las páginas más nuevas es Data management > Data residency.',
  'picture.browser.3':
    'Haga una captura de pantalla de la tabla con Jira y Xray y péguela en cualquier lugar de esta página, suéltela aquí o elija el archivo.',
  'picture.choose': 'Elegir un archivo',
  'picture.drop': 'Pegue aquí una captura de pantalla (Ctrl o ⌘ y V) o suelte un archivo de imagen',
  'picture.screen.lead':
    'Abra la página «Data residency» y elija su ventana o su pantalla. Esta ventana se oculta un momento.',
  'picture.screen.refresh': 'Actualizar',
  'picture.screen.looking': 'Buscando ventanas abiertas…',
  'picture.screen.none': 'No se ve ninguna ventana. Elija otra manera.',
  'picture.screen.window': 'Ventana: {name}',
  'picture.screen.screen': 'Pantalla: {name}',
  'picture.chooser.lead':
    'Tenga abierta la página «Data residency». El sistema le preguntará qué ventana o pantalla quiere compartir: elija la que muestra esa página. Se hace una sola captura.',
  'picture.chooser.open': 'Elegir una ventana o pantalla',
  'picture.page.lead':
    'La página de Atlassian se abre en una ventana propia, junto a esta. No sabe nada de su navegador, así que tendrá que iniciar sesión de nuevo. Cuando la cierre, se olvidará todo lo que haya en ella.',
  'picture.page.open': 'Abrir la página de Atlassian',
  'picture.page.at': 'Muestra {host}',
  'picture.page.loading': 'Cargando…',
  'picture.page.back': 'Página anterior',
  'picture.page.reload': 'Volver a cargar',
  'picture.page.visible': 'Capturar lo visible',
  'picture.page.whole': 'Capturar toda la página',
  'picture.page.close': 'Cerrar y olvidar',
  'picture.page.asks': 'El inicio de sesión quiere abrir {host}. ¿Es el inicio de sesión de su empresa?',
  'picture.page.allow': 'Sí, abrirlo',
  'picture.page.deny': 'No',
  'picture.page.refused':
    'Google no permite iniciar sesión dentro de una aplicación. Elija «En mi navegador»: funciona con cualquier inicio de sesión.',
  'picture.nobody.lead':
    'Solo un administrador de la organización ve la página. Pregunte a quien se ocupa de su organización de Atlassian; quienes invitan a los usuarios o pagan la factura suelen saberlo.',
  'picture.nobody.label': 'Un texto para esa persona',
  'picture.nobody.text':
    'Hola:\n\nDesde RadBee Snapshots, Xray no llega a los datos de nuestro sitio de Jira. El soporte de Xray necesita ver dónde se guardan nuestros datos. ¿Podría abrir admin.atlassian.com, elegir nuestra organización, ir a Security > Data residency (o Data management > Data residency) y enviarme una captura de pantalla en la que se vean Jira y Xray con su ubicación y su estado?\n\nMuchas gracias',
  'picture.nobody.copy': 'Copiar el texto',
  'picture.nobody.on': 'Puede continuar sin captura. El archivo de diagnóstico indicará entonces que falta.',
  'picture.busy': 'Haciendo la captura…',
  'picture.count': '{count, plural, one {# captura} other {# capturas}}',
  'picture.list': 'Sus capturas',
  'picture.nth': 'Captura {number}',
  'picture.size':
    '{width} × {height}, {count, plural, =0 {nada oculto} one {# parte oculta} other {# partes ocultas}}',
  'picture.cover': 'Ocultar y recortar',
  'picture.remove': 'Quitar',
  'picture.earlier': 'Subir',
  'picture.later': 'Bajar',
  'picture.facts': 'Qué dice la página',
  'picture.facts.help': 'Escríbalo tal como figura en la página. Puede dejarlo todo en blanco.',
  'picture.facts.read': 'Esto lo hemos leído en la página. Corrija lo que no sea correcto.',
  'picture.location': 'Ubicación de {product}',
  'picture.status': 'Estado de {product}',
  'picture.next': 'Revisar el archivo',
  'picture.skip': 'Continuar sin captura',
  'edit.title': 'Ocultar y recortar la captura {number}',
  'edit.lead':
    'Dibuje un recuadro sobre todo lo que no deba salir de su empresa: nombres, direcciones de correo, otros productos.',
  'edit.add': 'Añadir un recuadro',
  'edit.undo': 'Deshacer',
  'edit.redo': 'Rehacer',
  'edit.delete': 'Quitar el recuadro',
  'edit.crop': 'Dejar solo este recuadro',
  'edit.uncrop': 'Dejar la imagen entera',
  'edit.fit': 'Ajustar',
  'edit.full': '100 %',
  'edit.caption': 'Una línea para esta captura, si lo desea',
  'edit.done': 'Listo',
  'edit.box':
    'Recuadro {number}. Las flechas lo mueven, Mayús y las flechas cambian su tamaño, Supr lo quita.',
  'edit.alt': 'Captura {number} tal como se hizo',
  'picture.hint.one-colour':
    'Casi toda esta imagen es de un solo color, así que puede que la página no se vea en ella. Compruébelo: si no aparecen Jira y Xray, vuelva a hacerla o pegue una captura de pantalla. De todos modos puede usarla.',
  'picture.hint.other-page':
    'Puede que sea otra página: las palabras «Data residency» no aparecen en ella. Revise si en la captura se ven Jira y Xray con su ubicación.',
  'picture.permission.mac':
    'macOS aún no permite que esta aplicación vea la pantalla. Abra Ajustes del Sistema > Privacidad y seguridad > Grabación de pantalla y audio del sistema, active allí esta aplicación y vuelva a iniciarla.',
  'picture.permission.mac-before-15':
    'macOS aún no permite que esta aplicación vea la pantalla. Abra Ajustes del Sistema > Privacidad y seguridad > Grabación de pantalla, active allí esta aplicación y vuelva a iniciarla.',
} satisfies Readonly<Record<keyof typeof EN, string>>;
