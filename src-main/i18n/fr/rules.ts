import type { RULES as EN } from '../en/rules.ts';

const HOST = 'xray.cloud.getxray.app';
const SNAPSHOTS_ELSEWHERE =
  'Snapshots appelle Xray depuis ses propres serveurs ; ce qui arrête cette vérification n’est donc pas forcément ce qui arrête Snapshots.';
const KEYS_ARE_SAFE = `Vos clés n’ont pas été envoyées ; cela ne dit rien de leur validité. ${SNAPSHOTS_ELSEWHERE}`;
const NEVER_GOT_THERE = `La requête n’est jamais arrivée à Xray ; cela ne dit donc rien de vos clés ni de la région de vos données. ${SNAPSHOTS_ELSEWHERE}`;
const KEYS_ARE_RIGHT = 'Xray a accepté vos clés, elles sont donc correctes.';
const NOTHING_LEARNED = `Cela ne dit rien de vos clés ni de la région de vos données. ${SNAPSHOTS_ELSEWHERE}`;
const SOMETHING = '{hasMaker, select, yes {{maker}} other {Quelque chose sur votre réseau}}';
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
    'Le proxy de votre entreprise{hasProxy, select, yes { ({proxy})} other {}} exige une authentification avant de laisser cet ordinateur joindre Xray{hasSchemes, select, yes { (par {schemes})} other {}}.',
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
  'rule.network.socks':
    'Vos réglages de proxy indiquent un proxy SOCKS, que cette vérification ne peut pas utiliser.',
  'meaning.network.socks': `La vérification n’a pas contourné votre proxy. ${KEYS_ARE_SAFE}`,
  'rule.network.proxy': `Votre proxy{hasProxy, select, yes { {proxy}} other {}} n’a pas laissé passer la connexion à ${HOST}.`,
  'meaning.network.proxy': NEVER_GOT_THERE,
  'rule.network.tls': `La connexion sécurisée à ${HOST} a été rompue pendant son établissement.`,
  'meaning.network.tls': `Un pare-feu ou un filtre qui bloque les connexions sécurisées en est la cause habituelle. ${KEYS_ARE_SAFE}`,
  'rule.network.no-answer': `Une connexion à ${HOST} a été établie, mais ${THE_CALL} est restée sans réponse.`,
  'meaning.network.no-answer': `La connexion a été fermée, ou rien n’est arrivé à temps. ${AFTER_SIGN_IN} ${SNAPSHOTS_ELSEWHERE}`,
  'rule.network.cut-off': `La réponse ${TO_THE_CALL} a été coupée avant la fin.`,
  'meaning.network.cut-off': `Ce qui est arrivé ne suffit pas pour conclure. ${AFTER_SIGN_IN} ${SNAPSHOTS_ELSEWHERE}`,
  'rule.network.deadline': 'La vérification a duré trop longtemps et a été interrompue.',
  'meaning.network.deadline': `${THE_CALL_FIRST} n’était pas terminée quand le délai a expiré. ${AFTER_SIGN_IN}`,
  'rule.intercepted.web-page': `${SOMETHING} a répondu ${TO_THE_CALL} à la place de Xray, par sa propre page web.`,
  'meaning.intercepted.web-page': `Un filtre web ou la page de connexion d’un réseau invité en est la cause habituelle. ${NOTHING_LEARNED}`,
  'rule.intercepted.redirect': `${THE_CALL_FIRST} a été renvoyée vers {hasTarget, select, yes {{target}} other {une autre adresse}} au lieu de recevoir une réponse.`,
  'meaning.intercepted.redirect': `Xray ne fait pas cela. Quelque chose entre cet ordinateur et Xray l’a fait. Nous n’avons pas suivi, rien de vous n’y est donc allé. ${NOTHING_LEARNED}`,
  'rule.intercepted.answer': `${SOMETHING} a répondu ${TO_THE_CALL} à la place de Xray.`,
  'meaning.intercepted.answer': `La réponse ressemble à celle d’un proxy ou d’un filtre web. ${NOTHING_LEARNED}`,
  'rule.intercepted.guest-network':
    'Votre réseau vous demande de vous y connecter avant de laisser passer {call, select, data {la demande de données adressée à Xray} other {l’authentification auprès de Xray}}.',
  'meaning.intercepted.guest-network': `C’est ce que font les réseaux invités, par exemple dans les hôtels et les aéroports. ${NOTHING_LEARNED}`,
  'rule.intercepted.proxy-guest':
    'Votre proxy{hasProxy, select, yes { {proxy}} other {}} vous demande de vous connecter sur sa page avant de laisser cet ordinateur joindre Xray.',
  'meaning.intercepted.proxy-guest': NEVER_GOT_THERE,
  'rule.rate-limited.429':
    'Xray demande d’attendre{unit, select, seconds { {count, plural, one {# seconde} other {# secondes}}} minutes { {count, plural, one {# minute} other {# minutes}}} hours { {count, plural, one {# heure} other {# heures}}} other {}} : il a reçu trop de requêtes pour votre site.',
  'meaning.rate-limited.429': 'C’est passager. Cela ne dit rien de la région de vos données.',
  'rule.rate-limited.words':
    'Xray indique avoir reçu trop de requêtes pour votre site{unit, select, seconds { et demande d’attendre {count, plural, one {# seconde} other {# secondes}}} minutes { et demande d’attendre {count, plural, one {# minute} other {# minutes}}} hours { et demande d’attendre {count, plural, one {# heure} other {# heures}}} other {}}.',
  'meaning.rate-limited.words': 'C’est passager. Cela ne dit rien de la région de vos données.',
  'rule.licence.text': 'Xray signale un problème avec la licence Xray de votre site Jira.',
  'meaning.licence.text':
    'Tant que la licence n’est pas valide, Xray ne répond à aucune requête, quelles que soient les clés.',
  'rule.licence.payment': 'Xray a répondu qu’un paiement est nécessaire.',
  'meaning.licence.payment':
    'Cela fait penser à la licence Xray de votre site Jira, pas à vos clés ni à la région de vos données.',
  'rule.credentials-rejected.invalid': 'Xray ne reconnaît pas ce Client ID et ce Client Secret.',
  'meaning.credentials-rejected.invalid':
    'L’authentification elle-même a été refusée. La région de vos données n’est pas en cause.',
  'rule.credentials-rejected.refused': `Xray a refusé l’authentification${WITH_STATUS} et a donné une raison.`,
  'meaning.credentials-rejected.refused':
    'Cette raison concerne la clé ou l’utilisateur qui l’a créée. La région de vos données n’est pas en cause.',
  'rule.residency.region-text': 'Xray indique que vos données sont dans une autre région.',
  'meaning.residency.region-text': `${KEYS_ARE_RIGHT}{split, select, yes { Certains serveurs régionaux de Xray les refusent (voir ci-dessous).} other { De nouvelles clés n’y changeront rien.}} Xray a enregistré la mauvaise région pour votre site et doit la corriger.`,
  'rule.residency-suspected.migration': 'Xray indique que vos données sont en cours de déplacement.',
  'meaning.residency-suspected.migration':
    '{call, select, data {Xray a accepté vos clés, elles sont donc correctes. } other {}}Pendant un déplacement, Xray ne peut pas fournir vos données. Attendez qu’il soit terminé avant de faire quoi que ce soit d’autre.',
  'rule.residency-suspected.region-words': 'Xray accepte vos clés, mais sa réponse parle d’une région.',
  'meaning.residency-suspected.region-words':
    'Ce n’est pas le texte exact que l’on connaît pour cette erreur ; une erreur de région est donc probable, mais pas prouvée.',
  'rule.residency-suspected.cloudfront-lambda':
    'Vos clés sont correctes, mais Xray n’accède pas à vos données. Cela fait penser à une erreur de région.',
  'meaning.residency-suspected.cloudfront-lambda':
    'Cette page d’erreur a déjà été vue quand Xray cherchait un site dans la mauvaise région. Elle peut avoir d’autres causes ; c’est donc un indice fort, pas une preuve.',
  'rule.residency-suspected.refused-but-region-works':
    'Xray accepte vos clés, mais {count, plural, one {seul son serveur {regions} répond} other {seuls ses serveurs {regions} répondent}} sans erreur.',
  'meaning.residency-suspected.refused-but-region-works':
    'Le serveur mondial, celui qu’utilise Snapshots, refuse de fournir les données. Puisqu’un serveur régional fonctionne, Xray a probablement enregistré la mauvaise région pour votre site.',
  'rule.residency-suspected.failed-but-region-works':
    'Xray accepte vos clés, mais {count, plural, one {seul son serveur {regions} répond} other {seuls ses serveurs {regions} répondent}} sans erreur.',
  'meaning.residency-suspected.failed-but-region-works':
    'Le serveur mondial, celui qu’utilise Snapshots, échoue à la demande de données. Puisqu’un serveur régional fonctionne, Xray a probablement enregistré la mauvaise région pour votre site.',
  'rule.residency-suspected.refused-without-known-text': `Xray accepte vos clés, puis refuse de fournir vos données${WITH_STATUS}.`,
  'meaning.residency-suspected.refused-without-known-text':
    '{hasWords, select, yes {La réponse ne donne pas de raison.} other {Xray ne donne pas de raison.}} Quand l’authentification réussit et que la demande de données échoue, une erreur de région est la cause habituelle, mais ce n’est pas prouvé.',
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
    'Xray a accepté vos clés et répondu par un fichier : pas d’erreur de région. Ce que signale Snapshots a une autre cause que la région.',
  'rule.healthy.feature': 'La connexion à Xray fonctionne.',
  'meaning.healthy.feature':
    'Xray a accepté vos clés et répondu par un fichier de test : pas d’erreur de région. Ce que signale Snapshots a une autre cause que la région.',
  'rule.healthy.empty': 'La connexion à Xray fonctionne.',
  'meaning.healthy.empty':
    'Xray a accepté vos clés et envoyé une réponse vide, car il n’y avait aucun test à fournir : pas d’erreur de région. Ce que signale Snapshots a une autre cause que la région.',
  'rule.healthy.xray-error': 'La connexion à Xray fonctionne.',
  'meaning.healthy.xray-error':
    'Xray a accepté vos clés et cherché les tickets d’exemple de cette vérification, que votre site n’a pas besoin de contenir : pas d’erreur de région. Ce que signale Snapshots a une autre cause que la région.',
  'rule.unclear.request-syntax': 'Xray n’a pas compris l’authentification.',
  'meaning.unclear.request-syntax':
    'Xray le dit quand une requête n’a pas la forme attendue. Quelque chose dans vos clés ou sur votre réseau l’a peut-être modifiée.',
  'rule.unclear.allowlist':
    'La liste d’adresses IP autorisées de votre site (IP allowlist) bloque la requête.',
  'meaning.unclear.allowlist':
    'Un site Jira peut limiter les adresses IP qui y ont accès. Celles de Xray manquent peut-être dans cette liste. Ce n’est pas la région qui arrête cette requête.',
  'rule.unclear.atlassian': `C’est Atlassian, et non Xray, qui a répondu ${TO_THE_CALL}.`,
  'meaning.unclear.atlassian':
    'Xray transmet peut-être ce qu’a dit votre site Jira, ou bien quelque chose a dirigé la requête vers Atlassian. Ce n’est pas l’erreur de région.',
  'rule.unclear.not-installed': 'Xray indique qu’il n’est pas configuré pour votre site Jira.',
  'meaning.unclear.not-installed':
    'Soit Xray n’est pas installé sur ce site, soit les clés appartiennent à un autre site, soit Xray a perdu le site lors d’un déplacement.',
  'rule.unclear.permission':
    '{call, select, data {Xray a accepté vos clés, mais indique qu’une autorisation manque.} other {Xray indique qu’une autorisation manque.}}',
  'meaning.unclear.permission':
    'Il manque peut-être une autorisation dans Jira à l’utilisateur qui a créé les clés. Ce n’est pas l’erreur de région que cherche cette application.',
  'rule.unclear.account': 'Xray indique un problème avec la clé ou avec l’utilisateur qui l’a créée.',
  'meaning.unclear.account':
    'L’authentification seule ne permet pas de le voir. Ce n’est pas l’erreur de région que cherche cette application.',
  'rule.unclear.token-refused':
    'Xray a émis un jeton à l’authentification et l’a refusé à la requête suivante.',
  'meaning.unclear.token-refused':
    'Ce n’est pas ce que dit Xray d’une erreur de région, et cela n’avait pas encore été vu avec des clés correctes.',
  'rule.unclear.redirect-within-xray': `Xray renvoie ${THE_CALL} vers {hasTarget, select, yes {{target}} other {une autre de ses adresses}}.`,
  'meaning.unclear.redirect-within-xray':
    'Nous n’avons pas suivi, pour que votre jeton reste sur le serveur auquel il est destiné. {support} a besoin de le voir.',
  'rule.unclear.cloudfront': `Le réseau de Xray refuse la requête${WITH_STATUS} et renvoie sa propre page.`,
  'meaning.unclear.cloudfront': 'La page ne dit pas si la cause est votre réseau, votre pays ou Xray.',
  'rule.unclear.network-before-xray': `C’est {hasMaker, select, yes {{maker}} other {un service réseau}}, et non Xray lui-même, qui a répondu ${TO_THE_CALL}${WITH_STATUS}.`,
  'meaning.unclear.network-before-xray':
    'Ce service peut faire partie de votre réseau ou être placé devant Xray. La réponse ne le dit pas.',
  'rule.unclear.contradiction':
    'La réponse {call, select, data {à la demande de données} other {à l’authentification}} contient les mots de Xray, mais porte les marques {hasMaker, select, yes {de {maker}} other {d’autre chose}}.',
  'meaning.unclear.contradiction':
    'Elle ne montre pas qui a répondu. Réessayez depuis un autre réseau, où rien ne se trouve entre vous et Xray.',
  'rule.unclear.web-page': `${THE_CALL_FIRST} a reçu en réponse une page web{hasStatus, select, yes { avec le statut {status}} other {}}.`,
  'meaning.unclear.web-page':
    'Normalement, Xray ne répond pas par des pages web. Celle-ci peut venir de votre réseau, ou d’un serveur de Xray qui a un problème ; la page ne le dit pas.',
  'rule.unclear.no-token': `L’authentification a reçu une réponse${WITH_STATUS}, mais sous une forme que cette application ne connaît pas.`,
  'meaning.unclear.no-token':
    'D’habitude, Xray répond par un jeton d’authentification et rien d’autre. Cela ne montre pas si vos clés sont correctes.',
  'rule.unclear.xray-words': `Xray a répondu ${TO_THE_CALL}${WITH_STATUS} avec un texte que cette application ne connaît pas.`,
  'meaning.unclear.xray-words':
    'Il peut s’agir de la région ou d’autre chose. {support} peut vous dire ce que cela signifie.',
  'rule.unclear.sign-in-answer': `L’authentification a reçu une réponse${WITH_STATUS} que cette application ne connaît pas.`,
  'meaning.unclear.sign-in-answer':
    'Elle peut venir de Xray ou de quelque chose sur le chemin ; elle ne montre donc pas si vos clés sont correctes. {support} peut la lire dans le fichier.',
  'rule.unclear.data-answer': `Xray a accepté vos clés, mais la demande de données a reçu une réponse${WITH_STATUS} que cette application ne connaît pas.`,
  'meaning.unclear.data-answer':
    'Elle peut venir de Xray ou de quelque chose sur le chemin. {support} peut la lire dans le fichier.',
  'rule.unclear.no-answer': 'La vérification s’est terminée sans réponse.',
  'meaning.unclear.no-answer': 'Sans réponse, il n’y a rien à conclure.',
} satisfies Readonly<Record<keyof typeof EN, string>>;
