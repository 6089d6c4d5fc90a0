import type { CheckResult } from '../../../src-main/contract/check-result.ts';
import type { Residency } from '../../../src-main/contract/diagnosis.ts';
import type {
  EvidenceChoices,
  EvidencePreview,
  OptionalPart,
  SavedBundle,
} from '../../../src-main/contract/evidence.ts';
import type { Failure } from '../../../src-main/contract/failure.ts';
import type { HeldPicture, ResidencyFact, ResidencyPageState } from '../../../src-main/contract/picture.ts';
import type { FormState } from './form.ts';
import type { OpenCase } from './open-case.ts';

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

/** What a person can do with the saved file, apart from leaving. */
export type Action = 'mail' | 'share' | 'draft' | 'folder' | 'file' | 'drag' | 'address' | 'subject' | 'body';

/** The last thing that was done with the saved file. */
export type LastAction =
  | { readonly state: 'none' }
  | { readonly state: 'doing' | 'done'; readonly deed: Action }
  | { readonly state: 'failed'; readonly deed: Action; readonly failure: Failure };

/** The pictures of the case, what the person says of the page, and the Atlassian window if it is open. */
export interface PictureStepState {
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
  readonly pictureStep: PictureStepState;
  readonly extras: Extras;
  /** Whether the help lies over the screen, which stays below as it is. */
  readonly isHelpOpen: boolean;
  readonly open: OpenCase;
}

export const EMPTY_SHELF: PictureStepState = { pictures: [], facts: [], areFactsRead: false, page: null };

export const NO_EXTRAS: Extras = { note: '', leaveOut: [], smallerPictures: false };

/** What outlives a change of screens. */
export function kept(state: Kept): Kept {
  const { form, residency, pictureStep, extras, isHelpOpen, open } = state;
  return { form, residency, pictureStep, extras, isHelpOpen, open };
}

/** What the person has chosen for the evidence, as the main process takes it. */
export function evidenceChoices({ residency, pictureStep, extras }: Kept): EvidenceChoices {
  return {
    residency,
    facts: [...pictureStep.facts],
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
    pictureStep: { ...keeps.pictureStep, facts },
    extras: { note, leaveOut, smallerPictures },
  };
}

/** Everything that the person has chosen for the evidence, as one text: equal choices give equal evidence. */
export function choicesKey({ residency, pictureStep, extras }: Kept): string {
  return JSON.stringify([
    residency,
    extras,
    pictureStep.facts,
    pictureStep.pictures.map(({ id, edit }) => [id, edit]),
  ]);
}
