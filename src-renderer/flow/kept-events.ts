import type { CaseView } from '../../src-main/contract/case.ts';
import type { EventOf, KeptEvent } from './events.ts';
import { EMPTY_FORM } from './form.ts';
import { withHeld } from './pictures/picture-events.ts';
import { cleared, isChecking, wantsPicture } from './state.ts';
import type { FlowState, Kept } from './state.ts';

/** Returns the state after an event of the checks that are kept on this computer. */
export function onKeptEvent(state: FlowState, event: KeptEvent): FlowState {
  const { open } = state.kept;
  switch (event.type) {
    case 'newest-told':
      return withKept(state, { newest: event.row });
    case 'check-kept':
      // Whichever is open in the main process is the open one.
      return withKept(state, { open: event.kept, failure: null });
    case 'check-not-kept':
      return withKept(state, { failure: event.failure });
    case 'kept-recalled':
      return open === null
        ? withKept(withKeptWords(state, event.kept), { open: event.kept, waiting: event.waiting })
        : state;
    case 'kept-read-again': {
      const { kept, latest } = event.opened;
      if (open?.id !== kept.id) return state;
      const again = withKept(state, { open: kept });
      // What a check by the app itself has found takes the place of what is shown, unless that is sent just now.
      const isSent = state.screen === 'send' && state.report.sentBy !== null;
      const shownAt = state.result?.diagnosis.finishedAt ?? '';
      if (latest === null || state.run !== null || isSent || latest.diagnosis.finishedAt <= shownAt)
        return again;
      const isPlaceless = state.screen === 'screenshot' && !wantsPicture(latest);
      return { ...again, result: latest, screen: isPlaceless ? 'result' : state.screen };
    }
    case 'kept-opened':
      return openKept(state, event);
    case 'waiting-asked':
      return withKept(state, { waitingWork: { isStarting: true, failure: null } });
    case 'waiting-failed':
      return withKept(state, { waitingWork: { isStarting: false, failure: event.failure } });
    case 'waiting-told': {
      const { waiting } = event;
      const hasEnded =
        waiting.phase === 'off' &&
        state.kept.waiting.phase !== 'off' &&
        !(waiting.ended === 'stopped' && isChecking(state));
      const told = withKept(state, {
        waiting,
        waitingWork: { isStarting: false, failure: null },
      });
      // Where waiting ends, the main process has forgotten the keys and what was prepared with them, unless a check of
      // other sites has ended it, which took the keys on.
      return hasEnded
        ? {
            ...told,
            form: { ...told.form, secretHeld: false },
            kept: { ...told.kept, isReopened: true },
            report: { ...told.report, prepared: null, saved: null },
          }
        : told;
    }
    case 'history-listed': {
      const isThere = (id: string): boolean => event.rows.some((row) => row.id === id);
      const isOpenThere = open === null || isThere(open.id);
      // The open one was forgotten, and with it its result and its keys.
      const left = isOpenThere ? state : cleared(state);
      const { newest } = left.kept;
      const isNewestThere = newest === null || newest === 'unknown' || isThere(newest.id);
      return withKept(
        { ...left, screen: state.screen === 'history' ? 'history' : left.screen },
        {
          history: { state: 'ready', rows: event.rows },
          // Why a row could not be opened is read in the list.
          rowWork: state.kept.rowWork.state === 'failed' ? state.kept.rowWork : { state: 'idle' },
          newest: isNewestThere ? newest : null,
        },
      );
    }
    case 'history-failed':
      return withKept(state, { history: { state: 'failed', failure: event.failure } });
    case 'row-worked':
      return withKept(state, { rowWork: event.work });
  }
}

function withKept(state: FlowState, change: Partial<Kept>): FlowState {
  return { ...state, kept: { ...state.kept, ...change } };
}

/** The state with what the person has written and chosen for a kept check. */
function withKeptWords(state: FlowState, kept: CaseView): FlowState {
  const { pictures, report } = state;
  return {
    ...state,
    pictures: { ...pictures, facts: kept.residencyFacts },
    report: { ...report, note: kept.note ?? '', intake: { ...report.intake, ...kept.intake } },
  };
}

/** A check that was kept holds no keys: those fields are empty, and everything else is as it was. */
function openKept(state: FlowState, { opened, pictures, leadsTo }: EventOf<'kept-opened'>): FlowState {
  const { kept: open, latest } = opened;
  const { jira, confluence } = open.sites;
  const begun = cleared(state);
  const { kept } = begun;
  const withWords = withKeptWords({ ...begun, pictures: withHeld(begun.pictures, pictures) }, open);
  return {
    ...withWords,
    screen: leadsTo === 'result' && latest !== null ? 'result' : 'connect',
    form: { ...EMPTY_FORM, jiraSite: jira, confluenceSite: confluence === jira ? null : confluence },
    result: latest,
    kept: { ...kept, open, isReopened: true },
  };
}
