import { useEffect, useRef, useState } from 'react';

import type { Bridge } from '../../../src-main/contract/ipc/ipc-schema.ts';
import { ask } from '../../bridge.ts';
import type { DeskActions } from '../desk/desk-actions.ts';
import type { FlowEvent } from '../events.ts';
import { mayOpenFile } from '../reduce.ts';
import { RECALLED_RUN } from '../run-events.ts';
import type { FlowState } from '../state.ts';

/**
 * Takes over what is open when the page begins: what is known of the connection, the run that goes on or the last one,
 * and the pictures. Shows the evidence files that the main process was given, as soon as that loses nothing.
 * Returns whether such files wait until the person is back at the first screen.
 */
export function useRecall(
  bridge: Bridge,
  state: FlowState,
  dispatch: (event: FlowEvent) => void,
  { openPending }: DeskActions,
): boolean {
  const offers = useRef(0);
  /** The offer of files that was not taken yet; the first is the start, which may have brought some. */
  const [offer, setOffer] = useState<number | null>(0);

  useEffect(() => bridge.evidence.onPending(() => setOffer((offers.current += 1))), [bridge]);
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
    if (offer === null || !mayOpen) return;
    const open = async (): Promise<void> => {
      await openPending();
      // What was handed over meanwhile is asked for once more.
      setOffer((newest) => (newest === offer ? null : newest));
    };
    void open();
  }, [openPending, offer, mayOpen]);

  return offer !== null && offer > 0 && !mayOpen;
}
