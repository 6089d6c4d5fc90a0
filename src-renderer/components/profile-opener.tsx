import { useContext, useEffect, useRef, useState } from 'react';

import type { Failure } from '../../src-main/contract/failure.ts';
import { ask } from '../bridge.ts';
import { useWords } from '../words/words.tsx';
import { BridgeContext } from './bridge-context.ts';
import { Notice } from './notice.tsx';
import { SupportNote } from './support-note.tsx';

/** Small print: lets the person open a profile that their support gave them, and says why one was not taken. */
export function ProfileOpener() {
  const { say, sayFailure, takeSupport } = useWords();
  const bridge = useContext(BridgeContext);
  const [failure, setFailure] = useState<Failure | null>(null);
  const told = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Whoever listens is led to the reason.
    if (failure !== null) told.current?.focus();
  }, [failure]);
  const open = async (): Promise<void> => {
    if (bridge === null) return;
    const answer = await ask(() => bridge.openSupportProfile(null));
    setFailure(answer.ok ? null : answer.failure);
    if (answer.ok && answer.value !== null) {
      takeSupport(answer.value);
      return;
    }
    // One that could not be kept for the next start holds all the same.
    const shown = answer.ok ? null : await ask(() => bridge.supportProfile(null));
    if (shown?.ok === true) takeSupport(shown.value);
  };
  return (
    <div className="profile-opener">
      <SupportNote />
      <button type="button" className="quiet" onClick={() => void open()}>
        {say('support.openFile')}
      </button>
      <div ref={told} tabIndex={-1}>
        {failure === null ? null : <Notice text={sayFailure(failure)} />}
      </div>
    </div>
  );
}
