import { useRef } from 'react';
import type { ReactNode } from 'react';

import { PrimaryButton } from './primary-button.tsx';

/** A button that lets the person choose a file. */
export function FileButton(props: {
  readonly children: ReactNode;
  readonly accept: string;
  readonly className?: string;
  /** Whether it is the one button of its screen that leads on. */
  readonly isPrimary?: boolean;
  readonly onFile: (file: File) => void;
}) {
  const input = useRef<HTMLInputElement>(null);
  const choose = (): void => input.current?.click();
  return (
    <>
      {props.isPrimary === true ? (
        <PrimaryButton onClick={choose}>{props.children}</PrimaryButton>
      ) : (
        <button type="button" className={props.className} onClick={choose}>
          {props.children}
        </button>
      )}
      <input
        ref={input}
        type="file"
        hidden
        accept={props.accept}
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          if (file !== undefined) props.onFile(file);
          event.target.value = '';
        }}
      />
    </>
  );
}
