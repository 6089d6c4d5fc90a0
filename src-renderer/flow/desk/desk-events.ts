import type { Failure } from '../../../src-main/contract/failure.ts';
import type { ArrivedBundle } from '../../../src-main/contract/report/verification.ts';

/** What can be copied at the desk. */
export type DeskText = 'letter' | 'missing';

/** What can happen at support's desk. `id` names a file as it was opened. */
export type DeskEvent =
  /** Files were dropped or chosen, in place of those before; `leftOut` is how many more there were. */
  | {
      readonly type: 'file-opened';
      readonly files: readonly { readonly id: number; readonly name: string }[];
      readonly leftOut: number;
    }
  | { readonly type: 'file-verified'; readonly id: number; readonly bundles: readonly ArrivedBundle[] }
  | { readonly type: 'file-failed'; readonly id: number; readonly failure: Failure }
  | { readonly type: 'bundle-opened'; readonly id: number; readonly at: number }
  | { readonly type: 'file-chosen'; readonly path: string }
  | { readonly type: 'text-copied'; readonly text: DeskText; readonly failure: Failure | null };
