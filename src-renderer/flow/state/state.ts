import type { CheckResult } from '../../../src-main/contract/check-result.ts';
import type { Progress, StepName } from '../../../src-main/contract/diagnosis.ts';
import type { SavedBundle, Transcript } from '../../../src-main/contract/evidence.ts';
import type { Failure } from '../../../src-main/contract/failure.ts';
import type { CaptureSources, PictureEdit } from '../../../src-main/contract/picture.ts';
import type { Plan, SiteHints } from '../../../src-main/contract/plan.ts';
import type { DeskState } from '../desk/desk-state.ts';
import type { CasesState, FollowUpState } from './case-state.ts';
import { isRegionVerdict } from '../checklists.ts';
import { EMPTY_FORM } from './form.ts';
import { EMPTY_SHELF, NO_EXTRAS } from './kept.ts';
import type { Findings, Kept, KeptEvidence, LastAction } from './kept.ts';
import { NO_CASE } from './open-case.ts';

/** The steps of a run in the order in which they are listed. */
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

export interface ReadyEvidence {
  readonly state: 'ready';
  readonly kept: KeptEvidence;
  readonly chosenPath: string | null;
  readonly saving: Saving;
}

export type Preparation =
  /** `before` stays in view while the evidence is made anew, so that nobody loses their place. */
  | { readonly state: 'preparing'; readonly request: number; readonly before: ReadyEvidence | null }
  | { readonly state: 'failed'; readonly failure: Failure }
  | ReadyEvidence;

export type Saving =
  | { readonly state: 'idle' }
  | { readonly state: 'saving'; readonly where: 'downloads' | 'choose' }
  | { readonly state: 'failed'; readonly failure: Failure };

export type WelcomeState = Kept & { readonly screen: 'welcome'; readonly findings: Findings | null };
/** Files from customers, looked at by support. */
export type EvidenceFileState = Kept & {
  readonly screen: 'evidence-file';
  readonly findings: Findings | null;
  readonly desk: DeskState;
};
export type ConnectionState = Kept & {
  readonly screen: 'connection';
  readonly findings: Findings | null;
  /** A failure that belongs to no field. */
  readonly failure: Failure | null;
  /** What Atlassian says of the two sites, as they stood when it was asked. */
  readonly siteHints: (SiteHints & { readonly asked: string }) | null;
  /** What a run would do; null until the person wants to see it. */
  readonly plan: Plan | null;
};
export type CheckingState = Kept & {
  readonly screen: 'checking';
  readonly run: number;
  readonly steps: readonly RunStep[];
  /** The calls that have ended, as they will stand in the bundle. */
  readonly transcripts: readonly Transcript[];
  readonly stopping: boolean;
};
export type VerdictState = Kept & { readonly screen: 'verdict'; readonly findings: Findings };
/** The four ways to a picture. */
export const PICTURE_WAYS = ['browser', 'screen', 'page', 'nobody'] as const;
export type WayToPicture = (typeof PICTURE_WAYS)[number];

/** A picture that is worked on, with the steps that can be undone and done again. */
export interface Editing {
  readonly id: string;
  readonly past: readonly PictureEdit[];
  readonly present: PictureEdit;
  readonly future: readonly PictureEdit[];
}

export type PictureState = Kept & {
  readonly screen: 'picture';
  readonly result: CheckResult;
  readonly kept: KeptEvidence | null;
  readonly way: WayToPicture;
  readonly sources: CaptureSources | null;
  readonly busy: boolean;
  readonly failure: Failure | null;
  readonly editing: Editing | null;
};
export type ReviewState = Kept & {
  readonly screen: 'review';
  readonly result: CheckResult;
  readonly preparation: Preparation;
};
export type HandOverState = Kept & {
  readonly screen: 'hand-over';
  readonly result: CheckResult;
  readonly kept: KeptEvidence;
  readonly saved: SavedBundle;
  readonly last: LastAction;
  readonly leaving:
    | { readonly state: 'idle' | 'leaving' }
    | { readonly state: 'failed'; readonly failure: Failure };
};

/** Where the person is; each screen carries exactly what it cannot do without. */
export type FlowState =
  | WelcomeState
  | EvidenceFileState
  | ConnectionState
  | CheckingState
  | VerdictState
  | PictureState
  | ReviewState
  | HandOverState
  | CasesState
  | FollowUpState;
export type ScreenName = FlowState['screen'];

export const FIRST_STATE: WelcomeState = {
  screen: 'welcome',
  form: EMPTY_FORM,
  residency: 'unknown',
  pictureStep: EMPTY_SHELF,
  extras: NO_EXTRAS,
  isHelpOpen: false,
  open: NO_CASE,
  findings: null,
};

/** Whether a picture of the residency page belongs to this result. */
export function wantsPicture({ diagnosis }: CheckResult): boolean {
  return isRegionVerdict(diagnosis.verdict.kind);
}
