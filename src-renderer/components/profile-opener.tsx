import { useContext, useEffect, useRef, useState } from 'react';

import { ask } from '../bridge.ts';
import { useWords } from '../words/words.tsx';
import { BridgeContext } from './bridge-context.ts';
import { Notice } from './notice.tsx';
import { sayProblem, SupportNote } from './support-note.tsx';

/** Small print: lets the person open a profile that their support gave them, and says why one was not taken. */
export function ProfileOpener() {
  const words = useWords();
  const { say, sayFailure, takeSupport } = words;
  const bridge = useContext(BridgeContext);
  const [problem, setProblem] = useState<string | null>(null);
  const told = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Whoever listens is led to the reason.
    if (problem !== null) told.current?.focus();
  }, [problem]);
  const open = async (): Promise<void> => {
    if (bridge === null) return;
    const answer = await ask(() => bridge.openSupportProfile(null));
    if (!answer.ok) {
      setProblem(sayFailure(answer.failure));
      // One that could not be kept for the next start holds all the same.
      const shown = await ask(() => bridge.supportProfile(null));
      if (shown.ok) takeSupport(shown.value);
      return;
    }
    const opening = answer.value;
    setProblem(opening?.kind === 'refused' ? sayProblem(opening.problem, words) : null);
    if (opening?.kind === 'taken') takeSupport(opening.shown);
  };
  return (
    <div className="profile-opener">
      <SupportNote />
      <button type="button" className="quiet" onClick={() => void open()}>
        {say('support.openFile')}
      </button>
      <div ref={told} tabIndex={-1}>
        {problem === null ? null : <Notice text={problem} />}
      </div>
    </div>
  );
}
