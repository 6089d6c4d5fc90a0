import type { CheckResult, RunSnapshot } from '../../src-main/contract/check-result.ts';
import type { EvidenceChoices, Transcript } from '../../src-main/contract/report/evidence.ts';
import type { Failure } from '../../src-main/contract/failure.ts';
import type { RunEvent } from './events.ts';
import { handOverSecret, refuse, understoodSite } from './form.ts';
import { cleared, FIRST_STATE, NO_REPORT, NOTHING_KEPT, RUN_STEPS } from './state.ts';
import type { FlowState, Run } from './state.ts';

/** The number of a run of which the page has not been told yet what it is. */
const UNKNOWN_RUN = 0;
/** The number of the run that the page took over; those that it starts itself count from one. */
export const RECALLED_RUN = -1;

/** Whether the page takes over what is open, by the word in its address. */
export function isResumed(hash: string): boolean {
  return hash === '#resumed';
}

/**
 * Where the page begins. A page that takes over while a check goes on begins with that, so that nobody sees an empty form
 * flash by (see `movePage` in the main process).
 */
export function firstState(hash: string): FlowState {
  return isResumed(hash) ? { ...FIRST_STATE, run: beginRun(UNKNOWN_RUN) } : FIRST_STATE;
}

/** Whether the page does not know yet which run it takes over; what it hears until then, it will be told again. */
export function isResuming({ run }: FlowState): boolean {
  return run?.number === UNKNOWN_RUN;
}

function beginRun(number: number): Run {
  const steps = RUN_STEPS.map((step) => ({ step, state: 'open', tookMs: null }) as const);
  return { number, isComparing: false, steps, transcripts: [], isStopping: false };
}

/** Returns the state after an event of a check. */
export function onRunEvent(state: FlowState, event: RunEvent): FlowState {
  if (event.type === 'run-resumed') return resume(state, event.run, event.told);
  if (event.type === 'check-started') return start(state, event.run);
  const { run } = state;
  if (run === null || isResuming(state)) return state;
  switch (event.type) {
    case 'progress': {
      const { step } = event.progress;
      const steps = run.steps.map((line) => (line.step === step ? event.progress : line));
      return { ...state, run: { ...run, steps } };
    }
    case 'stop-asked':
      return { ...state, run: { ...run, isStopping: true } };
    case 'call-ended': {
      const transcripts = replaced(run.transcripts, event.transcript);
      const result = state.result === null ? null : { ...state.result, transcripts };
      return { ...state, result, run: { ...run, transcripts } };
    }
    case 'verdict-stands': {
      const result = { diagnosis: event.diagnosis, transcripts: [...run.transcripts] };
      return { ...shown(state, result), run: { ...run, isComparing: true } };
    }
    case 'check-ended':
      return event.run === run.number ? { ...closeForeign(shown(state, event.result)), run: null } : state;
    case 'check-failed':
      return event.run === run.number ? failed(state, event.failure) : state;
  }
}

/** The main process drops what was found before when it takes a check on, and of another site everything. */
function start(before: FlowState, number: number): FlowState {
  const state = isOtherSite(before) ? { ...cleared(before), form: before.form, plan: before.plan } : before;
  const { note, leaveOut, smallerPictures, intake, way, folderName } = state.report;
  return {
    ...state,
    screen: 'connect',
    form: handOverSecret(state.form),
    failure: null,
    result: null,
    run: beginRun(number),
    kept: { ...state.kept, isReopened: false },
    report: { ...NO_REPORT, note, leaveOut, smallerPictures, intake, way, folderName },
  };
}

/** Whether the form names another Jira site than what is open is about. */
function isOtherSite({ form, result, kept }: FlowState): boolean {
  const sites = result?.diagnosis.sites ?? kept.open?.sites;
  return sites !== undefined && sites.jira !== understoodSite(form, 'jiraSite');
}

/** A result comes to whoever watched the check; whoever has gone on already stays. */
function shown(state: FlowState, result: CheckResult): FlowState {
  return { ...state, result, screen: state.run?.isComparing === true ? state.screen : 'result' };
}

/** The list with a transcript in the place of the earlier one of the same call, or at its end. */
function replaced(transcripts: readonly Transcript[], newer: Transcript): Transcript[] {
  return transcripts.some(({ path }) => path === newer.path)
    ? transcripts.map((each) => (each.path === newer.path ? newer : each))
    : [...transcripts, newer];
}

function failed(state: FlowState, failure: Failure): FlowState {
  const field = failure.field ?? (failure.code === 'no-secret-held' ? 'clientSecret' : null);
  return {
    ...state,
    screen: 'connect',
    run: null,
    result: null,
    failure: field === null ? failure : null,
    form: field === null ? state.form : refuse(state.form, { [field]: failure }),
  };
}

/** A kept check of other sites than those that were checked is not the open one any more. */
function closeForeign(state: FlowState): FlowState {
  const { open } = state.kept;
  const sites = state.result?.diagnosis.sites;
  const isSame =
    open === null || (open.sites.jira === sites?.jira && open.sites.confluence === sites.confluence);
  return isSame ? state : { ...state, kept: { ...NOTHING_KEPT, newest: state.kept.newest } };
}

/** What was chosen when the run began; what is kept with the open check is newer. */
function withChoices(
  { pictures, report, kept }: FlowState,
  choices: EvidenceChoices,
): Pick<FlowState, 'pictures' | 'report'> {
  const { facts, note, leaveOut, smallerPictures, intake } = choices;
  const { snapshotsError, since, xrayInJira } = report.intake;
  return kept.open === null
    ? {
        pictures: { ...pictures, facts },
        report: { ...report, note, leaveOut, smallerPictures, intake },
      }
    : {
        pictures,
        report: {
          ...report,
          leaveOut,
          smallerPictures,
          intake: { ...intake, snapshotsError, since, xrayInJira },
        },
      };
}

/** The state of a page that has just begun, once it knows what is open in the main process; null when nothing is. */
function resume(state: FlowState, number: number, told: RunSnapshot | null): FlowState {
  if (told === null) return isResuming(state) ? { ...state, run: null } : state;
  if (!isResuming(state) && (state.run !== null || state.screen !== 'connect')) return state;
  const { choices } = told;
  const begun: FlowState = {
    ...state,
    run: { ...beginRun(number), transcripts: told.transcripts },
    ...(choices === null ? {} : withChoices(state, choices)),
  };
  const stepped = told.progress.reduce(
    (before, progress) => onRunEvent(before, { type: 'progress', progress }),
    begun,
  );
  return told.diagnosis === null
    ? stepped
    : onRunEvent(stepped, { type: 'verdict-stands', diagnosis: told.diagnosis });
}
