import type { ReactNode } from 'react';

/** Something that is one click away: a line that opens what it names. */
export function Fold(props: {
  readonly title: string;
  readonly onOpen?: () => void;
  readonly children: ReactNode;
}) {
  return (
    <details
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
