import type { ArrivedCase } from '../../../src-main/contract/report/verification.ts';
import { useTranslation } from '../../i18n/translation.tsx';
import { Fact } from '../parts/fact.tsx';
import { shown } from './shown.ts';

/** Case, site, date, verdict and who acts: what support wants to know in the first ten seconds. */
export function CaseFacts({ found }: { readonly found: ArrivedCase }) {
  const { t, translate } = useTranslation();
  const { sites, verdict } = found;
  const rule = {
    rule: shown(verdict.rule),
    rules: shown(found.rulesVersion),
    version: shown(found.appVersion),
  };
  return (
    <section className="panel desk-facts" aria-label={t('desk.facts')}>
      <dl>
        <Fact name={t('desk.verdict')}>
          <strong data-kind={verdict.kind}>{t(`desk.kind.${verdict.kind}`)}</strong>
        </Fact>
        <Fact name={t('desk.owner')}>
          <strong>{t(`desk.owner.${verdict.owner}`)}</strong>
        </Fact>
        <Fact name={t('desk.case')}>{found.caseId}</Fact>
        <Fact name={t('desk.site')}>
          {sites.jira}
          {sites.confluence === sites.jira ? null : <span className="small">{sites.confluence}</span>}
        </Fact>
        <Fact name={t('desk.checked')}>{found.checkedAt}</Fact>
        <Fact name={t('desk.sentence')}>{shown(translate(found.sentence, verdict.sentence))}</Fact>
        <Fact name={t('desk.rule')}>{t('desk.rule.of', rule)}</Fact>
      </dl>
    </section>
  );
}

/** What the customer says that Atlassian's page shows. */
export function PageFacts({ found }: { readonly found: ArrivedCase }) {
  const { t } = useTranslation();
  const stated = found.residencyFacts
    .map(({ product, location, status }) => ({
      product,
      words: [location, status].filter((word) => word !== '').join(', '),
    }))
    .filter(({ words }) => words !== '');
  return (
    <section aria-labelledby="desk-page">
      <h2 id="desk-page">{t('desk.page')}</h2>
      {stated.length === 0 ? (
        <p className="small">{t('desk.page.none')}</p>
      ) : (
        <dl className="desk-page">
          {stated.map(({ product, words }) => (
            <Fact key={product} name={product}>
              {/* The page's own words, in whatever language it was. */}
              <span lang="" dir="auto">
                {shown(words)}
              </span>
            </Fact>
          ))}
        </dl>
      )}
    </section>
  );
}
