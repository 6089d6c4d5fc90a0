import { useEffect, useRef } from 'react';

import { useTranslation } from '../../i18n/translation.tsx';

/** What stands in the window when nothing else can; the focus comes along, so that it is read out. */
export function FailurePage({ reason }: { readonly reason: 'no-bridge' | 'broken' }) {
  const { t } = useTranslation();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <main className="failure-page">
      <h1 ref={heading} tabIndex={-1}>
        {t('app.name')}
      </h1>
      <p>{t(`failure.page.${reason}`)}</p>
    </main>
  );
}
