import { useEffect, useMemo, useReducer, useRef } from 'react';

import type { Bridge } from '../../../src-main/contract/ipc/ipc-schema.ts';
import type { Residency } from '../../../src-main/contract/diagnosis.ts';
import type { FieldName } from '../../../src-main/contract/failure.ts';
import type { PictureEdit } from '../../../src-main/contract/picture.ts';
import { ask } from '../../bridge.ts';
import { useDeskActions } from '../desk/desk-actions.ts';
import type { DeskActions } from '../desk/desk-actions.ts';
import { caseActions, useCases } from './case-actions.ts';
import type { CaseActions } from './case-actions.ts';
import { requestOf } from '../last-action.ts';
import { readForm, shownText } from '../state/form.ts';
import { pictureActions } from './picture-actions.ts';
import type { PictureActions } from './picture-actions.ts';
import { freshEvidence, mayCheck, reduce } from '../events/reducer.ts';
import { firstState } from '../events/resume.ts';
import { evidenceChoices } from '../state/kept.ts';
import type { Action, Extras } from '../state/kept.ts';
import { useMenu } from './use-menu.ts';
import { useRecall } from './use-recall.ts';

/** What the screens can ask for. */
export interface FlowActions {
  readonly begin: () => void;
  readonly desk: DeskActions;
  /** Looks at a file from a customer. */
  readonly openFile: (file: File) => void;
  readonly openHelp: () => void;
  readonly closeHelp: () => void;
  readonly goBack: () => void;
  readonly reopenResult: () => void;
  readonly type: (field: FieldName, text: string) => void;
  readonly paste: (field: 'clientId' | 'clientSecret', text: string) => void;
  readonly leaveField: (field: FieldName) => void;
  /** Asks what a run would do. */
  readonly showPlan: () => void;
  /** Starts a run with what the form holds, or shows what is wrong with it. */
  readonly check: () => void;
  readonly stop: () => void;
  readonly chooseResidency: (residency: Residency) => void;
  readonly prepareEvidence: () => void;
  /** Changes what goes along with the evidence, and makes it anew. */
  readonly changeExtras: (extras: Extras) => void;
  readonly pictures: PictureActions;
  readonly cases: CaseActions;
  readonly chooseFile: (path: string) => void;
  readonly save: (where: 'downloads' | 'choose') => void;
  readonly reopenSending: () => void;
  readonly act: (deed: Action) => void;
  /** Drops the case in the main process and goes to the beginning. */
  readonly finish: () => void;
}

/**
 * Joins the pure flow to the bridge: every request to the main process is made here. `hash` says where the page begins,
 * `firstCount` how many cases were kept then.
 */
export function useFlow(bridge: Bridge, hash: string, firstCount: number | null) {
  const [state, dispatch] = useReducer(reduce, hash, firstState);
  const lastNumber = useRef(0);
  const nextNumber = (): number => (lastNumber.current += 1);

  useEffect(() => {
    const stops = [
      bridge.diagnosis.onProgress((progress) => dispatch({ type: 'progress', progress })),
      bridge.diagnosis.onTranscript((transcript) => dispatch({ type: 'call-ended', transcript })),
      bridge.residencyPage.onState((page) => dispatch({ type: 'page-told', page })),
      bridge.diagnosis.onVerdict((diagnosis) => dispatch({ type: 'verdict-stands', diagnosis })),
    ];
    return () => stops.forEach((stopListening) => stopListening());
  }, [bridge]);
  const fileWaits = useRecall(bridge, state, dispatch);
  useMenu(bridge, state, dispatch);

  // The same object every time: parts of the screen listen as long as it stays.
  const askForPictures = useMemo(() => pictureActions(bridge, dispatch), [bridge]);

  /** What the main process knows of each picture's masks. */
  const sentEdits = useRef(new Map<string, PictureEdit>());
  const { pictures } = state.pictureStep;
  useEffect(() => {
    for (const { id, edit } of pictures) {
      if (sentEdits.current.get(id) === edit) continue;
      const isNew = !sentEdits.current.has(id);
      sentEdits.current.set(id, edit);
      if (!isNew) void ask(() => bridge.pictures.edit({ id, edit }));
    }
  }, [bridge, pictures]);

  const desk = useDeskActions(bridge, dispatch);
  const cases = caseActions(bridge, dispatch, state);
  const keptCases = useCases(bridge, dispatch, state, firstCount);

  const check = async (): Promise<void> => {
    if (!mayCheck(state)) return;
    const { clientId, secretHeld } = state.form;
    if (state.screen === 'follow-up' && (clientId === '' || !secretHeld)) {
      dispatch({ type: 'keys-asked' });
      return;
    }
    const reading = readForm(state.form);
    if (!reading.ok) {
      dispatch({ type: 'check-refused', errors: reading.errors });
      return;
    }
    const run = nextNumber();
    dispatch({ type: 'check-started', run });
    const answer = await ask(() =>
      bridge.diagnosis.start({ ...reading.form, choices: evidenceChoices(state) }),
    );
    if (answer.ok) dispatch({ type: 'check-ended', run, result: answer.value });
    else dispatch({ type: 'check-failed', run, failure: answer.failure });
  };

  const stop = async (): Promise<void> => {
    dispatch({ type: 'stop-asked' });
    await ask(() => bridge.diagnosis.cancel(null));
  };

  const typedSites = () => ({
    jiraSite: shownText(state.form, 'jiraSite'),
    confluenceSite: shownText(state.form, 'confluenceSite'),
  });

  const leaveField = async (field: FieldName): Promise<void> => {
    dispatch({ type: 'field-left', field });
    if (field !== 'jiraSite' && field !== 'confluenceSite') return;
    if (state.screen === 'connection' && state.plan !== null) void showPlan();
    const sites = typedSites();
    const answer = await ask(() => bridge.diagnosis.lookUpSites(sites));
    // No answer is no news: the hint is a kindness.
    if (answer.ok) dispatch({ type: 'sites-looked-up', asked: sitesKey(sites), hints: answer.value });
  };

  const showPlan = async (): Promise<void> => {
    const answer = await ask(() => bridge.diagnosis.plan(typedSites()));
    if (answer.ok) dispatch({ type: 'plan-ready', plan: answer.value });
  };

  const goBack = async (): Promise<void> => {
    const isComparing = state.screen === 'verdict' && state.findings.comparing !== null;
    dispatch({ type: 'went-back' });
    // Whoever leaves does not wait for the comparison, and the next check must not meet it.
    if (isComparing) await ask(() => bridge.diagnosis.cancel(null));
  };

  const prepareEvidence = async (extras: Extras = state.extras): Promise<void> => {
    const request = nextNumber();
    const evidence =
      state.screen === 'verdict' ? state.findings.kept : state.screen === 'picture' ? state.kept : null;
    const isFresh = freshEvidence(evidence, state) !== null;
    dispatch({ type: 'evidence-asked', request });
    if (isFresh) return;
    const answer = await ask(() => bridge.evidence.preview(evidenceChoices({ ...state, extras })));
    if (answer.ok) dispatch({ type: 'evidence-ready', request, preview: answer.value });
    else dispatch({ type: 'evidence-failed', request, failure: answer.failure });
  };

  const save = async (where: 'downloads' | 'choose'): Promise<void> => {
    if (state.screen !== 'review' || state.preparation.state !== 'ready') return;
    if (state.preparation.saving.state === 'saving') return;
    const { previewId } = state.preparation.kept.preview;
    dispatch({ type: 'save-asked', where });
    const answer = await ask(() => bridge.evidence.save({ previewId, where }));
    if (answer.ok) {
      dispatch({ type: 'save-ended', saved: answer.value });
      if (answer.value !== null) cases.keepChanges(state.residency);
    } else dispatch({ type: 'save-failed', failure: answer.failure });
  };

  const act = async (deed: Action): Promise<void> => {
    if (state.screen !== 'hand-over') return;
    const { bundleId } = state.saved;
    dispatch({ type: 'deed-asked', deed });
    const answer = await ask(() => requestOf(bridge, deed, bundleId));
    if (answer.ok) dispatch({ type: 'deed-done', deed });
    else dispatch({ type: 'deed-failed', deed, failure: answer.failure });
  };

  const finish = async (): Promise<void> => {
    dispatch({ type: 'leave-asked' });
    const answer = await ask(() => bridge.cases.leave(null));
    if (answer.ok) dispatch({ type: 'left' });
    else dispatch({ type: 'leave-failed', failure: answer.failure });
  };

  const actions: FlowActions = {
    begin: () => dispatch({ type: 'began' }),
    desk,
    openFile: (file) => desk.open([file]),
    openHelp: () => dispatch({ type: 'help-opened' }),
    closeHelp: () => dispatch({ type: 'help-closed' }),
    goBack: () => void goBack(),
    reopenResult: () => dispatch({ type: 'result-reopened' }),
    type: (field, text) => dispatch({ type: 'typed', field, text }),
    paste: (field, text) => dispatch({ type: 'pasted', field, text }),
    leaveField: (field) => void leaveField(field),
    showPlan: () => void showPlan(),
    check: () => void check(),
    stop: () => void stop(),
    chooseResidency: (residency) => {
      dispatch({ type: 'residency-chosen', residency });
      cases.keepChanges(residency);
    },
    prepareEvidence: () => void prepareEvidence(),
    changeExtras: (extras) => {
      dispatch({ type: 'extras-changed', extras });
      void prepareEvidence(extras);
    },
    pictures: askForPictures,
    cases,
    chooseFile: (path) => dispatch({ type: 'file-chosen', path }),
    save: (where) => void save(where),
    reopenSending: () => dispatch({ type: 'sending-reopened' }),
    act: (deed) => void act(deed),
    finish: () => void finish(),
  };
  return { state, actions, fileWaits, keptCases };
}

/** Two sites as they stand in the form, to see whether an answer is still about them. */
export function sitesKey(sites: { readonly jiraSite: string; readonly confluenceSite: string }): string {
  return `${sites.jiraSite}\n${sites.confluenceSite}`;
}
