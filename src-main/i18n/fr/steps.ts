import type { STEPS as EN } from '../en/steps.ts';

const CONNECTION_PAGE = 'Settings (Paramètres) > Apps > Snapshots Configuration > Xray connection';

export const STEPS = {
  'step.check-again': 'Vérifiez ensuite à nouveau.',
  'step.send-evidence': 'Enregistrez le fichier de diagnostic et envoyez-le à {supportMail}.',
  'step.another-network': 'Ou essayez depuis un autre réseau, par exemple chez vous.',
  'step.try-another-network':
    'Vérifiez à nouveau depuis un autre réseau, par exemple chez vous ou par le partage de connexion de votre téléphone.',
  'step.residency.correction':
    '{support} demande à Xray de corriger la région. Xray le fait en général en quelques jours ouvrés.',
  'step.residency.fresh-keys': `Quand {support} vous dit que c’est fait, saisissez de nouvelles clés dans Confluence, sous ${CONNECTION_PAGE}, et cliquez sur Submit. Le message « Connection is open » devrait s’afficher.`,
  'step.residency.test-snapshot':
    'Faites un snapshot d’essai avec des données Xray : un niveau avec issuetype = Test et un champ Xray.',
  'step.migrating.wait':
    'Attendez que la page « Data residency » d’Atlassian indique que la migration est terminée, pour Jira et pour Xray.',
  'step.migrating.enter-again': `Saisissez ensuite à nouveau le Client ID et le Client Secret dans Confluence, sous ${CONNECTION_PAGE}, et cliquez sur Submit.`,
  'step.migrating.else':
    'Si « Connection is open » ne s’affiche toujours pas, vérifiez à nouveau ici, enregistrez le fichier de diagnostic et envoyez-le à {supportMail}.',
  'step.cancelled.again':
    'Vérifiez à nouveau quand vous le souhaitez. Tout ce que vous avez saisi est encore là.',
  'step.proxy.let-through':
    'Demandez à votre équipe réseau de laisser cet ordinateur joindre *.getxray.app par le proxy sans authentification.',
  'step.tls.show':
    'Enregistrez le fichier de diagnostic et montrez-le à votre équipe réseau : il indique le certificat.',
  'step.tls.leave-out':
    'Demandez-lui d’exclure *.getxray.app de l’inspection, ou d’installer son certificat sur cet ordinateur.',
  'step.tls.extra-ca':
    'Si ce n’est pas possible, demandez-lui son certificat sous forme de fichier PEM et lancez cette application avec --extra-ca FICHIER, ou avec XRAY_DOCTOR_EXTRA_CA qui indique ce fichier.',
  'step.network.online': 'Assurez-vous que cet ordinateur est en ligne, puis vérifiez à nouveau.',
  'step.network.allow':
    'Si cela persiste, montrez le fichier de diagnostic à votre équipe réseau et demandez-lui d’autoriser les connexions à *.getxray.app sur le port 443.',
  'step.intercepted.guest':
    'Si vous êtes sur un réseau invité, ouvrez n’importe quelle page web, connectez-vous-y et vérifiez à nouveau.',
  'step.intercepted.show':
    'Si cela persiste, montrez le fichier de diagnostic à votre équipe réseau et demandez-lui de laisser passer *.getxray.app sans modification.',
  'step.rate-limited.wait': 'Attendez le temps indiqué, ou quelques minutes.',
  'step.licence.look':
    'Dans Jira, sous Settings (Paramètres) > Apps > Manage apps, assurez-vous que Xray est bien installé sur ce site précis et que sa licence y est valide.',
  'step.licence.write': 'Si la licence y semble correcte, écrivez au support de Xray.',
  'step.credentials.new-key':
    'Dans Jira, ouvrez Settings (Paramètres) > Apps > Manage apps > Xray > API Keys et créez une nouvelle clé. Un Client Secret ne s’affiche qu’une seule fois.',
  'step.credentials.copy': 'Copiez les deux valeurs en entier et vérifiez à nouveau ici.',
  'step.credentials.enter': `Quand cette vérification les accepte, saisissez-les dans Confluence, sous ${CONNECTION_PAGE}.`,
  'step.unavailable.wait': 'Attendez une heure, puis vérifiez à nouveau.',
  'step.unavailable.mail':
    'Si cela dure une journée, enregistrez le fichier de diagnostic et envoyez-le à {supportMail}.',
  'step.healthy.enter': `Saisissez les mêmes clés dans Confluence, sous ${CONNECTION_PAGE}, et cliquez sur Submit. Le message « Connection is open » devrait s’afficher.`,
  'step.healthy.mail':
    'Sinon, enregistrez le fichier de diagnostic et envoyez-le à {supportMail} avec le message de Snapshots.',
  'step.unclear.reads': '{support} lit la réponse reçue et vous dit qui doit agir.',
  'step.network-before.show':
    'Montrez le fichier enregistré à votre équipe réseau et demandez-lui si cette réponse vient d’elle.',
  'step.network-before.mail': 'Sinon, envoyez le fichier à {supportMail}.',
  'step.allowlist.look':
    'Dans l’administration Atlassian, sous Security > IP allowlists, ajoutez les adresses de Xray (la documentation de Xray les indique).',
  'step.permission.grant':
    'Dans Jira, regardez si l’utilisateur qui a créé les clés peut parcourir les projets que lit Snapshots.',
  'step.account.look':
    'Dans Jira, regardez si l’utilisateur qui a créé les clés est actif, puis créez de nouvelles clés en tant qu’utilisateur actif.',
  'step.not-installed.look':
    'Dans Jira, regardez sous Settings (Paramètres) > Apps > Manage apps : Xray doit être installé sur ce site précis, et les clés doivent en provenir.',
  'step.atlassian.read':
    'Lisez la réponse reçue. Si elle signale un problème sur votre site Jira, corrigez-le d’abord.',
  'step.else-mail': 'Si cela persiste, enregistrez le fichier de diagnostic et envoyez-le à {supportMail}.',
  'step.socks.ask':
    'Demandez à votre équipe réseau un proxy HTTP que cet ordinateur puisse utiliser, ou un accès direct à *.getxray.app.',
  'step.proxy-settings.ask':
    'Demandez à votre équipe réseau quel proxy cet ordinateur doit utiliser, et si son script de configuration répond.',
  'step.clock.look': 'Regardez si la date et l’heure de cet ordinateur sont justes, et réglez-les si besoin.',
  'step.clock.show':
    'Si elles sont justes, enregistrez le fichier de diagnostic et montrez-le à votre équipe réseau : il indique le certificat.',
} satisfies Readonly<Record<keyof typeof EN, string>>;
