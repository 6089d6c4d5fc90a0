import type { Transcript } from '../../../src-main/contract/report/evidence.ts';
import { useTranslation } from '../../i18n/translation.tsx';
import { FileText } from './file-text.tsx';

/** Each call as it will stand in the bundle, closed until the person opens it. */
export function Transcripts({ transcripts }: { readonly transcripts: readonly Transcript[] }) {
  const { t } = useTranslation();
  if (transcripts.length === 0) return <p className="small">{t('details.none')}</p>;
  return (
    <>
      <p className="small">{t('details.transcripts')}</p>
      <ul className="transcripts">
        {transcripts.map(({ path, text }) => (
          <li key={path}>
            <details>
              <summary>{path}</summary>
              <FileText path={path} text={text} />
            </details>
          </li>
        ))}
      </ul>
    </>
  );
}
