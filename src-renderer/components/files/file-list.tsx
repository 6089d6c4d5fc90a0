import type { ReactNode } from 'react';

import type { EvidenceFile } from '../../../src-main/contract/report/evidence.ts';
import { formatBytes } from '../../../src-main/i18n/translator.ts';
import type { Translate } from '../../../src-main/i18n/translator.ts';
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
                  {[formatBytes(t, file.bytes), removedFrom(file, t)].filter(Boolean).join(', ')}
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
            <span className="small">{removedFrom(chosen, t)}</span>
          </p>
          <Content key={chosen.path} file={chosen} />
        </div>
      )}
    </div>
  );
}

/** How much was removed from a text. Of a picture that is not counted: what was covered is seen in it. */
function removedFrom({ kind, removed }: EvidenceFile, t: Translate): string {
  return kind === 'picture' ? '' : t('review.fileRemoved', { count: removed });
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
