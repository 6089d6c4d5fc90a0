import { useContext } from 'react';

import type { SiteName } from '../../../src-main/contract/input/connection.ts';
import type { Failure } from '../../../src-main/contract/failure.ts';
import { ask } from '../../bridge.ts';
import type { FlowActions } from '../../flow/hooks/use-flow.ts';
import type { FlowState } from '../../flow/state.ts';
import type { WayOn, WaysOn } from '../../flow/ways-on.ts';
import { useTranslation } from '../../i18n/translation.tsx';
import { EVERY_HOUR } from '../kept/auto-check.tsx';
import { BridgeContext } from '../parts/bridge-context.ts';
import { PrimaryButton } from '../parts/primary-button.tsx';

/** What a result leads to: one button that leads on, and perhaps a quieter one beside it. */
export function ResultButtons(props: {
  readonly ways: WaysOn;
  /** The Jira site that was checked. */
  readonly site: SiteName;
  readonly state: FlowState;
  readonly actions: FlowActions;
  readonly onFailure: (failure: Failure | null) => void;
}) {
  const { ways, site, state, actions, onFailure } = props;
  const { t } = useTranslation();
  const bridge = useContext(BridgeContext);
  const openJira = async (): Promise<void> => {
    if (bridge === null) return;
    const answer = await ask(() => bridge.app.openPage({ page: 'api-keys', site }));
    onFailure(answer.ok ? null : answer.failure);
  };
  // Without keys the form has to be filled in first.
  const again = state.form.secretHeld ? actions.check : actions.toConnect;
  const doing: Readonly<Record<WayOn, () => void>> = {
    screenshot: actions.toScreenshot,
    wait: () => actions.kept.startWaiting(EVERY_HOUR),
    keys: actions.enterNewKeys,
    again,
    countdown: again,
    licence: () => void openJira(),
    done: actions.finish,
    send: actions.toSend,
  };
  const { first, second } = ways;
  return (
    <>
      {second === null ? null : (
        <button type="button" data-way={second} onClick={doing[second]}>
          {t(`result.way.${second}`)}
        </button>
      )}
      <PrimaryButton data-way={first} onClick={doing[first]}>
        {t(`result.way.${first}`)}
      </PrimaryButton>
    </>
  );
}
