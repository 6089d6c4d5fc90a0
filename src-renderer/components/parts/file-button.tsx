import { useRef } from 'react';
import type { ReactNode } from 'react';

import { PrimaryButton } from './primary-button.tsx';

/** What support receives: reports, and mails with one. */
export const REPORT_FILES = '.zip,.eml';

/** A button that lets the person choose files. */
export function FileButton(props: {
  readonly children: ReactNode;
  readonly accept: string;
  readonly isMultiple?: boolean;
  readonly className?: string;
  /** Whether it is the one button of its screen that leads on. */
  readonly isPrimary?: boolean;
  readonly onFiles: (files: readonly File[]) => void;
}) {
  const input = useRef<HTMLInputElement>(null);
  const button = { onClick: () => input.current?.click(), children: props.children };
  return (
    <>
      {props.isPrimary === true ? (
        <PrimaryButton {...button} />
      ) : (
        <button type="button" className={props.className} {...button} />
      )}
      <input
        ref={input}
        type="file"
        hidden
        multiple={props.isMultiple}
        accept={props.accept}
        onChange={(event) => {
          props.onFiles([...(event.target.files ?? [])]);
          event.target.value = '';
        }}
      />
    </>
  );
}
