import type { OptionalPart } from '../../../src-main/contract/report/evidence.ts';
import { useTranslation } from '../../i18n/translation.tsx';

/** The parts that may stay at home, each with a tick. */
export function PartsForm(props: {
  readonly parts: readonly OptionalPart[];
  readonly leaveOut: readonly OptionalPart[];
  readonly onChange: (leaveOut: readonly OptionalPart[]) => void;
}) {
  const { t } = useTranslation();
  const { parts, leaveOut, onChange } = props;
  const toggle = (part: OptionalPart): void =>
    onChange(leaveOut.includes(part) ? leaveOut.filter((each) => each !== part) : [...leaveOut, part]);
  return (
    <fieldset className="parts">
      <legend>{t('extras.parts')}</legend>
      {parts.map((part) => (
        <label key={part} className="tick">
          <input type="checkbox" checked={!leaveOut.includes(part)} onChange={() => toggle(part)} />
          <span>{t(`extras.part.${part}`)}</span>
        </label>
      ))}
    </fieldset>
  );
}
