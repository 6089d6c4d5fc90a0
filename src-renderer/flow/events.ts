import type { CaseRow, CaseView, Waiting } from '../../src-main/contract/case.ts';
import type { CheckResult, OpenedCase, RunSnapshot } from '../../src-main/contract/check-result.ts';
import type { Diagnosis, Progress } from '../../src-main/contract/diagnosis.ts';
import type { EvidencePreview, SavedBundle, Transcript } from '../../src-main/contract/report/evidence.ts';
import type { Failure, FieldName } from '../../src-main/contract/failure.ts';
import type { ConnectionShown } from '../../src-main/contract/input/connection.ts';
import type { Intake } from '../../src-main/contract/report/intake.ts';
import type {
  CaptureSources,
  HeldPicture,
  PictureEdit,
  ResidencyFact,
  ResidencyPageState,
} from '../../src-main/contract/picture.ts';
import type { Plan, SiteHints } from '../../src-main/contract/plan.ts';
import type { DeskEvent } from './desk/desk-events.ts';
import type { FieldErrors } from './form.ts';
import type { Action, CheckRow, Extras, RowWork, ScreenName } from './state.ts';

/** The keys and sites. */
export type FormEvent =
  | { readonly type: 'recalled'; readonly shown: ConnectionShown }
  | { readonly type: 'typed'; readonly field: FieldName; readonly text: string }
  | { readonly type: 'pasted'; readonly field: 'clientId' | 'clientSecret'; readonly text: string }
  | { readonly type: 'field-left'; readonly field: FieldName }
  | { readonly type: 'sites-looked-up'; readonly asked: string; readonly hints: SiteHints }
  | { readonly type: 'plan-ready'; readonly plan: Plan }
  | { readonly type: 'check-refused'; readonly errors: FieldErrors }
  /** Other keys are wanted: both fields are emptied. */
  | { readonly type: 'keys-wanted' };

/** A check that goes on, and how it ends. */
export type RunEvent =
  | { readonly type: 'run-resumed'; readonly run: number; readonly told: RunSnapshot | null }
  | { readonly type: 'check-started'; readonly run: number }
  | { readonly type: 'progress'; readonly progress: Progress }
  | { readonly type: 'stop-asked' }
  | { readonly type: 'call-ended'; readonly transcript: Transcript }
  | { readonly type: 'verdict-stands'; readonly diagnosis: Diagnosis }
  | { readonly type: 'check-ended'; readonly run: number; readonly result: CheckResult }
  | { readonly type: 'check-failed'; readonly run: number; readonly failure: Failure };

/** The pictures of Atlassian's page, and what it says. */
export type PictureEvent =
  | { readonly type: 'pictures-recalled'; readonly pictures: readonly HeldPicture[] }
  | { readonly type: 'sources-listed'; readonly sources: CaptureSources }
  | { readonly type: 'picture-work-began' }
  | { readonly type: 'picture-work-failed'; readonly failure: Failure }
  | { readonly type: 'request-copied' }
  | { readonly type: 'picture-added'; readonly picture: HeldPicture }
  | { readonly type: 'pictures-changed'; readonly pictures: readonly HeldPicture[] }
  | { readonly type: 'page-read'; readonly facts: readonly ResidencyFact[] }
  | { readonly type: 'fact-chosen'; readonly fact: ResidencyFact }
  | { readonly type: 'page-told'; readonly page: ResidencyPageState }
  | { readonly type: 'edit-opened'; readonly id: string }
  | { readonly type: 'edit-made'; readonly edit: PictureEdit }
  | { readonly type: 'edit-undone' }
  | { readonly type: 'edit-redone' };

/** The report before and after it is saved. */
export type ReportEvent =
  | { readonly type: 'computer-told'; readonly way: 'draft' | 'mail'; readonly folderName: string }
  | { readonly type: 'contact-recalled'; readonly contact: Pick<Intake, 'contactName' | 'contactMail'> }
  | { readonly type: 'extras-changed'; readonly extras: Partial<Extras> }
  | { readonly type: 'report-asked'; readonly request: number }
  | {
      readonly type: 'report-ready';
      readonly request: number;
      readonly choices: string;
      readonly preview: EvidencePreview;
    }
  | { readonly type: 'report-failed'; readonly request: number; readonly failure: Failure }
  | { readonly type: 'report-file-chosen'; readonly path: string }
  | { readonly type: 'save-asked' }
  /** Null when the person closed the dialog. */
  | { readonly type: 'save-ended'; readonly saved: SavedBundle | null }
  | { readonly type: 'save-failed'; readonly failure: Failure }
  | { readonly type: 'deed-asked'; readonly deed: Action }
  | { readonly type: 'deed-done'; readonly deed: Action }
  | { readonly type: 'deed-failed'; readonly deed: Action; readonly failure: Failure };

/** The checks that are kept on this computer. */
export type KeptEvent =
  | { readonly type: 'newest-told'; readonly row: CheckRow | null }
  | { readonly type: 'check-kept'; readonly kept: CaseView }
  | { readonly type: 'check-not-kept'; readonly failure: Failure }
  | { readonly type: 'kept-recalled'; readonly kept: CaseView; readonly waiting: Waiting }
  | { readonly type: 'kept-read-again'; readonly opened: OpenedCase }
  | {
      readonly type: 'kept-opened';
      readonly opened: OpenedCase;
      readonly pictures: readonly HeldPicture[];
      readonly leadsTo: 'result' | 'connect';
    }
  | { readonly type: 'waiting-asked' }
  | { readonly type: 'waiting-told'; readonly waiting: Waiting }
  | { readonly type: 'waiting-failed'; readonly failure: Failure }
  | { readonly type: 'history-listed'; readonly rows: readonly CaseRow[] }
  | { readonly type: 'history-failed'; readonly failure: Failure }
  | { readonly type: 'row-worked'; readonly work: RowWork };

/** The way from screen to screen. */
export type WayEvent =
  | { readonly type: 'went-back' }
  | { readonly type: 'screen-wanted'; readonly screen: Exclude<ScreenName, 'evidence-file'> }
  | { readonly type: 'help-asked'; readonly isOpen: boolean }
  /** The main process has forgotten everything. */
  | { readonly type: 'left' };

/** Everything that can happen. An event that does not fit the present screen changes nothing. */
export type FlowEvent = FormEvent | RunEvent | PictureEvent | ReportEvent | KeptEvent | WayEvent | DeskEvent;

export type EventOf<T extends FlowEvent['type']> = Extract<FlowEvent, { readonly type: T }>;
