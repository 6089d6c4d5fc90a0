import { useState } from 'react';

import { useTranslation } from '../../i18n/translation.tsx';
import { Dialog } from '../parts/dialog.tsx';

/** Asks, and then forgets a kept check for good. */
export function ForgetButton(props: {
  readonly text: string;
  /** For a button that says less than what it belongs to. */
  readonly label?: string;
  /** What the check is called. */
  readonly name: string;
  /** Whether it is the one that is open, whose keys go with it. */
  readonly isOpen: boolean;
  readonly onForget: () => void;
}) {
  const { text, label, name, isOpen, onForget } = props;
  const { t } = useTranslation();
  const [isAsking, setAsking] = useState(false);
  return (
    <>
      <button type="button" className="quiet" aria-label={label} onClick={() => setAsking(true)}>
        {text}
      </button>
      {isAsking ? (
        <Dialog
          title={t('history.forget.title', { name })}
          no={t('history.forget.no')}
          yes={t('history.forget.yes')}
          isGrave
          onClose={() => setAsking(false)}
          onYes={onForget}
        >
          {t('history.forget.text', { name })} {isOpen ? t('history.forget.keys') : null}
        </Dialog>
      ) : null}
    </>
  );
}
