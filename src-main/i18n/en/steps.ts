const CONNECTION_PAGE = 'Settings > Apps > Snapshots Configuration > Xray connection';

/** What to do next, by the kind of the verdict or by its rule. */
export const STEPS = {
  'step.check-again': 'Then check again.',
  'step.send-evidence': 'Save the evidence and mail it to {supportMail}.',
  'step.another-network': 'Or try from another network, for example at home.',
  'step.try-another-network':
    "Check again from another network, for example at home or on your phone's hotspot.",
  'step.residency.correction':
    '{support} asks Xray to correct the region. Xray typically does so within a few business days.',
  'step.residency.fresh-keys': `When {support} says that it is done, enter fresh keys in Confluence under ${CONNECTION_PAGE} and press Submit. It should say “Connection is open”.`,
  'step.residency.test-snapshot':
    'Take a test snapshot with Xray data: a level with issuetype = Test and an Xray field.',
  'step.migrating.wait':
    "Wait until Atlassian's Data residency page says that the migration is complete, for Jira and for Xray.",
  'step.migrating.enter-again': `Then enter the Client ID and Client Secret again in Confluence under ${CONNECTION_PAGE} and press Submit.`,
  'step.migrating.else':
    'If it still does not say “Connection is open”, check again here, save the evidence and mail it to {supportMail}.',
  'step.cancelled.again': 'Check again when you are ready. Everything you entered is still there.',
  'step.proxy.let-through':
    'Ask your network team to let this computer reach *.getxray.app through the proxy without a sign-in.',
  'step.tls.show': 'Save the evidence and show it to your network team: it names the certificate.',
  'step.tls.leave-out':
    'Ask them to leave *.getxray.app out of the inspection, or to install their certificate on this computer.',
  'step.tls.extra-ca':
    'If they cannot, ask them for their certificate as a PEM file, and start this app with --extra-ca FILE or with XRAY_DOCTOR_EXTRA_CA set to that file.',
  'step.network.online': 'Check that this computer is online, then check again.',
  'step.network.allow':
    'If that does not help, show the evidence to your network team and ask them to allow connections to *.getxray.app on port 443.',
  'step.intercepted.guest':
    'If you are on a guest network, open any web page, sign in there, and check again.',
  'step.intercepted.show':
    'If that does not help, show the evidence to your network team and ask them to let *.getxray.app through unchanged.',
  'step.rate-limited.wait': 'Wait as long as it says, or a few minutes.',
  'step.licence.look':
    'In Jira, look under Settings > Apps > Manage apps: Xray must be installed and licensed on this very site.',
  'step.licence.write': 'If the license looks right there, write to Xray support.',
  'step.credentials.new-key':
    'In Jira, open Settings > Apps > Manage apps > Xray > API Keys and create a new key. A Client Secret cannot be shown a second time.',
  'step.credentials.copy': 'Copy both values in full and check again here.',
  'step.credentials.enter': `When this check accepts them, enter them in Confluence under ${CONNECTION_PAGE}.`,
  'step.unavailable.wait': 'Wait an hour, then check again.',
  'step.unavailable.mail': 'If it lasts for a day, save the evidence and mail it to {supportMail}.',
  'step.healthy.enter': `Enter the same keys in Confluence under ${CONNECTION_PAGE} and press Submit. It should say “Connection is open”.`,
  'step.healthy.mail':
    'If it does not, save the evidence and mail it to {supportMail} with what Snapshots says.',
  'step.unclear.reads': '{support} reads what came back and tells you who has to act.',
  'step.network-before.show':
    'Show the saved file to your network team and ask whether this answer is theirs.',
  'step.network-before.mail': 'If it is not, mail the file to {supportMail}.',
  'step.allowlist.look':
    "In Atlassian Administration, under Security > IP allowlists, add Xray's addresses (Xray's documentation lists them).",
  'step.permission.grant':
    'In Jira, check whether the user who created the keys can browse the projects that Snapshots reads.',
  'step.account.look':
    'In Jira, check whether the user who created the keys is active, then create new keys as an active user.',
  'step.not-installed.look':
    'In Jira, look under Settings > Apps > Manage apps: Xray must be installed on this very site, and the keys must come from there.',
  'step.atlassian.read': 'Read what came back. If it names a problem with your Jira site, fix that first.',
  'step.else-mail': 'If that does not help, save the evidence and mail it to {supportMail}.',
  'step.socks.ask':
    'Ask your network team for an HTTP proxy that this computer can use, or for direct access to *.getxray.app.',
  'step.proxy-settings.ask':
    'Ask your network team which proxy this computer should use, and whether its setup script answers.',
  'step.clock.look': 'See whether the date and time of this computer are right, and set them if not.',
  'step.clock.show':
    'If they are right, save the evidence and show it to your network team: it names the certificate.',
} as const;
