import type { FOLLOW_UP as EN } from '../en/follow-up.ts';

const CONNECTION_PAGE = 'Settings (Paramètres) > Apps > Snapshots Configuration > Xray connection';
const RESIDENCY_PAGE =
  'admin.atlassian.com > votre organisation > Security > Data residency, ou Data management > Data residency';

export const FOLLOW_UP = {
  'follow.result': 'Ouvrir le résultat',
  'follow.noResult': 'Le dernier résultat n’est plus lisible. Vérifiez à nouveau pour en obtenir un autre.',
  'follow.state': 'État du cas',
  'follow.ways': 'Que faire',
  'follow.solve': 'Le passer à « Résolu »',
  'follow.allDone': 'Toutes les étapes sont faites. Si Snapshots fonctionne, passez ce cas à « Résolu ».',
  'follow.close': 'Fermer le cas',
  'follow.closing': 'Fermeture…',
  'way.pinned': 'Si votre site est fixé à sa région (Pinned)',
  'way.migrating': 'Si vos données sont en cours de déplacement',
  'way.after': 'Après la correction',
  'way.snapshots': 'Dans Snapshots, dès que Xray répond',
  'way.count': '{done} sur {count} faites',
  'item.pinned.picture': 'Faites la capture de la page « Data residency », avec Jira et Xray.',
  'where.pinned.picture': `${RESIDENCY_PAGE}. Il faut être administrateur de l’organisation.`,
  'item.pinned.mail': 'Envoyez le fichier de diagnostic à {support}.',
  'where.pinned.mail':
    'Ouvrir le résultat > Relire le fichier > Enregistrer dans Téléchargements. Les fichiers déjà enregistrés figurent plus bas, sous « Fichiers de diagnostic ».',
  'item.pinned.ticket': 'Attendez que {support} confirme l’ouverture du ticket.',
  'where.pinned.ticket':
    'Dans votre messagerie. {support} ouvre un ticket auprès du support de Xray, lui montre votre fichier de diagnostic et suit l’affaire.',
  'item.pinned.wait': 'Laissez quelques jours ouvrés à Xray.',
  'where.pinned.wait':
    'C’est le délai habituel après le ticket. En attendant, l’application peut vérifier d’elle-même (voir plus bas).',
  'item.migrating.wait': 'Attendez la fin du déplacement, pour Jira et pour Xray.',
  'where.migrating.wait': `L’état figure dans ${RESIDENCY_PAGE}.`,
  'item.migrating.keys':
    'Saisissez à nouveau le Client ID et le Client Secret dans Snapshots, et cliquez sur Submit.',
  'where.migrating.keys': `Confluence : ${CONNECTION_PAGE}.`,
  'item.migrating.check': 'Vérifiez à nouveau ici.',
  'where.migrating.check': 'Avec « Vérifier à nouveau », en bas.',
  'item.migrating.pinned':
    'Si cela échoue encore alors que le déplacement est terminé, suivez les étapes d’un site « Pinned ».',
  'where.migrating.pinned': 'Plus haut : « Si votre site est fixé à sa région (Pinned) ».',
  'item.after.keys': 'Créez de nouvelles clés dans Xray.',
  'where.after.keys':
    'Jira : Settings (Paramètres) > Apps > Manage apps > Xray > API Keys > Create API Key. Le Client Secret ne s’affiche qu’une fois.',
  'item.after.page': 'Retournez à la Xray connection de Snapshots.',
  'where.after.page': `Confluence : ${CONNECTION_PAGE}.`,
  'item.after.submit': 'Saisissez le nouveau Client ID et le nouveau Client Secret, et cliquez sur Submit.',
  'where.after.submit': 'Sur la même page.',
  'item.after.enter':
    'Saisissez le Client ID et le Client Secret avec lesquels cette vérification réussit, et cliquez sur Submit.',
  'where.after.enter': 'Sur la même page.',
  'item.after.open': '« Connection is open » s’affiche.',
  'where.after.open': 'Sur la même page. Si autre chose s’affiche, vérifiez à nouveau ici.',
  'item.after.snapshot': 'Faites un snapshot d’essai avec des données Xray.',
  'where.after.snapshot': 'Dans Snapshots : un niveau avec issuetype = Test et un champ Xray.',
  'wait.title': 'Vérifier automatiquement',
  'wait.lead':
    'L’application vérifie aussi souvent que vous le voulez, et un message discret vous prévient quand le résultat change. Laissez-la ouverte.',
  'wait.memory':
    'Vos clés restent dans la mémoire de cet ordinateur, et seulement tant que ces vérifications durent.',
  'wait.often': 'À quelle fréquence',
  'wait.every.15': 'Toutes les 15 minutes',
  'wait.every.30': 'Toutes les 30 minutes',
  'wait.every.60': 'Toutes les heures',
  'wait.every.240': 'Toutes les 4 heures',
  'wait.every.1440': 'Une fois par jour',
  'wait.start': 'Démarrer',
  'wait.starting': 'Démarrage…',
  'wait.noKeys': 'Pour cela, vérifiez une fois avec vos clés. Elles n’ont pas été conservées.',
  'wait.stop': 'Arrêter et oublier mes clés',
  'wait.next':
    '{day, select, today {Prochaine vérification à {at, time, short}} other {Prochaine vérification le {at, date, medium} à {at, time, short}}}',
  'wait.checking': 'Vérification en cours…',
  'wait.last':
    '{day, select, today {Dernière vérification à {at, time, short}} other {Dernière vérification le {at, date, medium} à {at, time, short}}}',
  'wait.until': 'Cela s’arrêtera tout seul le {at, date, medium}.',
  'wait.postponed.offline': 'Cet ordinateur était hors ligne : la vérification a été reportée.',
  'wait.postponed.not-reached':
    'La dernière vérification n’a pas atteint Xray. Cela ne dit rien de nouveau ; la prochaine réessaiera.',
  'wait.postponed.asked-to-wait': 'Xray a demandé d’attendre : la prochaine vérification viendra plus tard.',
  'wait.postponed.failed': 'La dernière vérification a échoué dans l’application. La prochaine réessaiera.',
  'wait.leave.title': 'Ne plus vérifier « {name} » automatiquement ?',
  'wait.leave.open':
    'L’application ne peut vérifier qu’un seul cas d’elle-même. Si vous en ouvrez un autre, elle ne vérifie plus celui-ci et oublie ses clés. Le cas reste tel quel.',
  'wait.leave.close':
    'Si vous fermez ce cas, l’application ne le vérifie plus et oublie ses clés. Le cas reste tel quel.',
  'wait.leave.yes-open': 'Arrêter et ouvrir l’autre',
  'wait.leave.yes-close': 'Arrêter et fermer le cas',
  'wait.leave.no': 'Continuer à vérifier',
  'wait.elsewhere':
    'L’application vérifie « {name} » d’elle-même. Si vous vérifiez ici avec d’autres clés ou d’autres sites, ces vérifications s’arrêtent.',
  'wait.end.stopped': 'Les vérifications sont arrêtées, et vos clés sont oubliées.',
  'wait.end.healthy':
    'Xray répond maintenant comme il faut. L’application ne vérifie plus et a oublié vos clés.',
  'wait.end.keys-refused':
    'Xray ne connaît plus ces clés. L’application s’est arrêtée et les a oubliées ; créez-en de nouvelles et vérifiez à nouveau.',
  'wait.end.too-long':
    'Les vérifications ont duré deux semaines et se sont arrêtées. Vos clés sont oubliées.',
} satisfies Readonly<Record<keyof typeof EN, string>>;
