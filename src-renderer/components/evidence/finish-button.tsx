import { useState } from 'react';

import type { OpenCase } from '../../flow/state/open-case.ts';
import type { FlowActions } from '../../flow/hooks/use-flow.ts';
import { useTranslation } from '../../i18n/translation.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { CloseButton } from '../cases/leave-waiting.tsx';
import { Notice } from '../parts/notice.tsx';
import { unless } from '../unless.ts';

/**
 * Ends the work on this case. Whoever has not kept it is asked whether to; a kept one is left at once, unless it is checked
 * by itself.
 */
export function FinishButton(props: {
  readonly open: OpenCase;
  readonly isLeaving: boolean;
  readonly actions: FlowActions;
}) {
  const { t, translateFailure } = useTranslation();
  const { open, isLeaving, actions } = props;
  const [isAsking, setAsking] = useState(false);
  if (open.kept !== null) {
    const label = t(isLeaving ? 'send.leaving' : 'send.finish');
    return <CloseButton open={open} label={label} isLeaving={isLeaving} onClose={actions.finish} />;
  }
  return (
    <>
      <button type="button" {...unless(isLeaving, () => setAsking(true))}>
        {t(isLeaving ? 'send.leaving' : 'keep.finish')}
      </button>
      {isAsking ? (
        <Dialog
          title={t('keep.title')}
          onClose={() => setAsking(false)}
          actions={
            <>
              <button
                type="button"
                className="primary"
                aria-disabled={open.work.state === 'keeping'}
                onClick={() => actions.cases.keep('follow-up')}
              >
                {t(open.work.state === 'keeping' ? 'keep.keeping' : 'keep.later')}
              </button>
              <button
                type="button"
                {...unless(isLeaving, () => {
                  // Whatever comes of it is told on the screen, which the dialog covers.
                  setAsking(false);
                  actions.finish();
                })}
              >
                {t('send.finish')}
              </button>
              <button type="button" className="quiet" onClick={() => setAsking(false)}>
                {t('keep.stay')}
              </button>
            </>
          }
        >
          <p>{t('keep.dialog')}</p>
          <p className="small">{t('keep.what')}</p>
          {open.work.state === 'failed' ? <Notice text={translateFailure(open.work.failure)} /> : null}
        </Dialog>
      ) : null}
    </>
  );
}
