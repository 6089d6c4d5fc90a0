import type { CaseView } from '../../../src-main/contract/case.ts';
import type { CaseActions } from '../../flow/hooks/case-actions.ts';
import { WAYS, wayOf, waysOf } from '../../flow/checklists.ts';
import { useTranslation } from '../../i18n/translation.tsx';

/** The ways of this case, each with steps that can be ticked and the place where each is done; the one that counts lies open. */
export function Checklists({ kept, ask }: { readonly kept: CaseView; readonly ask: CaseActions }) {
  const { t } = useTranslation();
  const present = wayOf(kept);
  return (
    <div className="ways-list">
      {waysOf(kept).map((way) => {
        const items = WAYS[way];
        const done = items.filter((item) => kept.ticked.includes(item)).length;
        return (
          <details key={way} className="way" data-way={way} open={way === present}>
            <summary>
              <span>{t(`way.${way}`)}</span>
              <span className="small">{t('way.count', { done, count: items.length })}</span>
            </summary>
            <ul>
              {items.map((item) => (
                <li key={item}>
                  <label className="tick">
                    <input
                      type="checkbox"
                      checked={kept.ticked.includes(item)}
                      onChange={(event) => ask.tick(item, event.target.checked)}
                    />
                    <span>
                      {t(`item.${item}`)}
                      <span className="small">{t(`where.${item}`)}</span>
                    </span>
                  </label>
                </li>
              ))}
            </ul>
          </details>
        );
      })}
    </div>
  );
}
