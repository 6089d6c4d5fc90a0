import type { EVIDENCE as EN } from '../en/evidence.ts';

export const EVIDENCE = {
  'verify.title': 'Un fichier de diagnostic',
  'verify.reading': 'Lecture du fichier…',
  'verify.state.sound':
    'Ce fichier correspond à sa propre liste : tout ce qui y figure est présent et inchangé. La liste n’est pas signée : elle ne prouve donc pas qui a créé le fichier.',
  'verify.state.tampered':
    'Ce fichier ne correspond pas à sa propre liste : quelque chose manque, a été modifié ou ajouté.',
  'verify.state.not-a-bundle': 'Ce n’est pas un fichier de diagnostic.',
  'verify.hosts': 'Ce qu’ont fait les serveurs',
  'verify.verdict': 'Le résultat',
  'verify.another': 'Ouvrir un autre fichier',
  'review.title': 'Relisez le fichier de diagnostic',
  'review.lead':
    'Voici les fichiers que {support} verra, au caractère près. Rien ne part tant que vous ne l’envoyez pas vous-même.',
  'review.english': 'Les fichiers sont en anglais, pour que tous ceux qui vous aident puissent les lire.',
  'review.preparing': 'Préparation des fichiers…',
  'extras.note': 'Un mot pour le support, si vous le souhaitez. Les secrets en sont retirés aussi.',
  'extras.parts': 'Joindre',
  'extras.part.pictures': 'Les captures',
  'extras.part.note': 'Votre mot',
  'extras.part.log': 'Le journal de cette application',
  'extras.part.site-facts': 'Les identifiants cloud de vos sites',
  'review.files': 'Fichiers',
  'review.removed':
    '{count, plural, =0 {Il n’y avait aucun secret à retirer.} one {# secret ou détail privé a été retiré.} other {# secrets et détails privés ont été retirés.}}',
  'review.fileRemoved': '{count, plural, =0 {rien de retiré} one {# retiré} other {# retirés}}',
  'review.missing': 'Ce que le support pourrait encore demander',
  'review.bundle': '{name}, {size}',
  'review.content': 'Contenu de {path}',
  'review.picture': 'Capture {path}',
  'review.noPicture': 'Cette image n’est pas affichée : elle a trop de pixels, ou ce n’est pas un PNG.',
  'review.shown': '{percent} % de ce fichier sont affichés.',
  'review.more': 'Afficher la suite',
  'review.save': 'Enregistrer dans Téléchargements',
  'review.choose': 'Enregistrer ailleurs…',
  'review.saving': 'Enregistrement…',
  'review.again': 'Réessayer',
  'review.sent': 'Passer à l’envoi',
  'send.title': 'Envoyez le fichier à {support}',
  'send.network':
    'Montrez d’abord ce fichier à votre équipe réseau : il dit ce qui a été demandé et ce qui est revenu. Si elle ne trouve rien, envoyez-le à {support}.',
  'send.saved': 'Enregistré dans {folder}',
  'send.surest': 'Le moyen le plus sûr',
  'send.ways': 'Autres moyens',
  'send.hand': 'Joindre le fichier vous-même',
  'send.mail': 'Copier le fichier et ouvrir un e‑mail',
  'send.mailHelp':
    'Un nouvel e‑mail s’ouvre avec l’adresse, l’objet et le texte, et le fichier est copié : collez-le dans l’e‑mail et cliquez sur Envoyer. Le bouton se trouve en bas de cette fenêtre.',
  'send.dragHelp':
    'Faites glisser la carte ci-dessus dans un e‑mail, copiez le fichier et collez-le, ou joignez-le depuis son dossier.',
  'send.file': 'Copier le fichier',
  'send.share': 'Partager…',
  'send.shareHelp': 'Ouvre le menu du système, avec la messagerie et d’autres programmes.',
  'send.draft': 'Ouvrir comme brouillon prêt à l’envoi',
  'send.draftHelp':
    'Votre messagerie ouvre {name} avec le fichier en pièce jointe ; il ne vous reste qu’à cliquer sur Envoyer. Idéal avec Thunderbird et Outlook classique.',
  'send.folder': 'Afficher dans le dossier',
  'send.copy': 'L’e‑mail tel qu’il se lira',
  'send.copyHelp': 'Si vous l’écrivez vous-même, copiez-en chaque partie ici.',
  'send.to': 'À',
  'send.subject': 'Objet',
  'send.body': 'Texte',
  'send.copyAddress': 'Copier l’adresse',
  'send.copySubject': 'Copier l’objet',
  'send.copyBody': 'Copier le texte',
  'send.english': 'L’e‑mail est en anglais, pour que tous ceux qui vous aident puissent le lire.',
  'send.finish': 'Terminer et oublier mes clés',
  'send.leaving': 'Fermeture…',
  'deed.done.mail':
    'Le fichier est copié, et un nouvel e‑mail devrait être ouvert. Cliquez dans son texte et collez (Ctrl ou ⌘ et V). Pas d’e‑mail ? Ouvrez le brouillon, ou copiez les textes ci-dessous. Rien ne se colle ? Faites glisser le fichier.',
  'deed.done.share':
    'Le menu est ouvert. Choisissez-y votre messagerie. Si elle n’y est pas, choisissez un autre moyen.',
  'deed.done.draft':
    'Le brouillon a été transmis à votre messagerie. Assurez-vous que le fichier est joint, puis envoyez-le. Un autre programme s’est ouvert, ou aucun ? Choisissez le moyen le plus sûr, ou faites glisser le fichier dans un e‑mail.',
  'deed.done.file':
    'Le fichier est copié. Collez-le dans un e‑mail que vous écrivez (Ctrl ou ⌘ et V). Si l’e‑mail n’accepte que du texte, faites glisser le fichier ou joignez-le.',
  'deed.done.folder':
    'Le dossier est ouvert et le fichier sélectionné. Faites-le glisser dans un nouvel e‑mail. Pas de dossier ? Cherchez {name} dans {folder}.',
  'deed.done.drag':
    'Déposez le fichier sur un e‑mail que vous écrivez. Si l’e‑mail ne l’accepte pas, joignez-le depuis le dossier.',
  'deed.done.address': 'L’adresse est copiée.',
  'deed.done.subject': 'L’objet est copié.',
  'deed.done.body': 'Le texte est copié.',
} satisfies Readonly<Record<keyof typeof EN, string>>;
