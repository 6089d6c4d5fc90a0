import type { SHELL as EN } from '../en/shell.ts';

export const SHELL = {
  'shell.saveIn': 'Enregistrer le fichier de diagnostic dans…',
  'shell.saveHere': 'Enregistrer ici',
  'shell.openProfile': 'Ouvrir un profil de support',
  'shell.newResult': 'Nouveau résultat pour {site}',
} satisfies Readonly<Record<keyof typeof EN, string>>;
