import type { Owner, VerdictKind } from '../../contract/diagnosis.ts';
import type { MessageKey } from '../../i18n/catalog.ts';
import { message } from '../../i18n/message.ts';
import type { Message } from '../../i18n/message.ts';
import type { RuleId } from './sentences.ts';

/** A step by its name among the words. */
type StepId = MessageKey extends infer Key ? (Key extends `step.${infer Id}` ? Id : never) : never;

/** What to do if the site is pinned, and what to do while a move is under way; at most four steps each. */
interface TwoWays<Step> {
  readonly pinned: readonly Step[];
  readonly migrating: readonly Step[];
}

/** Who acts, and what to do in which order; the two lists differ only where the region is the cause. */
interface NextSteps {
  readonly owner: Owner;
  readonly steps: TwoWays<StepId>;
}

/** The two paths of RadBee's page on the fault: mail now, or wait for a running migration to end. */
const RESIDENCY: TwoWays<StepId> = {
  pinned: ['send-evidence', 'residency.correction', 'residency.fresh-keys', 'residency.test-snapshot'],
  migrating: ['migrating.wait', 'migrating.enter-again', 'migrating.else'],
};

function always(...steps: StepId[]): TwoWays<StepId> {
  return { pinned: steps, migrating: steps };
}

const BY_KIND: Readonly<Record<VerdictKind, NextSteps>> = {
  cancelled: {
    owner: 'nobody',
    steps: always('cancelled.again'),
  },
  'proxy-sign-in': {
    owner: 'network-team',
    steps: always('proxy.let-through', 'another-network', 'check-again'),
  },
  'tls-untrusted': {
    owner: 'network-team',
    steps: always('tls.show', 'tls.leave-out', 'tls.extra-ca', 'check-again'),
  },
  network: {
    owner: 'network-team',
    steps: always('network.online', 'network.allow', 'another-network'),
  },
  intercepted: {
    owner: 'network-team',
    steps: always('intercepted.guest', 'intercepted.show'),
  },
  'rate-limited': {
    owner: 'nobody',
    steps: always('rate-limited.wait', 'check-again'),
  },
  licence: {
    owner: 'you-with-xray',
    steps: always('licence.look', 'licence.write', 'check-again'),
  },
  'credentials-rejected': {
    owner: 'you',
    steps: always('credentials.new-key', 'credentials.copy', 'credentials.enter'),
  },
  residency: { owner: 'xray-through-radbee', steps: RESIDENCY },
  'residency-suspected': { owner: 'xray-through-radbee', steps: RESIDENCY },
  'xray-unavailable': {
    owner: 'xray',
    steps: always('unavailable.wait', 'unavailable.mail'),
  },
  healthy: {
    owner: 'radbee',
    steps: always('healthy.enter', 'healthy.mail'),
  },
  unclear: {
    owner: 'radbee',
    steps: always('send-evidence', 'unclear.reads'),
  },
};

/** Rules whose cause asks for something else than the rest of their kind. */
const BY_RULE: Readonly<Partial<Record<RuleId, NextSteps>>> = {
  // A move has to end first, whatever the person knows of Atlassian's page.
  'residency-suspected.migration': {
    owner: 'xray-through-radbee',
    steps: always('migrating.wait', 'migrating.enter-again', 'migrating.else'),
  },
  'unclear.allowlist': { owner: 'you', steps: always('allowlist.look', 'check-again', 'else-mail') },
  'unclear.atlassian': { owner: 'you', steps: always('atlassian.read', 'check-again', 'else-mail') },
  'unclear.not-installed': {
    owner: 'you-with-xray',
    steps: always('not-installed.look', 'check-again', 'else-mail'),
  },
  'unclear.permission': { owner: 'you', steps: always('permission.grant', 'check-again', 'else-mail') },
  'unclear.account': { owner: 'you', steps: always('account.look', 'check-again', 'else-mail') },
  'unclear.network-before-xray': {
    owner: 'network-team',
    steps: always('try-another-network', 'network-before.show', 'network-before.mail'),
  },
  'unclear.contradiction': {
    owner: 'network-team',
    steps: always('try-another-network', 'network-before.show', 'network-before.mail'),
  },
  'unclear.web-page': {
    owner: 'network-team',
    steps: always('try-another-network', 'network-before.show', 'network-before.mail'),
  },
  'network.socks': { owner: 'network-team', steps: always('socks.ask', 'another-network', 'check-again') },
  'network.proxy-settings': {
    owner: 'network-team',
    steps: always('proxy-settings.ask', 'another-network', 'check-again'),
  },
  // Trusting another authority does not make a certificate for another address good.
  'tls-untrusted.wrong-host': {
    owner: 'network-team',
    steps: always('tls.show', 'tls.leave-out', 'check-again'),
  },
  'tls-untrusted.expired': {
    owner: 'network-team',
    steps: always('clock.look', 'clock.show', 'check-again'),
  },
};

/** Who acts on a verdict, and what to do. */
export function nextStepsFor(
  rule: RuleId,
  kind: VerdictKind,
): { readonly owner: Owner; readonly steps: TwoWays<Message> } {
  const { owner, steps } = BY_RULE[rule] ?? BY_KIND[kind];
  const t = (step: StepId): Message => message(`step.${step}`);
  return { owner, steps: { pinned: steps.pinned.map(t), migrating: steps.migrating.map(t) } };
}
