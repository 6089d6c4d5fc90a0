import type { Failure } from '../../../src-main/contract/failure.ts';
import type { VerifiedBundle } from '../../../src-main/contract/verification.ts';
import { EMPTY_DESK } from './desk-state.ts';
import type { DeskState } from './desk-state.ts';

/** A report from somebody else. */
export type DeskEvent =
  | { readonly type: 'file-opened'; readonly fileName: string }
  | { readonly type: 'file-verified'; readonly verified: VerifiedBundle }
  | { readonly type: 'file-failed'; readonly failure: Failure }
  | { readonly type: 'file-chosen'; readonly path: string };

/** Returns the desk after one of its events. */
export function onDeskEvent(desk: DeskState, event: DeskEvent): DeskState {
  switch (event.type) {
    case 'file-opened':
      return { ...EMPTY_DESK, fileName: event.fileName };
    case 'file-verified':
      return { ...desk, verified: event.verified, chosenPath: event.verified.files[0]?.path ?? null };
    case 'file-failed':
      return { ...desk, failure: event.failure };
    case 'file-chosen':
      return { ...desk, chosenPath: event.path };
  }
}
