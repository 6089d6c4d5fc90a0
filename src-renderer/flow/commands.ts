import type { MenuCommand } from '../../src-main/contract/ipc/menu.ts';
import { mayOpenFile } from './reduce.ts';
import { isChecking } from './state.ts';
import type { FlowState } from './state.ts';

const NONE: readonly MenuCommand[] = [];
const HELP: readonly MenuCommand[] = ['help'];
/** Where nothing has been begun that another screen would take the place of. */
const BESIDE: readonly MenuCommand[] = ['new-check', 'open-file', 'help'];
/** The form says why a settings file was not taken. */
const AT_FORM: readonly MenuCommand[] = ['new-check', 'open-file', 'open-settings', 'help'];

/** The menu's commands that would lose nothing now; the same list object for the same answer. */
export function allowedCommands(state: FlowState): readonly MenuCommand[] {
  // The help has a way back of its own, and nothing is to move below it.
  if (state.isHelpOpen) return NONE;
  if (!mayOpenFile(state)) return HELP;
  return state.screen === 'connect' && !isChecking(state) ? AT_FORM : BESIDE;
}
