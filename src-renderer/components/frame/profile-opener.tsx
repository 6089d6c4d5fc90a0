import { useContext, useEffect, useEffectEvent, useRef, useState } from 'react';

import type { Failure } from '../../../src-main/contract/failure.ts';
import type { ProfileProblem } from '../../../src-main/contract/support/support-profile.ts';
import { ask } from '../../bridge.ts';
import { useTranslation } from '../../i18n/translation.tsx';
import { BridgeContext } from '../parts/bridge-context.ts';
import { Notice } from '../parts/notice.tsx';
import { profileProblemText } from './support-note.tsx';

/** Why a profile was not taken. */
type Trouble =
  | { readonly kind: 'failed'; readonly failure: Failure }
  | { readonly kind: 'refused'; readonly problem: ProfileProblem };

/** Small print: lets the person open a profile that their support gave them, and says why one was not taken. */
export function ProfileOpener() {
  const translation = useTranslation();
  const { t, translateFailure, setShownSupport } = translation;
  const bridge = useContext(BridgeContext);
  /** Kept as what it is and said anew, so that it follows the language of the window. */
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const told = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Whoever listens is led to the reason.
    if (trouble !== null) told.current?.focus();
  }, [trouble]);
  const open = async (): Promise<void> => {
    if (bridge === null) return;
    const answer = await ask(() => bridge.support.openProfile(null));
    if (!answer.ok) {
      setTrouble({ kind: 'failed', failure: answer.failure });
      // One that could not be kept for the next start holds all the same.
      const shown = await ask(() => bridge.support.profile(null));
      if (shown.ok) setShownSupport(shown.value);
      return;
    }
    const opening = answer.value;
    setTrouble(opening?.kind === 'refused' ? opening : null);
    if (opening?.kind === 'taken') setShownSupport(opening.shown);
  };
  const openFromMenu = useEffectEvent(() => void open());
  useEffect(
    () =>
      bridge?.app.onMenuCommand((command) => {
        if (command === 'open-settings') openFromMenu();
      }),
    [bridge],
  );
  return (
    <div className="profile-opener">
      <button type="button" className="quiet" onClick={() => void open()}>
        {t('support.openFile')}
      </button>
      <div ref={told} tabIndex={-1}>
        {trouble === null ? null : (
          <Notice
            text={
              trouble.kind === 'failed'
                ? translateFailure(trouble.failure)
                : profileProblemText(trouble.problem, translation)
            }
          />
        )}
      </div>
    </div>
  );
}
