import type { CheckResult, RunSnapshot } from '../../../src-main/contract/check-result.ts';
import type { ConnectionShown } from '../../../src-main/contract/input/connection.ts';
import type { Diagnosis, Progress, Residency } from '../../../src-main/contract/diagnosis.ts';
import type { EvidencePreview, SavedBundle, Transcript } from '../../../src-main/contract/evidence.ts';
import type { Failure, FieldName } from '../../../src-main/contract/failure.ts';
import type {
  CaptureSources,
  HeldPicture,
  PictureEdit,
  ResidencyFact,
  ResidencyPageState,
} from '../../../src-main/contract/picture.ts';
import type { Plan, SiteHints } from '../../../src-main/contract/plan.ts';
import type { DeskEvent } from '../desk/desk-events.ts';
import type { CaseEvent } from './case-events.ts';
import type { FieldErrors } from '../state/form.ts';
import type { Action, Extras } from '../state/kept.ts';
import type { WayToPicture } from '../state/state.ts';

/** Everything that can happen. An event that does not fit the present screen changes nothing. */
export type FlowEvent =
  | { readonly type: 'recalled'; readonly shown: ConnectionShown }
  | { readonly type: 'run-resumed'; readonly run: number; readonly told: RunSnapshot | null }
  | { readonly type: 'pictures-recalled'; readonly pictures: readonly HeldPicture[] }
  | { readonly type: 'began' }
  /** The keys of the open case are asked for again. */
  | { readonly type: 'keys-asked' }
  | { readonly type: 'went-back' }
  | { readonly type: 'help-opened' }
  | { readonly type: 'help-closed' }
  | { readonly type: 'result-reopened' }
  | DeskEvent
  | { readonly type: 'typed'; readonly field: FieldName; readonly text: string }
  | { readonly type: 'pasted'; readonly field: 'clientId' | 'clientSecret'; readonly text: string }
  | { readonly type: 'field-left'; readonly field: FieldName }
  | { readonly type: 'sites-looked-up'; readonly asked: string; readonly hints: SiteHints }
  | { readonly type: 'plan-ready'; readonly plan: Plan }
  | { readonly type: 'check-refused'; readonly errors: FieldErrors }
  | { readonly type: 'check-started'; readonly run: number }
  | { readonly type: 'progress'; readonly progress: Progress }
  | { readonly type: 'stop-asked' }
  | { readonly type: 'call-ended'; readonly transcript: Transcript }
  | { readonly type: 'verdict-stands'; readonly diagnosis: Diagnosis }
  | { readonly type: 'check-ended'; readonly run: number; readonly result: CheckResult }
  | { readonly type: 'check-failed'; readonly run: number; readonly failure: Failure }
  | { readonly type: 'residency-chosen'; readonly residency: Residency }
  | PictureEvent
  | CaseEvent
  | { readonly type: 'extras-changed'; readonly extras: Extras }
  | { readonly type: 'evidence-asked'; readonly request: number }
  | { readonly type: 'evidence-ready'; readonly request: number; readonly preview: EvidencePreview }
  | { readonly type: 'evidence-failed'; readonly request: number; readonly failure: Failure }
  | { readonly type: 'save-asked'; readonly where: 'downloads' | 'choose' }
  | { readonly type: 'save-ended'; readonly saved: SavedBundle | null }
  | { readonly type: 'save-failed'; readonly failure: Failure }
  | { readonly type: 'sending-reopened' }
  | { readonly type: 'deed-asked'; readonly deed: Action }
  | { readonly type: 'deed-done'; readonly deed: Action }
  | { readonly type: 'deed-failed'; readonly deed: Action; readonly failure: Failure }
  | { readonly type: 'leave-asked' }
  | { readonly type: 'leave-failed'; readonly failure: Failure }
  | { readonly type: 'left' };

/** What can happen around the pictures. */
export type PictureEvent =
  | { readonly type: 'picture-asked' }
  | { readonly type: 'way-chosen'; readonly way: WayToPicture }
  | { readonly type: 'sources-listed'; readonly sources: CaptureSources }
  | { readonly type: 'picture-work-began' }
  | { readonly type: 'picture-work-failed'; readonly failure: Failure }
  | { readonly type: 'picture-added'; readonly picture: HeldPicture }
  | { readonly type: 'pictures-changed'; readonly pictures: readonly HeldPicture[] }
  | { readonly type: 'page-read'; readonly facts: readonly ResidencyFact[]; readonly residency: Residency }
  | { readonly type: 'fact-typed'; readonly fact: ResidencyFact }
  | { readonly type: 'page-told'; readonly page: ResidencyPageState }
  | { readonly type: 'edit-opened'; readonly id: string }
  | { readonly type: 'edit-made'; readonly edit: PictureEdit }
  | { readonly type: 'edit-undone' }
  | { readonly type: 'edit-redone' }
  | { readonly type: 'edit-closed' };

export type EventOf<T extends FlowEvent['type']> = Extract<FlowEvent, { readonly type: T }>;
