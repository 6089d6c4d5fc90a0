import type { CASES as EN } from '../en/cases.ts';

export const CASES = {
  'failure.not-the-same':
    'Le fichier n’est plus là, ou il a été modifié depuis son enregistrement. Préparez-le à nouveau.',
  'failure.case.gone': 'Ce cas n’existe plus.',
  'failure.case.newer':
    'Ce cas a été créé par une version plus récente de l’application. Ouvrez-le avec cette version ; ici, il reste tel quel.',
  'failure.case.damaged':
    'Ce cas est endommagé et ne peut pas être ouvert. La liste des cas indique ce qui ne va pas.',
  'failure.case.part':
    'Cette partie du cas n’est plus là, ou elle est endommagée. Le reste du cas est intact.',
  'failure.case.not-clean':
    'Le cas n’a pas été conservé : le dernier contrôle n’a pas pu exclure qu’il contienne un secret. Assurez-vous qu’aucun secret ne se trouve dans son nom ou dans un champ de site, puis réessayez.',
  'failure.case.too-large':
    'Le cas est trop volumineux pour être conservé. Ce qui était conservé avant est toujours là.',
  'failure.case.our-fault':
    'Un problème est survenu dans cette application, et le cas n’a pas été conservé. Ce qui était conservé avant est toujours là.',
  'failure.case.too-many': 'Il y a déjà {count} cas conservés. Supprimez-en un d’abord.',
  'failure.case.keep':
    'Le cas n’a pas pu être conservé. Ce qui était conservé avant est toujours là. La raison : {reason}',
  'failure.case.read': 'Les cas n’ont pas pu être lus : {reason}',
  'failure.case.folder-is-link':
    'Le dossier de vos cas enregistrés est un lien vers un autre emplacement : ils ne sont donc pas lus et rien de nouveau n’y est enregistré. Mettez à sa place un vrai dossier contenant vos cas : {folder}',
  'failure.case.delete': 'Le cas n’a pas pu être supprimé : {reason}',
  'failure.case.delete-rest':
    'Le cas ne figure plus dans la liste, mais une partie n’a pas encore pu être supprimée : {reason} Un nouvel essai aura lieu au prochain démarrage de l’application.',
  'damage.file-missing': 'Son fichier manque.',
  'damage.no-file': 'Autre chose se trouve à la place de son fichier.',
  'damage.unreadable': 'Son fichier n’est plus lisible ; il en manque peut-être une partie.',
  'damage.too-large': 'Son fichier est plus gros que celui de n’importe quel cas.',
  'damage.refused': 'Cet ordinateur ne permet pas de lire son fichier.',
  'damage.no-case': 'Son fichier ne contient pas ce qu’un cas doit contenir.',
  'damage.copy': 'C’est la copie d’un autre cas.',
  'failure.waiting.no-case':
    'Conservez d’abord ce cas. L’application pourra ensuite le vérifier toute seule.',
  'failure.waiting.no-secret':
    'Le Client Secret n’est plus en mémoire. Saisissez-le et vérifiez la connexion une fois ; l’application pourra ensuite continuer toute seule.',
  'failure.waiting.nothing': 'Xray répond comme il le doit. Il n’y a rien à attendre.',
  'failure.waiting.new-keys':
    'Xray ne connaît pas ces clés. Saisissez-en d’abord de nouvelles et vérifiez la connexion.',
  'failure.profile.gone': 'Le profil n’est plus là. Choisissez un autre fichier.',
  'failure.profile.not-kept':
    'Le profil n’a pas pu être conservé. Il vaut jusqu’à la fermeture de cette application.',
  'failure.link.gone': 'Ce lien ne figure plus dans le profil.',
  'failure.link.browser':
    'Aucun navigateur ne s’est ouvert. Ouvrez-en un vous-même et allez à l’adresse {address}',
  'profile.declined': 'Vous avez choisi de ne pas l’utiliser. Pour l’utiliser malgré tout, ouvrez-le ici.',
  'profile.in-downloads':
    'Il se trouve dans votre dossier de téléchargements, où n’importe quelle page web peut déposer un fichier. Si votre support vous l’a donné, ouvrez-le ici.',
  'profile.too-large': 'Le fichier dépasse {most} Ko.',
  'profile.no-utf8': 'Le fichier n’est pas enregistré en UTF-8.',
  'profile.empty': 'Le fichier est vide.',
  'profile.no-json': 'Ce n’est pas du JSON valide : il manque un caractère ici, ou il y en a un de trop.',
  'profile.no-object':
    'Un profil de support est un objet JSON : des clés et des valeurs entre deux accolades.',
  'profile.unknown': 'Un profil de support ne peut pas définir « {name} ». Retirez-le.',
  'profile.missing': 'Il manque « {name} ».',
  'profile.twice': '« {name} » figure deux fois. Retirez-en un.',
  'profile.wrong.version': '« {name} » doit valoir {version}.',
  'profile.wrong.text': '« {name} » doit être un texte sur une seule ligne, de {most} caractères au plus.',
  'profile.wrong.mail':
    '« {name} » doit être une seule adresse e‑mail simple, par exemple support@example.com.',
  'profile.wrong.ticket':
    '« {name} » doit être un numéro ou un nom court fait de lettres, de chiffres, de points et de tirets, de {most} caractères au plus, entre guillemets.',
  'profile.wrong.links':
    '« {name} » doit être une liste de {most} liens au plus, chacun avec « for », « label » et « address ».',
  'profile.wrong.for': '« {name} » doit être « guide », « connection » ou « other ».',
  'profile.wrong.address':
    '« {name} » doit être une page qui commence par https:// et possède un nom d’hôte, de {most} caractères au plus.',
} satisfies Readonly<Record<keyof typeof EN, string>>;
