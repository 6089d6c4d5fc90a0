import { useContext, useState } from 'react';

import type { ExternalPage } from '../../../src-main/contract/ipc/pages.ts';
import type { Failure } from '../../../src-main/contract/failure.ts';
import { ask } from '../../bridge.ts';
import { useTranslation } from '../../i18n/translation.tsx';
import { BridgeContext } from './bridge-context.ts';
import { Icon } from './icon.tsx';
import { Notice } from './notice.tsx';

/** A page that opens in the person's own browser, and what to do when none opened. */
export function PageLink({ page, text }: { readonly page: ExternalPage; readonly text: string }) {
  const bridge = useContext(BridgeContext);
  const { t, translateFailure } = useTranslation();
  const [failure, setFailure] = useState<Failure | null>(null);
  const open = async (): Promise<void> => {
    if (bridge === null) return;
    const answer = await ask(() => bridge.app.openPage({ page }));
    setFailure(answer.ok ? null : answer.failure);
  };
  return (
    <>
      <button type="button" className="link" onClick={() => void open()}>
        <span>{text}</span>
        <Icon name="outside" />
        <span className="unseen"> {t('link.opens')}</span>
      </button>
      {failure === null ? null : (
        <div role="alert">
          <Notice text={translateFailure(failure)} />
        </div>
      )}
    </>
  );
}
