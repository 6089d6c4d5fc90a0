import { readResidency } from '../../src-main/contract/residency/residency-reading.ts';
import { backToList, EMPTY_DESK, reduceDesk } from './desk/desk-state.ts';
import type { FlowEvent, WayEvent } from './events.ts';
import { onFormEvent } from './form-events.ts';
import { onKeptEvent } from './kept-events.ts';
import { onPictureEvent } from './pictures/picture-events.ts';
import { onReportEvent } from './report-events.ts';
import { onRunEvent } from './run-events.ts';
import { cleared, isChecking, wantsPicture } from './state.ts';
import type { FlowState, ScreenName } from './state.ts';

/** The state after an event. Pure; an event that does not fit the present state changes nothing. */
export function reduce(state: FlowState, event: FlowEvent): FlowState {
  const next = changed(state, event);
  const { facts } = next.pictures;
  // What the page says is the one source of which way it is.
  return facts === state.pictures.facts ? next : { ...next, residency: readResidency(facts).residency };
}

function changed(state: FlowState, event: FlowEvent): FlowState {
  switch (event.type) {
    case 'recalled':
    case 'typed':
    case 'pasted':
    case 'field-left':
    case 'sites-looked-up':
    case 'plan-ready':
    case 'check-refused':
    case 'keys-wanted':
      return onFormEvent(state, event);
    case 'run-resumed':
    case 'check-started':
    case 'progress':
    case 'stop-asked':
    case 'call-ended':
    case 'verdict-stands':
    case 'check-ended':
    case 'check-failed':
      return onRunEvent(state, event);
    case 'pictures-recalled':
    case 'request-copied':
    case 'sources-listed':
    case 'picture-work-began':
    case 'picture-work-failed':
    case 'picture-added':
    case 'pictures-changed':
    case 'page-read':
    case 'fact-chosen':
    case 'page-told':
    case 'edit-opened':
    case 'edit-made':
    case 'edit-undone':
    case 'edit-redone':
      return { ...state, pictures: onPictureEvent(state.pictures, event) };
    case 'computer-told':
    case 'contact-recalled':
    case 'extras-changed':
    case 'report-asked':
    case 'report-ready':
    case 'report-failed':
    case 'report-file-chosen':
    case 'save-asked':
    case 'save-ended':
    case 'save-failed':
    case 'deed-asked':
    case 'deed-done':
    case 'deed-failed':
      return { ...state, report: onReportEvent(state.report, event) };
    case 'newest-told':
    case 'check-kept':
    case 'check-not-kept':
    case 'kept-recalled':
    case 'kept-read-again':
    case 'kept-opened':
    case 'waiting-asked':
    case 'waiting-told':
    case 'waiting-failed':
    case 'history-listed':
    case 'history-failed':
    case 'row-worked':
      return onKeptEvent(state, event);
    case 'file-opened':
      return mayOpenFile(state)
        ? { ...state, screen: 'evidence-file', desk: reduceDesk(EMPTY_DESK, event) }
        : state;
    case 'file-verified':
    case 'file-failed':
    case 'bundle-opened':
    case 'file-chosen':
    case 'text-copied':
      return { ...state, desk: reduceDesk(state.desk, event) };
    case 'went-back':
    case 'screen-wanted':
    case 'help-asked':
    case 'left':
      return onWayEvent(state, event);
  }
}

/** Whether somebody else's report may be shown: nothing that was begun would be left for it. */
export function mayOpenFile(state: FlowState): boolean {
  return (
    state.screen === 'evidence-file' ||
    state.screen === 'history' ||
    (state.screen === 'connect' && !isChecking(state))
  );
}

function onWayEvent(state: FlowState, event: WayEvent): FlowState {
  switch (event.type) {
    case 'went-back':
      return goBack(state);
    case 'screen-wanted':
      return canGoTo(state, event.screen) ? atScreen(state, event.screen) : state;
    case 'help-asked':
      return state.isHelpOpen === event.isOpen ? state : { ...state, isHelpOpen: event.isOpen };
    case 'left':
      return cleared(state);
  }
}

function canGoTo(state: FlowState, screen: ScreenName): boolean {
  const { result } = state;
  if (screen === 'connect') return true;
  if (screen === 'history') return !isChecking(state);
  return result !== null && (screen !== 'screenshot' || wantsPicture(result));
}

/** The list of all checks is read anew each time. */
function atScreen(state: FlowState, screen: ScreenName): FlowState {
  const { kept } = state;
  return screen === 'history'
    ? { ...state, screen, kept: { ...kept, history: { state: 'loading' }, rowWork: { state: 'idle' } } }
    : { ...state, screen };
}

function goBack(state: FlowState): FlowState {
  switch (state.screen) {
    case 'connect':
      return state;
    case 'result':
    case 'history':
      return { ...state, screen: 'connect' };
    case 'evidence-file': {
      const desk = backToList(state.desk);
      return desk === null ? { ...state, screen: 'connect', desk: EMPTY_DESK } : { ...state, desk };
    }
    case 'screenshot':
      return { ...state, screen: 'result' };
    case 'send':
      return state.report.work.state === 'saving'
        ? state
        : { ...state, screen: state.result !== null && wantsPicture(state.result) ? 'screenshot' : 'result' };
  }
}
