import { backToList, EMPTY_DESK, reduceDesk } from '../desk/desk-state.ts';
import { backFromFollowUp, closeForeignCase, onCaseEvent } from './case-reducer.ts';
import type { EventOf, FlowEvent } from './events.ts';
import { handOverSecret, leaveField, pasteInto, recall, refuse, typeInto } from '../state/form.ts';
import type { FormState } from '../state/form.ts';
import { onPictureEvent, pictureScreen } from './picture-events.ts';
import { handOver, whileHandingOver, whileLeaving } from './sending-events.ts';
import { beginChecking, isResuming, resume } from './resume.ts';
import { isComparing, whileChecking, whileComparing } from './run-events.ts';
import type { RunEvent } from './run-events.ts';
import { choicesKey, kept } from '../state/kept.ts';
import { wantsPicture } from '../state/state.ts';
import type { ConnectionState, FlowState, Preparation, ReadyEvidence, ReviewState } from '../state/state.ts';
import type { Findings, Kept, KeptEvidence } from '../state/kept.ts';

/** The state after an event. Pure; the same state object comes back when the event changes nothing. */
export function reduce(state: FlowState, event: FlowEvent): FlowState {
  switch (event.type) {
    case 'recalled':
      return { ...state, form: recall(state.form, event.shown) };
    case 'run-resumed':
      return resume(state, event.run, event.told);
    case 'pictures-recalled':
      return { ...state, pictureStep: { ...state.pictureStep, pictures: event.pictures } };
    case 'began':
      return state.screen === 'welcome' || state.screen === 'cases' || state.screen === 'evidence-file'
        ? toConnection(state, state.findings)
        : state;
    case 'keys-asked':
      return state.screen === 'follow-up' ? toConnection(state, state.findings) : state;
    case 'went-back':
      return goBack(state);
    case 'help-opened':
      return state.isHelpOpen ? state : { ...state, isHelpOpen: true };
    case 'help-closed':
      return state.isHelpOpen ? { ...state, isHelpOpen: false } : state;
    case 'result-reopened':
      return (state.screen === 'connection' || state.screen === 'follow-up') && state.findings !== null
        ? { ...kept(state), screen: 'verdict', findings: state.findings }
        : state;
    case 'file-opened': {
      if (state.screen !== 'welcome' && state.screen !== 'evidence-file') return state;
      const desk = reduceDesk(EMPTY_DESK, event);
      return { ...kept(state), screen: 'evidence-file', findings: state.findings, desk };
    }
    case 'file-verified':
    case 'file-failed':
    case 'bundle-opened':
    case 'text-copied':
      return state.screen === 'evidence-file' ? { ...state, desk: reduceDesk(state.desk, event) } : state;
    case 'typed':
      return withForm(state, (form) => typeInto(form, event.field, event.text));
    case 'pasted':
      return withForm(state, (form) => pasteInto(form, event.field, event.text));
    case 'field-left':
      return withForm(state, (form) => leaveField(form, event.field));
    case 'sites-looked-up':
      return state.screen === 'connection'
        ? { ...state, siteHints: { ...event.hints, asked: event.asked } }
        : state;
    case 'plan-ready':
      return state.screen === 'connection' ? { ...state, plan: event.plan } : state;
    case 'check-refused':
      return mayCheck(state)
        ? { ...toConnection(state, state.findings), form: refuse(state.form, event.errors) }
        : state;
    case 'check-started':
      return mayCheck(state)
        ? beginChecking({ ...kept(state), form: handOverSecret(state.form) }, event.run)
        : state;
    case 'progress':
    case 'stop-asked':
    case 'call-ended':
    case 'verdict-stands':
    case 'check-ended':
    case 'check-failed':
      return isResuming(state) ? state : whileRunning(state, event);
    case 'residency-chosen':
      return state.screen === 'verdict' || state.screen === 'picture'
        ? { ...state, residency: event.residency }
        : state;
    case 'picture-asked':
    case 'way-chosen':
    case 'sources-listed':
    case 'picture-work-began':
    case 'picture-work-failed':
    case 'picture-added':
    case 'pictures-changed':
    case 'page-read':
    case 'fact-typed':
    case 'page-told':
    case 'edit-opened':
    case 'edit-made':
    case 'edit-undone':
    case 'edit-redone':
    case 'edit-closed':
      return onPictureEvent(state, event);
    case 'cases-asked':
    case 'cases-listed':
    case 'cases-failed':
    case 'row-worked':
    case 'row-renamed':
    case 'case-opened':
    case 'case-recalled':
    case 'case-worked':
    case 'case-kept':
    case 'case-changing':
    case 'case-changed':
    case 'case-not-changed':
    case 'case-read-again':
    case 'waiting-told':
    case 'follow-up-asked':
    case 'runs-compared':
    case 'bundle-asked':
    case 'bundle-done':
    case 'bundle-failed':
      return onCaseEvent(state, event);
    case 'extras-changed':
      return state.screen === 'review' && !isSaving(state) ? { ...state, extras: event.extras } : state;
    case 'evidence-asked':
      return askForEvidence(state, event.request);
    case 'evidence-ready':
    case 'evidence-failed':
    case 'file-chosen':
    case 'save-asked':
    case 'save-ended':
    case 'save-failed':
    case 'sending-reopened':
      if (state.screen === 'evidence-file' && event.type === 'file-chosen')
        return { ...state, desk: reduceDesk(state.desk, event) };
      return state.screen === 'review' ? whileReviewing(state, event) : state;
    case 'deed-asked':
    case 'deed-done':
    case 'deed-failed':
      return state.screen === 'hand-over' ? whileHandingOver(state, event) : state;
    case 'leave-asked':
    case 'leave-failed':
    case 'left':
      return state.screen === 'hand-over' || state.screen === 'follow-up'
        ? whileLeaving(state, event)
        : state;
  }
}

function whileRunning(state: FlowState, event: RunEvent): FlowState {
  const next =
    state.screen === 'checking'
      ? whileChecking(state, event)
      : isComparing(state)
        ? whileComparing(state, event)
        : state;
  return next !== state && event.type === 'check-ended' ? closeForeignCase(next, event.result) : next;
}

/** The evidence that was prepared for the present choice, if there is one; else it has to be made anew. */
export function freshEvidence(evidence: KeptEvidence | null, choices: Kept): KeptEvidence | null {
  return evidence?.choices === choicesKey(choices) ? evidence : null;
}

/** The form, with nothing said about it yet. */
function toConnection(state: FlowState, findings: Findings | null): ConnectionState {
  return { ...kept(state), screen: 'connection', findings, failure: null, siteHints: null, plan: null };
}

function withForm(state: FlowState, change: (form: FormState) => FormState): FlowState {
  return state.screen === 'connection' ? { ...state, failure: null, form: change(state.form) } : state;
}

/** A screen on which a check can begin. */
type CheckableState = Extract<FlowState, { readonly screen: 'connection' | 'verdict' | 'follow-up' }>;

export function mayCheck(state: FlowState): state is CheckableState {
  return state.screen === 'connection' || state.screen === 'verdict' || state.screen === 'follow-up';
}

function goBack(state: FlowState): FlowState {
  switch (state.screen) {
    case 'welcome':
    case 'checking':
      return state;
    case 'evidence-file': {
      const desk = backToList(state.desk);
      return desk === null
        ? { ...kept(state), screen: 'welcome', findings: state.findings }
        : { ...state, desk };
    }
    case 'connection':
    case 'cases':
      return { ...kept(state), screen: 'welcome', findings: state.findings };
    case 'verdict':
      return toConnection(state, state.findings);
    case 'picture':
      return {
        ...kept(state),
        screen: 'verdict',
        findings: { result: state.result, comparing: null, kept: state.kept },
      };
    case 'review': {
      if (isSaving(state)) return state;
      const { result } = state;
      const evidence = state.preparation.state === 'ready' ? state.preparation.kept : null;
      return wantsPicture(result)
        ? pictureScreen(state, { result, kept: evidence })
        : { ...kept(state), screen: 'verdict', findings: { result, comparing: null, kept: evidence } };
    }
    case 'hand-over':
      return state.leaving.state === 'leaving'
        ? state
        : { ...kept(state), screen: 'review', result: state.result, preparation: ready(state.kept, null) };
    case 'follow-up':
      return state.leaving.state === 'leaving' ? state : backFromFollowUp(state);
  }
}

function askForEvidence(state: FlowState, request: number): FlowState {
  const preparing = (before: ReadyEvidence | null): Preparation => ({ state: 'preparing', request, before });
  if (state.screen === 'verdict' || state.screen === 'picture') {
    // The evidence is made of the whole run.
    if (state.screen === 'verdict' && state.findings.comparing !== null) return state;
    const { result, kept: evidence } = state.screen === 'verdict' ? state.findings : state;
    const fresh = freshEvidence(evidence, state);
    const preparation = fresh === null ? preparing(null) : ready(fresh, null);
    return { ...kept(state), screen: 'review', result, preparation };
  }
  return state.screen === 'review' && wantsNewEvidence(state)
    ? { ...state, preparation: preparing(shownEvidence(state.preparation)) }
    : state;
}

/** Whether the evidence that is shown is none, or is not what is chosen now. */
function wantsNewEvidence(state: ReviewState): boolean {
  const { preparation } = state;
  if (preparation.state === 'ready')
    return preparation.kept.choices !== choicesKey(state) && !isSaving(state);
  return true;
}

/** What can be seen of a preparation: the evidence, or the one that is being made anew. */
export function shownEvidence(preparation: Preparation): ReadyEvidence | null {
  switch (preparation.state) {
    case 'ready':
      return preparation;
    case 'preparing':
      return preparation.before;
    case 'failed':
      return null;
  }
}

/** The file that was looked at before stays the chosen one, if it is still there. */
function ready(evidence: KeptEvidence, chosenPath: string | null): ReadyEvidence {
  const paths = evidence.preview.files.map(({ path }) => path);
  return {
    state: 'ready',
    kept: evidence,
    chosenPath: chosenPath !== null && paths.includes(chosenPath) ? chosenPath : (paths[0] ?? null),
    saving: { state: 'idle' },
  };
}

function isSaving(state: ReviewState): boolean {
  return state.preparation.state === 'ready' && state.preparation.saving.state === 'saving';
}

function whileReviewing(
  state: ReviewState,
  event: EventOf<
    | 'evidence-ready'
    | 'evidence-failed'
    | 'file-chosen'
    | 'save-asked'
    | 'save-ended'
    | 'save-failed'
    | 'sending-reopened'
  >,
): FlowState {
  const { preparation } = state;
  if (event.type === 'evidence-ready' || event.type === 'evidence-failed') {
    if (preparation.state !== 'preparing' || preparation.request !== event.request) return state;
    return {
      ...state,
      preparation:
        event.type === 'evidence-ready'
          ? ready(
              { choices: choicesKey(state), preview: event.preview, saved: null },
              preparation.before?.chosenPath ?? null,
            )
          : { state: 'failed', failure: event.failure },
    };
  }
  if (preparation.state !== 'ready') return state;
  switch (event.type) {
    case 'file-chosen':
      return preparation.kept.preview.files.some((file) => file.path === event.path)
        ? { ...state, preparation: { ...preparation, chosenPath: event.path } }
        : state;
    case 'save-asked':
      return isSaving(state)
        ? state
        : { ...state, preparation: { ...preparation, saving: { state: 'saving', where: event.where } } };
    case 'save-ended': {
      if (!isSaving(state)) return state;
      const { saved } = event;
      return saved === null
        ? { ...state, preparation: { ...preparation, saving: { state: 'idle' } } }
        : handOver(state, { ...preparation.kept, saved }, saved);
    }
    case 'save-failed':
      return isSaving(state)
        ? { ...state, preparation: { ...preparation, saving: { state: 'failed', failure: event.failure } } }
        : state;
    case 'sending-reopened': {
      const { saved } = preparation.kept;
      return saved === null || isSaving(state) ? state : handOver(state, preparation.kept, saved);
    }
  }
}
