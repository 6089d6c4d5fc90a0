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
  'global.other': 'Le serveur mondial donne une réponse que nous ne connaissons pas',
  'regions.global-works':
    'Le serveur mondial fonctionne, et c’est celui qu’utilise Snapshots ; les autres n’y changent rien.',
  'regions.unfinished': 'La comparaison avec les serveurs régionaux n’a pas été menée à terme.',
  'regions.working':
    '{global}, tandis que {count, plural, one {le serveur {regions} fournit} other {les serveurs {regions} fournissent}} vos données : le meilleur indice de l’endroit où elles se trouvent.',
  'regions.silent': 'Aucun serveur régional n’a répondu ; il n’y a donc rien à comparer.',
  'regions.none': '{global}, et aucun serveur régional ne fournit vos données.',
  'regions.none-either': '{global}, et aucun serveur régional ne fournit vos données non plus.',
  'regions.keys-nowhere': 'Aucun serveur n’accepte ces clés.',
  'regions.keys-elsewhere':
    'Vos clés sont connues {count, plural, one {du serveur {regions}} other {des serveurs {regions}}} mais pas du serveur mondial ; aucun serveur ne fournit vos données.',
  'regions.keys-global-only':
    'Vos clés ne sont connues que du serveur mondial, et aucun serveur ne fournit vos données.',
  'regions.all.another-region':
    'Tous les serveurs disent la même chose : Xray doit agir, ou vos données sont en cours de déplacement.',
  'regions.all.error-page':
    'Tous les serveurs affichent une page d’erreur de CloudFront ; aucune région ne fournit donc vos données.',
  'regions.all.keys-refused': 'Aucun serveur n’accepte ces clés.',
  'regions.all.licence': 'Tous les serveurs disent la même chose de la licence.',
  'regions.all.asks-to-wait': 'Tous les serveurs demandent d’attendre.',
  'regions.all.data-refused': 'Tous les serveurs acceptent vos clés et refusent de fournir vos données.',
  'regions.all.own-error':
    'Tous les serveurs rencontrent une erreur interne ; cela ressemble à une panne de Xray.',
  'regions.all.other': 'Tous les serveurs donnent le même genre de réponse.',
  'second.fails': 'Le réseau de votre navigateur n’atteint pas Xray non plus.',
  'second.proxy-sign-in': 'Le proxy demande aussi une authentification au réseau de votre navigateur.',
  'second.works':
    'Le réseau de votre navigateur atteint Xray, mais pas une connexion directe depuis cette application. Votre équipe réseau peut chercher ce qui les traite différemment.',
  'second.something-else': 'Sur le réseau de votre navigateur, c’est autre chose que Xray qui répond.',
  'note.site-missing':
    'Atlassian ne connaît aucun site {site}. Regardez s’il est écrit comme dans votre navigateur.',
  'note.site-elsewhere':
    'Confluence sur {confluence} est un autre site que votre Jira sur {jira}. Regardez si ce sont bien ceux qu’utilise Snapshots.',
  'note.site-named':
    'Jira sur {jira} indique que son Confluence est sur {named}, et vous avez saisi {confluence}. Regardez sur lequel fonctionne Snapshots.',
  'note.clock':
    'L’horloge de cet ordinateur a {unit, select, minutes {{count, plural, one {# minute} other {# minutes}}} hours {{count, plural, one {# heure} other {# heures}}} other {{count, plural, one {# jour} other {# jours}}}} {way, select, behind {de retard} other {d’avance}} sur celle de Xray. Réglez-la : les authentifications et les certificats en dépendent.',
  'note.inspection':
    '{maker} ouvre en chemin la connexion sécurisée à Xray, et cet ordinateur l’accepte. Ce qui est envoyé peut ainsi être vu et modifié.',
  'note.atlassian':
    'Atlassian signale en ce moment un incident sur Confluence{hasWords, select, yes { : « {words} »} other {}}.',
  'missing.calls': 'Aucune requête n’a été envoyée à Xray.',
  'missing.data-call': 'Aucune donnée n’a été demandée au serveur mondial, faute de jeton.',
  'missing.regions': 'Les serveurs régionaux de Xray n’ont pas été comparés.',
  'missing.picture': 'Il n’y a pas de capture de la page « Data residency ».',
  'missing.residency': 'Il n’est pas indiqué si le site est « Pinned » ou en cours de déplacement.',
  'missing.long-answer': 'Une réponse était plus longue que ce qui en est conservé.',
  'missing.binary-answer': 'Le contenu d’une réponse binaire n’est pas conservé.',
} satisfies Readonly<Record<keyof typeof EN, string>>;
