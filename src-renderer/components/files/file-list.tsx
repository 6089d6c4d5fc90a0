import type { ReactNode } from 'react';

import type { EvidenceFile } from '../../../src-main/contract/evidence.ts';
import { formatBytes } from '../../../src-main/i18n/translator.ts';
import { useTranslation } from '../../i18n/translation.tsx';
import { FileText } from './file-text.tsx';

/** The files of a bundle, and the content of the chosen one beside them. */
export function FileList(props: {
  readonly files: readonly EvidenceFile[];
  readonly chosenPath: string | null;
  readonly onChoose: (path: string) => void;
  /** Stands above the list. */
  readonly children?: ReactNode;
}) {
  const { t } = useTranslation();
  const chosen = props.files.find((file) => file.path === props.chosenPath);
  return (
    <div className="files">
      <div>
        {props.children}
        <ul aria-label={t('review.files')}>
          {props.files.map((file) => (
            <li key={file.path}>
              <button
                type="button"
                className="file"
                aria-pressed={file.path === props.chosenPath}
                onClick={() => props.onChoose(file.path)}
              >
                <span>{file.path}</span>
                <span className="small">
                  {formatBytes(t, file.bytes)}, {t('review.fileRemoved', { count: file.removed })}
                </span>
              </button>
            </li>
          ))}
        </ul>
      </div>
      {chosen === undefined ? null : (
        <div className="file-view">
          <p className="file-name">
            <span>{chosen.path}</span>
            <span className="small">{t('review.fileRemoved', { count: chosen.removed })}</span>
          </p>
          <Content key={chosen.path} file={chosen} />
        </div>
      )}
    </div>
  );
}

function Content({ file }: { readonly file: EvidenceFile }) {
  const { t } = useTranslation();
  if (file.kind !== 'picture') return <FileText path={file.path} text={file.text ?? ''} />;
  return file.pictureDataUrl === null ? (
    <p className="no-picture">{t('review.noPicture')}</p>
  ) : (
    <img src={file.pictureDataUrl} alt={t('review.picture', { path: file.path })} />
  );
}
