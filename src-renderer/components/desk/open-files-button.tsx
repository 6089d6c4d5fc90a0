import { useRef } from 'react';
import type { ReactNode } from 'react';

import { PrimaryButton } from '../parts/primary-button.tsx';

/** The screen's main button: lets the person choose reports, or mails with one, several at once. */
export function OpenFilesButton(props: {
  readonly children: ReactNode;
  readonly onFiles: (files: readonly File[]) => void;
}) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <PrimaryButton onClick={() => input.current?.click()}>{props.children}</PrimaryButton>
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
