import type { CaseRow, CaseView, Waiting } from '../../../src-main/contract/case.ts';
import type { OpenedCase } from '../../../src-main/contract/check-result.ts';
import type { Failure } from '../../../src-main/contract/failure.ts';
import type { HeldPicture } from '../../../src-main/contract/picture.ts';
import type { CaseWork } from '../state/open-case.ts';
import type { Compared, RowWork } from '../state/case-state.ts';
import type { Action } from '../state/kept.ts';

/** What can happen to the list of cases. */
export type ListEvent =
  | { readonly type: 'cases-asked' }
  | { readonly type: 'cases-listed'; readonly rows: readonly CaseRow[] }
  | { readonly type: 'cases-failed'; readonly failure: Failure }
  | { readonly type: 'row-worked'; readonly work: RowWork }
  | { readonly type: 'row-renamed'; readonly kept: CaseView };

/** What can happen to the case that is open. */
export type OpenCaseEvent =
  | { readonly type: 'case-opened'; readonly opened: OpenedCase; readonly pictures: readonly HeldPicture[] }
  /** A page that begins anew finds a case that is open in the main process. */
  | { readonly type: 'case-recalled'; readonly kept: CaseView; readonly waiting: Waiting }
  | { readonly type: 'case-worked'; readonly work: CaseWork }
  /** It was kept, or changed, or something was written into it. */
  | { readonly type: 'case-kept'; readonly kept: CaseView }
  /** The person ticked or chose something: it shows at once, and is `before` again where it cannot be stored. */
  | { readonly type: 'case-changing'; readonly wanted: CaseView }
  | { readonly type: 'case-changed'; readonly wanted: CaseView; readonly kept: CaseView }
  | {
      readonly type: 'case-not-changed';
      readonly wanted: CaseView;
      readonly before: CaseView;
      readonly failure: Failure;
    }
  | { readonly type: 'case-read-again'; readonly opened: OpenedCase }
  | { readonly type: 'waiting-told'; readonly waiting: Waiting };

/** What can happen on the screen for afterwards. */
export type FollowUpEvent =
  | { readonly type: 'follow-up-asked' }
  | { readonly type: 'runs-compared'; readonly compared: Compared | null }
  | { readonly type: 'bundle-asked'; readonly bundleId: string; readonly deed: Action }
  | { readonly type: 'bundle-done'; readonly bundleId: string; readonly deed: Action }
  | {
      readonly type: 'bundle-failed';
      readonly bundleId: string;
      readonly deed: Action;
      readonly failure: Failure;
    };

export type CaseEvent = ListEvent | OpenCaseEvent | FollowUpEvent;
