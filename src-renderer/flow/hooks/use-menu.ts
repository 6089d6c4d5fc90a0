import { useEffect } from 'react';

import type { Bridge } from '../../../src-main/contract/ipc/ipc-schema.ts';
import type { MenuCommand } from '../../../src-main/contract/ipc/menu.ts';
import { ask } from '../../bridge.ts';
import { allowedCommands } from '../commands.ts';
import { openPending } from '../desk/desk-actions.ts';
import type { FlowEvent } from '../events/events.ts';
import type { FlowState } from '../state/state.ts';

type Dispatch = (event: FlowEvent) => void;

/** Joins the flow to the menu: does what is chosen there, and tells which entries lose nothing now. */
export function useMenu(bridge: Bridge, state: FlowState, dispatch: Dispatch): void {
  useEffect(
    () => bridge.app.onMenuCommand((command) => runCommand(command, bridge, dispatch)),
    [bridge, dispatch],
  );
  const commands = allowedCommands(state);
  useEffect(() => {
    void ask(() => bridge.app.allowCommands({ commands: [...commands] }));
  }, [bridge, commands]);
}

function runCommand(command: MenuCommand, bridge: Bridge, dispatch: Dispatch): void {
  switch (command) {
    case 'new-check':
      dispatch({ type: 'began' });
      return;
    case 'open-file':
      void openPending(bridge, dispatch);
      return;
    case 'help':
      dispatch({ type: 'help-opened' });
      return;
  }
}
