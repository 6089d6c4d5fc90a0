import type { PICTURE as EN } from '../en/picture.ts';

export const PICTURE = {
  'picture.title': 'Une capture de la page « Data residency »',
  'picture.lead':
    '{support} et Xray ont besoin de voir la page « Data residency » d’Atlassian, avec Jira et Xray : où chacun se trouve, et son statut.',
  'picture.ways': 'Moyens d’obtenir la capture',
  'picture.way.browser': 'Mon navigateur',
  'picture.way.screen': 'Capturer une fenêtre',
  'picture.way.page': 'Se connecter ici',
  'picture.way.nobody': 'Sans accès',
  'picture.browser.open': 'Ouvrir admin.atlassian.com',
  'picture.browser.1':
    'Ouvrez Atlassian dans votre navigateur et connectez-vous. Il faut être administrateur de l’organisation.',
  'picture.browser.2':
    'Choisissez votre organisation, puis Security > Data residency. Sur les pages plus récentes, c’est Data management > Data residency.',
  'picture.browser.3':
    'Faites une capture d’écran du tableau avec Jira et Xray, puis collez-la n’importe où sur cette page, déposez-la ici ou choisissez le fichier.',
  'picture.choose': 'Choisir un fichier',
  'picture.drop': 'Collez ici une capture d’écran (Ctrl ou ⌘ et V) ou déposez un fichier image',
  'picture.screen.lead':
    'Ouvrez la page « Data residency », puis choisissez sa fenêtre ou son écran. Cette fenêtre s’efface un instant.',
  'picture.screen.refresh': 'Actualiser',
  'picture.screen.looking': 'Recherche des fenêtres ouvertes…',
  'picture.screen.none': 'Aucune fenêtre n’est visible. Choisissez un autre moyen.',
  'picture.screen.window': 'Fenêtre : {name}',
  'picture.screen.screen': 'Écran : {name}',
  'picture.chooser.lead':
    'Ouvrez la page « Data residency ». Votre système demande ensuite quelle fenêtre ou quel écran partager : choisissez celui où se trouve cette page. Une seule image est prise.',
  'picture.chooser.open': 'Choisir une fenêtre ou un écran',
  'picture.page.lead':
    'La page d’Atlassian s’ouvre dans sa propre fenêtre, à côté de celle-ci. Elle ne sait rien de votre navigateur, vous vous connectez donc à nouveau. Quand vous la fermez, tout ce qu’elle contient est oublié.',
  'picture.page.open': 'Ouvrir la page d’Atlassian',
  'picture.page.at': 'Page affichée : {host}',
  'picture.page.loading': 'Chargement…',
  'picture.page.back': 'Page précédente',
  'picture.page.reload': 'Recharger',
  'picture.page.visible': 'Capturer la partie visible',
  'picture.page.whole': 'Capturer toute la page',
  'picture.page.close': 'Fermer et oublier',
  'picture.page.asks': 'La connexion veut ouvrir {host}. Est-ce la page de connexion de votre entreprise ?',
  'picture.page.allow': 'Oui, l’ouvrir',
  'picture.page.deny': 'Non',
  'picture.page.refused':
    'Google ne permet pas de se connecter à l’intérieur d’une application. Choisissez plutôt « Mon navigateur » : cela fonctionne avec toutes les connexions.',
  'picture.nobody.lead':
    'Seul un administrateur de l’organisation voit cette page. Demandez à la personne qui gère votre organisation Atlassian ; celles qui invitent les utilisateurs ou paient la facture la connaissent en général.',
  'picture.nobody.label': 'Un texte à envoyer à cette personne',
  'picture.nobody.text':
    'Bonjour,\n\nDepuis RadBee Snapshots, Xray n’accède pas aux données de notre site Jira. Le support de Xray a besoin de voir où nos données sont conservées. Pourriez-vous ouvrir admin.atlassian.com, choisir notre organisation, aller dans Security > Data residency (ou Data management > Data residency) et m’envoyer une capture d’écran où l’on voit Jira et Xray avec leur emplacement et leur statut ?\n\nMerci beaucoup',
  'picture.nobody.copy': 'Copier le texte',
  'picture.nobody.on':
    'Vous pouvez continuer sans capture. Le fichier de diagnostic indiquera alors qu’elle manque.',
  'picture.busy': 'Capture en cours…',
  'picture.count': '{count, plural, one {# capture} other {# captures}}',
  'picture.list': 'Vos captures',
  'picture.nth': 'Capture {number}',
  'picture.size':
    '{width} × {height}, {count, plural, =0 {rien de masqué} one {# partie masquée} other {# parties masquées}}',
  'picture.cover': 'Masquer et recadrer',
  'picture.remove': 'Retirer',
  'picture.earlier': 'Monter',
  'picture.later': 'Descendre',
  'picture.facts': 'Ce que dit la page',
  'picture.facts.help': 'Recopiez-le tel qu’il figure sur la page. Vous pouvez tout laisser vide.',
  'picture.facts.read': 'Nous l’avons lu sur la page. Corrigez ce qui est faux.',
  'picture.location': 'Emplacement de {product}',
  'picture.status': 'Statut de {product}',
  'picture.next': 'Relire le fichier',
  'picture.skip': 'Continuer sans capture',
  'edit.title': 'Masquer et recadrer la capture {number}',
  'edit.lead':
    'Tracez un cadre sur tout ce qui ne doit pas quitter votre entreprise : noms, adresses e‑mail, autres produits.',
  'edit.add': 'Ajouter un cadre',
  'edit.undo': 'Annuler',
  'edit.redo': 'Rétablir',
  'edit.delete': 'Retirer le cadre',
  'edit.crop': 'Ne garder que ce cadre',
  'edit.uncrop': 'Garder toute l’image',
  'edit.fit': 'Ajuster',
  'edit.full': '100 %',
  'edit.caption': 'Une légende pour cette capture, si vous le souhaitez',
  'edit.done': 'Terminé',
  'edit.box':
    'Cadre {number}. Les flèches le déplacent, Maj et les flèches changent sa taille, Suppr le retire.',
  'edit.alt': 'Capture {number} telle qu’elle a été prise',
  'picture.hint.one-colour':
    'Cette image est presque entièrement d’une seule couleur : la page n’y est peut-être pas. Vérifiez : si vous n’y voyez ni Jira ni Xray, refaites-la ou collez une capture d’écran. Vous pouvez tout de même l’utiliser.',
  'picture.hint.other-page':
    'C’est peut-être une autre page : les mots « Data residency » n’y figurent pas. Regardez si l’on y voit Jira et Xray avec leur emplacement.',
  'picture.permission.mac':
    'macOS ne laisse pas encore cette application voir l’écran. Ouvrez Réglages Système > Confidentialité et sécurité > Enregistrement de l’écran et de l’audio système, activez-y cette application, puis redémarrez-la.',
  'picture.permission.mac-before-15':
    'macOS ne laisse pas encore cette application voir l’écran. Ouvrez Réglages Système > Confidentialité et sécurité > Enregistrement de l’écran, activez-y cette application, puis redémarrez-la.',
} satisfies Readonly<Record<keyof typeof EN, string>>;
