import type { CheckResult } from '../../src-main/contract/channels.ts';
import type { Progress, Residency, StepName } from '../../src-main/contract/diagnosis.ts';
import type {
  EvidenceChoices,
  EvidencePreview,
  OptionalPart,
  SavedBundle,
  Transcript,
} from '../../src-main/contract/evidence.ts';
import type { Failure } from '../../src-main/contract/failure.ts';
import type {
  CaptureSources,
  HeldPicture,
  PictureEdit,
  ResidencyFact,
  ResidencyPageState,
} from '../../src-main/contract/picture.ts';
import type { Plan, SiteHints } from '../../src-main/contract/plan.ts';
import type { VerifiedBundle } from '../../src-main/contract/verification.ts';
import { NO_CASE } from './case-state.ts';
import type { CasesState, FollowUpState, OpenCase } from './case-state.ts';
import { isRegionVerdict } from './checklists.ts';
import { EMPTY_FORM } from './form.ts';
import type { FormState } from './form.ts';

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

/** A prepared bundle, what it was prepared for, and where it was saved. */
export interface KeptEvidence {
  /** The choices that it was made of, by `choicesKey`. */
  readonly choices: string;
  readonly preview: EvidencePreview;
  readonly saved: SavedBundle | null;
}

/** What one run has brought; lives until the next run or the end of the case. */
export interface Findings {
  readonly result: CheckResult;
  /** The run that still compares the hosts; null once it has ended. */
  readonly comparing: number | null;
  readonly kept: KeptEvidence | null;
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

/** What a person can do with the saved file, apart from leaving. */
export type Deed = 'mail' | 'share' | 'draft' | 'folder' | 'file' | 'drag' | 'address' | 'subject' | 'body';

/** The last thing that was done with the saved file. */
export type LastDeed =
  | { readonly state: 'none' }
  | { readonly state: 'doing' | 'done'; readonly deed: Deed }
  | { readonly state: 'failed'; readonly deed: Deed; readonly failure: Failure };

/** The pictures of the case, what the person says of the page, and the Atlassian window if it is open. */
export interface Shelf {
  readonly pictures: readonly HeldPicture[];
  readonly facts: readonly ResidencyFact[];
  /** Whether the facts were read off the page and not typed. */
  readonly areFactsRead: boolean;
  readonly page: ResidencyPageState | null;
}

/** What goes along with the evidence, and what does not. */
export interface Extras {
  readonly note: string;
  readonly leaveOut: readonly OptionalPart[];
  /** Whether pictures are made smaller, so that the file can be mailed. */
  readonly smallerPictures: boolean;
}

/** What outlives a change of screens. */
export interface Kept {
  readonly form: FormState;
  readonly residency: Residency;
  readonly shelf: Shelf;
  readonly extras: Extras;
  /** Whether the help lies over the screen, which stays below as it is. */
  readonly isHelpOpen: boolean;
  readonly open: OpenCase;
}

export type WelcomeState = Kept & { readonly screen: 'welcome'; readonly findings: Findings | null };
/** A file from somebody else, looked at. */
export type EvidenceFileState = Kept & {
  readonly screen: 'evidence-file';
  readonly findings: Findings | null;
  readonly fileName: string;
  readonly verified: VerifiedBundle | null;
  readonly failure: Failure | null;
  readonly chosenPath: string | null;
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
  readonly last: LastDeed;
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

export const EMPTY_SHELF: Shelf = { pictures: [], facts: [], areFactsRead: false, page: null };

const NO_EXTRAS: Extras = { note: '', leaveOut: [], smallerPictures: false };

export const FIRST_STATE: WelcomeState = {
  screen: 'welcome',
  form: EMPTY_FORM,
  residency: 'unknown',
  shelf: EMPTY_SHELF,
  extras: NO_EXTRAS,
  isHelpOpen: false,
  open: NO_CASE,
  findings: null,
};

/** What outlives a change of screens. */
export function kept(state: Kept): Kept {
  const { form, residency, shelf, extras, isHelpOpen, open } = state;
  return { form, residency, shelf, extras, isHelpOpen, open };
}

/** What the person has chosen for the evidence, as the main process takes it. */
export function evidenceChoices({ residency, shelf, extras }: Kept): EvidenceChoices {
  return {
    residency,
    facts: [...shelf.facts],
    note: extras.note,
    leaveOut: [...extras.leaveOut],
    smallerPictures: extras.smallerPictures,
  };
}

/** The same, taken back by a page that begins anew. */
export function withChoices(keeps: Kept, choices: EvidenceChoices | null): Kept {
  if (choices === null) return keeps;
  const { residency, facts, note, leaveOut, smallerPictures } = choices;
  return {
    ...keeps,
    residency,
    shelf: { ...keeps.shelf, facts },
    extras: { note, leaveOut, smallerPictures },
  };
}

/** Everything that the person has chosen for the evidence, as one text: equal choices give equal evidence. */
export function choicesKey({ residency, shelf, extras }: Kept): string {
  return JSON.stringify([residency, extras, shelf.facts, shelf.pictures.map(({ id, edit }) => [id, edit])]);
}

/** Whether a picture of the residency page belongs to this result. */
export function wantsPicture({ diagnosis }: CheckResult): boolean {
  return isRegionVerdict(diagnosis.verdict.kind);
}
