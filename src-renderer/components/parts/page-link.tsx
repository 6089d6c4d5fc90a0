import { useContext, useState } from 'react';

import type { SiteName } from '../../../src-main/contract/input/connection-schema.ts';
import type { ExternalPage } from '../../../src-main/contract/ipc/pages.ts';
import type { Failure } from '../../../src-main/contract/failure.ts';
import { ask } from '../../bridge.ts';
import { useTranslation } from '../../i18n/translation.tsx';
import { BridgeContext } from './bridge-context.ts';
import { Icon } from './icon.tsx';
import { Notice } from './notice.tsx';

/** A page that opens in the person's own browser, on `site` if it is a page of one, and what to do when none opened. */
export function PageLink(props: {
  readonly page: ExternalPage;
  readonly site?: SiteName;
  readonly text: string;
}) {
  const { page, site, text } = props;
  const bridge = useContext(BridgeContext);
  const { t, translateFailure } = useTranslation();
  const [failure, setFailure] = useState<Failure | null>(null);
  const open = async (): Promise<void> => {
    if (bridge === null) return;
    const answer = await ask(() => bridge.app.openPage({ page, site }));
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
