import { useTranslation } from '../../i18n/translation.tsx';
import { PageLink } from './page-link.tsx';

/** The pages of the Snapshots documentation that belong to this fault. */
export const SNAPSHOTS_PAGES = ['region-error', 'connection-setup', 'integration'] as const;

/** Those pages as links, each with what it is about. */
export function PageLinks() {
  const { t } = useTranslation();
  return (
    <ul className="links">
      {SNAPSHOTS_PAGES.map((page) => (
        <li key={page}>
          <PageLink page={page} text={t(`link.${page}`)} />
          <p className="small">{t(`link.${page}.about`)}</p>
        </li>
      ))}
    </ul>
  );
}
