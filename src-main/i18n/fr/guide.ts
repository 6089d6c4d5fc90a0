import type { GUIDE as EN } from '../en/guide.ts';

const CONNECTION_PAGE = 'Snapshots Configuration > Xray connection';

export const GUIDE = {
  'door.check.title': 'Vérifier ma connexion',
  'door.check.text': 'En une minute environ, vous saurez ce qui bloque Snapshots et qui peut y remédier.',
  'door.cases.title': 'Reprendre un cas',
  'door.cases.text': 'Reprenez là où vous en étiez, que vous attendiez Xray ou la fin d’un déplacement.',
  'door.cases.none': 'Aucun cas n’est encore conservé sur cet ordinateur.',
  'door.file.title': 'Ouvrir un fichier de diagnostic',
  'door.file.text': 'Pour le support : voir si un fichier est intact et ce qu’il contient.',
  'symptoms.title': 'Est-ce votre problème ?',
  'symptoms.fresh': `La Traceability Extension est installée. Vous avez créé de nouvelles clés dans Xray et les avez saisies dans Confluence, sous ${CONNECTION_PAGE}.`,
  'symptoms.message':
    'Snapshots répond par exemple « Xray token is invalid or expired » ou « Cannot access Xray ».',
  'symptoms.sure':
    'Vous avez vérifié deux fois : les deux valeurs viennent directement des API Keys de Xray, sur le site Jira que lit Snapshots.',
  'symptoms.region':
    'Votre site Atlassian est hébergé dans une région choisie, par exemple l’Union européenne, ou est en cours de déplacement vers une autre.',
  'symptoms.then':
    'Dans ce cas, vos clés sont sans doute correctes, et Xray cherche vos données dans la mauvaise région. La vérification vous donnera une certitude. Même si tout ne correspond pas, vérifiez quand même : elle trouve aussi d’autres causes.',
  'keys.title': 'Où trouver ces clés, ou comment les créer ?',
  'keys.1': 'Dans Jira, ouvrez Settings (Paramètres) > Apps > Manage apps. Il faut être administrateur Jira.',
  'keys.2': 'Repérez-y Xray et ouvrez API Keys.',
  'keys.3': 'Cliquez sur Create API Key et choisissez l’utilisateur au nom duquel Snapshots doit lire Xray.',
  'keys.4':
    'Copiez aussitôt le Client ID et le Client Secret. Le Client Secret ne s’affiche que cette fois-là.',
  'keys.lost':
    'Client Secret perdu ? Il ne peut pas être affiché à nouveau. Supprimez cette clé et créez-en une nouvelle.',
  'keys.same': 'Xray doit être installé sur le même site Jira que celui que lit Snapshots.',
  'keys.both':
    'Si vous créez de nouvelles clés pour cette vérification, saisissez-les ensuite aussi dans Snapshots.',
  'token.title': 'Pourquoi l’authentification réussit-elle alors que la connexion échoue ?',
  'token.steps':
    'Xray répond en deux étapes. Il regarde d’abord vos clés et remet un jeton, une sorte de laissez-passer pour la journée. Ce n’est qu’ensuite que vos données sont demandées.',
  'token.region':
    'La première étape ne touche pas à vos données : elle réussit donc même si Xray a enregistré une mauvaise région pour votre site. La seconde part alors au mauvais endroit et se voit refusée.',
  'token.blame':
    'Snapshots voit le refus et croit les clés incorrectes. De nouvelles clés n’y changent donc rien, et un jeton seul ne prouve rien : seule une réponse sur vos données le peut.',
  'situation.means': 'De quoi il s’agit',
  'situation.next': 'Ce qui se passe ensuite',
  'situation.time': 'Combien de temps cela prend',
  'situation.pinned.means':
    'Vos données restent dans une région, par exemple l’Union européenne, et Xray en a enregistré une autre.',
  'situation.pinned.next':
    'Vous envoyez le fichier de diagnostic. {support} ouvre un ticket auprès de Xray, transmet le fichier et suit l’affaire jusqu’à sa résolution.',
  'situation.pinned.time': 'Xray apporte en général la correction en quelques jours ouvrés.',
  'situation.migrating.means': 'Vous avez demandé une autre région, et tout n’y est pas encore arrivé.',
  'situation.migrating.next':
    'Vous attendez la fin du déplacement, puis saisissez de nouveau vos clés dans Snapshots. Si cela échoue encore, c’est l’autre cas : envoyez le fichier de diagnostic.',
  'situation.migrating.time':
    'Le temps que dure le déplacement. La page « Data residency » d’Atlassian montre où il en est.',
  'situation.unknown.means': 'Vous n’avez pas encore regardé, ou la page ne vous est pas accessible.',
  'situation.unknown.next':
    'Continuez comme si le site était « Pinned ». {support} vous demandera ce qui manque.',
  'calls.title': 'Les deux requêtes de la vérification',
  'calls.authenticate': 'L’authentification échange le Client ID et le Client Secret contre un jeton.',
  'calls.data-call':
    'La demande de données présente ce jeton et demande deux tickets d’exemple. Il n’est pas nécessaire qu’ils existent ; ce qui compte, c’est la réponse de Xray.',
  'readings.title': 'Comment les réponses sont lues',
  'readings.answer': 'Ce qui revient',
  'readings.meaning': 'Ce que cela signifie',
  'readings.yours': 'Votre résultat',
  'readings.region': 'L’authentification réussit ; la demande de données parle d’une autre région',
  'readings.region.means':
    'L’erreur pour laquelle cette vérification est faite. C’est à Xray de corriger la région.',
  'readings.rejected': 'L’authentification est refusée, il n’y a pas de jeton',
  'readings.rejected.means':
    'Les clés sont incorrectes, supprimées ou expirées. Créez-en de nouvelles dans Xray.',
  'readings.healthy': 'La demande de données en fournit, ou ne trouve pas les tickets',
  'readings.healthy.means':
    'La connexion fonctionne. Autre chose bloque Snapshots, et {support} peut en chercher la cause.',
  'readings.other': 'Autre chose, ou rien',
  'readings.other.means':
    'Votre réseau, la licence ou une panne peut être en cause. Le résultat dit tout ce que l’on peut savoir.',
  'link.opens': '(s’ouvre dans votre navigateur)',
  'link.region-error': '« Xray connection error: data is in another region » (en anglais)',
  'link.region-error.about':
    'La page sur cette erreur précise. Ce lien ouvre l’accueil de la documentation ; cherchez-y ce titre.',
  'link.connection-setup': '« Configuring the Xray connection » (en anglais)',
  'link.connection-setup.about': 'Mettre en place la connexion depuis le début.',
  'link.integration': '« Integration with Xray Test Management for Jira » (en anglais)',
  'link.integration.about':
    'Ce que Snapshots montre de Xray. Ce lien ouvre l’accueil de la documentation ; cherchez-y ce titre.',
  'help.open': 'Aide',
  'help.title': 'Aide',
  'help.return': 'Revenir là où vous étiez',
  'help.does': 'Ce que fait cette application',
  'help.does.text':
    'Elle trouve pourquoi RadBee Snapshots n’atteint pas Xray. Elle s’authentifie auprès de Xray avec vos clés, demande des données une fois, vous dit avec des mots simples ce qui ne va pas et qui peut y remédier, et réunit dans un seul fichier ce dont le support a besoin. Elle ne modifie rien.',
  'help.sent': 'Ce qui est envoyé',
  'help.sent.text':
    'Rien ne part vers {support} automatiquement. L’application parle à Xray et, sans vos clés, à Atlassian. Le fichier de diagnostic ne quitte cet ordinateur que lorsque vous l’envoyez, et tous les secrets en sont retirés avant.',
  'help.words': 'Les mots expliqués',
  'help.word.region': 'Région',
  'help.word.region.text':
    'La partie du monde où se trouvent les données d’un site, par exemple l’Union européenne ou les États-Unis.',
  'help.word.token': 'Jeton (token)',
  'help.word.token.text':
    'Un laissez-passer que Xray remet après l’authentification. Il dit que vos clés sont correctes, mais rien de vos données.',
  'help.word.residency': 'Data residency',
  'help.word.residency.text':
    'L’endroit où se trouvent les données de chaque produit. Atlassian le montre sur admin.atlassian.com, à la page de ce nom.',
  'help.word.pinned': 'Pinned (région fixée)',
  'help.word.pinned.text': 'Les données sont attachées à leur région, et aucun déplacement n’est en cours.',
  'help.word.migration': 'Migration (déplacement)',
  'help.word.migration.text':
    'Un passage dans une autre région. Jira peut déjà y être alors que les données de Xray suivent encore.',
  'help.way': 'Le parcours en six étapes',
  'help.way.1': 'Saisissez vos clés et les deux sites.',
  'help.way.2': 'Laissez la vérification interroger Xray, et lisez ce qui ne va pas et qui peut y remédier.',
  'help.way.3':
    'Dites si le site est « Pinned » ou en cours de déplacement, et ajoutez une capture de la page « Data residency ».',
  'help.way.4': 'Relisez le fichier de diagnostic, au caractère près, et écartez ce que vous voulez.',
  'help.way.5':
    'Enregistrez-le et envoyez-le à {support}. Une correction prend en général quelques jours ouvrés.',
  'help.way.6': `Une fois la correction faite, saisissez de nouvelles clés sous ${CONNECTION_PAGE} et cliquez sur Submit. Quand « Connection is open » s’affiche, faites un snapshot d’essai.`,
  'help.keys': 'Clavier',
  'help.key.tab': 'Tab, Maj + Tab',
  'help.key.tab.does': 'Avancer, reculer',
  'help.key.enter': 'Entrée',
  'help.key.enter.does': 'Activer un bouton ; dans le formulaire, vérifier la connexion',
  'help.key.arrows': 'Touches fléchées',
  'help.key.arrows.does': 'Choisir entre des réponses ; déplacer un cadre dans une capture',
  'help.key.paste': 'Ctrl ou ⌘ + V',
  'help.key.paste.does': 'Coller les deux clés, ou une capture',
  'help.key.new': 'Ctrl ou ⌘ + N',
  'help.key.new.does': 'Nouvelle vérification, depuis le premier écran et la liste des cas',
  'help.key.open': 'Ctrl ou ⌘ + O',
  'help.key.open.does': 'Ouvrir un fichier de diagnostic, depuis le premier écran',
  'help.key.zoom': 'Ctrl ou ⌘ avec +, − et 0',
  'help.key.zoom.does': 'Plus grand, plus petit, comme avant',
  'help.key.help': 'F1',
  'help.key.help.does': 'Ouvrir cette page',
  'help.key.escape': 'Échap',
  'help.key.escape.does': 'Quitter cette page',
  'help.links': 'Pour en savoir plus',
} satisfies Readonly<Record<keyof typeof EN, string>>;
