import { useEffect, useEffectEvent, useState } from 'react';

import type { OptionalPart } from '../../../src-main/contract/evidence.ts';
import { MAX_NOTE_LENGTH } from '../../../src-main/contract/values.ts';
import type { Extras } from '../../flow/state.ts';
import { useTranslation } from '../../i18n/translation.tsx';
import { LimitNote } from '../parts/limit-note.tsx';

interface ExtrasProps {
  readonly extras: Extras;
  readonly onChange: (extras: Extras) => void;
}

/** Milliseconds without a key after which a note is taken over. */
const PAUSE = 400;

/** A note to support. It is taken over at a pause, so that the evidence is not made anew at every key. */
export function NoteField({ extras, onChange }: ExtrasProps) {
  const { t } = useTranslation();
  const [note, setNote] = useState(extras.note);
  const takeOver = useEffectEvent(() => {
    if (note !== extras.note) onChange({ ...extras, note });
  });
  useEffect(() => {
    if (note === extras.note) return;
    const timer = setTimeout(() => takeOver(), PAUSE);
    return () => clearTimeout(timer);
  }, [note, extras.note]);
  return (
    <label className="field note">
      <span>{t('extras.note')}</span>
      <textarea
        rows={2}
        maxLength={MAX_NOTE_LENGTH}
        value={note}
        onChange={(event) => setNote(event.target.value)}
        onBlur={takeOver}
      />
      <LimitNote text={note} most={MAX_NOTE_LENGTH} />
    </label>
  );
}

/** The parts that may stay at home, each with a tick. */
export function PartsForm({
  parts,
  extras,
  onChange,
}: ExtrasProps & {
  readonly parts: readonly OptionalPart[];
}) {
  const { t } = useTranslation();
  const toggle = (part: OptionalPart): void => {
    const leaveOut = extras.leaveOut.includes(part)
      ? extras.leaveOut.filter((each) => each !== part)
      : [...extras.leaveOut, part];
    onChange({ ...extras, leaveOut });
  };
  return (
    <fieldset className="parts">
      <legend>{t('extras.parts')}</legend>
      {parts.map((part) => (
        <label key={part} className="tick">
          <input type="checkbox" checked={!extras.leaveOut.includes(part)} onChange={() => toggle(part)} />
          <span>{t(`extras.part.${part}`)}</span>
        </label>
      ))}
    </fieldset>
  );
}
