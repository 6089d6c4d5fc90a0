import { useRef } from 'react';
import type { ReactNode } from 'react';

import { PrimaryButton } from '../parts/primary-button.tsx';

/** Lets the person choose reports, or mails with one, several at once. */
export function OpenFilesButton(props: {
  readonly children: ReactNode;
  /** Whether it is small print; else it is its screen's main button. */
  readonly isQuiet?: boolean;
  readonly onFiles: (files: readonly File[]) => void;
}) {
  const input = useRef<HTMLInputElement>(null);
  const choose = (): void => input.current?.click();
  return (
    <>
      {props.isQuiet === true ? (
        <button type="button" className="quiet" onClick={choose}>
          {props.children}
        </button>
      ) : (
        <PrimaryButton onClick={choose}>{props.children}</PrimaryButton>
      )}
      <input
        ref={input}
        type="file"
        hidden
        multiple
        accept=".zip,.eml"
        onChange={(event) => {
          props.onFiles([...(event.target.files ?? [])]);
          event.target.value = '';
        }}
      />
    </>
  );
}
