import { useEffect, useRef, useState } from 'react';

import type { CaseRow } from '../../src-main/contract/case.ts';
import { Screen } from '../components/frame/screen.tsx';
import { ForgetButton } from '../components/kept/forget-button.tsx';
import { Dialog } from '../components/parts/dialog.tsx';
import { Icon } from '../components/parts/icon.tsx';
import { Notice } from '../components/parts/notice.tsx';
import { PrimaryButton } from '../components/parts/primary-button.tsx';
import type { FlowActions } from '../flow/hooks/use-flow.ts';
import { isWaiting } from '../flow/state.ts';
import type { FlowState } from '../flow/state.ts';
import { useTranslation } from '../i18n/translation.tsx';
import type { Translator } from '../i18n/translation.tsx';

interface HistoryProps {
  readonly state: FlowState;
  readonly actions: FlowActions;
}

/** Every check that is kept on this computer. */
export function HistoryScreen({ state, actions }: HistoryProps) {
  const { t, translateFailure } = useTranslation();
  const { history } = state.kept;
  const rows = history.state === 'ready' ? history.rows : [];
  const count = rows.length;
  const before = useRef(count);
  useEffect(() => {
    // The row that had the focus was forgotten.
    if (count < before.current) document.querySelector<HTMLElement>('h1')?.focus();
    before.current = count;
  }, [count]);
  return (
    <Screen
      name="history"
      title={t('history.title')}
      onBack={actions.goBack}
      actions={
        <>
          {history.state === 'failed' ? (
            <button type="button" onClick={actions.kept.toHistory}>
              {t('history.again')}
            </button>
          ) : null}
          <PrimaryButton onClick={actions.toConnect}>{t('history.new')}</PrimaryButton>
        </>
      }
    >
      {history.state === 'loading' ? <p className="loading">{t('history.loading')}</p> : null}
      {history.state === 'failed' ? <Notice text={translateFailure(history.failure)} /> : null}
      {history.state === 'ready' ? (
        <p className="lead">{t(count === 0 ? 'history.none' : 'history.lead')}</p>
      ) : null}
      {count === 0 ? null : (
        <ul className="history">
          {rows.map((row) => (
            <HistoryRow key={row.id} row={row} state={state} actions={actions} />
          ))}
        </ul>
      )}
    </Screen>
  );
}

function HistoryRow({ row, state, actions }: HistoryProps & { readonly row: CaseRow }) {
  const translation = useTranslation();
  const { t, translateFailure } = translation;
  const { rowWork: work, open } = state.kept;
  const own = work.state !== 'idle' && work.id === row.id ? work : null;
  const isOpen = open?.id === row.id;
  const name =
    row.kind === 'case'
      ? row.site
      : row.kind === 'newer'
        ? (row.name ?? t('history.newer'))
        : t('history.damaged');
  return (
    <li data-row={row.kind}>
      <Icon name={iconOf(row)} />
      <div className="history-row">
        {row.kind === 'case' ? (
          <OpenButton
            site={name}
            leaves={isWaiting(state) && !isOpen ? (open?.sites.jira ?? null) : null}
            isBusy={work.state === 'working'}
            onOpen={() => actions.kept.open(row.id, 'result')}
          />
        ) : (
          <strong>{name}</strong>
        )}
        <p className="small">{factsOf(row, translation)}</p>
        {own?.state === 'failed' ? <Notice text={translateFailure(own.failure)} /> : null}
      </div>
      <ForgetButton
        text={t('history.forget')}
        label={t('history.forget.label', { name })}
        name={name}
        isOpen={isOpen}
        onForget={() => actions.kept.forget(row.id)}
      />
    </li>
  );
}

function factsOf(row: CaseRow, { t, translate }: Translator): string {
  switch (row.kind) {
    case 'case':
      return t('history.line', { state: t(`kept.state.${row.state}`), at: Date.parse(row.updatedAt) });
    case 'damaged':
      return `${translate(row.reason)} ${t('history.damaged.help')}`;
    case 'newer':
      return t('history.newer.help');
  }
}

/** Opens a check. Asks first if another site is checked automatically, which ends then. */
function OpenButton(props: {
  readonly site: string;
  /** The site that is checked automatically and would not be any more. */
  readonly leaves: string | null;
  readonly isBusy: boolean;
  readonly onOpen: () => void;
}) {
  const { t } = useTranslation();
  const { site, leaves, isBusy, onOpen } = props;
  const [isAsking, setAsking] = useState(false);
  const press = (): void => {
    if (isBusy) return;
    if (leaves === null) onOpen();
    else setAsking(true);
  };
  return (
    <>
      <button type="button" className="quiet" aria-disabled={isBusy} onClick={press}>
        {site}
      </button>
      {isAsking && leaves !== null ? (
        <Dialog
          title={t('history.leave.title', { site: leaves })}
          no={t('history.leave.no')}
          yes={t('history.leave.yes')}
          onClose={() => setAsking(false)}
          onYes={onOpen}
        >
          {t('history.leave.text')}
        </Dialog>
      ) : null}
    </>
  );
}

function iconOf(row: CaseRow) {
  if (row.kind !== 'case') return 'attention';
  return row.state === 'solved' ? 'good' : 'clock';
}
