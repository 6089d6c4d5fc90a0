import type { ArrivalState } from '../../../src-main/contract/report/verification.ts';

/** How a state looks; the words beside it tell the same. */
export type StateLook = 'good' | 'attention' | 'wrong';

/** The look of an arrived file: wrong where its content is not to be relied on. */
export const STATE_LOOKS: Readonly<Record<ArrivalState, StateLook>> = {
  sound: 'good',
  repacked: 'good',
  incomplete: 'attention',
  newer: 'attention',
  'outlook-message': 'attention',
  winmail: 'attention',
  'mail-without-file': 'attention',
  'web-page': 'attention',
  empty: 'attention',
  damaged: 'wrong',
  changed: 'wrong',
  'cut-off': 'wrong',
  encrypted: 'wrong',
  'no-evidence': 'wrong',
};
