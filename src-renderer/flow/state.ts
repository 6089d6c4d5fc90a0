import type { CaseRow, CaseView, Waiting } from '../../src-main/contract/case.ts';
import type { CheckResult } from '../../src-main/contract/check-result.ts';
import type { Progress, StepName, VerdictKind } from '../../src-main/contract/diagnosis.ts';
import type {
  EvidenceChoices,
  EvidencePreview,
  OptionalPart,
  SavedBundle,
  Transcript,
} from '../../src-main/contract/report/evidence.ts';
import type { Failure } from '../../src-main/contract/failure.ts';
import { NO_INTAKE } from '../../src-main/contract/report/empty-intake.ts';
import type { Intake } from '../../src-main/contract/report/intake.ts';
import type {
  CaptureSources,
  HeldPicture,
  PictureEdit,
  ResidencyFact,
  ResidencyPageState,
} from '../../src-main/contract/picture.ts';
import type { Plan, SiteHints } from '../../src-main/contract/plan.ts';
import type { Residency } from '../../src-main/contract/diagnosis.ts';
import { EMPTY_DESK } from './desk/desk-state.ts';
import type { DeskState } from './desk/desk-state.ts';
import { EMPTY_FORM } from './form.ts';
import type { FormState } from './form.ts';

/** The four steps of the way, and what lies beside it. */
export type ScreenName = 'connect' | 'result' | 'screenshot' | 'send' | 'history' | 'evidence-file';

/** The steps of a check in the order in which they are listed. */
export const RUN_STEPS = [
  'reach',
  'sign-in',
  'data',
  'compare',
  'read',
] as const satisfies readonly StepName[];

export interface RunStep {
  readonly step: StepName;
  readonly state: Progress['state'] | 'open';
  readonly tookMs: number | null;
}

/** A check that goes on. */
export interface Run {
  readonly number: number;
  /** Its result stands already, and the regions are still compared. */
  readonly isComparing: boolean;
  readonly steps: readonly RunStep[];
  /** The calls that have ended, as they will stand in the report. */
  readonly transcripts: readonly Transcript[];
  readonly isStopping: boolean;
}

/** A picture that is worked on, with the steps that can be undone and done again. */
export interface Editing {
  readonly id: string;
  readonly past: readonly PictureEdit[];
  readonly present: PictureEdit;
  readonly future: readonly PictureEdit[];
}

/** The pictures of Atlassian's page, what it says, and the window that shows it. */
export interface Pictures {
  readonly held: readonly HeldPicture[];
  readonly facts: readonly ResidencyFact[];
  /** Whether the facts were read off the page and not chosen. */
  readonly areFactsRead: boolean;
  readonly page: ResidencyPageState | null;
  readonly sources: CaptureSources | null;
  readonly isBusy: boolean;
  readonly failure: Failure | null;
  /** Whether the text for somebody else was copied, and nothing happened since. */
  readonly isRequestCopied: boolean;
  readonly editing: Editing | null;
}

/** What the person adds to the report or takes out of it. */
export interface Extras {
  readonly note: string;
  readonly leaveOut: readonly OptionalPart[];
  /** Whether pictures are made smaller, so that the file can be mailed. */
  readonly smallerPictures: boolean;
  readonly intake: Intake;
}

const SENDING_ACTIONS = ['mail', 'draft', 'share', 'file', 'drag'] as const;
/** What brings the saved file into a mail. */
export type SendingAction = (typeof SENDING_ACTIONS)[number];
/** What a person can do with the saved file. */
export type Action = SendingAction | 'folder' | 'address' | 'subject' | 'body';

/** Whether an action brings the saved file into a mail. */
export function isSending(action: Action): action is SendingAction {
  return SENDING_ACTIONS.some((each) => each === action);
}

/** The last thing that was done with the saved file. */
export type LastAction =
  | { readonly state: 'none' }
  | { readonly state: 'doing' | 'done'; readonly deed: Action }
  | { readonly state: 'failed'; readonly deed: Action; readonly failure: Failure };

/** The report before and after it is saved. */
export interface Report extends Extras {
  /** What it was made of, by `choicesKey`; null as long as there is none. */
  readonly prepared: { readonly choices: string; readonly preview: EvidencePreview } | null;
  readonly work:
    | { readonly state: 'idle' | 'saving' }
    | { readonly state: 'preparing'; readonly request: number }
    | { readonly state: 'failed'; readonly failure: Failure };
  /** The file that is looked at. */
  readonly chosenPath: string | null;
  readonly saved: SavedBundle | null;
  readonly last: LastAction;
  /** How the file was handed to a mail program or taken to one; null as long as it was not. */
  readonly sentBy: SendingAction | null;
  /** The surest way to mail a file on this computer. */
  readonly way: 'draft' | 'mail';
  /** Where a report is saved unless another folder is chosen; null as long as that is not known. */
  readonly folderName: string | null;
}

/** What is being done with one row of the history. */
export type RowWork =
  | { readonly state: 'idle' }
  | { readonly state: 'working'; readonly id: string }
  | { readonly state: 'failed'; readonly id: string; readonly failure: Failure };

export type History =
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly failure: Failure }
  | { readonly state: 'ready'; readonly rows: readonly CaseRow[] };

export type CheckRow = Extract<CaseRow, { kind: 'case' }>;

/** The checks that are kept on this computer. */
export interface Kept {
  /** The one that is open; null as long as nothing was kept. */
  readonly open: CaseView | null;
  /** Whether it was opened from what is kept, and nothing was checked since. */
  readonly isReopened: boolean;
  /** The one that changed last; null if there is none. */
  readonly newest: CheckRow | null | 'unknown';
  /** Why the open one could not be kept. */
  readonly failure: Failure | null;
  readonly waiting: Waiting;
  readonly waitingWork: { readonly isStarting: boolean; readonly failure: Failure | null };
  readonly history: History;
  readonly rowWork: RowWork;
}

/** Everything that the window knows. Each part has its events in a file of the same name. */
export interface FlowState {
  readonly screen: ScreenName;
  /** Whether the help lies over the screen, which stays below as it is. */
  readonly isHelpOpen: boolean;
  readonly form: FormState;
  /** A failure of the form that belongs to no field. */
  readonly failure: Failure | null;
  /** What Atlassian says of the two sites, as they stood when it was asked. */
  readonly siteHints: (SiteHints & { readonly asked: string }) | null;
  /** What a check would do; null until the person wants to see it. */
  readonly plan: Plan | null;
  readonly run: Run | null;
  readonly result: CheckResult | null;
  readonly residency: Residency;
  readonly pictures: Pictures;
  readonly report: Report;
  readonly kept: Kept;
  readonly desk: DeskState;
}

export const NO_PICTURES: Pictures = {
  held: [],
  facts: [],
  areFactsRead: false,
  isRequestCopied: false,
  page: null,
  sources: null,
  isBusy: false,
  failure: null,
  editing: null,
};

export const NO_REPORT: Report = {
  note: '',
  leaveOut: [],
  smallerPictures: false,
  intake: NO_INTAKE,
  prepared: null,
  work: { state: 'idle' },
  chosenPath: null,
  saved: null,
  last: { state: 'none' },
  sentBy: null,
  way: 'mail',
  folderName: null,
};

export const NOTHING_KEPT: Kept = {
  open: null,
  isReopened: false,
  newest: 'unknown',
  failure: null,
  waiting: { phase: 'off', ended: null },
  waitingWork: { isStarting: false, failure: null },
  history: { state: 'loading' },
  rowWork: { state: 'idle' },
};

export const FIRST_STATE: FlowState = {
  screen: 'connect',
  isHelpOpen: false,
  form: EMPTY_FORM,
  failure: null,
  siteHints: null,
  plan: null,
  run: null,
  result: null,
  residency: 'unknown',
  pictures: NO_PICTURES,
  report: NO_REPORT,
  kept: NOTHING_KEPT,
  desk: EMPTY_DESK,
};

/** Whether a verdict speaks of the region of the data. */
export function isRegionVerdict(kind: VerdictKind): boolean {
  return kind === 'residency' || kind === 'residency-suspected';
}

/** Whether a picture of the residency page belongs to this result. */
export function wantsPicture(result: CheckResult): boolean {
  return isRegionVerdict(result.diagnosis.verdict.kind);
}

/** Kinds that say nothing of Snapshots, which connects from elsewhere: that they are gone repairs nothing there. */
const ON_THE_WAY: readonly VerdictKind[] = [
  'cancelled',
  'proxy-sign-in',
  'tls-untrusted',
  'network',
  'intercepted',
  'rate-limited',
];

/** Whether the result is the repair of what an earlier check of the same sites had found. */
export function isFixed({ result, kept }: FlowState): boolean {
  return (
    result?.diagnosis.verdict.kind === 'healthy' &&
    (kept.open?.runs ?? []).some(({ verdict: { kind } }) => kind !== 'healthy' && !ON_THE_WAY.includes(kind))
  );
}

/** The window as it begins, with what is known of this computer and of whom support may answer. */
export function cleared(state: FlowState): FlowState {
  const { way, folderName, intake } = state.report;
  const { contactName, contactMail } = intake;
  return {
    ...FIRST_STATE,
    report: { ...NO_REPORT, way, folderName, intake: { ...NO_INTAKE, contactName, contactMail } },
    kept: { ...NOTHING_KEPT, newest: state.kept.newest },
  };
}

/** Whether the open check is checked automatically just now. */
export function isWaiting({ kept }: FlowState): boolean {
  return kept.waiting.phase !== 'off';
}

/** Whether a check goes on whose result does not stand yet. */
export function isChecking({ run }: FlowState): boolean {
  return run !== null && !run.isComparing;
}

/** What the person has chosen for the report, as the main process takes it. */
export function choicesOf({ residency, pictures, report }: FlowState): EvidenceChoices {
  const { note, leaveOut, smallerPictures, intake } = report;
  return { residency, facts: [...pictures.facts], note, leaveOut: [...leaveOut], smallerPictures, intake };
}

/** Everything that the report is made of, as one text: equal choices give an equal report. */
export function choicesKey(state: FlowState): string {
  return JSON.stringify([
    choicesOf(state),
    state.pictures.held.map(({ id, edit }) => [id, edit]),
    state.result?.diagnosis.finishedAt,
  ]);
}

/** Whether the report that is there is the one that is wanted. */
export function isFresh(state: FlowState): boolean {
  return state.report.prepared?.choices === choicesKey(state);
}
