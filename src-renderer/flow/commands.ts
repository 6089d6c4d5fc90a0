import type { MenuCommand } from '../../src-main/contract/ipc/menu.ts';
import type { FlowState } from './state/state.ts';

const NONE: readonly MenuCommand[] = [];
/** Where a new check begins beside what is kept. */
const AT_THE_LIST: readonly MenuCommand[] = ['new-check', 'help'];
const HELP: readonly MenuCommand[] = ['help'];
/** Where nothing has been entered that another screen would take the place of. */
const AT_THE_DOOR: readonly MenuCommand[] = ['new-check', 'open-file', 'help'];

/** The menu's commands that would lose nothing now; the same list object for the same answer. */
export function allowedCommands(state: FlowState): readonly MenuCommand[] {
  // The help has a way back of its own, and nothing is to move below it.
  if (state.isHelpOpen) return NONE;
  switch (state.screen) {
    case 'welcome':
    case 'evidence-file':
      return AT_THE_DOOR;
    case 'cases':
      return AT_THE_LIST;
    case 'follow-up':
    case 'connection':
    case 'checking':
    case 'verdict':
    case 'picture':
    case 'review':
    case 'hand-over':
      return HELP;
  }
}
