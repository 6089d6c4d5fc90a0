import { useId, useRef } from 'react';
import type { ClipboardEvent, ReactNode } from 'react';

import type { Failure, FieldName } from '../../../src-main/contract/failure.ts';
import { useTranslation } from '../../i18n/translation.tsx';
import { Icon } from './icon.tsx';

interface FieldProps {
  readonly name: FieldName;
  readonly text: string;
  readonly error: Failure | undefined;
  /** A quiet sentence below the field. */
  readonly note?: string | null;
  readonly masked?: boolean;
  readonly onType: (text: string) => void;
  readonly onLeave: () => void;
  /** Takes a pasted text over instead of the browser. */
  readonly onPaste?: (text: string) => void;
  /** Stands at the field's right end. */
  readonly children?: ReactNode;
}

/** One labelled text field with its error or its note. */
export function Field({ name, text, error, note, masked, onType, onLeave, onPaste, children }: FieldProps) {
  const { t, translateFailure } = useTranslation();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const suggestion = error?.suggestion;
  const paste = (event: ClipboardEvent): void => {
    if (onPaste === undefined) return;
    event.preventDefault();
    onPaste(event.clipboardData.getData('text/plain'));
  };
  const below = error === undefined ? (note ?? null) : translateFailure(error);
  return (
    <div className={`field${error === undefined ? '' : ' field-wrong'}`}>
      <label htmlFor={id}>{t(`connection.${name}`)}</label>
      <div className="field-line">
        <input
          ref={input}
          id={id}
          name={name}
          type={masked === true ? 'password' : 'text'}
          value={text}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          aria-invalid={error !== undefined}
          aria-describedby={below === null ? undefined : `${id}-note`}
          onChange={(event) => onType(event.target.value)}
          onBlur={onLeave}
          onPaste={onPaste === undefined ? undefined : paste}
        />
        {children}
      </div>
      {below === null ? null : (
        <p id={`${id}-note`} className={error === undefined ? 'field-note' : 'field-error'}>
          {error === undefined ? null : <Icon name="attention" />}
          <span>{below}</span>
        </p>
      )}
      {suggestion === undefined ? null : (
        <button
          type="button"
          className="field-suggestion"
          onClick={() => {
            onType(suggestion);
            // The button goes away with the error, and leaving the field looks the site up.
            input.current?.focus();
          }}
        >
          {t('connection.useSite', { site: suggestion })}
        </button>
      )}
    </div>
  );
}
