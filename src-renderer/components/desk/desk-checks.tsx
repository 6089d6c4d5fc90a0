import type { ArrivedCase } from '../../../src-main/contract/report/verification.ts';
import { useTranslation } from '../../i18n/translation.tsx';
import { Icon } from '../parts/icon.tsx';
import { shown } from './shown.ts';

const ICONS = { ok: 'good', look: 'attention', wrong: 'attention' } as const;

/** What was looked at beside the verdict, the worst first. */
export function DeskChecks({ found }: { readonly found: ArrivedCase }) {
  const { t, translate } = useTranslation();
  const { checks, remarks } = found;
  const inOrder = (['wrong', 'look', 'ok'] as const).flatMap((level) =>
    checks.filter((check) => check.level === level),
  );
  return (
    <section aria-labelledby="desk-checks">
      <h2 id="desk-checks">{t('desk.checks')}</h2>
      {checks.length + remarks.length === 0 ? <p className="small">{t('desk.checks.none')}</p> : null}
      <ul className="desk-checks">
        {inOrder.map(({ level, phrase, sentence }) => (
          <li key={sentence} data-level={level}>
            <Icon name={ICONS[level]} />
            <span>
              <strong>{t(`check.level.${level}`)}</strong> {shown(translate(phrase, sentence))}
            </span>
          </li>
        ))}
        {remarks.map((remark) => (
          <li key={remark} lang="en">
            <span>{shown(remark)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
