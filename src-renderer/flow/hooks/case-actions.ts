import { useEffect, useRef, useState } from 'react';
import type { Dispatch } from 'react';

import type { CaseState, CaseView } from '../../../src-main/contract/case.ts';
import type { Bridge } from '../../../src-main/contract/ipc/ipc-schema.ts';
import type { Residency } from '../../../src-main/contract/diagnosis.ts';
import type { Result } from '../../../src-main/contract/failure.ts';
import { tEnglish, formatUntrusted } from '../../../src-main/i18n/translator.ts';
import { ask } from '../../bridge.ts';
import { isWaiting } from '../state/open-case.ts';
import type { CaseWork } from '../state/open-case.ts';
import type { RowWork } from '../state/case-state.ts';
import type { CheckItem } from '../checklists.ts';
import { requestOf } from '../last-action.ts';
import type { FlowEvent } from '../events/events.ts';
import type { Action } from '../state/kept.ts';
import type { FlowState } from '../state/state.ts';

/** What the screens can ask for around kept cases. */
export interface CaseActions {
  /** Shows the list, and asks for it anew. */
  readonly toList: () => void;
  /** Opens a kept case; one that is open already goes on as it is, and one that is checked by itself is asked about first. */
  readonly open: (id: string) => void;
  /** Opens it all the same: what runs by itself ends. */
  readonly openAnyway: (id: string) => void;
  /** Begins to rename a row, asks whether it is to be deleted, or stops both. */
  readonly workOn: (work: RowWork) => void;
  readonly rename: (id: string, name: string) => void;
  readonly remove: (id: string) => void;
  /** Keeps what is open as a case; `follow-up` goes on to what comes afterwards. */
  readonly keep: (then: 'stay' | 'follow-up') => void;
  /** Writes what has changed into the case, if there is one. */
  readonly keepChanges: (residency: Residency) => void;
  readonly toFollowUp: () => void;
  readonly setState: (state: CaseState) => void;
  readonly tick: (item: CheckItem, isTicked: boolean) => void;
  readonly compare: (before: string, after: string) => void;
  /** Does something with a bundle of the case. */
  readonly send: (bundleId: string, deed: Action) => void;
  readonly startWaiting: (minutes: number) => void;
  readonly stopWaiting: () => void;
}

/** The requests to the main process around kept cases. */
export function caseActions(bridge: Bridge, dispatch: Dispatch<FlowEvent>, state: FlowState): CaseActions {
  const { kept } = state.open;

  /** Makes a request whose failure belongs to a place on the screen; null when it failed. */
  const work = async <T>(
    at: Extract<CaseWork, { state: 'failed' }>['at'],
    doing: 'keeping' | 'comparing' | 'starting',
    request: () => Promise<Result<T>>,
  ): Promise<T | null> => {
    dispatch({ type: 'case-worked', work: { state: doing } });
    const answer = await ask(request);
    if (answer.ok) return answer.value;
    dispatch({ type: 'case-worked', work: { state: 'failed', at, failure: answer.failure } });
    return null;
  };

  const keep = async (residency: Residency, then: 'stay' | 'follow-up'): Promise<void> => {
    const told = { name: null, residency, facts: [...state.pictureStep.facts], note: state.extras.note };
    const shown = await work('keep', 'keeping', () => bridge.cases.keep(told));
    if (shown === null) return;
    dispatch({ type: 'case-kept', kept: shown });
    if (then === 'follow-up') dispatch({ type: 'follow-up-asked' });
  };

  const change = async (
    edit: (before: CaseView) => CaseView,
    store: (id: string) => ReturnType<Bridge['cases']['setState']>,
  ): Promise<void> => {
    if (kept === null) return;
    const wanted = edit(kept);
    dispatch({ type: 'case-changing', wanted });
    const answer = await ask(() => store(kept.id));
    if (answer.ok) dispatch({ type: 'case-changed', wanted, kept: answer.value });
    else dispatch({ type: 'case-not-changed', wanted, before: kept, failure: answer.failure });
  };

  const open = async (id: string): Promise<void> => {
    if (id === kept?.id) {
      dispatch({ type: 'follow-up-asked' });
      await readAgain(bridge, dispatch);
      return;
    }
    dispatch({ type: 'row-worked', work: { state: 'working', id } });
    const opened = await ask(() => bridge.cases.open({ id }));
    if (!opened.ok) {
      dispatch({ type: 'row-worked', work: { state: 'failed', id, failure: opened.failure } });
      return;
    }
    const held = await ask(() => bridge.pictures.list(null));
    dispatch({ type: 'case-opened', opened: opened.value, pictures: held.ok ? held.value : [] });
  };

  const rename = async (id: string, name: string): Promise<void> => {
    dispatch({ type: 'row-worked', work: { state: 'working', id } });
    const answer = await ask(() => bridge.cases.rename({ id, name }));
    if (answer.ok) dispatch({ type: 'row-renamed', kept: answer.value });
    else dispatch({ type: 'row-worked', work: { state: 'failed', id, failure: answer.failure } });
  };

  const remove = async (id: string): Promise<void> => {
    dispatch({ type: 'row-worked', work: { state: 'working', id } });
    const answer = await ask(() => bridge.cases.remove({ id }));
    if (answer.ok) dispatch({ type: 'cases-listed', rows: answer.value });
    else dispatch({ type: 'row-worked', work: { state: 'failed', id, failure: answer.failure } });
  };

  const compare = async (before: string, after: string): Promise<void> => {
    if (kept === null) return;
    const comparison = await work('change', 'comparing', () =>
      bridge.cases.compareRuns({ id: kept.id, before, after }),
    );
    if (comparison === null) return;
    dispatch({ type: 'runs-compared', compared: { before, after, comparison } });
    dispatch({ type: 'case-worked', work: { state: 'idle' } });
  };

  const send = async (bundleId: string, deed: Action): Promise<void> => {
    dispatch({ type: 'bundle-asked', bundleId, deed });
    const answer = await ask(() => requestOf(bridge, deed, bundleId));
    if (answer.ok) dispatch({ type: 'bundle-done', bundleId, deed });
    else dispatch({ type: 'bundle-failed', bundleId, deed, failure: answer.failure });
  };

  const wait = async (request: () => ReturnType<Bridge['recheck']['stop']>): Promise<void> => {
    const waiting = await work('waiting', 'starting', request);
    if (waiting !== null) dispatch({ type: 'waiting-told', waiting });
  };

  return {
    toList: () => dispatch({ type: 'cases-asked' }),
    open: (id) => {
      if (isWaiting(state.open) && id !== kept?.id)
        dispatch({ type: 'row-worked', work: { state: 'leaving', id } });
      else void open(id);
    },
    openAnyway: (id) => void open(id),
    workOn: (row) => dispatch({ type: 'row-worked', work: row }),
    rename: (id, name) => void rename(id, name),
    remove: (id) => void remove(id),
    keep: (then) => void keep(state.residency, then),
    keepChanges: (residency) => {
      if (kept !== null) void keep(residency, 'stay');
    },
    toFollowUp: () => dispatch({ type: 'follow-up-asked' }),
    setState: (to) =>
      void change(
        (before) => ({ ...before, state: to }),
        (id) => bridge.cases.setState({ id, state: to }),
      ),
    tick: (item, isTicked) =>
      void change(
        (before) => {
          const others = before.ticked.filter((each) => each !== item);
          return { ...before, ticked: isTicked ? [...others, item] : others };
        },
        (id) => bridge.cases.tick({ id, item, isTicked }),
      ),
    compare: (before, after) => void compare(before, after),
    send: (bundleId, deed) => void send(bundleId, deed),
    startWaiting: (minutes) => void wait(() => bridge.recheck.start({ minutes })),
    stopWaiting: () => void wait(() => bridge.recheck.stop(null)),
  };
}

/**
 * Listens to what the main process does with the open case by itself, and asks for the list when it is to be shown. Gives
 * how many cases are kept; null as long as that is not known.
 */
export function useCases(
  bridge: Bridge,
  dispatch: Dispatch<FlowEvent>,
  state: FlowState,
  firstCount: number | null,
): number | null {
  const [count, setCount] = useState(firstCount);
  useEffect(() => {
    const stops = [
      bridge.cases.onKept(({ kept, problem }) => {
        if (problem !== null) {
          const message = formatUntrusted(tEnglish, problem, problem.key);
          const failure = { code: 'our-fault', message, phrase: problem, field: null } as const;
          dispatch({ type: 'case-worked', work: { state: 'failed', at: 'keep', failure } });
        }
        if (kept === null) return;
        dispatch({ type: 'case-kept', kept });
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
      if (waiting.ok) dispatch({ type: 'case-recalled', kept: opened.value.kept, waiting: waiting.value });
    };
    void recall();
  }, [bridge, dispatch]);

  const isListWanted = state.screen === 'cases' && state.list.state === 'loading';
  useEffect(() => {
    if (!isListWanted) return;
    const list = async (): Promise<void> => {
      const answer = await ask(() => bridge.cases.list(null));
      if (answer.ok) dispatch({ type: 'cases-listed', rows: answer.value });
      else dispatch({ type: 'cases-failed', failure: answer.failure });
    };
    void list();
  }, [bridge, dispatch, isListWanted]);

  const isAtTheDoor = state.screen === 'welcome';
  const hasLeft = useRef(false);
  useEffect(() => {
    // The first number came with the page.
    if (!isAtTheDoor) hasLeft.current = true;
    if (!isAtTheDoor || !hasLeft.current) return;
    const look = async (): Promise<void> => {
      const answer = await ask(() => bridge.cases.count(null));
      setCount(answer.ok ? answer.value : null);
    };
    void look();
  }, [bridge, isAtTheDoor]);
  return count;
}

/** Asks for the open case with its latest result; a screen that does not show them takes no notice. */
async function readAgain(bridge: Bridge, dispatch: Dispatch<FlowEvent>): Promise<void> {
  const opened = await ask(() => bridge.cases.current(null));
  if (opened.ok && opened.value !== null) dispatch({ type: 'case-read-again', opened: opened.value });
}
