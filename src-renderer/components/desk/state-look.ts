import type { ArrivalState } from '../../../src-main/contract/report/verification.ts';

/** How a state looks; the words beside it tell the same. */
export type StateLook = 'good' | 'attention' | 'wrong';

/** Returns the look of an arrived file: wrong where its content is not to be relied on. */
export function lookOfState(state: ArrivalState): StateLook {
  switch (state) {
    case 'sound':
    case 'repacked':
      return 'good';
    case 'incomplete':
    case 'newer':
    case 'outlook-message':
    case 'winmail':
    case 'mail-without-file':
    case 'web-page':
    case 'empty':
      return 'attention';
    case 'damaged':
    case 'changed':
    case 'cut-off':
    case 'encrypted':
    case 'no-evidence':
      return 'wrong';
  }
}
