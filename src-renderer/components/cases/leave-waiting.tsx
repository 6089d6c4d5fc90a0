import { useState } from 'react';

import type { OpenCase } from '../../flow/state/open-case.ts';
import { isWaiting } from '../../flow/state/open-case.ts';
import { useTranslation } from '../../i18n/translation.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { unless } from '../unless.ts';

/** Asks before the check that runs by itself ends because another case takes its place, or because its own is closed. */
export function LeaveWaitingDialog(props: {
  /** The case that is checked by itself. */
  readonly name: string;
  readonly then: 'open' | 'close';
  readonly onYes: () => void;
  readonly onNo: () => void;
}) {
  const { t } = useTranslation();
  const { name, then, onYes, onNo } = props;
  return (
    <Dialog
      title={t('wait.leave.title', { name })}
      onClose={onNo}
      actions={
        <>
          <button type="button" className="primary" onClick={onNo}>
            {t('wait.leave.no')}
          </button>
          <button type="button" onClick={onYes}>
            {t(`wait.leave.yes-${then}`)}
          </button>
        </>
      }
    >
      <p>{t(`wait.leave.${then}`)}</p>
    </Dialog>
  );
}

/** Closes the case; one that is checked by itself is asked about first. */
export function CloseButton(props: {
  readonly open: OpenCase;
  readonly label: string;
  readonly isLeaving: boolean;
  readonly onClose: () => void;
}) {
  const [isAsking, setAsking] = useState(false);
  const { open, label, isLeaving, onClose } = props;
  return (
    <>
      <button type="button" {...unless(isLeaving, () => (isWaiting(open) ? setAsking(true) : onClose()))}>
        {label}
      </button>
      {isAsking && open.kept !== null && isWaiting(open) ? (
        <LeaveWaitingDialog
          name={open.kept.name}
          then="close"
          onNo={() => setAsking(false)}
          onYes={() => {
            // Whatever comes of it is told on the screen, which the dialog covers.
            setAsking(false);
            onClose();
          }}
        />
      ) : null}
    </>
  );
}

/** Says on the form that a check of other keys or sites ends the one that runs by itself. */
export function WaitingElsewhere({ open }: { readonly open: OpenCase }) {
  const { t } = useTranslation();
  return open.kept !== null && isWaiting(open) ? (
    <p className="panel reopened">{t('wait.elsewhere', { name: open.kept.name })}</p>
  ) : null;
}
