import { useEffect, useEffectEvent, useId, useState } from 'react';

import { LimitNote } from '../parts/limit-note.tsx';

/** Milliseconds without a key after which a text is taken over. */
const PAUSE = 400;

/** A text that is taken over at a pause and on leaving, so that the report is not made again at every key. */
export function PausedText(props: {
  readonly label: string;
  readonly text: string;
  readonly maxLength: number;
  /** Lines; one is a plain field. */
  readonly rows?: number;
  readonly type?: 'text' | 'email';
  readonly onText: (text: string) => void;
}) {
  const { label, text, maxLength, rows = 1, type = 'text', onText } = props;
  const id = useId();
  const [typed, setTyped] = useState(text);
  const [before, setBefore] = useState(text);
  // What comes from elsewhere, as a remembered address, shows at once.
  if (text !== before) {
    setBefore(text);
    // What is typed just now is not taken over yet, and stays.
    if (typed === before) setTyped(text);
  }
  const takeOver = useEffectEvent(() => {
    if (typed !== text) onText(typed);
  });
  useEffect(() => {
    if (typed === text) return;
    const timer = setTimeout(() => takeOver(), PAUSE);
    return () => clearTimeout(timer);
  }, [typed, text]);
  const shared = {
    id,
    maxLength,
    value: typed,
    onBlur: () => takeOver(),
    onChange: (event: { readonly target: { readonly value: string } }) => setTyped(event.target.value),
  };
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {rows === 1 ? (
        <input type={type} autoComplete="off" {...shared} />
      ) : (
        <textarea
          rows={rows}
          {...shared}
          // A browser scrolls to its first line alone.
          onFocus={({ currentTarget }) => currentTarget.scrollIntoView({ block: 'nearest' })}
        />
      )}
      <LimitNote text={typed} most={maxLength} />
    </div>
  );
}
