import type { ConnectionShown } from '../../src-main/contract/connection.ts';
import type { Diagnosis, Progress, Residency } from '../../src-main/contract/diagnosis.ts';
import type { EvidencePreview, SavedBundle } from '../../src-main/contract/evidence.ts';
import type { Failure, FieldName } from '../../src-main/contract/failure.ts';
import { handOverSecret, leaveField, pasteInto, recall, refuse, typeInto } from './form.ts';
import type { FieldErrors, FormState } from './form.ts';
import { FIRST_STATE, RUN_STEPS } from './state.ts';
import type {
  CheckingState,
  Deed,
  Findings,
  FlowState,
  HandOverState,
  KeptEvidence,
  Preparation,
  ReviewState,
} from './state.ts';

/** Everything that can happen. An event that does not fit the present screen changes nothing. */
export type FlowEvent =
  | { readonly type: 'recalled'; readonly shown: ConnectionShown }
  | { readonly type: 'began' }
  | { readonly type: 'went-back' }
  | { readonly type: 'result-reopened' }
  | { readonly type: 'typed'; readonly field: FieldName; readonly text: string }
  | { readonly type: 'pasted'; readonly field: 'clientId' | 'clientSecret'; readonly text: string }
  | { readonly type: 'field-left'; readonly field: FieldName }
  | { readonly type: 'check-refused'; readonly errors: FieldErrors }
  | { readonly type: 'check-started'; readonly run: number }
  | { readonly type: 'progress'; readonly progress: Progress }
  | { readonly type: 'stop-asked' }
  | { readonly type: 'check-ended'; readonly run: number; readonly diagnosis: Diagnosis }
  | { readonly type: 'check-failed'; readonly run: number; readonly failure: Failure }
  | { readonly type: 'residency-chosen'; readonly residency: Residency }
  | { readonly type: 'evidence-asked'; readonly request: number }
  | { readonly type: 'evidence-ready'; readonly request: number; readonly preview: EvidencePreview }
  | { readonly type: 'evidence-failed'; readonly request: number; readonly failure: Failure }
  | { readonly type: 'file-chosen'; readonly path: string }
  | { readonly type: 'save-asked'; readonly where: 'downloads' | 'choose' }
  | { readonly type: 'save-ended'; readonly saved: SavedBundle | null }
  | { readonly type: 'save-failed'; readonly failure: Failure }
  | { readonly type: 'sending-reopened' }
  | { readonly type: 'deed-asked'; readonly deed: Deed }
  | { readonly type: 'deed-done'; readonly deed: Deed }
  | { readonly type: 'deed-failed'; readonly deed: Deed; readonly failure: Failure }
  | { readonly type: 'leave-asked' }
  | { readonly type: 'leave-failed'; readonly failure: Failure }
  | { readonly type: 'left' };

/** The state after an event. Pure; the same state object comes back when the event changes nothing. */
export function reduce(state: FlowState, event: FlowEvent): FlowState {
  switch (event.type) {
    case 'recalled':
      return state.screen === 'checking' ? state : { ...state, form: recall(state.form, event.shown) };
    case 'began':
      return state.screen === 'welcome' ? { ...state, screen: 'connection', failure: null } : state;
    case 'went-back':
      return goBack(state);
    case 'result-reopened':
      return state.screen === 'connection' && state.findings !== null
        ? { ...kept(state), screen: 'verdict', findings: state.findings }
        : state;
    case 'typed':
      return withForm(state, (form) => typeInto(form, event.field, event.text));
    case 'pasted':
      return withForm(state, (form) => pasteInto(form, event.field, event.text));
    case 'field-left':
      return withForm(state, (form) => leaveField(form, event.field));
    case 'check-refused':
      return mayCheck(state)
        ? {
            ...kept(state),
            screen: 'connection',
            findings: state.findings,
            failure: null,
            form: refuse(state.form, event.errors),
          }
        : state;
    case 'check-started':
      return mayCheck(state)
        ? {
            ...kept(state),
            form: handOverSecret(state.form),
            screen: 'checking',
            run: event.run,
            steps: RUN_STEPS.map((step) => ({ step, state: 'open', tookMs: null })),
            stopping: false,
          }
        : state;
    case 'progress':
    case 'stop-asked':
    case 'check-ended':
    case 'check-failed':
      return state.screen === 'checking' ? whileChecking(state, event) : state;
    case 'residency-chosen':
      return state.screen === 'verdict' ? { ...state, residency: event.residency } : state;
    case 'evidence-asked':
      return askForEvidence(state, event.request);
    case 'evidence-ready':
    case 'evidence-failed':
    case 'file-chosen':
    case 'save-asked':
    case 'save-ended':
    case 'save-failed':
    case 'sending-reopened':
      return state.screen === 'review' ? whileReviewing(state, event) : state;
    case 'deed-asked':
    case 'deed-done':
    case 'deed-failed':
    case 'leave-asked':
    case 'leave-failed':
    case 'left':
      return state.screen === 'hand-over' ? whileHandingOver(state, event) : state;
  }
}

/** The evidence that was prepared for the present choice, if there is one; else it has to be made anew. */
export function freshEvidence(findings: Findings, residency: Residency): KeptEvidence | null {
  return findings.kept?.residency === residency ? findings.kept : null;
}

type EventOf<T extends FlowEvent['type']> = Extract<FlowEvent, { readonly type: T }>;

function kept(state: FlowState): Pick<FlowState, 'form' | 'residency'> {
  return { form: state.form, residency: state.residency };
}

function withForm(state: FlowState, change: (form: FormState) => FormState): FlowState {
  return state.screen === 'connection' ? { ...state, failure: null, form: change(state.form) } : state;
}

function mayCheck(state: FlowState): state is Extract<FlowState, { screen: 'connection' | 'verdict' }> {
  return state.screen === 'connection' || state.screen === 'verdict';
}

function goBack(state: FlowState): FlowState {
  switch (state.screen) {
    case 'welcome':
    case 'checking':
      return state;
    case 'connection':
      return { ...kept(state), screen: 'welcome', findings: state.findings };
    case 'verdict':
      return { ...kept(state), screen: 'connection', findings: state.findings, failure: null };
    case 'review': {
      if (isSaving(state)) return state;
      const evidence = state.preparation.state === 'ready' ? state.preparation.kept : null;
      return { ...kept(state), screen: 'verdict', findings: { diagnosis: state.diagnosis, kept: evidence } };
    }
    case 'hand-over':
      return state.leaving.state === 'leaving'
        ? state
        : { ...kept(state), screen: 'review', diagnosis: state.diagnosis, preparation: ready(state.kept) };
  }
}

function whileChecking(
  state: CheckingState,
  event: EventOf<'progress' | 'stop-asked' | 'check-ended' | 'check-failed'>,
): FlowState {
  switch (event.type) {
    case 'progress': {
      const { step, state: stepState, tookMs } = event.progress;
      const steps = state.steps.map((line) =>
        line.step === step ? { step, state: stepState, tookMs } : line,
      );
      return { ...state, steps };
    }
    case 'stop-asked':
      return { ...state, stopping: true };
    case 'check-ended':
      return event.run === state.run
        ? { ...kept(state), screen: 'verdict', findings: { diagnosis: event.diagnosis, kept: null } }
        : state;
    case 'check-failed':
      return event.run === state.run ? afterFailedCheck(state, event.failure) : state;
  }
}

function afterFailedCheck(state: CheckingState, failure: Failure): FlowState {
  const field = failure.field ?? (failure.code === 'no-secret-held' ? 'clientSecret' : null);
  return {
    ...kept(state),
    screen: 'connection',
    // The main process dropped the result of the run before when it took this one on.
    findings: null,
    failure: field === null ? failure : null,
    form: field === null ? state.form : refuse(state.form, { [field]: failure.message }),
  };
}

function askForEvidence(state: FlowState, request: number): FlowState {
  const preparing: Preparation = { state: 'preparing', request };
  if (state.screen === 'verdict') {
    const { diagnosis } = state.findings;
    const fresh = freshEvidence(state.findings, state.residency);
    const preparation = fresh === null ? preparing : ready(fresh);
    return { ...kept(state), screen: 'review', diagnosis, preparation };
  }
  return state.screen === 'review' && state.preparation.state === 'failed'
    ? { ...state, preparation: preparing }
    : state;
}

function ready(evidence: KeptEvidence): Preparation {
  return {
    state: 'ready',
    kept: evidence,
    chosenPath: evidence.preview.files[0]?.path ?? null,
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
          ? ready({ residency: state.residency, preview: event.preview, saved: null })
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

function handOver(state: ReviewState, evidence: KeptEvidence, saved: SavedBundle): HandOverState {
  return {
    ...kept(state),
    screen: 'hand-over',
    diagnosis: state.diagnosis,
    kept: evidence,
    saved,
    last: { state: 'none' },
    leaving: { state: 'idle' },
  };
}

function whileHandingOver(
  state: HandOverState,
  event: EventOf<'deed-asked' | 'deed-done' | 'deed-failed' | 'leave-asked' | 'leave-failed' | 'left'>,
): FlowState {
  switch (event.type) {
    case 'deed-asked':
      return { ...state, last: { state: 'doing', deed: event.deed } };
    case 'deed-done':
      return isDoing(state, event.deed) ? { ...state, last: { state: 'done', deed: event.deed } } : state;
    case 'deed-failed':
      return isDoing(state, event.deed)
        ? { ...state, last: { state: 'failed', deed: event.deed, failure: event.failure } }
        : state;
    case 'leave-asked':
      return { ...state, leaving: { state: 'leaving' } };
    case 'leave-failed':
      return { ...state, leaving: { state: 'failed', failure: event.failure } };
    case 'left':
      return FIRST_STATE;
  }
}

function isDoing(state: HandOverState, deed: Deed): boolean {
  return state.last.state === 'doing' && state.last.deed === deed;
}
