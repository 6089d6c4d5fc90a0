import { useRef } from 'react';
import type { ReactNode } from 'react';

/** A button that lets the person choose a file. */
export function FileButton(props: {
  readonly children: ReactNode;
  readonly accept: string;
  readonly className?: string;
  readonly onFile: (file: File) => void;
}) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button type="button" className={props.className} onClick={() => input.current?.click()}>
        {props.children}
      </button>
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
