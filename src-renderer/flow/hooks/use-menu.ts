import { useEffect, useEffectEvent } from 'react';

import type { Bridge } from '../../../src-main/contract/ipc/ipc-schema.ts';
import type { MenuCommand } from '../../../src-main/contract/ipc/menu.ts';
import { ask } from '../../bridge.ts';
import { allowedCommands } from '../commands.ts';
import type { FlowEvent } from '../events.ts';
import type { FlowState } from '../state.ts';

type Dispatch = (event: FlowEvent) => void;

/** Joins the flow to the menu: does what is chosen there, and tells which entries lose nothing now. */
export function useMenu(bridge: Bridge, state: FlowState, dispatch: Dispatch): void {
  const commands = allowedCommands(state);
  const run = useEffectEvent((command: MenuCommand) => {
    // The menu may be a moment behind.
    if (commands.includes(command)) runCommand(command, bridge, dispatch);
  });
  useEffect(() => bridge.app.onMenuCommand((command) => run(command)), [bridge]);
  useEffect(() => {
    void ask(() => bridge.app.allowCommands({ commands: [...commands] }));
  }, [bridge, commands]);
}

/** Shows the report that the main process was given to open, if there is one. */
export async function openOffered(bridge: Bridge, dispatch: Dispatch): Promise<void> {
  const opened = await ask(() => bridge.evidence.takePending(null));
  if (opened.ok && opened.value === null) return;
  dispatch({ type: 'file-opened', fileName: '' });
  if (!opened.ok) dispatch({ type: 'file-failed', failure: opened.failure });
  else if (opened.value !== null) dispatch({ type: 'file-verified', verified: opened.value });
}

function runCommand(command: MenuCommand, bridge: Bridge, dispatch: Dispatch): void {
  switch (command) {
    case 'new-check':
      dispatch({ type: 'connect-wanted' });
      return;
    case 'open-file':
      void openOffered(bridge, dispatch);
      return;
    case 'help':
      dispatch({ type: 'help-opened' });
      return;
  }
}
