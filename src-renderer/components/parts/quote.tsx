import type { Verdict } from '../../../src-main/contract/diagnosis.ts';
import { useTranslation } from '../../i18n/translation.tsx';

/** The words of the answer that decided, as they came; nothing where there are none. */
export function Quote({ verdict }: { readonly verdict: Verdict }) {
  const { t } = useTranslation();
  const { quote = null, answeredBy = null } = verdict;
  if (quote === null) return null;
  return (
    <figure className="quote">
      <figcaption className="small">
        {t(answeredBy?.who === 'xray' ? 'result.quote.xray' : 'result.quote.other')}
      </figcaption>{' '}
      {/* Its language is not known. */}
      <blockquote dir="auto" lang="">
        {quote}
      </blockquote>
    </figure>
  );
}
