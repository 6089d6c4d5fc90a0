import type { FINDINGS as EN } from '../en/findings.ts';

export const FINDINGS = {
  'host.global': 'Mondial',
  'host.us': 'États-Unis',
  'host.eu': 'UE (Francfort)',
  'host.au': 'Australie (Sydney)',
  'global.another-region': 'Le serveur mondial cherche vos données dans une autre région',
  'global.error-page':
    'Le serveur mondial affiche une page d’erreur de CloudFront, le réseau placé devant Xray',
  'global.keys-refused': 'Le serveur mondial n’accepte pas vos clés',
  'global.licence': 'Le serveur mondial parle de la licence',
  'global.asks-to-wait': 'Le serveur mondial demande d’attendre',
  'global.data-refused': 'Le serveur mondial refuse de fournir vos données',
  'global.own-error': 'Le serveur mondial rencontre une erreur interne',
  'global.not-reached': 'Le serveur mondial n’a pas pu être joint',
  'global.no-answer': 'Le serveur mondial n’a pas répondu',
  'global.stopped': 'Le serveur mondial n’a pas été interrogé jusqu’au bout',
  'global.migrating': 'Le serveur mondial indique que vos données sont en cours de déplacement',
  'global.something-else': 'Quelque chose d’autre a répondu à la place du serveur mondial',
  'global.other': 'Le serveur mondial donne une réponse que cette application ne connaît pas',
  'regions.global-works':
    'Le serveur mondial fonctionne, et c’est celui qu’utilise Snapshots ; les autres n’y changent rien.',
  'regions.unfinished': 'La comparaison avec les serveurs régionaux n’a pas été menée à terme.',
  'regions.working':
    '{global}, tandis que {count, plural, one {le serveur {regions} répond} other {les serveurs {regions} répondent}} sans erreur de région : le meilleur indice de l’endroit où se trouvent vos données.',
  'regions.silent': 'Aucun serveur régional n’a répondu ; il n’y a donc rien à comparer.',
  'regions.none': '{global}, et aucun serveur régional ne répond sans erreur.',
  'regions.none-either': '{global}, et aucun serveur régional ne répond sans erreur non plus.',
  'regions.keys-nowhere': 'Aucun serveur n’accepte ces clés.',
  'regions.keys-elsewhere':
    'Vos clés sont connues {count, plural, one {du serveur {regions}} other {des serveurs {regions}}} mais pas du serveur mondial ; aucun serveur ne répond sans erreur.',
  'regions.keys-global-only':
    'Vos clés ne sont connues que du serveur mondial, et aucun serveur ne répond sans erreur.',
  'regions.all.another-region':
    'Tous les serveurs disent la même chose : Xray doit agir, ou vos données sont en cours de déplacement.',
  'regions.all.error-page': 'Tous les serveurs affichent une page d’erreur de CloudFront.',
  'regions.all.keys-refused': 'Aucun serveur n’accepte ces clés.',
  'regions.all.licence': 'Tous les serveurs disent la même chose de la licence.',
  'regions.all.asks-to-wait': 'Tous les serveurs demandent d’attendre.',
  'regions.all.data-refused': 'Tous les serveurs acceptent vos clés et refusent de fournir vos données.',
  'regions.all.own-error':
    'Tous les serveurs rencontrent une erreur interne ; cela ressemble à une panne de Xray.',
  'regions.all.migrating': 'Tous les serveurs indiquent que vos données sont en cours de déplacement.',
  'regions.all.something-else': 'Sur tous les serveurs, c’est autre chose que Xray qui a répondu.',
  'regions.all.other': 'Tous les serveurs donnent le même genre de réponse.',
  'second.fails': 'Le réseau de votre navigateur n’atteint pas Xray non plus.',
  'second.proxy-sign-in': 'Le proxy demande aussi une authentification au réseau de votre navigateur.',
  'second.works':
    'Le réseau de votre navigateur atteint Xray, mais pas une connexion directe depuis cette application. Votre équipe réseau peut chercher ce qui les traite différemment.',
  'second.unknown':
    'Sur le réseau de votre navigateur est arrivée une réponse que cette application ne connaît pas.',
  'second.something-else': 'Sur le réseau de votre navigateur, c’est autre chose que Xray qui répond.',
  'note.site-missing':
    'Atlassian ne connaît aucun site {site}. Regardez s’il est écrit comme dans votre navigateur.',
  'note.site-elsewhere':
    'Confluence sur {confluence} est un autre site que votre Jira sur {jira}. Regardez si ce sont bien ceux qu’utilise Snapshots.',
  'note.site-named':
    'Jira sur {jira} indique que son Confluence est sur {named}, et vous avez saisi {confluence}. Regardez sur lequel fonctionne Snapshots.',
  'note.clock':
    'L’horloge de cet ordinateur a {unit, select, minutes {{count, plural, one {# minute} other {# minutes}}} hours {{count, plural, one {# heure} other {# heures}}} other {{count, plural, one {# jour} other {# jours}}}} {way, select, behind {de retard} other {d’avance}} sur celle de Xray. Réglez-la : les authentifications et les certificats en dépendent.',
  'check.system-roots':
    'Les certificats auxquels le système de cet ordinateur fait confiance n’ont pas pu être lus à temps : cette vérification a peut-être refusé un certificat installé par votre entreprise. Vérifiez à nouveau.',
  'note.inspection':
    '{maker} ouvre en chemin la connexion sécurisée à Xray, et cet ordinateur l’accepte. Ce qui est envoyé peut ainsi être vu et modifié.',
  'note.atlassian':
    'Atlassian signale en ce moment un incident sur Confluence{hasWords, select, yes { : « {words} »} other {}}.',
  'check.echo.none': 'Aucune réponse ne répète votre Client Secret ni un jeton d’authentification.',
  'check.echo.found':
    'Une réponse d’un serveur ({host}) répète votre Client Secret ou un jeton d’authentification. Il est retiré du fichier ; créez de nouvelles clés une fois le problème résolu.',
  'check.token.fine': 'Les jetons d’authentification ont des dates valables.',
  'check.token.expired':
    'Le jeton d’authentification d’un serveur ({host}) était déjà périmé quand il a été émis. Xray le refuserait à la requête suivante.',
  'check.token.future': 'Le jeton d’authentification d’un serveur ({host}) porte une date future.',
  'check.clock.fine': 'L’horloge de cet ordinateur concorde avec celle de Xray.',
  'check.allowlist':
    'Une liste d’adresses IP autorisées (IP allowlist) protège {hasSite, select, yes {{site}} other {votre site}}. Elle doit contenir les adresses de Xray.',
  'check.keys-split':
    '{count, plural, one {Le serveur {regions} refuse} other {Les serveurs {regions} refusent}} vos clés, alors que d’autres les acceptent.',
  'check.region-split':
    '{count, plural, one {Le serveur {regions} indique} other {Les serveurs {regions} indiquent}} que vos données sont dans une autre région. Le serveur mondial a un autre problème, qui cache peut-être celui-ci.',
  'check.site-renamed': '{site} est un ancien nom : le site s’appelle maintenant {renamedTo}.',
  'check.site-lookup': 'Atlassian n’a pas pu être interrogé au sujet de {site} ({problem}).',
  'check.xray-status':
    'La page de statut de Xray signale un incident en ce moment{hasWords, select, yes { : « {words} »} other {}}.',
  'check.residency.move-app':
    'Jira est « Pinned » ({jira}), alors que les données de Xray sont ailleurs ({xray}) et marquées « Eligible ». Un administrateur de l’organisation a peut-être la possibilité de déplacer l’application sur la page « Data residency » d’Atlassian (« Move apps »). Envoyez aussi le fichier, car cela ne résoudra peut-être pas le problème.',
  'check.residency.apart':
    'La page d’Atlassian indique un emplacement pour Jira ({jira}) et un autre pour les données de Xray ({xray}). D’habitude, ils sont au même endroit.',
  'check.residency.elsewhere':
    'D’après la page d’Atlassian, les données de Xray sont ici : {location}. Mais {count, plural, one {seul le serveur {regions} répond} other {seuls les serveurs {regions} répondent}} sans erreur.',
  'check.residency.moving':
    'Le site a été indiqué comme « Pinned », mais Xray indique que ses données sont en cours de déplacement.',
  'check.key-shape.id':
    'Le Client ID vérifié ne ressemble pas à ceux de Xray, qui comptent 32 caractères, de 0 à 9 et de A à F.',
  'check.key-shape.secret':
    'Le Client Secret vérifié ne ressemble pas à ceux de Xray, qui comptent 64 caractères, de 0 à 9 et de a à f.',
  'check.key-shape.id-length':
    'Le Client ID vérifié compte {count, plural, one {# caractère} other {# caractères}} ; ceux de Xray en comptent 32.',
  'check.key-shape.secret-length':
    'Le Client Secret vérifié compte {count, plural, one {# caractère} other {# caractères}} ; ceux de Xray en comptent 64.',
  'missing.calls': 'Aucune requête n’a été envoyée à Xray.',
  'missing.data-call': 'Aucune donnée n’a été demandée au serveur mondial, faute de jeton.',
  'missing.regions': 'Les serveurs régionaux de Xray n’ont pas été comparés.',
  'missing.picture': 'Il n’y a pas de capture de la page « Data residency ».',
  'missing.residency': 'Il n’est pas indiqué si le site est « Pinned » ou en cours de déplacement.',
  'missing.long-answer': 'Une réponse était plus longue que ce qui en est conservé.',
  'missing.binary-answer': 'Le contenu d’une réponse binaire n’est pas conservé.',
  'missing.left-out':
    '{part} : laissé de côté ; le dernier contrôle y a trouvé quelque chose qui ressemble à un identifiant secret.',
  'missing.left-out-all':
    'Tout ce que les serveurs ont envoyé a été laissé de côté ; le dernier contrôle n’a pas pu le distinguer d’identifiants secrets.',
} satisfies Readonly<Record<keyof typeof EN, string>>;
