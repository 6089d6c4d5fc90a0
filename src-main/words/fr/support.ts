import type { SUPPORT as EN } from '../en/support.ts';

const WHERE =
  '{where, select, line {Le profil n’a pas été retenu. Ligne {line} : } other {Le profil n’a pas été retenu. }}';
const KEY = '« {key} » {isThere, select, yes {doit être :} other {manque. Il faut :}} ';

export const SUPPORT = {
  'profile.large': `${WHERE}Le fichier dépasse {most} Ko.`,
  'profile.encoding': `${WHERE}Le fichier n’est pas enregistré en UTF-8.`,
  'profile.empty': `${WHERE}Le fichier est vide.`,
  'profile.json': `${WHERE}Ce n’est pas du JSON valide : un signe manque ici ou est de trop.`,
  'profile.no-profile': `${WHERE}Ce n’est pas un profil de support.`,
  'profile.no-object': `${WHERE}Un profil de support est un seul objet JSON avec des clés.`,
  'profile.unknown-key': `${WHERE}« {key} » n’est rien qu’un profil de support puisse définir. Retirez-le.`,
  'profile.key-twice': `${WHERE}« {key} » figure deux fois. Retirez-en un.`,
  'profile.rule.text': `${WHERE}${KEY}un texte sur une ligne, de {most} caractères au plus.`,
  'profile.rule.version': `${WHERE}${KEY}{most}.`,
  'profile.rule.mail': `${WHERE}${KEY}une simple adresse e-mail, par exemple support@example.com.`,
  'profile.rule.ticket': `${WHERE}${KEY}un numéro ou un nom court fait de lettres, de chiffres, de points et de tirets, de {most} caractères au plus.`,
  'profile.rule.links': `${WHERE}${KEY}une liste de {most} liens au plus, chacun avec « for », « label » et « address ».`,
  'profile.rule.for': `${WHERE}${KEY}« guide », « connection » ou « other ».`,
  'profile.rule.address': `${WHERE}${KEY}une page qui commence par https:// et a un nom d’hôte, de {most} caractères au plus.`,
  'support.setBy': 'Défini par votre support : {support}',
  'support.beside':
    'C’est ce que dit le fichier support-profile.json, fourni avec ce programme. Pour l’annuler, retirez ce fichier et redémarrez l’application.',
  'support.opened': 'Vous avez ouvert un fichier de profil de votre support.',
  'support.sets':
    'Il dit à qui va l’e-mail. Il ne change ni ce qui est vérifié, ni ce qui est retiré du fichier de diagnostic.',
  'support.mail': 'E-mail',
  'support.subject': 'Objet',
  'support.ticket': 'Ticket',
  'support.product': 'Produit',
  'support.links': 'Pages',
  'support.remove': 'Retirer ce profil',
  'support.openFile': 'Mon support m’a donné un fichier de profil',
  'support.reading': 'Lecture du profil…',
  'support.removed': 'Le profil est retiré. {support} vous aide à nouveau.',
} satisfies Readonly<Record<keyof typeof EN, string>>;
