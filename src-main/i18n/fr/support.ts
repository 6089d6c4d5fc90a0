import type { SUPPORT as EN } from '../en/support.ts';

export const SUPPORT = {
  'support.problem':
    '{where, select, line {Le profil n’a pas été retenu. Ligne {line} : {reason}} other {Le profil n’a pas été retenu. {reason}}}',
  'support.setBy': 'Défini par votre support : {support}',
  'support.beside':
    'C’est ce que dit le fichier support-profile.json, fourni avec ce programme. Pour l’annuler, retirez ce fichier et redémarrez l’application.',
  'support.opened': 'Vous avez ouvert un fichier de profil de votre support.',
  'support.sets':
    'Il dit à qui va l’e‑mail. Il ne change ni ce qui est vérifié, ni ce qui est retiré du fichier de diagnostic.',
  'support.mail': 'E‑mail',
  'support.subject': 'Objet',
  'support.ticket': 'Ticket',
  'support.product': 'Produit',
  'support.links': 'Pages',
  'support.remove': 'Retirer ce profil',
  'support.openFile': 'Mon support m’a donné un fichier de profil',
} satisfies Readonly<Record<keyof typeof EN, string>>;
