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
  const stop = (): void => setAsking(false);
  return (
    <>
      <button type="button" className="quiet" aria-label={label} onClick={() => setAsking(true)}>
        {text}
      </button>
      {isAsking ? (
        <Dialog
          title={t('history.forget.title', { name })}
          onClose={stop}
          actions={
            <>
              <button type="button" onClick={stop}>
                {t('history.forget.no')}
              </button>
              <button
                type="button"
                className="wrong"
                onClick={() => {
                  stop();
                  onForget();
                }}
              >
                {t('history.forget.yes')}
              </button>
            </>
          }
        >
          <p>
            {t('history.forget.text', { name })} {isOpen ? t('history.forget.keys') : null}
          </p>
        </Dialog>
      ) : null}
    </>
  );
}
