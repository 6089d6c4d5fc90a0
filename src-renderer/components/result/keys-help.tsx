import type { SiteName } from '../../../src-main/contract/input/connection-schema.ts';
import { useTranslation } from '../../i18n/translation.tsx';
import { Fold } from '../parts/fold.tsx';
import { PageLink } from '../parts/page-link.tsx';

/** Where the keys are found or made in Jira, step by step; leads to the site where it is known. */
export function KeysHelp({ site }: { readonly site: SiteName | null }) {
  const { t } = useTranslation();
  return (
    <Fold title={t('keys.title')}>
      <ol className="steps">
        {(['keys.1', 'keys.2', 'keys.3', 'keys.4'] as const).map((key) => (
          <li key={key}>{t(key)}</li>
        ))}
      </ol>
      <ul className="plain">
        {(['keys.lost', 'keys.same', 'keys.both'] as const).map((key) => (
          <li key={key}>{t(key)}</li>
        ))}
      </ul>
      {site === null ? null : (
        <p>
          <PageLink page="api-keys" site={site} text={t('link.site', { site })} />
        </p>
      )}
      <PageLink page="connection-setup" text={t('link.connection-setup')} />
    </Fold>
  );
}
