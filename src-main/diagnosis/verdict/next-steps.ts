import type { Owner, VerdictKind } from '../../contract/diagnosis.ts';
import type { MessageKey } from '../../i18n/catalog.ts';
import { message } from '../../i18n/message.ts';
import type { Message } from '../../i18n/message.ts';
import type { RuleId } from './sentences.ts';

type StepId = MessageKey extends infer Key ? (Key extends `step.${infer Id}` ? Id : never) : never;

type Steps<List> = Readonly<Record<'pinned' | 'migrating', List>>;

type NextSteps = readonly [owner: Owner, steps: Steps<readonly StepId[]> | readonly StepId[]];

/** The two paths of RadBee's page on the fault: mail now, or wait for a running migration to end. */
const MOVE: readonly StepId[] = ['migrating.wait', 'migrating.enter-again', 'migrating.else'];
const RESIDENCY: NextSteps = [
  'xray-through-radbee',
  {
    pinned: ['residency.send', 'residency.correction', 'residency.fresh-keys'],
    migrating: MOVE,
  },
];
const TRY_ANOTHER_NETWORK: NextSteps = [
  'network-team',
  ['try-another-network', 'network-before.show', 'network-before.mail'],
];

const BY_KIND: Readonly<Record<VerdictKind, NextSteps>> = {
  cancelled: ['nobody', ['cancelled.again']],
  'proxy-sign-in': ['network-team', ['proxy.let-through', 'another-network']],
  'tls-untrusted': ['network-team', ['tls.show', 'tls.leave-out', 'tls.extra-ca']],
  network: ['network-team', ['network.online', 'network.allow', 'another-network']],
  intercepted: ['network-team', ['intercepted.guest', 'intercepted.show']],
  'rate-limited': ['nobody', ['rate-limited.wait']],
  licence: ['you-with-xray', ['licence.look', 'licence.write']],
  'credentials-rejected': ['you', ['credentials.new-key', 'credentials.copy', 'credentials.enter']],
  residency: RESIDENCY,
  'residency-suspected': RESIDENCY,
  'xray-unavailable': ['xray', ['unavailable.wait', 'unavailable.mail']],
  healthy: ['radbee', ['healthy.enter', 'healthy.mail']],
  unclear: ['radbee', ['send-evidence', 'unclear.reads']],
};

/** Rules whose cause asks for something else than the rest of their kind. */
const BY_RULE: Readonly<Partial<Record<RuleId, NextSteps>>> = {
  // A move has to end first, whatever the person knows of Atlassian's page.
  'residency-suspected.migration': ['xray-through-radbee', MOVE],
  'unclear.allowlist': ['you', ['allowlist.look', 'check-again', 'else-mail']],
  'unclear.atlassian': ['you', ['atlassian.read', 'check-again', 'else-mail']],
  'unclear.not-installed': ['you-with-xray', ['not-installed.look', 'check-again', 'else-mail']],
  'unclear.permission': ['you', ['permission.grant', 'check-again', 'else-mail']],
  'unclear.account': ['you', ['account.look', 'check-again', 'else-mail']],
  'unclear.network-before-xray': TRY_ANOTHER_NETWORK,
  'unclear.contradiction': TRY_ANOTHER_NETWORK,
  'unclear.web-page': TRY_ANOTHER_NETWORK,
  'network.socks': ['network-team', ['socks.ask', 'another-network', 'check-again']],
  'network.proxy-settings': ['network-team', ['proxy-settings.ask', 'another-network', 'check-again']],
  // Trusting another authority does not make a certificate for another address good.
  'tls-untrusted.wrong-host': ['network-team', ['intercepted.guest', 'intercepted.show']],
  'tls-untrusted.expired': ['network-team', ['clock.look', 'clock.show']],
  // Only the person can sign in to the network.
  'intercepted.guest-network': ['you', ['guest.sign-in', 'intercepted.show']],
  'intercepted.proxy-guest': ['you', ['guest.sign-in', 'intercepted.show']],
};

/** A filter with a name is a company's, which nobody can sign in to as a rule. */
const NAMED_FILTER: NextSteps = ['network-team', ['filter.show', 'intercepted.guest']];

/**
 * Returns who acts on a verdict, and what to do: at most three steps, the first of which the person can take. `isNamed` is
 * whether the maker is known of what answered instead of Xray.
 */
export function nextStepsFor(
  rule: RuleId,
  kind: VerdictKind,
  isNamed: boolean,
): { readonly owner: Owner; readonly steps: Steps<Message[]> } {
  const usual = kind === 'intercepted' && isNamed ? NAMED_FILTER : BY_KIND[kind];
  const [owner, steps] = BY_RULE[rule] ?? usual;
  const { pinned, migrating } = 'pinned' in steps ? steps : { pinned: steps, migrating: steps };
  const messages = (ids: readonly StepId[]): Message[] => ids.map((id) => message(`step.${id}`));
  return { owner, steps: { pinned: messages(pinned), migrating: messages(migrating) } };
}
