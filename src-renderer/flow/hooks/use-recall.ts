import { useEffect, useState } from 'react';

import type { Bridge } from '../../../src-main/contract/ipc/ipc-schema.ts';
import { ask } from '../../bridge.ts';
import { openPending } from '../desk/desk-actions.ts';
import type { FlowEvent } from '../events.ts';
import { mayOpenFile } from '../reduce.ts';
import { RECALLED_RUN } from '../run-events.ts';
import type { FlowState } from '../state.ts';

/**
 * Takes over what is open when the page begins: what is known of the connection, the run that goes on or the last one,
 * and the pictures. Shows the evidence file that the main process was given, as soon as that loses nothing.
 * Returns whether such a file waits until the person is back at the first screen.
 */
export function useRecall(bridge: Bridge, state: FlowState, dispatch: (event: FlowEvent) => void): boolean {
  /** Whether the main process has an evidence file; at the start it may have been started with one. */
  const [offered, setOffered] = useState<'perhaps' | 'yes' | 'no'>('perhaps');

  useEffect(() => bridge.evidence.onPending(() => setOffered('yes')), [bridge]);
  useEffect(() => {
    const recallOpen = async (): Promise<void> => {
      const shown = await ask(() => bridge.diagnosis.connection(null));
      if (shown.ok && shown.value !== null) dispatch({ type: 'recalled', shown: shown.value });
      const told = await ask(() => bridge.diagnosis.snapshot(null));
      const run = RECALLED_RUN;
      dispatch({ type: 'run-resumed', run, told: told.ok ? told.value : null });
      if (!told.ok || told.value === null) return;
      const pictures = await ask(() => bridge.pictures.list(null));
      if (pictures.ok) dispatch({ type: 'pictures-recalled', pictures: pictures.value });
      const answer = await ask(() => bridge.diagnosis.follow(null));
      if (answer.ok) dispatch({ type: 'check-ended', run, result: answer.value });
      else dispatch({ type: 'check-failed', run, failure: answer.failure });
    };
    void recallOpen();
  }, [bridge, dispatch]);

  const mayOpen = mayOpenFile(state);
  useEffect(() => {
    if (offered === 'no' || !mayOpen) return;
    const open = async (): Promise<void> => {
      await openPending(bridge, dispatch);
      setOffered('no');
    };
    void open();
  }, [bridge, dispatch, offered, mayOpen]);

  return offered === 'yes' && !mayOpen;
}
