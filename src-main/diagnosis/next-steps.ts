import type { Owner, Verdict, VerdictKind } from '../contract/diagnosis.ts';
import type { RuleId } from './sentences.ts';

/** Who acts, and what to do in which order; the two lists differ only where the region is the cause. */
export interface NextSteps {
  readonly owner: Owner;
  readonly steps: Verdict['nextSteps'];
}

const CONNECTION_PAGE = 'Settings > Apps > Snapshots Configuration > Xray connection';
const SEND_EVIDENCE = 'Save the evidence and mail it to support@radbee.com.';
const CHECK_AGAIN = 'Then check again.';

/** The two paths of RadBee's page on the fault: mail now, or wait for a running migration to end. */
const RESIDENCY: Verdict['nextSteps'] = {
  pinned: [
    SEND_EVIDENCE,
    'RadBee asks Xray to correct the region. Xray typically does so within a few business days.',
    `When RadBee says that it is done, enter fresh keys in Confluence under ${CONNECTION_PAGE} and submit. It should say “Connection is open”.`,
    'Take a test snapshot with Xray data: a level with issuetype = Test and an Xray field.',
  ],
  migrating: [
    "Wait until Atlassian's Data residency page says that the migration is complete, for Jira and for Xray.",
    `Then enter the Client ID and Client Secret again in Confluence under ${CONNECTION_PAGE} and submit.`,
    'If it still does not say “Connection is open”, check again here, save the evidence and mail it to support@radbee.com.',
  ],
};

function always(...steps: string[]): Verdict['nextSteps'] {
  return { pinned: steps, migrating: steps };
}

const BY_KIND: Readonly<Record<VerdictKind, NextSteps>> = {
  cancelled: {
    owner: 'nobody',
    steps: always('Check again when you are ready. Everything you entered is still there.'),
  },
  'proxy-sign-in': {
    owner: 'network-team',
    steps: always(
      'Ask your network team to let this computer reach *.getxray.app through the proxy without a sign-in.',
      'Or try from another network, for example at home.',
      CHECK_AGAIN,
    ),
  },
  'tls-untrusted': {
    owner: 'network-team',
    steps: always(
      'Save the evidence and show it to your network team: it names the certificate.',
      'Ask them to leave *.getxray.app out of the inspection, or to install their certificate on this computer.',
      CHECK_AGAIN,
    ),
  },
  network: {
    owner: 'network-team',
    steps: always(
      'Check that this computer is online, then check again.',
      'If it stays, ask your network team to allow connections to *.getxray.app on port 443.',
      'Or try from another network, for example at home.',
    ),
  },
  intercepted: {
    owner: 'network-team',
    steps: always(
      'If you are on a guest network, open any web page, sign in there, and check again.',
      'If it stays, show the evidence to your network team and ask them to let *.getxray.app through unchanged.',
    ),
  },
  'rate-limited': {
    owner: 'nobody',
    steps: always('Wait as long as it says, or some minutes.', CHECK_AGAIN),
  },
  licence: {
    owner: 'you-with-xray',
    steps: always(
      'In Jira, look under Settings > Apps > Manage apps whether Xray is installed and licensed on this very site.',
      'If the licence looks right there, write to Xray support.',
      CHECK_AGAIN,
    ),
  },
  'credentials-rejected': {
    owner: 'you',
    steps: always(
      'In Jira, open Settings > Apps > Manage apps > Xray > API Keys and create a new key. A secret cannot be shown a second time.',
      'Copy both values in full and check again here.',
      `When this check likes them, enter them in Confluence under ${CONNECTION_PAGE}.`,
    ),
  },
  residency: { owner: 'xray-through-radbee', steps: RESIDENCY },
  'residency-suspected': { owner: 'xray-through-radbee', steps: RESIDENCY },
  'xray-unavailable': {
    owner: 'xray',
    steps: always(
      'Wait an hour, then check again.',
      'If it stays for a day, save the evidence and mail it to support@radbee.com.',
    ),
  },
  healthy: {
    owner: 'radbee',
    steps: always(
      `Enter the same keys in Confluence under ${CONNECTION_PAGE} and submit. It should say “Connection is open”.`,
      'If it does not, save the evidence and mail it to support@radbee.com with what Snapshots says.',
    ),
  },
  unclear: {
    owner: 'radbee',
    steps: always(SEND_EVIDENCE, 'RadBee reads what came back and tells you who has to act.'),
  },
};

/** Rules whose cause asks for something else than the rest of their kind. */
const BY_RULE: Readonly<Partial<Record<RuleId, NextSteps>>> = {
  'network.proxy-settings': {
    owner: 'network-team',
    steps: always(
      'Ask your network team which proxy this computer should use, and whether its setup script answers.',
      'Or try from another network, for example at home.',
      CHECK_AGAIN,
    ),
  },
  'tls-untrusted.expired': {
    owner: 'network-team',
    steps: always(
      'Look whether date and time of this computer are right, and set them if not.',
      'If they are right, save the evidence and show it to your network team: it names the certificate.',
      CHECK_AGAIN,
    ),
  },
};

/** Who acts on a verdict, and what to do. */
export function nextStepsFor(rule: RuleId, kind: VerdictKind): NextSteps {
  return BY_RULE[rule] ?? BY_KIND[kind];
}
