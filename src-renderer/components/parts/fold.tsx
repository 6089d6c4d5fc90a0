import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';

/** Something that is one click away: a line that opens what it names. */
export function Fold(props: {
  readonly title: string;
  /** Opened for the person, as where something in it is wrong; it never closes by itself. */
  readonly isOpen?: boolean;
  readonly onOpen?: () => void;
  readonly children: ReactNode;
}) {
  const box = useRef<HTMLDetailsElement>(null);
  const { isOpen = false } = props;
  useEffect(() => {
    if (isOpen && box.current !== null) box.current.open = true;
  }, [isOpen]);
  return (
    <details
      ref={box}
      className="fold"
      onToggle={(event) => {
        if (event.currentTarget.open) props.onOpen?.();
      }}
    >
      <summary>{props.title}</summary>
      <div className="fold-content">{props.children}</div>
    </details>
  );
}
