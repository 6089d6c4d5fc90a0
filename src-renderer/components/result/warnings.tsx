import type { Diagnosis } from '../../../src-main/contract/diagnosis.ts';
import { useTranslation } from '../../i18n/translation.tsx';
import { Icon } from '../parts/icon.tsx';

/** What was found beside the result and is wrong or worth a look; nothing where all is fine. */
export function Warnings({ diagnosis }: { readonly diagnosis: Diagnosis }) {
  const { t, translate, translateAll } = useTranslation();
  const told = (diagnosis.checks ?? [])
    .filter(({ level }) => level !== 'ok')
    .map(({ level, phrase, sentence }) => ({ level, text: translate(phrase, sentence) }));
  // A result of an earlier version of the app has sentences in their place.
  const notes = translateAll(diagnosis.phrases?.notes, diagnosis.notes).map((text) => ({
    level: 'look' as const,
    text,
  }));
  const all = [...told, ...notes];
  if (all.length === 0) return null;
  return (
    <ul className="warnings">
      {all.map(({ level, text }) => (
        <li key={text} data-level={level}>
          <Icon name={level === 'wrong' ? 'wrong' : 'attention'} />
          <span>
            <span className="unseen">{t(`check.level.${level}`)}: </span>
            {text}
          </span>
        </li>
      ))}
    </ul>
  );
}
