import type { CaseView } from '../../../src-main/contract/case.ts';
import type { CheckResult, OpenedCase } from '../../../src-main/contract/check-result.ts';
import type { CaseEvent, FollowUpEvent, ListEvent, OpenCaseEvent } from './case-events.ts';
import { NO_CASE } from '../state/open-case.ts';
import type { CasesState, FollowUpState } from '../state/case-state.ts';
import type { OpenCase } from '../state/open-case.ts';
import { EMPTY_FORM } from '../state/form.ts';
import type { EventOf } from './events.ts';
import { EMPTY_SHELF, kept } from '../state/kept.ts';
import { FIRST_STATE } from '../state/state.ts';
import { handOver } from './sending-events.ts';
import type { Findings } from '../state/kept.ts';
import type { FlowState } from '../state/state.ts';

/** What an event around kept cases changes. */
export function onCaseEvent(state: FlowState, event: CaseEvent): FlowState {
  switch (event.type) {
    case 'cases-asked':
    case 'cases-listed':
    case 'cases-failed':
    case 'row-worked':
    case 'row-renamed':
      return onListEvent(state, event);
    case 'case-opened':
    case 'case-recalled':
    case 'case-worked':
    case 'case-kept':
    case 'case-changing':
    case 'case-changed':
    case 'case-not-changed':
    case 'case-read-again':
    case 'waiting-told':
      return onOpenCaseEvent(state, event);
    case 'follow-up-asked':
    case 'runs-compared':
    case 'bundle-asked':
    case 'bundle-done':
    case 'bundle-failed':
      return onFollowUpEvent(state, event);
  }
}

function onListEvent(state: FlowState, event: ListEvent): FlowState {
  if (event.type === 'cases-asked') {
    return state.screen === 'welcome' || state.screen === 'cases'
      ? casesScreen(state, state.findings)
      : state;
  }
  if (state.screen !== 'cases') return state;
  switch (event.type) {
    case 'cases-listed': {
      // A case that was deleted is open no more; what was found stays with the person.
      const { kept: open } = state.open;
      const isThere = open === null || event.rows.some(({ id }) => id === open.id);
      return {
        ...state,
        open: isThere ? state.open : NO_CASE,
        list: { state: 'ready', rows: event.rows, work: { state: 'idle' } },
      };
    }
    case 'cases-failed':
      return { ...state, list: { state: 'failed', failure: event.failure } };
    case 'row-worked':
      return state.list.state === 'ready' ? { ...state, list: { ...state.list, work: event.work } } : state;
    case 'row-renamed': {
      const { id, name } = event.kept;
      if (state.list.state !== 'ready') return state;
      const rows = state.list.rows.map((row) =>
        row.id === id && row.kind === 'case' ? { ...row, name } : row,
      );
      const renamed = withKept(state, event.kept);
      return { ...renamed, list: { state: 'ready', rows, work: { state: 'idle' } } };
    }
  }
}

function onOpenCaseEvent(state: FlowState, event: OpenCaseEvent): FlowState {
  switch (event.type) {
    case 'case-opened':
      return state.screen === 'cases' ? openedState(event.opened, event.pictures) : state;
    case 'case-recalled':
      return state.open.kept === null && state.screen !== 'follow-up'
        ? withOpen(state, { kept: event.kept, waiting: event.waiting })
        : state;
    case 'case-worked':
      return withOpen(state, { work: event.work });
    case 'case-kept':
      return state.open.kept === null || state.open.kept.id === event.kept.id
        ? withOpen(state, { kept: event.kept, work: { state: 'idle' } })
        : state;
    case 'case-changing':
      return state.open.kept?.id === event.wanted.id
        ? withOpen(state, { kept: event.wanted, work: { state: 'changing' } })
        : state;
    case 'case-changed':
      // The answer to an earlier change does not know the later one.
      return state.open.kept === event.wanted
        ? withOpen(state, { kept: event.kept, work: { state: 'idle' } })
        : state;
    case 'case-not-changed': {
      const { wanted, before, failure } = event;
      if (state.open.kept?.id !== before.id) return state;
      const kept = state.open.kept === wanted ? { kept: before } : {};
      return withOpen(state, { ...kept, work: { state: 'failed', at: 'change', failure } });
    }
    case 'case-read-again': {
      const { kept: again, latest } = event.opened;
      if (state.screen !== 'follow-up' || state.open.kept.id !== again.id) return state;
      // What was prepared from this very result stays.
      const isSame = state.findings?.result.diagnosis.finishedAt === latest?.diagnosis.finishedAt;
      const findings = isSame ? state.findings : findingsOf(latest);
      return { ...state, open: { ...state.open, kept: again }, findings, compared: null };
    }
    case 'waiting-told':
      return withWaiting(state, event);
  }
}

/** Where waiting ends, the main process has forgotten the keys and what was prepared with them. */
function withWaiting(state: FlowState, { waiting }: EventOf<'waiting-told'>): FlowState {
  const hasEnded = waiting.phase === 'off' && state.open.waiting.phase !== 'off';
  const told = withOpen(state, { waiting, work: { state: 'idle' } });
  if (!hasEnded) return told;
  return withoutPrepared({ ...told, form: { ...told.form, secretHeld: false } });
}

function withoutPrepared(state: FlowState): FlowState {
  if (!('findings' in state) || state.findings === null) return state;
  const findings = { ...state.findings, kept: null };
  return { ...state, findings };
}

/** On the screen for afterwards there is a kept case, whatever changes. */
function withOpen(
  state: FlowState,
  change: { readonly kept?: CaseView } & Partial<Omit<OpenCase, 'kept'>>,
): FlowState {
  return state.screen === 'follow-up'
    ? { ...state, open: { ...state.open, ...change } }
    : { ...state, open: { ...state.open, ...change } };
}

function onFollowUpEvent(state: FlowState, event: FollowUpEvent): FlowState {
  if (event.type === 'follow-up-asked') return askForFollowUp(state);
  if (state.screen !== 'follow-up') return state;
  switch (event.type) {
    case 'runs-compared':
      return { ...state, compared: event.compared };
    case 'bundle-asked':
      return { ...state, sent: { bundleId: event.bundleId, last: { state: 'doing', deed: event.deed } } };
    case 'bundle-done':
      return isUnderWay(state, event)
        ? { ...state, sent: { bundleId: event.bundleId, last: { state: 'done', deed: event.deed } } }
        : state;
    case 'bundle-failed': {
      const { bundleId, deed, failure } = event;
      return isUnderWay(state, event)
        ? { ...state, sent: { bundleId, last: { state: 'failed', deed, failure } } }
        : state;
    }
  }
}

function isUnderWay({ sent }: FollowUpState, of: { readonly bundleId: string; readonly deed: string }) {
  return sent?.bundleId === of.bundleId && sent.last.state === 'doing' && sent.last.deed === of.deed;
}

/** The list of cases, as it looks before it is there. */
export function casesScreen(state: FlowState, findings: Findings | null): CasesState {
  return { ...kept(state), screen: 'cases', findings, list: { state: 'loading' } };
}

function withKept(state: CasesState, renamed: CaseView): CasesState {
  return state.open.kept?.id === renamed.id ? { ...state, open: { ...state.open, kept: renamed } } : state;
}

function findingsOf(latest: CheckResult | null): Findings | null {
  return latest === null ? null : { result: latest, comparing: null, kept: null };
}

/** A case that was kept holds no keys: those fields are empty, and everything else is as it was. */
function openedState(
  { kept: shown, latest }: OpenedCase,
  pictures: EventOf<'case-opened'>['pictures'],
): FollowUpState {
  const { jira, confluence } = shown.sites;
  return {
    ...kept(FIRST_STATE),
    form: { ...EMPTY_FORM, jiraSite: jira, confluenceSite: confluence === jira ? null : confluence },
    residency: shown.residency,
    pictureStep: { ...EMPTY_SHELF, pictures, facts: shown.residencyFacts },
    extras: { ...FIRST_STATE.extras, note: shown.note ?? '' },
    open: { ...NO_CASE, kept: shown },
    ...followUp('cases', findingsOf(latest)),
  };
}

function askForFollowUp(state: FlowState): FlowState {
  const { kept: shown } = state.open;
  if (shown === null) return state;
  const open = { ...state.open, kept: shown };
  switch (state.screen) {
    case 'verdict':
      return state.findings.comparing === null
        ? { ...kept(state), open, ...followUp('verdict', state.findings) }
        : state;
    case 'hand-over':
      return {
        ...kept(state),
        open,
        ...followUp('hand-over', { result: state.result, comparing: null, kept: state.kept }),
      };
    case 'cases':
      return { ...kept(state), open, ...followUp('cases', state.findings) };
    case 'welcome':
    case 'evidence-file':
    case 'connection':
    case 'checking':
    case 'picture':
    case 'review':
    case 'follow-up':
      return state;
  }
}

function followUp(from: FollowUpState['from'], findings: Findings | null) {
  return {
    screen: 'follow-up',
    findings,
    from,
    compared: null,
    sent: null,
    leaving: { state: 'idle' },
  } as const;
}

/** The screen before this one. Whoever came from the list finds it again. */
export function backFromFollowUp(state: FollowUpState): FlowState {
  const { findings } = state;
  switch (state.from) {
    case 'cases':
      return casesScreen(state, findings);
    case 'verdict':
      return findings === null ? casesScreen(state, null) : { ...kept(state), screen: 'verdict', findings };
    case 'hand-over': {
      const evidence = findings?.kept ?? null;
      return findings === null || evidence === null || evidence.saved === null
        ? casesScreen(state, findings)
        : handOver({ ...state, result: findings.result }, evidence, evidence.saved);
    }
  }
}

/** The state after a run: a case of other sites than those that were checked is not the one that is open any more. */
export function closeForeignCase(state: FlowState, { diagnosis }: CheckResult): FlowState {
  const { kept: shown } = state.open;
  if (shown === null || state.screen === 'follow-up') return state;
  const isSame =
    shown.sites.jira === diagnosis.sites.jira && shown.sites.confluence === diagnosis.sites.confluence;
  return isSame ? state : { ...state, open: NO_CASE };
}
