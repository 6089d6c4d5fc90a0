import { useEffect } from 'react';
import type { Dispatch } from 'react';

import type { Result } from '../../../src-main/contract/failure.ts';
import type { Bridge } from '../../../src-main/contract/ipc/ipc-schema.ts';
import type { Waiting } from '../../../src-main/contract/case.ts';
import { formatUntrusted, tEnglish } from '../../../src-main/i18n/translator.ts';
import { ask } from '../../bridge.ts';
import type { FlowEvent } from '../events.ts';
import type { FlowState } from '../state.ts';

/** What can be asked for around the checks that are kept on this computer. */
export interface KeptActions {
  readonly toHistory: () => void;
  /** Opens a kept check at its result, or at the form to check again. */
  readonly open: (id: string, leadsTo: 'result' | 'connect') => void;
  /** Deletes a kept check for good; with the open one goes all that is known of it. */
  readonly forget: (id: string) => void;
  /** Checks automatically from now on, every so many minutes. */
  readonly startWaiting: (minutes: number) => void;
  readonly stopWaiting: () => void;
}

/** Listens to what the main process does with the open check, tells it what the person changes, and answers what is asked. */
export function useKept(bridge: Bridge, state: FlowState, dispatch: Dispatch<FlowEvent>): KeptActions {
  const { open, history } = state.kept;

  useEffect(() => {
    const stops = [
      bridge.cases.onKept(({ kept, problem }) => {
        if (problem !== null) {
          const message = formatUntrusted(tEnglish, problem, problem.key);
          const failure = { code: 'our-fault', message, phrase: problem, field: null } as const;
          dispatch({ type: 'check-not-kept', failure });
        }
        if (kept === null) return;
        dispatch({ type: 'check-kept', kept });
        void readAgain(bridge, dispatch);
      }),
      bridge.recheck.onState((waiting) => dispatch({ type: 'waiting-told', waiting })),
    ];
    return () => stops.forEach((stopListening) => stopListening());
  }, [bridge, dispatch]);

  useEffect(() => {
    const recall = async (): Promise<void> => {
      const opened = await ask(() => bridge.cases.current(null));
      if (!opened.ok || opened.value === null) return;
      const waiting = await ask(() => bridge.recheck.state(null));
      if (waiting.ok) dispatch({ type: 'kept-recalled', kept: opened.value.kept, waiting: waiting.value });
    };
    void recall();
  }, [bridge, dispatch]);

  const isAtConnect = state.screen === 'connect' && open === null;
  useEffect(() => {
    if (!isAtConnect) return;
    const look = async (): Promise<void> => {
      const answer = await ask(() => bridge.cases.newest(null));
      // No answer is no news: the line above the form is a kindness.
      if (answer.ok) dispatch({ type: 'newest-told', row: answer.value });
    };
    void look();
  }, [bridge, dispatch, isAtConnect]);

  const isListWanted = state.screen === 'history' && history.state === 'loading';
  useEffect(() => {
    if (!isListWanted) return;
    const list = async (): Promise<void> => {
      const answer = await ask(() => bridge.cases.list(null));
      if (answer.ok) dispatch({ type: 'history-listed', rows: answer.value });
      else dispatch({ type: 'history-failed', failure: answer.failure });
    };
    void list();
  }, [bridge, dispatch, isListWanted]);

  const openId = open?.id ?? null;
  const isSending = state.screen === 'send';
  useEffect(() => {
    // What came while the report was sent was not shown.
    if (!isSending && openId !== null) void readAgain(bridge, dispatch);
  }, [bridge, dispatch, isSending, openId]);

  const { residency, pictures, report } = state;
  const { note, intake } = report;
  useEffect(() => {
    if (openId === null) return;
    const { snapshotsError, since, xrayInJira } = intake;
    const told = {
      residency,
      facts: [...pictures.facts],
      note,
      intake: { snapshotsError, since, xrayInJira },
    };
    const keep = async (): Promise<void> => {
      const answer = await ask(() => bridge.cases.keep(told));
      if (!answer.ok) dispatch({ type: 'check-not-kept', failure: answer.failure });
    };
    void keep();
  }, [bridge, dispatch, openId, residency, pictures.facts, note, intake]);

  const openKept = async (id: string, leadsTo: 'result' | 'connect'): Promise<void> => {
    if (id === openId) {
      dispatch({ type: 'screen-wanted', screen: leadsTo });
      return;
    }
    dispatch({ type: 'row-worked', work: { state: 'working', id } });
    const opened = await ask(() => bridge.cases.open({ id }));
    if (!opened.ok) {
      dispatch({ type: 'screen-wanted', screen: 'history' });
      dispatch({ type: 'row-worked', work: { state: 'failed', id, failure: opened.failure } });
      return;
    }
    const held = await ask(() => bridge.pictures.list(null));
    dispatch({ type: 'kept-opened', opened: opened.value, pictures: held.ok ? held.value : [], leadsTo });
  };

  const forget = async (id: string): Promise<void> => {
    dispatch({ type: 'row-worked', work: { state: 'working', id } });
    const answer = await ask(() => bridge.cases.remove({ id }));
    if (answer.ok) {
      dispatch({ type: 'history-listed', rows: answer.value });
      return;
    }
    dispatch({ type: 'row-worked', work: { state: 'failed', id, failure: answer.failure } });
    if (id === openId) dispatch({ type: 'check-not-kept', failure: answer.failure });
  };

  const wait = async (request: () => Promise<Result<Waiting>>): Promise<void> => {
    dispatch({ type: 'waiting-asked' });
    const answer = await ask(request);
    if (answer.ok) dispatch({ type: 'waiting-told', waiting: answer.value });
    else dispatch({ type: 'waiting-failed', failure: answer.failure });
  };

  return {
    toHistory: () => dispatch({ type: 'screen-wanted', screen: 'history' }),
    open: (id, leadsTo) => void openKept(id, leadsTo),
    forget: (id) => void forget(id),
    startWaiting: (minutes) => void wait(() => bridge.recheck.start({ minutes })),
    stopWaiting: () => void wait(() => bridge.recheck.stop(null)),
  };
}

/** Asks for the open check with its latest result, which the app may have made by itself. */
async function readAgain(bridge: Bridge, dispatch: Dispatch<FlowEvent>): Promise<void> {
  const opened = await ask(() => bridge.cases.current(null));
  if (opened.ok && opened.value !== null) dispatch({ type: 'kept-read-again', opened: opened.value });
}
