import type { FAILURES as EN } from '../en/failures.ts';

export const FAILURES = {
  'failure.our-fault':
    'Un problème est survenu dans cette application. Tout ce que vous avez saisi est encore là. Réessayez.',
  'failure.no-answer':
    'Une partie de cette application n’a pas répondu. Réessayez ; si cela se reproduit, fermez l’application et rouvrez-la.',
  'failure.not-understood': 'Un problème est survenu dans cette application. Fermez-la et relancez-la.',
  'failure.id.missing': 'Saisissez le Client ID qui figure dans les API Keys de Xray.',
  'failure.id.too-much':
    'C’est plus qu’un Client ID. Copiez uniquement le Client ID depuis les API Keys de Xray.',
  'failure.secret.missing': 'Saisissez le Client Secret qui figure dans les API Keys de Xray.',
  'failure.secret.too-much':
    'C’est plus qu’un Client Secret. Copiez uniquement le Client Secret depuis les API Keys de Xray.',
  'failure.site.missing': 'Saisissez votre site {product}, par exemple acme.atlassian.net.',
  'failure.site.unreadable':
    'Cela ne ressemble pas à un site {product}. Collez l’adresse affichée par votre navigateur, par exemple acme.atlassian.net.',
  'failure.site.too-long':
    'Ce texte est trop long. Collez uniquement l’adresse de votre site {product}, par exemple acme.atlassian.net.',
  'failure.site.several': 'Ce texte contient plusieurs sites. Ne gardez que votre site {product}.',
  'failure.site.did-you-mean': 'Vouliez-vous dire {site} ?',
  'failure.site.email':
    'C’est une adresse e-mail. Saisissez l’adresse de votre site {product}, par exemple acme.atlassian.net.',
  'failure.site.government':
    'C’est un site Atlassian Government Cloud. Government Cloud ne propose pas la résidence des données : cette vérification ne le concerne pas.',
  'failure.site.administration':
    'C’est une page d’Atlassian Administration et non votre site. Ouvrez {product} et collez l’adresse de cette page, par exemple acme.atlassian.net.',
  'failure.site.sign-in-page':
    'C’est la page de connexion d’Atlassian. Connectez-vous, ouvrez {product} et collez l’adresse de cette page.',
  'failure.site.start-page':
    'C’est la page d’accueil d’Atlassian, commune à tous les sites. Ouvrez {product} depuis cette page et collez l’adresse affichée.',
  'failure.site.atlassian-page':
    'C’est une page d’Atlassian et non votre site. Ouvrez {product} et collez l’adresse de cette page.',
  'failure.site.other-product':
    'C’est une adresse de {other} et non de {product}. Ouvrez {product} et collez l’adresse de cette page.',
  'failure.site.own-domain':
    'Cela ressemble au domaine personnalisé de votre entreprise. La vérification a besoin du nom qui se termine par atlassian.net. Un administrateur le trouve sous Atlassian Administration > Apps > App URLs : c’est la « Default URL (fallback) » du domaine.',
  'failure.slept':
    'Votre ordinateur s’est mis en veille pendant la vérification, qui n’a donc pas pu se terminer. Tout ce que vous avez saisi est encore là. Vérifiez à nouveau.',
  'failure.already-running': 'Une vérification est déjà en cours. Arrêtez-la d’abord.',
  'failure.no-diagnosis': 'Il n’y a pas encore de résultat. Vérifiez d’abord la connexion.',
  'failure.no-bundle': 'Ce fichier de diagnostic n’est plus connu. Préparez-le à nouveau.',
  'failure.not-clean':
    'Le fichier n’a pas été enregistré : le dernier contrôle n’a pas pu exclure qu’il contienne un secret. Rien n’a quitté cet ordinateur. Assurez-vous qu’aucun secret ne se trouve dans un champ de site, puis vérifiez à nouveau la connexion.',
  'failure.save.disk-full':
    'Le fichier de diagnostic n’a pas pu être enregistré : le disque est plein. Faites de la place, ou choisissez un autre dossier.',
  'failure.save.folder-missing':
    'Le fichier de diagnostic n’a pas pu être enregistré : le dossier n’existe pas. Choisissez un autre dossier.',
  'failure.save.in-the-way':
    'Le fichier de diagnostic n’a pas pu être enregistré : un fichier se trouve à la place du dossier, ou trop de fichiers portent déjà ce nom. Choisissez un autre dossier.',
  'failure.save.held':
    'Le fichier de diagnostic n’a pas pu être enregistré : un autre programme l’utilise, le plus souvent un antivirus. Attendez un instant et enregistrez-le à nouveau, ou choisissez un autre dossier.',
  'failure.save.other':
    'Le fichier de diagnostic n’a pas pu être enregistré : ce dossier n’accepte pas de nouveaux fichiers. Choisissez un autre dossier.',
  'failure.read': 'Le fichier n’a pas pu être lu : {reason}',
  'failure.read-elsewhere':
    'Ce fichier n’est pas ouvert : il se trouve sur un autre ordinateur, ou c’est un périphérique. Copiez-le d’abord sur cet ordinateur.',
  'failure.extra-ca.read': 'Le fichier indiqué par {from} n’a pas pu être lu : {reason}',
  'failure.extra-ca.none':
    'Le fichier indiqué par {from} ne contient aucun certificat. Il doit s’agir d’un fichier PEM avec un bloc qui commence par « -----BEGIN CERTIFICATE----- ».',
  'failure.extra-ca.too-large':
    'Le fichier indiqué par {from} est trop gros. Un fichier de certificats peut faire jusqu’à {megabytes} Mo.',
  'failure.extra-ca.elsewhere':
    'Le fichier indiqué par {from} n’est pas lu : il se trouve sur un autre ordinateur, ou c’est un périphérique. Copiez-le d’abord sur cet ordinateur.',
  'failure.read-picture': 'L’image n’a pas pu être lue : {reason}',
  'failure.folder': 'Le dossier prévu pour le fichier de diagnostic est inutilisable : {reason}',
  'failure.file.not-allowed': 'cet ordinateur ne le permet pas.',
  'failure.file.read-only': 'le disque est en lecture seule.',
  'failure.file.full': 'le disque est plein.',
  'failure.file.gone': 'il n’y a rien à cet endroit.',
  'failure.file.in-the-way': 'un fichier ou un dossier d’un autre type se trouve à sa place.',
  'failure.file.held': 'un autre programme l’utilise.',
  'failure.file.name-too-long': 'le nom est trop long.',
  'failure.file.unknown': 'le disque n’a pas répondu comme il le devrait.',
  'failure.file.too-large': 'le fichier est trop gros.',
  'failure.storage.read':
    '{subject, select, settings {Les réglages n’ont pas pu être lus} profile {Le profil n’a pas pu être lu} report {Le rapport n’a pas pu être lu} other {Le cas n’a pas pu être lu}} : {reason}',
  'failure.storage.write':
    '{subject, select, settings {Les réglages n’ont pas pu être enregistrés} profile {Le profil n’a pas pu être enregistré} report {Le rapport n’a pas pu être enregistré} other {Le cas n’a pas pu être enregistré}} : {reason}',
  'failure.settings.not-kept':
    'Les réglages valent jusqu’à la fermeture de cette application : leur fichier reste tel quel.',
  'failure.settings.unknown': 'L’application ne connaît pas ce réglage. Rien n’a été modifié.',
  'failure.draft':
    'Aucune messagerie n’a ouvert le brouillon. Commencez vous-même un nouvel e‑mail, copiez-y l’adresse, l’objet et le texte affichés ici, et joignez le fichier.',
  'failure.mail':
    'Aucune messagerie ne s’est ouverte. Utilisez le brouillon, ou copiez l’adresse, l’objet et le texte affichés ici dans un e‑mail à vous.',
  'failure.mail-without-file':
    'Un nouvel e‑mail est ouvert, mais le fichier n’a pas pu être copié. Faites-le glisser dans l’e‑mail, ou joignez-le.',
  'failure.share': 'Ce système n’a pas de menu de partage. Choisissez un autre moyen.',
  'failure.copy-file':
    'Le fichier n’a pas pu être copié. Cliquez sur « Afficher dans le dossier » et joignez-le à partir de là.',
  'failure.browser':
    'Aucun navigateur ne s’est ouvert. Ouvrez-en un vous-même et allez sur admin.atlassian.com ; faites ensuite une capture d’écran et collez-la ici.',
  'failure.page-not-opened': 'Aucun navigateur ne s’est ouvert. Ouvrez-en un vous-même et allez à {address}.',
  'failure.capture-declined': 'Aucune image n’a été prise.',
  'failure.page-closed': 'La fenêtre d’Atlassian est fermée. Ouvrez-la à nouveau.',
  'failure.page-not-taken':
    'La capture n’a pas pu être faite. Réessayez, ou collez plutôt une capture d’écran.',
  'failure.nothing-chosen':
    'Aucune fenêtre ni aucun écran n’a été choisi, donc aucune image n’a été prise. Réessayez, ou collez plutôt une capture d’écran.',
  'failure.window-gone': 'Cette fenêtre n’existe plus. Choisissez à nouveau, ou collez une capture d’écran.',
  'failure.picture.large': 'L’image dépasse 30 Mo. Faites une capture de la page seule.',
  'failure.picture.pixels':
    'L’image compte plus de {most} millions de pixels. Faites une capture de la page seule.',
  'failure.picture.unreadable':
    'Cette image ne peut pas être lue ici. Enregistrez la capture au format PNG et choisissez-la à nouveau.',
  'failure.picture.damaged': 'L’image est endommagée ou tronquée. Refaites la capture.',
  'failure.picture.small': 'L’image est trop petite pour être lue. Refaites la capture, avec toute la page.',
  'failure.picture.animated':
    'C’est une image animée. Faites une simple capture d’écran et enregistrez-la au format PNG.',
  'failure.picture.not-in-time': 'L’image n’a pas pu être lue à temps. Faites une capture de la page seule.',
  'failure.picture.one-colour':
    'L’image n’a qu’une seule couleur, rien n’a donc été capturé. Refaites la capture.',
  'failure.picture.heic':
    'Les images de ce type (HEIC) ne peuvent pas être lues ici. Enregistrez d’abord l’image en PNG ou en JPEG.',
  'failure.picture.undecodable':
    'Cette image ne peut pas être lue. Enregistrez la capture au format PNG et choisissez-la à nouveau.',
  'failure.picture.form':
    'L’image est arrivée sous une forme que cette application ne connaît pas. Réessayez.',
  'failure.picture.too-many': 'Il y a déjà {count} captures. Retirez-en une d’abord.',
  'failure.picture.gone': 'Cette capture n’existe plus.',
  'failure.page.no-bridge':
    'La fenêtre s’est ouverte en dehors de l’application. Fermez-la et redémarrez l’application.',
  'failure.page.broken':
    'Un problème est survenu dans cette fenêtre. Fermez l’application et rouvrez-la ; rien n’a été envoyé.',
} satisfies Readonly<Record<keyof typeof EN, string>>;
