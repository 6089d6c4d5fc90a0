import { useId } from 'react';
import type { ReactNode } from 'react';

import { Modal } from './modal.tsx';

interface DialogProps {
  readonly title: string;
  /** The person pressed Escape. */
  readonly onClose: () => void;
  /** The one that changes nothing first, which has the focus. */
  readonly actions: ReactNode;
  readonly children: ReactNode;
}

/** A question over the window. */
export function Dialog({ title, onClose, actions, children }: DialogProps) {
  const id = useId();
  return (
    <Modal className="dialog" aria-labelledby={id} onClose={onClose}>
      <h2 id={id}>{title}</h2>
      {children}
      <div
        className="dialog-actions"
        data-order={navigator.userAgent.includes('Windows') ? 'windows' : 'usual'}
      >
        {actions}
      </div>
    </Modal>
  );
}
