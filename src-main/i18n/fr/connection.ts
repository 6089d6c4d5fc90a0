import type { CONNECTION as EN } from '../en/connection.ts';

export const CONNECTION = {
  'field.full': 'La limite de {most, number} caractères est atteinte. Ce qui dépasse est coupé.',
  'welcome.title': 'Découvrez pourquoi Snapshots n’atteint pas Xray',
  'welcome.lead':
    'Snapshots affirme que vos clés Xray sont incorrectes, alors que vous savez qu’elles sont bonnes ? Une courte vérification trouve la cause et vous dit qui peut y remédier.',
  'welcome.privacy':
    'Rien n’est envoyé à {support} automatiquement. Vos clés ne sont transmises qu’à Xray et sont oubliées dès que vous avez terminé.',
  'connection.title': 'Votre connexion',
  'connection.lead': 'Saisissez les mêmes valeurs que dans Snapshots.',
  'connection.keys': 'Clés Xray',
  'connection.keysHelp': 'Vous pouvez coller les deux valeurs d’un coup dans l’un des champs.',
  'connection.sites': 'Sites',
  'connection.clientId': 'Client ID',
  'connection.clientSecret': 'Client Secret',
  'connection.jiraSite': 'Site Jira',
  'connection.confluenceSite': 'Site Confluence',
  'connection.example': 'Par exemple acme.atlassian.net',
  'connection.secretHeld': 'Gardé en mémoire. Tapez pour le remplacer.',
  'connection.show': 'Afficher',
  'connection.hide': 'Masquer',
  'connection.showLabel': 'Afficher le Client Secret',
  'connection.understood': 'Reconnu comme {site}',
  'connection.proposed': 'Repris du site Jira : {site}. Modifiez-le si Confluence se trouve ailleurs.',
  'connection.check': 'Vérifier la connexion',
  'connection.result': 'Revenir au résultat',
  'connection.useSite': 'Utiliser {site}',
  'paste.pair': 'Les deux clés sont renseignées.',
  'paste.secret-moved':
    'C’était un secret : il a été déplacé dans le champ Client Secret. Le Client ID va ici.',
  'paste.secret-removed':
    'C’était un secret : il a été retiré de ce champ. Le champ Client Secret contient déjà une valeur, qui a été conservée.',
  'paste.id-moved': 'C’était le Client ID : il a été placé dans le champ Client ID.',
  'paste.several':
    'Ce texte contient plusieurs clés. Collez le Client ID et le Client Secret l’un après l’autre.',
  'paste.placeholder':
    'Ce texte contient un espace réservé à la place de la clé. Copiez la clé elle-même depuis les API Keys de Xray.',
  'paste.too-long': 'Ce texte est trop long. Collez uniquement le Client ID et le Client Secret.',
  'hint.id-looks-like-secret':
    'Cela ressemble à un Client Secret. Les deux valeurs sont peut-être inversées.',
  'hint.secret-looks-like-id': 'Cela ressemble à un Client ID. Les deux valeurs sont peut-être inversées.',
  'hint.id-length':
    'Cette valeur compte {count} {count, plural, one {caractère} other {caractères}} ; un Client ID de Xray en a 32. Copiez-le de nouveau ou lancez la vérification telle quelle.',
  'hint.secret-length':
    'Cette valeur compte {count} {count, plural, one {caractère} other {caractères}} ; un Client Secret de Xray en a 64. Copiez-le de nouveau ou lancez la vérification telle quelle.',
  'hint.id-unusual':
    'Un Client ID compte en général 32 caractères, de 0 à 9 et de A à F. Vous pouvez tout de même lancer la vérification.',
  'hint.secret-unusual':
    'Un Client Secret compte en général 64 caractères, de 0 à 9 et de a à f. Vous pouvez tout de même lancer la vérification.',
  'hint.atlassian-token':
    'Cela ressemble à un jeton d’API Atlassian et non à une clé Xray. Les clés de Xray se trouvent dans Xray, sous API Keys. Vous pouvez tout de même lancer la vérification.',
  'hint.jwt':
    'Cela ressemble à un jeton de connexion et non à une clé. Copiez la clé depuis les API Keys de Xray. Vous pouvez tout de même lancer la vérification.',
  'hint.bearer':
    'Cela ressemble à un en-tête Authorization et non à une clé. Copiez la clé depuis les API Keys de Xray. Vous pouvez tout de même lancer la vérification.',
  'hint.masked':
    'Ce sont des caractères masqués et non la clé elle-même. Xray n’affiche un Client Secret qu’une seule fois ; créez une nouvelle clé si vous ne l’avez pas conservé. Vous pouvez tout de même lancer la vérification.',
  'hint.uuid':
    'Cela ressemble à un UUID et non à une clé Xray. Copiez la clé depuis les API Keys de Xray. Vous pouvez tout de même lancer la vérification.',
  'hint.url':
    'Cela ressemble à une adresse web et non à une clé Xray. Vous pouvez tout de même lancer la vérification.',
  'hint.email':
    'Cela ressemble à une adresse e-mail et non à une clé Xray. Vous pouvez tout de même lancer la vérification.',
  'hint.other-service':
    'Cela ressemble à une clé d’un autre service et non de Xray. Vous pouvez tout de même lancer la vérification.',
  'hint.placeholder':
    'Cela ressemble à un espace réservé et non à la clé elle-même. Copiez la clé depuis les API Keys de Xray. Vous pouvez tout de même lancer la vérification.',
  'plan.title': 'Que va-t-il se passer ?',
  'plan.lead':
    'Lorsque vous cliquez sur « Vérifier la connexion », ces requêtes sont envoyées, toutes chiffrées :',
  'plan.request': 'Requête',
  'plan.purpose': 'But',
  'plan.carries': 'Ce qui est transmis',
  'plan.address': '{method} {url}',
  'plan.purpose.authenticate': 'S’authentifier',
  'plan.purpose.data-call': 'Demander des données une fois',
  'plan.purpose.further-hosts': 'Demander si Xray a d’autres serveurs',
  'plan.purpose.site': 'Voir si le site existe',
  'plan.purpose.xray-status': 'Voir si Xray rencontre un incident',
  'plan.purpose.atlassian-status': 'Voir si Atlassian rencontre un incident',
  'plan.carries.keys': 'Client ID et Client Secret',
  'plan.carries.token': 'Le jeton émis par ce serveur',
  'plan.carries.nothing': 'Rien',
  'plan.remark.again':
    'Une requête restée sans réponse est répétée une fois, puis tentée une dernière fois par le réseau du navigateur intégré.',
  'plan.remark.further': 'Si Xray indique d’autres serveurs à lui, les deux mêmes requêtes y sont envoyées.',
  'plan.remark.safe': 'Les redirections ne sont jamais suivies, et aucune requête n’écrit quoi que ce soit.',
} satisfies Readonly<Record<keyof typeof EN, string>>;
