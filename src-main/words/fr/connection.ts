import type { CONNECTION as EN } from '../en/connection.ts';

export const CONNECTION = {
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
  'hint.id-looks-like-secret':
    'Cela ressemble à un Client Secret. Les deux valeurs sont peut-être inversées.',
  'hint.secret-looks-like-id': 'Cela ressemble à un Client ID. Les deux valeurs sont peut-être inversées.',
  'hint.id-unusual':
    'Un Client ID compte en général 32 caractères, de 0 à 9 et de A à F. Vous pouvez tout de même essayer avec celui-ci.',
  'hint.secret-unusual':
    'Un Client Secret compte en général 64 caractères, de 0 à 9 et de a à f. Vous pouvez tout de même essayer avec celui-ci.',
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
  'plan.purpose.atlassian-status': 'Voir si Atlassian rencontre un incident',
  'plan.carries.keys': 'Client ID et Client Secret',
  'plan.carries.token': 'Le jeton émis par ce serveur',
  'plan.carries.nothing': 'Rien',
  'plan.remark.again':
    'Une requête restée sans réponse est répétée une fois, puis tentée une dernière fois par le réseau du navigateur intégré.',
  'plan.remark.further': 'Si Xray indique d’autres serveurs à lui, les deux mêmes requêtes y sont envoyées.',
  'plan.remark.safe': 'Les redirections ne sont jamais suivies, et aucune requête n’écrit quoi que ce soit.',
} satisfies Readonly<Record<keyof typeof EN, string>>;
