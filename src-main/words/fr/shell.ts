import type { SHELL as EN } from '../en/shell.ts';

export const SHELL = {
  'shell.noFolder':
    'Cette application ne peut pas écrire dans son propre dossier :\n{folder}\n\nLibérez de la place sur ce disque, ou demandez à la personne qui s’occupe de cet ordinateur de vous laisser y écrire. Relancez ensuite l’application. Rien n’a été modifié.',
  'shell.saveIn': 'Enregistrer le fichier de diagnostic dans…',
  'shell.saveHere': 'Enregistrer ici',
  'shell.openProfile': 'Ouvrir un profil de support',
  'shell.newResult': 'Nouveau résultat pour {site}',
} satisfies Readonly<Record<keyof typeof EN, string>>;
