import { useEffect, useRef } from 'react';

import { CaseItem } from '../components/cases/case-item.tsx';
import { Notice } from '../components/parts/notice.tsx';
import { Screen } from '../components/frame/screen.tsx';
import type { CasesState } from '../flow/state/case-state.ts';
import type { FlowActions } from '../flow/hooks/use-flow.ts';
import { useTranslation } from '../i18n/translation.tsx';

/** Every case that was kept. */
export function CasesScreen({
  state,
  actions,
}: {
  readonly state: CasesState;
  readonly actions: FlowActions;
}) {
  const { t, translateFailure } = useTranslation();
  const { list } = state;
  const { cases: ask } = actions;
  const count = list.state === 'ready' ? list.rows.length : null;
  const before = useRef(count);
  useEffect(() => {
    // The row that had the focus was deleted.
    if (count !== null && before.current !== null && count < before.current)
      document.querySelector<HTMLElement>('h1')?.focus();
    before.current = count;
  }, [count]);
  return (
    <Screen
      name="cases"
      title={t('cases.title')}
      onBack={actions.goBack}
      actions={
        <>
          {list.state === 'failed' ? (
            <button type="button" onClick={ask.toList}>
              {t('cases.again')}
            </button>
          ) : null}
          <button type="button" className="primary" data-primary onClick={actions.begin}>
            {t('cases.start')}
          </button>
        </>
      }
    >
      {list.state === 'loading' ? <p className="small">{t('cases.loading')}</p> : null}
      {list.state === 'failed' ? <Notice text={translateFailure(list.failure)} /> : null}
      {list.state === 'ready' && list.rows.length === 0 ? (
        <div className="empty">
          <h2>{t('cases.empty.title')}</h2>
          <p>{t('cases.empty')}</p>
        </div>
      ) : null}
      {list.state === 'ready' && list.rows.length > 0 ? (
        <>
          <p className="lead">{t('cases.lead')}</p>
          <ul className="cases">
            {list.rows.map((row) => (
              <CaseItem key={row.id} row={row} work={list.work} open={state.open} ask={ask} />
            ))}
          </ul>
        </>
      ) : null}
    </Screen>
  );
}
