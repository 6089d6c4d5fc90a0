import type { FRAME as EN } from '../en/frame.ts';

export const FRAME = {
  'app.name': 'Xray Residency Doctor',
  'app.fileWaits':
    'Un fichier de diagnostic attend. Il s’ouvrira dès que vous serez de retour au premier écran.',
  'app.version': 'Version {version}',
  'rail.label': 'Étapes',
  'rail.connection': 'Connexion',
  'rail.check': 'Vérification',
  'rail.result': 'Résultat',
  'rail.picture': 'Capture',
  'rail.review': 'Relecture',
  'rail.send': 'Envoi',
  'rail.afterwards': 'Ensuite',
  'rail.done': 'terminé',
  'rail.current': 'vous êtes ici',
  'rail.open': 'à venir',
  'language.label': 'Langue',
  'language.system': 'Comme cet ordinateur',
  'button.back': 'Retour',
  'size.bytes': '{count, plural, one {# octet} other {# octets}}',
  'size.kilobytes': '{count, number, ::.0} Ko',
  'size.megabytes': '{count, number, ::.0} Mo',
  'size.large':
    'Ce fichier dépasse 7 Mo, et certaines messageries le refusent. Réduisez les captures, ou retirez-en une.',
  'size.tooLarge':
    'Ce fichier dépasse 18 Mo et ne peut pas être envoyé par e‑mail. Réduisez les captures ou retirez-en, puis enregistrez-le à nouveau.',
  'size.shrink': 'Réduire les captures',
  'size.smaller': 'Les captures ont été réduites.',
  'size.full': 'Utiliser leur taille d’origine',
  'live.checking': '{step} : {state}',
  'live.errors': '{count, plural, one {Un champ reste à corriger.} other {# champs restent à corriger.}}',
  'live.verdict': 'La vérification est terminée. {sentence}',
  'live.ready': 'Le fichier de diagnostic est prêt à être relu.',
  'live.saved': 'Le fichier de diagnostic est enregistré dans {folder}.',
} satisfies Readonly<Record<keyof typeof EN, string>>;
