import { useLayoutEffect, useRef } from 'react';
import type { ReactNode } from 'react';

type ModalProps = {
  readonly className: string;
  /** The person pressed Escape. */
  readonly onClose: () => void;
  readonly children: ReactNode;
} & ({ readonly 'aria-label': string } | { readonly 'aria-labelledby': string });

/** A box over the window. Whoever opened it has the focus again when it goes. */
export function Modal({ onClose, children, ...attributes }: ModalProps) {
  const box = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const dialog = box.current;
    dialog?.showModal();
    return () => dialog?.close();
  }, []);
  return (
    <dialog
      ref={box}
      {...attributes}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      {children}
    </dialog>
  );
}
