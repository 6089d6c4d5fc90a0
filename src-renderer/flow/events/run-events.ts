import type { Diagnosis } from '../../../src-main/contract/diagnosis.ts';
import type { Transcript } from '../../../src-main/contract/evidence.ts';
import type { Failure } from '../../../src-main/contract/failure.ts';
import type { EventOf } from './events.ts';
import { refuse } from '../state/form.ts';
import { kept } from '../state/kept.ts';
import type { CheckingState, ConnectionState, FlowState } from '../state/state.ts';
import type { Findings } from '../state/kept.ts';

/** What a run tells while it goes on, and how it ends. */
export type RunEvent = EventOf<
  'progress' | 'stop-asked' | 'call-ended' | 'verdict-stands' | 'check-ended' | 'check-failed'
>;
/** A screen on which the run may go on comparing while the person looks at its verdict or at the form. */
type Comparing = Extract<FlowState, { readonly findings: Findings | null }> & { readonly findings: Findings };

/** What a run's event changes while its steps are shown. */
export function whileChecking(state: CheckingState, event: RunEvent): FlowState {
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
    case 'call-ended':
      return { ...state, transcripts: replaced(state.transcripts, event.transcript) };
    case 'verdict-stands': {
      const result = { diagnosis: event.diagnosis, transcripts: [...state.transcripts] };
      return { ...kept(state), screen: 'verdict', findings: { result, comparing: state.run, kept: null } };
    }
    case 'check-ended':
      return event.run === state.run
        ? {
            ...kept(state),
            screen: 'verdict',
            findings: { result: event.result, comparing: null, kept: null },
          }
        : state;
    case 'check-failed':
      return event.run === state.run ? afterFailedCheck(state, event.failure) : state;
  }
}

/** Whether a run whose verdict stands has not ended yet. */
export function isComparing(state: FlowState): state is Comparing {
  return 'findings' in state && state.findings !== null && state.findings.comparing !== null;
}

/** What a run's event changes once its verdict stands. */
export function whileComparing(state: Comparing, event: RunEvent): FlowState {
  const { findings } = state;
  switch (event.type) {
    case 'progress':
    case 'stop-asked':
      return state;
    case 'call-ended':
      return withResult(state, {
        diagnosis: findings.result.diagnosis,
        transcripts: replaced(findings.result.transcripts, event.transcript),
      });
    case 'verdict-stands':
      return withResult(state, { ...findings.result, diagnosis: event.diagnosis });
    case 'check-ended':
      return event.run === findings.comparing
        ? { ...state, findings: { result: event.result, comparing: null, kept: null } }
        : state;
    case 'check-failed':
      return event.run === findings.comparing ? afterFailedCheck(state, event.failure) : state;
  }
}

function withResult(
  state: Comparing,
  result: { readonly diagnosis: Diagnosis; readonly transcripts: Transcript[] },
): FlowState {
  return { ...state, findings: { ...state.findings, result } };
}

/** The list with a transcript in the place of the earlier one of the same call, or at its end. */
function replaced(transcripts: readonly Transcript[], newer: Transcript): Transcript[] {
  return transcripts.some(({ path }) => path === newer.path)
    ? transcripts.map((each) => (each.path === newer.path ? newer : each))
    : [...transcripts, newer];
}

function afterFailedCheck(state: FlowState, failure: Failure): ConnectionState {
  const field = failure.field ?? (failure.code === 'no-secret-held' ? 'clientSecret' : null);
  return {
    ...kept(state),
    screen: 'connection',
    // The main process dropped the result of the run before when it took this one on.
    findings: null,
    failure: field === null ? failure : null,
    siteHints: null,
    plan: null,
    form: field === null ? state.form : refuse(state.form, { [field]: failure }),
  };
}
