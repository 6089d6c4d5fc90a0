import type { Diagnosis, Verdict } from '../../src-main/contract/diagnosis.ts';
import type { CheckResult } from '../../src-main/contract/check-result.ts';
import { isFixed, isRegionVerdict, isWaiting } from './state.ts';
import type { FlowState } from './state.ts';

/** What a result leads to. `countdown` checks again automatically when Xray is ready. */
export type WayOn = 'screenshot' | 'wait' | 'keys' | 'again' | 'countdown' | 'licence' | 'done' | 'send';

/** The buttons of a result: the first one does what the first line of "What to do now" says. */
export interface WaysOn {
  readonly first: WayOn;
  readonly second: WayOn | null;
}

/** Rules of which only the person can remove the cause, though the rest of their kind is for somebody else. */
const OWN_FIRST: readonly string[] = [
  'tls-untrusted.expired',
  'tls-untrusted.wrong-host',
  'intercepted.guest-network',
  'intercepted.proxy-guest',
];

/** Rules of which only the network team can remove the cause, though most of their kind are for the person first. */
const TEAM_FIRST: readonly string[] = ['network.socks', 'network.proxy-settings'];

/** Returns what the buttons of a result do. */
export function waysOn(state: FlowState, { diagnosis: { verdict } }: CheckResult): WaysOn {
  const again: WaysOn = { first: 'again', second: 'send' };
  const send: WaysOn = { first: 'send', second: 'again' };
  if (isMoving(state, verdict)) {
    // What the person read off the page may be corrected there.
    return waitingFor(state, verdict.rule === MOVING ? null : 'screenshot');
  }
  if (isSentAlready(state, verdict)) return waitingFor(state, 'send');
  if (OWN_FIRST.includes(verdict.rule)) return again;
  if (TEAM_FIRST.includes(verdict.rule)) return send;
  switch (verdict.kind) {
    case 'residency':
    case 'residency-suspected':
      return { first: 'screenshot', second: 'again' };
    case 'credentials-rejected':
      return { first: 'keys', second: 'send' };
    case 'licence':
      return { first: 'licence', second: 'again' };
    case 'healthy':
      // What is fixed needs no report.
      return { first: 'done', second: isFixed(state) ? null : 'send' };
    case 'cancelled':
      return { first: 'again', second: null };
    case 'rate-limited':
      // Nothing can be checked without keys, so there is nothing to count down to.
      return { first: state.form.secretHeld ? 'countdown' : 'again', second: null };
    case 'network':
    case 'xray-unavailable':
      return again;
    case 'intercepted':
      // A named maker is a company's filter, which nobody can sign in to.
      return (verdict.answeredBy?.maker ?? null) === null ? again : send;
    case 'unclear':
      return verdict.owner === 'radbee' ? send : again;
    case 'proxy-sign-in':
    case 'tls-untrusted':
      return send;
  }
}

/** Xray's own words that the data is on its way to another region. */
const MOVING = 'residency-suspected.migration';

/** Whether the data is on its way to another region, by Xray's words or by Atlassian's page. */
export function isMoving({ residency }: FlowState, { kind, rule }: Verdict): boolean {
  return rule === MOVING || (isRegionVerdict(kind) && residency === 'migrating');
}

/** Whether support has the report about the region, as far as the app knows, and Xray has not corrected it yet. */
export function isSentAlready({ kept }: FlowState, { kind }: Verdict): boolean {
  return isRegionVerdict(kind) && kept.open?.state === 'waiting-for-xray';
}

/** Where only waiting helps: the app does that, or the person looks again. */
function waitingFor(state: FlowState, beside: WayOn | null): WaysOn {
  return state.form.secretHeld && !isWaiting(state)
    ? { first: 'wait', second: beside ?? 'again' }
    : { first: 'again', second: beside };
}

/** Whether it makes sense that the app checks this result again automatically, or it is to be said how that ended. */
export function canCheckAutomatically(state: FlowState, { diagnosis: { verdict } }: CheckResult): boolean {
  const { waiting, open } = state.kept;
  if (waiting.phase !== 'off' || waiting.ended !== null) return true;
  const isLasting =
    verdict.kind === 'xray-unavailable' || isMoving(state, verdict) || isSentAlready(state, verdict);
  return isLasting && open !== null && state.form.secretHeld;
}

const SECONDS: Readonly<Record<string, number>> = { seconds: 1, minutes: 60, hours: 3600 };
/** Xray's own words may ask for less, and a check that comes too soon is refused again. */
const LEAST_SECONDS = 10;
const USUAL_SECONDS = 60;

/** Returns how many seconds Xray asks to wait, as its verdict says it; a minute if it does not say. */
export function secondsToWait({ phrases }: Diagnosis): number {
  const { unit, count } = phrases?.sentence.values ?? {};
  const factor = typeof unit === 'string' ? SECONDS[unit] : undefined;
  if (factor === undefined || typeof count !== 'number') return USUAL_SECONDS;
  return Math.max(LEAST_SECONDS, factor * count);
}
