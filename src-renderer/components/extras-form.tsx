import { useState } from 'react';

import type { OptionalPart } from '../../src-main/contract/evidence.ts';
import type { Extras } from '../flow/state.ts';
import { useWords } from '../words/words.tsx';

/** A note to support, and the parts that may stay at home. The note is taken over when the field is left. */
export function ExtrasForm(props: {
  readonly extras: Extras;
  readonly hasPictures: boolean;
  readonly hasSiteFacts: boolean;
  readonly onChange: (extras: Extras) => void;
}) {
  const { say } = useWords();
  const { extras, onChange } = props;
  const [note, setNote] = useState(extras.note);
  const parts: readonly OptionalPart[] = [
    ...(props.hasPictures ? (['pictures'] as const) : []),
    ...(props.hasSiteFacts ? (['site-facts'] as const) : []),
  ];
  const toggle = (part: OptionalPart): void => {
    const leaveOut = extras.leaveOut.includes(part)
      ? extras.leaveOut.filter((each) => each !== part)
      : [...extras.leaveOut, part];
    onChange({ ...extras, leaveOut });
  };
  return (
    <details className="extras">
      <summary>{say('extras.title')}</summary>
      <label className="field">
        <span>{say('extras.note')}</span>
        <textarea
          rows={3}
          maxLength={4000}
          value={note}
          onChange={(event) => setNote(event.target.value)}
          onBlur={() => {
            if (note !== extras.note) onChange({ ...extras, note });
          }}
        />
      </label>
      {parts.map((part) => (
        <label key={part} className="tick">
          <input type="checkbox" checked={!extras.leaveOut.includes(part)} onChange={() => toggle(part)} />
          <span>{say(`extras.part.${part}`)}</span>
        </label>
      ))}
    </details>
  );
}
