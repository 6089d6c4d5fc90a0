import type { ArrivedBundle } from '../../../src-main/contract/report/verification.ts';
import { useTranslation } from '../../i18n/translation.tsx';
import { Icon } from '../parts/icon.tsx';
import { Notice } from '../parts/notice.tsx';
import { shown } from './shown.ts';
import { STATE_LOOKS } from './state-look.ts';

/** In which state a file arrived, what is wrong with it, and whether today's rules decide otherwise. */
export function StateBanner({ bundle }: { readonly bundle: ArrivedBundle }) {
  const { t, translate } = useTranslation();
  const { state, problems, notes, ruleToday } = bundle;
  const look = STATE_LOOKS[state];
  const sentences = [...problems, ...notes].map((each) => shown(translate(each, each.key)));
  return (
    <>
      <div className={`banner tone-${look}`} data-state={state}>
        <Icon name={look} />
        <div>
          {t(`desk.state.${state}`)}
          {sentences.length === 0 ? null : (
            <ul className="plain desk-problems">
              {[...new Set(sentences)].map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
          )}
        </div>
      </div>
      {ruleToday === null ? null : (
        <Notice tone="attention" text={t('desk.rule.today', { rule: shown(ruleToday) })} />
      )}
    </>
  );
}
