import type { PROBLEMS as EN } from '../en/problems.ts';

export const PROBLEMS = {
  'problem.damaged': 'Le fichier est endommagé, ou ce n’est pas un fichier ZIP.',
  'problem.large': 'Le fichier est plus gros que n’importe quel fichier de diagnostic.',
  'problem.foreign': 'Ce fichier ZIP ne contient ni la liste de ses fichiers ni un diagnostic.',
  'problem.many-files': 'Le fichier ZIP contient plus de fichiers que n’importe quel fichier de diagnostic.',
  'problem.large-unpacked':
    'Une fois extraits, les fichiers dépasseraient la taille de n’importe quel fichier de diagnostic.',
  'problem.foreign-name': 'Un fichier porte un nom qui n’a pas sa place dans un fichier de diagnostic.',
  'problem.twice': 'Un fichier figure deux fois dans le fichier ZIP.',
  'problem.encrypted': 'Un fichier est chiffré. Les fichiers de diagnostic ne le sont jamais.',
  'problem.no-file': 'Un lien ou un périphérique se trouve à la place d’un fichier.',
  'problem.larger-than-said': 'Un fichier est plus gros que ne l’indique le fichier ZIP.',
  'problem.missing': '{name} manque.',
  'problem.listed-and-missing': '{name} figure dans la liste et manque.',
  'problem.not-listed': '{name} ne figure pas dans la liste.',
  'problem.changed': '{name} a été modifié après sa création.',
  'problem.newer':
    '{name} provient d’une version plus récente de cette application. Mettez l’application à jour pour le lire.',
  'problem.schema': '{name} ne respecte pas son schéma.',
  'problem.picture.no-png': '{name} : ce n’est pas un PNG.',
  'problem.picture.more': '{name} : le fichier contient plus que l’image.',
  'problem.picture.follows': '{name} : quelque chose suit l’image.',
  'problem.picture.cut-off': '{name} : l’image est tronquée.',
  'problem.picture.large': '{name} : l’image a trop de pixels pour être affichée.',
  'problem.zip.comment': 'Le fichier ZIP contient un commentaire. Un fichier de diagnostic n’en a pas.',
  'problem.zip.more': 'Le fichier ZIP contient des octets qui n’appartiennent à aucun de ses fichiers.',
  'problem.others':
    'Et {count, plural, one {# autre problème} many {# autres problèmes} other {# autres problèmes}}.',
} satisfies Readonly<Record<keyof typeof EN, string>>;
