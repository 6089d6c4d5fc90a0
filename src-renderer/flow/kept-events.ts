import type { EventOf, KeptEvent } from './events.ts';
import { EMPTY_FORM } from './form.ts';
import { withHeld } from './pictures/picture-events.ts';
import { cleared } from './state.ts';
import type { FlowState, Kept } from './state.ts';

/** Returns the state after an event of the checks that are kept on this computer. */
export function onKeptEvent(state: FlowState, event: KeptEvent): FlowState {
  const { open, history } = state.kept;
  switch (event.type) {
    case 'newest-told':
      return withKept(state, { newest: event.row });
    case 'check-kept':
      // Whichever is open in the main process is the open one.
      return withKept(state, { open: event.kept, failure: null });
    case 'check-not-kept':
      return withKept(state, { failure: event.failure });
    case 'kept-recalled':
      return open === null ? withKept(state, { open: event.kept, waiting: event.waiting }) : state;
    case 'kept-read-again': {
      const { kept, latest } = event.opened;
      if (open?.id !== kept.id) return state;
      const again = withKept(state, { open: kept });
      // What a check by the app itself has found takes the place of what is shown; what the person does stays.
      const isNews = latest !== null && state.run === null && state.screen !== 'send';
      return isNews ? { ...again, result: latest } : again;
    }
    case 'kept-opened':
      return openKept(state, event);
    case 'waiting-asked':
      return withKept(state, { waitingWork: { isStarting: true, failure: null } });
    case 'waiting-failed':
      return withKept(state, { waitingWork: { isStarting: false, failure: event.failure } });
    case 'waiting-told': {
      const hasEnded = event.waiting.phase === 'off' && state.kept.waiting.phase !== 'off';
      const told = withKept(state, {
        waiting: event.waiting,
        waitingWork: { isStarting: false, failure: null },
      });
      // Where waiting ends, the main process has forgotten the keys and what was prepared with them.
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
          history: { state: 'ready', rows: event.rows, work: { state: 'idle' } },
          newest: isNewestThere ? newest : null,
        },
      );
    }
    case 'history-failed':
      return withKept(state, { history: { state: 'failed', failure: event.failure } });
    case 'row-worked':
      return history.state === 'ready'
        ? withKept(state, { history: { ...history, work: event.work } })
        : state;
  }
}

function withKept(state: FlowState, change: Partial<Kept>): FlowState {
  return { ...state, kept: { ...state.kept, ...change } };
}

/** A check that was kept holds no keys: those fields are empty, and everything else is as it was. */
function openKept(state: FlowState, { opened, pictures, leadsTo }: EventOf<'kept-opened'>): FlowState {
  const { kept: open, latest } = opened;
  const { jira, confluence } = open.sites;
  const begun = cleared(state);
  const { report, kept } = begun;
  return {
    ...begun,
    screen: leadsTo === 'result' && latest !== null ? 'result' : 'connect',
    form: { ...EMPTY_FORM, jiraSite: jira, confluenceSite: confluence === jira ? null : confluence },
    result: latest,
    pictures: { ...withHeld(begun.pictures, pictures), facts: open.residencyFacts },
    report: { ...report, note: open.note ?? '', intake: { ...report.intake, ...open.intake } },
    kept: { ...kept, open, isReopened: true },
  };
}
