import { useEffect, useRef, useState } from 'react';

import type { CaseRow } from '../../../src-main/contract/case.ts';
import { MAX_CASE_NAME_LENGTH } from '../../../src-main/contract/values.ts';
import type { CaseActions } from '../../flow/hooks/case-actions.ts';
import { isWaiting } from '../../flow/state/open-case.ts';
import type { OpenCase } from '../../flow/state/open-case.ts';
import type { RowWork } from '../../flow/state/case-state.ts';
import { useTranslation } from '../../i18n/translation.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { LeaveWaitingDialog } from './leave-waiting.tsx';
import { Mark } from '../parts/mark.tsx';
import { Notice } from '../parts/notice.tsx';
import { StateTag } from '../parts/state-tag.tsx';
import { LimitNote } from '../parts/limit-note.tsx';

interface ItemProps {
  readonly row: CaseRow;
  readonly work: RowWork;
  readonly open: OpenCase;
  readonly ask: CaseActions;
}

/** One case of the list: what it is, how far it has come, and what can be done with it. */
export function CaseItem({ row, work, open, ask }: ItemProps) {
  const { t, translateFailure } = useTranslation();
  const isOwn = work.state !== 'idle' && work.id === row.id;
  const isBusy = work.state === 'working';
  const name = useNameOf(row);
  const isRenaming = isOwn && work.state === 'renaming';
  const opener = useRef<HTMLButtonElement>(null);
  const wasRenaming = useRef(false);
  useEffect(() => {
    // The field that had the focus is gone.
    if (wasRenaming.current && !isRenaming) opener.current?.focus();
    wasRenaming.current = isRenaming;
  }, [isRenaming]);
  return (
    <li className="case" data-case={row.kind}>
      <div className="case-head">
        {isRenaming && row.kind === 'case' ? (
          <RenameForm id={row.id} name={row.name} ask={ask} />
        ) : row.kind === 'case' ? (
          <button
            ref={opener}
            type="button"
            className="quiet case-name"
            aria-label={t('cases.open', { name })}
            aria-disabled={isBusy}
            onClick={() => (isBusy ? undefined : ask.open(row.id))}
          >
            {name}
          </button>
        ) : (
          <strong>{name}</strong>
        )}
        {isRenaming ? null : <RowTag row={row} />}
      </div>
      <div className="case-foot">
        <RowFacts row={row} isOpening={isOwn && isBusy} />
        <div className="case-deeds">
          {row.kind === 'case' && !isRenaming ? (
            <button
              type="button"
              className="quiet"
              aria-label={t('cases.renameName', { name })}
              onClick={() => ask.workOn({ state: 'renaming', id: row.id })}
            >
              {t('cases.rename')}
            </button>
          ) : null}
          <button
            type="button"
            className="quiet"
            aria-label={t('cases.deleteName', { name })}
            onClick={() => ask.workOn({ state: 'asking', id: row.id })}
          >
            {t('cases.delete')}
          </button>
        </div>
      </div>
      {isOwn && work.state === 'failed' ? <Notice text={translateFailure(work.failure)} /> : null}
      {isOwn && work.state === 'leaving' && open.kept !== null && isWaiting(open) ? (
        <LeaveWaitingDialog
          name={open.kept.name}
          then="open"
          onNo={() => ask.workOn({ state: 'idle' })}
          onYes={() => ask.openAnyway(row.id)}
        />
      ) : null}
      {isOwn && work.state === 'asking' ? (
        <Dialog
          title={t('cases.deleteTitle', { name })}
          onClose={() => ask.workOn({ state: 'idle' })}
          actions={
            <>
              <button type="button" onClick={() => ask.workOn({ state: 'idle' })}>
                {t('cases.deleteNo')}
              </button>
              <button type="button" className="wrong" onClick={() => ask.remove(row.id)}>
                {t('cases.deleteYes')}
              </button>
            </>
          }
        >
          <p>{t('cases.deleteText')}</p>
        </Dialog>
      ) : null}
    </li>
  );
}

function useNameOf(row: CaseRow): string {
  const { t } = useTranslation();
  switch (row.kind) {
    case 'case':
      return row.name;
    case 'damaged':
      return t('cases.damaged');
    case 'newer':
      return row.name ?? t('cases.newer');
  }
}

function RowTag({ row }: { readonly row: CaseRow }) {
  const { t } = useTranslation();
  if (row.kind === 'case') return <StateTag state={row.state} />;
  return (
    <span className="tag" data-state={row.kind}>
      <Mark name={row.kind} />
      <span>{t(`cases.${row.kind}Tag`)}</span>
    </span>
  );
}

function RowFacts({ row, isOpening }: { readonly row: CaseRow; readonly isOpening: boolean }) {
  const { t, translate } = useTranslation();
  switch (row.kind) {
    case 'case':
      return (
        <div className="case-facts">
          <p>{t(`kind.${row.verdict.kind}`)}</p>
          <p className="small">{row.site}</p>
          <p className="small">
            {isOpening ? t('cases.opening') : t('cases.checked', { at: Date.parse(row.checkedAt) })}
          </p>
        </div>
      );
    case 'damaged':
      return (
        <div className="case-facts">
          <p className="small">{translate(row.reason)}</p>
          <p className="small">{t('cases.damagedHelp')}</p>
        </div>
      );
    case 'newer':
      return (
        <div className="case-facts">
          <p className="small">{t('cases.newerHelp')}</p>
        </div>
      );
  }
}

/** Another name for a case, in the place of its name. Enter keeps it, Escape leaves it as it was. */
function RenameForm(props: { readonly id: string; readonly name: string; readonly ask: CaseActions }) {
  const { t } = useTranslation();
  const { id, ask } = props;
  const [name, setName] = useState(props.name);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.select(), []);
  return (
    <form
      className="case-rename"
      onSubmit={(event) => {
        event.preventDefault();
        ask.rename(id, name);
      }}
    >
      <input
        ref={field}
        type="text"
        aria-label={t('cases.name')}
        maxLength={MAX_CASE_NAME_LENGTH}
        value={name}
        onChange={(event) => setName(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') ask.workOn({ state: 'idle' });
        }}
      />
      <LimitNote text={name} most={MAX_CASE_NAME_LENGTH} />
      <button type="submit">{t('cases.saveName')}</button>
      <button type="button" className="quiet" onClick={() => ask.workOn({ state: 'idle' })}>
        {t('cases.cancel')}
      </button>
    </form>
  );
}
