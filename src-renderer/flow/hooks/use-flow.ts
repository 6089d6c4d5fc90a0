import { useEffect, useMemo, useReducer, useRef } from 'react';

import type { FieldName } from '../../../src-main/contract/failure.ts';
import type { Bridge } from '../../../src-main/contract/ipc/ipc-schema.ts';
import type { PictureEdit } from '../../../src-main/contract/picture.ts';
import { ask } from '../../bridge.ts';
import { useDeskActions } from '../desk/desk-actions.ts';
import type { DeskActions } from '../desk/desk-actions.ts';
import { readForm, shownText } from '../form.ts';
import { reduce } from '../reduce.ts';
import { firstState } from '../run-events.ts';
import { choicesOf, isChecking } from '../state.ts';
import { useKept } from './kept-actions.ts';
import type { KeptActions } from './kept-actions.ts';
import { pictureActions } from './picture-actions.ts';
import type { PictureActions } from './picture-actions.ts';
import { useReport } from './report-actions.ts';
import type { ReportActions } from './report-actions.ts';
import { useMenu } from './use-menu.ts';
import { useRecall } from './use-recall.ts';

/** What the screens can ask for. */
export interface FlowActions {
  readonly type: (field: FieldName, text: string) => void;
  readonly paste: (field: 'clientId' | 'clientSecret', text: string) => void;
  readonly leaveField: (field: FieldName) => void;
  /** Asks what a check would do. */
  readonly showPlan: () => void;
  /** Starts a check with what the form holds, or shows what is wrong with it. */
  readonly check: () => void;
  readonly stop: () => void;
  /** Empties both keys, for other ones. */
  readonly enterNewKeys: () => void;
  readonly goBack: () => void;
  readonly toResult: () => void;
  readonly toScreenshot: () => void;
  readonly toSend: () => void;
  readonly toConnect: () => void;
  /** Has the main process forget keys, result and pictures, and goes to the beginning. What was kept stays kept. */
  readonly finish: () => void;
  readonly openHelp: () => void;
  readonly closeHelp: () => void;
  readonly desk: DeskActions;
  readonly pictures: PictureActions;
  readonly report: ReportActions;
  readonly kept: KeptActions;
}

/** Joins the pure flow to the bridge: every request to the main process is made here. `hash` says where the page begins. */
export function useFlow(bridge: Bridge, hash: string) {
  const [state, dispatch] = useReducer(reduce, hash, firstState);
  const lastRun = useRef(0);

  useEffect(() => {
    const stops = [
      bridge.diagnosis.onProgress((progress) => dispatch({ type: 'progress', progress })),
      bridge.diagnosis.onTranscript((transcript) => dispatch({ type: 'call-ended', transcript })),
      bridge.residencyPage.onState((page) => dispatch({ type: 'page-told', page })),
      bridge.diagnosis.onVerdict((diagnosis) => dispatch({ type: 'verdict-stands', diagnosis })),
    ];
    return () => stops.forEach((stopListening) => stopListening());
  }, [bridge]);
  const desk = useDeskActions(bridge, dispatch);
  const fileWaits = useRecall(bridge, state, dispatch, desk);
  useMenu(bridge, state, dispatch, desk);

  // The same object every time: parts of the screen listen as long as it stays.
  const pictures = useMemo(() => pictureActions(bridge, dispatch), [bridge]);
  const report = useReport(bridge, state, dispatch);
  const kept = useKept(bridge, state, dispatch);

  /** What the main process knows of each picture's masks. */
  const sentEdits = useRef(new Map<string, PictureEdit>());
  const { held } = state.pictures;
  useEffect(() => {
    for (const { id, edit } of held) {
      if (sentEdits.current.get(id) === edit) continue;
      const isNew = !sentEdits.current.has(id);
      sentEdits.current.set(id, edit);
      if (!isNew) void ask(() => bridge.pictures.edit({ id, edit }));
    }
  }, [bridge, held]);

  const check = async (): Promise<void> => {
    if (isChecking(state)) return;
    const reading = readForm(state.form);
    if (!reading.ok) {
      dispatch({ type: 'check-refused', errors: reading.errors });
      return;
    }
    // Whoever checks again does not wait for the comparison, and the next check must not meet it.
    if (state.run !== null) await ask(() => bridge.diagnosis.cancel(null));
    const run = (lastRun.current += 1);
    const started = { type: 'check-started', run } as const;
    dispatch(started);
    // Of another site, what was chosen before is gone.
    const choices = choicesOf(reduce(state, started));
    const answer = await ask(() => bridge.diagnosis.start({ ...reading.form, choices }));
    if (answer.ok) {
      dispatch({ type: 'check-ended', run, result: answer.value });
      return;
    }
    dispatch({ type: 'check-failed', run, failure: answer.failure });
    // A check that was refused has left the pictures as they were.
    const held = await ask(() => bridge.pictures.list(null));
    if (held.ok) dispatch({ type: 'pictures-recalled', pictures: held.value });
  };

  const stop = async (): Promise<void> => {
    dispatch({ type: 'stop-asked' });
    await ask(() => bridge.diagnosis.cancel(null));
  };

  const typedSites = () => ({
    jiraSite: shownText(state.form, 'jiraSite'),
    confluenceSite: shownText(state.form, 'confluenceSite'),
  });

  const showPlan = async (): Promise<void> => {
    const answer = await ask(() => bridge.diagnosis.plan(typedSites()));
    if (answer.ok) dispatch({ type: 'plan-ready', plan: answer.value });
  };

  const leaveField = async (field: FieldName): Promise<void> => {
    dispatch({ type: 'field-left', field });
    if (field !== 'jiraSite' && field !== 'confluenceSite') return;
    if (state.plan !== null) void showPlan();
    const sites = typedSites();
    const answer = await ask(() => bridge.diagnosis.lookUpSites(sites));
    // No answer is no news: the hint is a kindness.
    if (answer.ok) dispatch({ type: 'sites-looked-up', asked: sitesKey(sites), hints: answer.value });
  };

  const finish = async (): Promise<void> => {
    const answer = await ask(() => bridge.cases.leave(null));
    if (answer.ok) dispatch({ type: 'left' });
    else dispatch({ type: 'check-not-kept', failure: answer.failure });
  };

  const actions: FlowActions = {
    type: (field, text) => dispatch({ type: 'typed', field, text }),
    paste: (field, text) => dispatch({ type: 'pasted', field, text }),
    leaveField: (field) => void leaveField(field),
    showPlan: () => void showPlan(),
    check: () => void check(),
    stop: () => void stop(),
    enterNewKeys: () => dispatch({ type: 'keys-wanted' }),
    goBack: () => dispatch({ type: 'went-back' }),
    toResult: () => dispatch({ type: 'screen-wanted', screen: 'result' }),
    toScreenshot: () => dispatch({ type: 'screen-wanted', screen: 'screenshot' }),
    toSend: () => dispatch({ type: 'screen-wanted', screen: 'send' }),
    toConnect: () => dispatch({ type: 'screen-wanted', screen: 'connect' }),
    finish: () => void finish(),
    openHelp: () => dispatch({ type: 'help-asked', isOpen: true }),
    closeHelp: () => dispatch({ type: 'help-asked', isOpen: false }),
    desk,
    pictures,
    report,
    kept,
  };
  return { state, actions, fileWaits };
}

/** The two sites as they were typed, as one text that tells whether they have changed since. */
export function sitesKey(sites: { readonly jiraSite: string; readonly confluenceSite: string }): string {
  return JSON.stringify([sites.jiraSite, sites.confluenceSite]);
}
