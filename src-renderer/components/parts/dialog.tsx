import { useId, useLayoutEffect, useRef } from 'react';
import type { ReactNode } from 'react';

interface DialogProps {
  readonly title: string;
  /** The person pressed Escape. */
  readonly onClose: () => void;
  /** The one that changes nothing first, which has the focus. */
  readonly actions: ReactNode;
  readonly children: ReactNode;
}

/** A question over the window. Whoever asked has the focus again when it goes. */
export function Dialog({ title, onClose, actions, children }: DialogProps) {
  const id = useId();
  const box = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const dialog = box.current;
    dialog?.showModal();
    return () => dialog?.close();
  }, []);
  return (
    <dialog
      ref={box}
      className="dialog"
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <h2 id={id}>{title}</h2>
      {children}
      <div
        className="dialog-actions"
        data-order={navigator.userAgent.includes('Windows') ? 'windows' : 'usual'}
      >
        {actions}
      </div>
    </dialog>
  );
}
