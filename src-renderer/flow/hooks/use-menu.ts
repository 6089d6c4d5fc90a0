import { useEffect, useEffectEvent } from 'react';

import type { Bridge } from '../../../src-main/contract/ipc/ipc-schema.ts';
import type { MenuCommand } from '../../../src-main/contract/ipc/menu.ts';
import { ask } from '../../bridge.ts';
import { allowedCommands } from '../commands.ts';
import type { DeskActions } from '../desk/desk-actions.ts';
import type { FlowEvent } from '../events.ts';
import type { FlowState } from '../state.ts';

type Dispatch = (event: FlowEvent) => void;

/** Joins the flow to the menu: does what is chosen there, and tells which entries lose nothing now. */
export function useMenu(bridge: Bridge, state: FlowState, dispatch: Dispatch, desk: DeskActions): void {
  const commands = allowedCommands(state);
  const run = useEffectEvent((command: MenuCommand) => {
    // The menu may be a moment behind.
    if (commands.includes(command)) runCommand(command, dispatch, desk);
  });
  useEffect(() => bridge.app.onMenuCommand((command) => run(command)), [bridge]);
  useEffect(() => {
    void ask(() => bridge.app.allowCommands({ commands: [...commands] }));
  }, [bridge, commands]);
}

function runCommand(command: MenuCommand, dispatch: Dispatch, desk: DeskActions): void {
  switch (command) {
    case 'new-check':
      dispatch({ type: 'screen-wanted', screen: 'connect' });
      return;
    case 'open-file':
      void desk.openPending();
      return;
    case 'open-settings':
      // The form's own line hears it, and says why a file was not taken.
      return;
    case 'help':
      dispatch({ type: 'help-asked', isOpen: true });
      return;
  }
}
