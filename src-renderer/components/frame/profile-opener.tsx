import { useContext, useEffect, useEffectEvent, useRef, useState } from 'react';

import type { Result } from '../../../src-main/contract/failure.ts';
import type { Bridge } from '../../../src-main/contract/ipc/ipc-schema.ts';
import type { ProfileOpening as Opening } from '../../../src-main/contract/support/support-profile.ts';
import { MAX_PROFILE_BYTES } from '../../../src-main/contract/values.ts';
import { ask } from '../../bridge.ts';
import { useTranslation } from '../../i18n/translation.tsx';
import type { Translator } from '../../i18n/translation.tsx';
import { BridgeContext } from '../parts/bridge-context.ts';
import { Notice } from '../parts/notice.tsx';
import { profileProblemText } from './support-note.tsx';

/** Why a profile was not taken, said in the language of the window at any time. */
type Trouble = (translator: Translator) => string;

/** The profile that a person opens or drops, and why one was not taken. */
export interface ProfileOpening {
  readonly trouble: Trouble | null;
  /** Asks for a file. */
  readonly choose: () => void;
  /** Takes a file that was dropped. */
  readonly take: (file: Blob) => void;
}

/** Whether a dropped file is meant as a profile: a report is no such file. */
export function isProfileFile({ name }: File): boolean {
  return name.toLowerCase().endsWith('.json');
}

/** Returns what opens a profile: the line on the first screen, the menu, or a drop. */
export function useProfileOpening(): ProfileOpening {
  const { setShownSupport } = useTranslation();
  const bridge = useContext(BridgeContext);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const say = (told: Trouble | null): void => setTrouble(() => told);
  const open = async (request: (to: Bridge) => Promise<Result<Opening | null>>): Promise<void> => {
    if (bridge === null) return;
    const answer = await ask(() => request(bridge));
    if (!answer.ok) {
      say(({ translateFailure }) => translateFailure(answer.failure));
      // One that could not be kept for the next start holds all the same.
      const shown = await ask(() => bridge.support.profile(null));
      if (shown.ok) setShownSupport(shown.value);
      return;
    }
    const opening = answer.value;
    say(opening?.kind === 'refused' ? (to) => profileProblemText(opening.problem, to) : null);
    if (opening?.kind === 'taken') setShownSupport(opening.shown);
  };
  const choose = (): void => void open((to) => to.support.openProfile(null));
  const take = (file: Blob): void =>
    void open(async (to) => {
      // One byte more than is read, so that a file that is too large gets its sentence.
      const bytes = new Uint8Array(await file.slice(0, MAX_PROFILE_BYTES + 1).arrayBuffer());
      return to.support.openDropped({ bytes });
    });
  const openFromMenu = useEffectEvent(choose);
  useEffect(
    () =>
      bridge?.app.onMenuCommand((command) => {
        if (command === 'open-settings') openFromMenu();
      }),
    [bridge],
  );
  return { trouble, choose, take };
}

/** Small print: lets the person open a profile that their support gave them, and says why one was not taken. */
export function ProfileOpener({ trouble, choose }: ProfileOpening) {
  const translation = useTranslation();
  const told = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Whoever listens is led to the reason.
    if (trouble !== null) told.current?.focus();
  }, [trouble]);
  return (
    <div className="profile-opener">
      <button type="button" className="quiet" onClick={choose}>
        {translation.t('support.openFile')}
      </button>
      <div ref={told} tabIndex={-1}>
        {trouble === null ? null : <Notice text={trouble(translation)} />}
      </div>
    </div>
  );
}
