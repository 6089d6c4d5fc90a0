import type { RULES as EN } from '../en/rules.ts';

const HOST = 'xray.cloud.getxray.app';
const KEYS_ARE_SAFE = 'Vos clés n’ont pas été envoyées ; cela ne dit rien de leur validité.';
const NEVER_GOT_THERE =
  'La requête n’est jamais arrivée à Xray ; cela ne dit donc rien de vos clés ni de la région de vos données.';
const KEYS_ARE_RIGHT =
  'Votre Client ID et votre Client Secret sont corrects : Xray les a acceptés. De nouvelles clés n’y changeront rien.';
const AFTER_SIGN_IN =
  '{call, select, data {Xray venait d’accepter vos clés, elles sont donc correctes.} other {Cela ne dit rien de la validité de vos clés.}}';
const TO_THE_CALL = '{call, select, data {à la demande de données} other {à l’authentification}}';
const THE_CALL = '{call, select, data {la demande de données} other {l’authentification}}';
const THE_CALL_FIRST = '{call, select, data {La demande de données} other {L’authentification}}';
const BY_ISSUER = '{hasIssuer, select, yes {, émis par « {issuer} »,} other {}}';
const WITH_STATUS = '{hasStatus, select, yes { (statut {status})} other {}}';

export const RULES = {
  'rule.cancelled.by-person': 'Vous avez arrêté la vérification.',
  'meaning.cancelled.by-person': 'Rien n’a été décidé. Ce qui avait été trouvé jusque-là est conservé.',
  'rule.proxy-sign-in.407':
    'Le proxy de votre entreprise{hasProxy, select, yes { ({proxy})} other {}} exige une authentification avant de laisser cet ordinateur joindre Xray.',
  'meaning.proxy-sign-in.407': NEVER_GOT_THERE,
  'rule.tls-untrusted.expired': `Le certificat présenté pour ${HOST}${BY_ISSUER} n’est pas valide aujourd’hui.`,
  'meaning.tls-untrusted.expired': `Soit le certificat est périmé, soit l’horloge de cet ordinateur est fausse. ${KEYS_ARE_SAFE}`,
  'rule.tls-untrusted.wrong-host': `Ce n’est pas Xray qui a répondu : le certificat${BY_ISSUER} est établi pour une autre adresse.`,
  'meaning.tls-untrusted.wrong-host': `Un filtre ou une page de connexion sur votre réseau en est la cause habituelle. ${KEYS_ARE_SAFE}`,
  'rule.tls-untrusted.inspected':
    '{hasMaker, select, yes {{maker}} other {Un produit de sécurité}} ouvre la connexion sécurisée à Xray, et cet ordinateur ne fait pas confiance à son certificat.',
  'meaning.tls-untrusted.inspected': `Votre réseau inspecte les connexions sécurisées{hasIssuer, select, yes { sous le nom « {issuer} »} other {}}. ${KEYS_ARE_SAFE}`,
  'rule.tls-untrusted.unknown-issuer': `Cet ordinateur ne fait pas confiance au certificat présenté pour ${HOST}{hasIssuer, select, yes {, émis par « {issuer} »} other {}}.`,
  'meaning.tls-untrusted.unknown-issuer': `Cela arrive quand le réseau d’une entreprise inspecte les connexions sécurisées. ${KEYS_ARE_SAFE}`,
  'rule.network.dns': `Cet ordinateur n’a pas trouvé l’adresse de {hasProxy, select, yes {votre proxy {proxy}} other {${HOST}}}.`,
  'meaning.network.dns': `Soit il n’y a pas de connexion Internet en ce moment, soit votre réseau ne connaît pas ce nom. ${KEYS_ARE_SAFE}`,
  'rule.network.connect': `Aucune connexion à {hasProxy, select, yes {votre proxy {proxy}} other {${HOST}}} n’a pu être établie.`,
  'meaning.network.connect': `Un pare-feu en est la cause habituelle. ${KEYS_ARE_SAFE}`,
  'rule.network.proxy-settings': 'Les réglages de proxy de cet ordinateur n’ont pas pu être lus.',
  'meaning.network.proxy-settings': `L’adresse du proxy est incompréhensible, ou le script qui l’indique n’a pas répondu à temps. ${KEYS_ARE_SAFE}`,
  'rule.network.proxy': `Votre proxy{hasProxy, select, yes { {proxy}} other {}} n’a pas laissé passer la connexion à ${HOST}.`,
  'meaning.network.proxy': NEVER_GOT_THERE,
  'rule.network.tls': `La connexion sécurisée à ${HOST} a été rompue pendant son établissement.`,
  'meaning.network.tls': `Un pare-feu ou un filtre qui bloque les connexions sécurisées en est la cause habituelle. ${KEYS_ARE_SAFE}`,
  'rule.network.no-answer': `Une connexion à ${HOST} a été établie, mais ${THE_CALL} est restée sans réponse.`,
  'meaning.network.no-answer': `La connexion a été fermée, ou rien n’est arrivé à temps. ${AFTER_SIGN_IN}`,
  'rule.network.cut-off': `La réponse ${TO_THE_CALL} a été coupée avant la fin.`,
  'meaning.network.cut-off': `Ce qui est arrivé ne suffit pas pour conclure. ${AFTER_SIGN_IN}`,
  'rule.network.deadline': 'La vérification a duré trop longtemps et a été interrompue.',
  'meaning.network.deadline': `${THE_CALL_FIRST} n’était pas terminée quand le délai a expiré. ${AFTER_SIGN_IN}`,
  'rule.intercepted.web-page': `Une page web est arrivée à la place de la réponse de Xray ${TO_THE_CALL}.`,
  'meaning.intercepted.web-page':
    'Quelque chose entre cet ordinateur et Xray a intercepté la requête : la page de connexion d’un réseau invité, ou un filtre web.',
  'rule.intercepted.redirect': `${THE_CALL_FIRST} a été renvoyée vers {hasTarget, select, yes {{target}} other {une autre adresse}} au lieu de recevoir une réponse.`,
  'meaning.intercepted.redirect':
    'Xray ne fait pas cela. Quelque chose entre cet ordinateur et Xray l’a fait. Nous n’avons pas suivi, rien de vous n’y est donc allé.',
  'rule.intercepted.no-token': 'L’authentification a reçu une réponse, mais pas celle que donne Xray.',
  'meaning.intercepted.no-token':
    'Xray émet un jeton après l’authentification, et il n’y en avait pas. Quelque chose entre cet ordinateur et Xray a peut-être modifié la réponse.',
  'rule.rate-limited.429':
    'Xray demande d’attendre{unit, select, seconds { {count, plural, one {# seconde} other {# secondes}}} minutes { {count, plural, one {# minute} other {# minutes}}} hours { {count, plural, one {# heure} other {# heures}}} other {}} : il a reçu trop de requêtes pour votre site.',
  'meaning.rate-limited.429': 'C’est passager. Cela ne dit rien de la région de vos données.',
  'rule.licence.text': 'Xray indique que la licence Xray de votre site Jira n’est pas valide.',
  'meaning.licence.text':
    'Tant que la licence n’est pas valide, Xray ne répond à personne, quelles que soient les clés.',
  'rule.credentials-rejected.invalid': 'Xray ne reconnaît pas ce Client ID et ce Client Secret.',
  'meaning.credentials-rejected.invalid':
    'L’authentification elle-même a été refusée. La région de vos données n’est pas en cause.',
  'rule.credentials-rejected.refused': `Xray a refusé l’authentification${WITH_STATUS} sans donner l’une de ses raisons connues.`,
  'meaning.credentials-rejected.refused':
    'Le plus souvent, les clés sont incorrectes, désactivées ou supprimées.',
  'rule.residency.region-text': 'Xray indique que vos données sont dans une autre région.',
  'meaning.residency.region-text': `${KEYS_ARE_RIGHT} Xray doit corriger la région qu’il a enregistrée pour votre site.`,
  'rule.residency-suspected.cloudfront-lambda':
    'Vos clés sont correctes, mais Xray n’accède pas à vos données. Cela fait penser à une erreur de région.',
  'meaning.residency-suspected.cloudfront-lambda':
    'Cette page d’erreur a déjà été vue quand Xray cherchait un site dans la mauvaise région. Elle peut avoir d’autres causes ; c’est donc un indice fort, pas une preuve.',
  'rule.residency-suspected.refused-but-region-works':
    'Xray accepte vos clés, mais {count, plural, one {seul son serveur {regions} fournit} other {seuls ses serveurs {regions} fournissent}} vos données.',
  'meaning.residency-suspected.refused-but-region-works':
    'Le serveur mondial, celui qu’utilise Snapshots, refuse de fournir les données sans dire pourquoi. Puisqu’une région fonctionne, une erreur de région est probable.',
  'rule.residency-suspected.failed-but-region-works':
    'Xray accepte vos clés, mais {count, plural, one {seul son serveur {regions} fournit} other {seuls ses serveurs {regions} fournissent}} vos données.',
  'meaning.residency-suspected.failed-but-region-works':
    'Le serveur mondial, celui qu’utilise Snapshots, ne parvient pas à fournir les données. Puisqu’une région fonctionne, une erreur de région est probable.',
  'rule.residency-suspected.refused-without-known-text': `Xray accepte vos clés, puis refuse de fournir vos données${WITH_STATUS}.`,
  'meaning.residency-suspected.refused-without-known-text':
    'Xray ne dit pas pourquoi. Quand l’authentification réussit et que les données n’arrivent pas, une erreur de région est la cause habituelle, mais ce n’est pas prouvé.',
  'rule.residency-suspected.keys-known-elsewhere':
    'Le serveur mondial de Xray ne connaît pas vos clés, mais {count, plural, one {le serveur {regions} les connaît} other {les serveurs {regions} les connaissent}}.',
  'meaning.residency-suspected.keys-known-elsewhere':
    'Snapshots utilise le serveur mondial. Puisque vos clés sont connues ailleurs, une erreur de région est probable.',
  'rule.residency-suspected.sign-in-region-text': 'Xray parle d’une autre région dès l’authentification.',
  'meaning.residency-suspected.sign-in-region-text':
    'D’habitude, il ne le dit qu’au moment des données. Une erreur de région est probable, mais vos clés n’ont pas pu être essayées.',
  'rule.residency-suspected.sign-in-lambda-but-region-works':
    'Le serveur mondial de Xray répond par une page d’erreur, mais {count, plural, one {le serveur {regions} fonctionne} other {les serveurs {regions} fonctionnent}}.',
  'meaning.residency-suspected.sign-in-lambda-but-region-works':
    'Cette page d’erreur a déjà été vue quand Xray cherchait un site dans la mauvaise région. Elle peut avoir d’autres causes.',
  'rule.xray-unavailable.cloudfront': `Le réseau de Xray répond par une page d’erreur${WITH_STATUS}.`,
  'meaning.xray-unavailable.cloudfront': 'Xray lui-même n’a pas été atteint. En général, c’est passager.',
  'rule.xray-unavailable.sign-in': `Xray a rencontré une erreur interne lors de l’authentification${WITH_STATUS}.`,
  'meaning.xray-unavailable.sign-in':
    'En général, c’est passager. Cela ne dit rien de vos clés ni de la région de vos données.',
  'rule.xray-unavailable.data': `Vos clés sont correctes, mais Xray a rencontré une erreur interne lors de la demande de données${WITH_STATUS}.`,
  'meaning.xray-unavailable.data':
    'En général, c’est passager. Cela ne dit rien de la région de vos données.',
  'rule.healthy.zip': 'La connexion à Xray fonctionne.',
  'meaning.healthy.zip':
    'Xray a accepté vos clés et fourni des données. Ce que signale Snapshots a une autre cause que la région.',
  'rule.healthy.empty': 'La connexion à Xray fonctionne.',
  'meaning.healthy.empty':
    'Xray a accepté vos clés et répondu à la demande de données ; il n’y avait rien à fournir. Ce que signale Snapshots a une autre cause que la région.',
  'rule.healthy.xray-error': 'La connexion à Xray fonctionne.',
  'meaning.healthy.xray-error':
    'Xray a accepté vos clés et cherché les tickets d’exemple de cette vérification, que votre site n’a pas besoin de contenir. Ce que signale Snapshots a une autre cause que la région.',
  'rule.unclear.request-syntax': 'Xray n’a pas compris l’authentification.',
  'meaning.unclear.request-syntax':
    'Xray le dit quand une requête n’a pas la forme attendue. Quelque chose dans vos clés ou sur votre réseau l’a peut-être modifiée.',
  'rule.unclear.token-refused':
    'Xray a émis un jeton à l’authentification et l’a refusé à la requête suivante.',
  'meaning.unclear.token-refused':
    'Ce n’est pas ce que dit Xray d’une erreur de région, et cela n’avait pas encore été vu avec des clés correctes.',
  'rule.unclear.redirect-within-xray': `Xray renvoie ${THE_CALL} vers {hasTarget, select, yes {{target}} other {une autre de ses adresses}}.`,
  'meaning.unclear.redirect-within-xray':
    'Nous n’avons pas suivi, pour que votre jeton reste sur le serveur auquel il est destiné. {support} a besoin de le voir.',
  'rule.unclear.cloudfront': `Le réseau de Xray refuse la requête${WITH_STATUS} et renvoie une page d’erreur.`,
  'meaning.unclear.cloudfront': 'La page ne dit pas si la cause est votre réseau, votre pays ou Xray.',
  'rule.unclear.web-page': `${THE_CALL_FIRST} a reçu en réponse une page web{hasStatus, select, yes { avec le statut {status}} other {}}.`,
  'meaning.unclear.web-page': 'Xray ne répond pas par des pages web. La page ne dit pas qui l’a créée.',
  'rule.unclear.sign-in-answer': `L’authentification a reçu une réponse${WITH_STATUS} que nous ne connaissons pas.`,
  'meaning.unclear.sign-in-answer':
    'Nous ne devinons pas. {support} peut la lire dans le fichier de diagnostic.',
  'rule.unclear.data-answer': `Vos clés sont correctes, mais la demande de données a reçu une réponse${WITH_STATUS} que nous ne connaissons pas.`,
  'meaning.unclear.data-answer':
    'Nous ne devinons pas. {support} peut la lire dans le fichier de diagnostic.',
  'rule.unclear.no-answer': 'La vérification s’est terminée sans réponse.',
  'meaning.unclear.no-answer': 'Sans réponse, il n’y a rien à conclure.',
} satisfies Readonly<Record<keyof typeof EN, string>>;
