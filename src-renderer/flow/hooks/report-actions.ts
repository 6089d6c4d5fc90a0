import { useEffect, useEffectEvent, useRef } from 'react';
import type { Dispatch } from 'react';

import type { EvidencePreview, SavedBundle } from '../../../src-main/contract/report/evidence.ts';
import type { Result } from '../../../src-main/contract/failure.ts';
import type { Bridge } from '../../../src-main/contract/ipc/ipc-schema.ts';
import { ask } from '../../bridge.ts';
import type { FlowEvent } from '../events.ts';
import { choicesKey, choicesOf, isFresh } from '../state.ts';
import type { Action, Extras, FlowState } from '../state.ts';

/** What the last step can ask for. */
export interface ReportActions {
  readonly change: (extras: Partial<Extras>) => void;
  readonly chooseFile: (path: string) => void;
  /** Makes the report again after it could not be made. */
  readonly prepare: () => void;
  /** Saves the report in a folder that the person chooses, also for the next time. */
  readonly saveElsewhere: () => void;
  /** Saves the report where reports are saved, unless it is, and does something with the file. */
  readonly act: (deed: Action) => void;
}

/** Makes the report whenever the last step shows another one than is wanted, and answers what is asked of it. */
export function useReport(bridge: Bridge, state: FlowState, dispatch: Dispatch<FlowEvent>): ReportActions {
  const lastRequest = useRef(0);

  const prepare = async (): Promise<EvidencePreview | null> => {
    const request = (lastRequest.current += 1);
    const choices = choicesKey(state);
    dispatch({ type: 'report-asked', request });
    const answer = await ask(() => bridge.evidence.preview(choicesOf(state)));
    if (answer.ok) dispatch({ type: 'report-ready', request, choices, preview: answer.value });
    else dispatch({ type: 'report-failed', request, failure: answer.failure });
    return answer.ok ? answer.value : null;
  };

  const { report, run, screen } = state;
  const isContactRecalled = useRef(false);
  // The report is made of the whole check.
  const isWanted = screen === 'send' && run === null && report.work.state === 'idle' && !isFresh(state);
  // By its choices: one that is ready may be wanted otherwise before this was rendered in between.
  const wanted = isWanted ? choicesKey(state) : null;
  const prepareNow = useEffectEvent(() => void prepare());
  useEffect(() => {
    if (wanted !== null) prepareNow();
  }, [wanted]);

  useEffect(() => {
    const learn = async (): Promise<void> => {
      const [way, folder, contact] = await Promise.all([
        ask(() => bridge.evidence.sendWay(null)),
        ask(() => bridge.evidence.folder(null)),
        isContactRecalled.current ? null : ask(() => bridge.evidence.contact(null)),
      ]);
      if (way.ok && folder.ok)
        dispatch({ type: 'computer-told', way: way.value.way, folderName: folder.value.folderName });
      // Once: whoever empties the field has done so on purpose.
      if (contact?.ok !== true) return;
      isContactRecalled.current = true;
      dispatch({ type: 'contact-recalled', contact: contact.value });
    };
    if (screen === 'send') void learn();
  }, [bridge, dispatch, screen]);

  const save = async (
    { previewId }: EvidencePreview,
    where: 'usual' | 'choose',
  ): Promise<SavedBundle | null> => {
    dispatch({ type: 'save-asked' });
    const answer = await ask(() => bridge.evidence.save({ previewId, where }));
    if (answer.ok) dispatch({ type: 'save-ended', saved: answer.value });
    else dispatch({ type: 'save-failed', failure: answer.failure });
    return answer.ok ? answer.value : null;
  };

  /** The report as it is wanted now; null if it could not be made, which the screen says. */
  const fresh = async (): Promise<EvidencePreview | null> =>
    report.prepared !== null && isFresh(state) ? report.prepared.preview : prepare();

  /** One press at a time, however fast they follow. */
  const isActing = useRef(false);
  const inTurn = async (work: () => Promise<void>): Promise<void> => {
    if (isActing.current) return;
    isActing.current = true;
    try {
      await work();
    } finally {
      isActing.current = false;
    }
  };

  const isFree = report.work.state !== 'saving' && report.last.state !== 'doing' && run === null;

  const act = async (deed: Action): Promise<void> => {
    if (!isFree) return;
    const preview = await fresh();
    if (preview === null) return;
    const isSaved = report.saved !== null && isFresh(state);
    const saved = isSaved ? report.saved : await save(preview, 'usual');
    if (saved === null) return;
    dispatch({ type: 'deed-asked', deed });
    const answer = await ask(() => requestOf(bridge, deed, saved.bundleId));
    if (answer.ok) dispatch({ type: 'deed-done', deed });
    else dispatch({ type: 'deed-failed', deed, failure: answer.failure });
  };

  const saveElsewhere = async (): Promise<void> => {
    if (!isFree) return;
    const preview = await fresh();
    if (preview !== null) await save(preview, 'choose');
  };

  return {
    change: (extras) => dispatch({ type: 'extras-changed', extras }),
    chooseFile: (path) => dispatch({ type: 'report-file-chosen', path }),
    prepare: () => void prepare(),
    saveElsewhere: () => void inTurn(saveElsewhere),
    act: (deed) => void inTurn(() => act(deed)),
  };
}

/** The calls for what a person does with a saved file; the rest copies a text of the mail. */
const CALLS = {
  mail: 'mail',
  share: 'share',
  draft: 'openDraft',
  folder: 'showInFolder',
  file: 'copyFile',
  drag: 'drag',
} as const satisfies Partial<Record<Action, keyof Bridge['evidence']>>;

function requestOf({ evidence }: Bridge, deed: Action, bundleId: string): Promise<Result<null>> {
  return deed === 'address' || deed === 'subject' || deed === 'body'
    ? evidence.copyMailText({ bundleId, what: deed })
    : evidence[CALLS[deed]]({ bundleId });
}
