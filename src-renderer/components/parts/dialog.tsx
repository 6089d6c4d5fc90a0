import { useId } from 'react';
import type { ReactNode } from 'react';

import { Modal } from './modal.tsx';

interface DialogProps {
  readonly title: string;
  readonly no: string;
  readonly yes: string;
  /** Whether something is lost for good by a yes. */
  readonly isGrave?: boolean;
  /** The question is over: the person said no, pressed Escape, or said yes. */
  readonly onClose: () => void;
  readonly onYes: () => void;
  readonly children: ReactNode;
}

/** A question over the window; the answer that changes nothing comes first and has the focus. */
export function Dialog({ title, no, yes, isGrave = false, onClose, onYes, children }: DialogProps) {
  const id = useId();
  const agree = (): void => {
    onClose();
    onYes();
  };
  return (
    <Modal className="dialog" aria-labelledby={id} onClose={onClose}>
      <h2 id={id}>{title}</h2>
      <p>{children}</p>
      <div
        className="dialog-actions"
        data-order={navigator.userAgent.includes('Windows') ? 'windows' : 'usual'}
      >
        <button type="button" onClick={onClose}>
          {no}
        </button>
        <button type="button" className={isGrave ? 'wrong' : undefined} onClick={agree}>
          {yes}
        </button>
      </div>
    </Modal>
  );
}
