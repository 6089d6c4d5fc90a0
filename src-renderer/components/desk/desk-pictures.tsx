import { useState } from 'react';

import type { EvidenceFile } from '../../../src-main/contract/report/evidence.ts';
import { useTranslation } from '../../i18n/translation.tsx';
import { Modal } from '../parts/modal.tsx';

type Picture = Pick<EvidenceFile, 'path'> & { readonly address: string };

/** The pictures of a bundle; each is shown at its full size at a click. */
export function DeskPictures({ files }: { readonly files: readonly EvidenceFile[] }) {
  const { t } = useTranslation();
  const [enlarged, setEnlarged] = useState<string | null>(null);
  const pictures = files.flatMap(({ path, pictureDataUrl }): Picture[] =>
    pictureDataUrl === null ? [] : [{ path, address: pictureDataUrl }],
  );
  const large = pictures.find(({ path }) => path === enlarged);
  return (
    <section aria-labelledby="desk-pictures">
      <h2 id="desk-pictures">{t('desk.pictures')}</h2>
      {pictures.length === 0 ? <p className="small">{t('desk.pictures.none')}</p> : null}
      <ul className="desk-pictures">
        {pictures.map(({ path, address }) => (
          <li key={path}>
            <button type="button" aria-label={t('desk.enlarge', { path })} onClick={() => setEnlarged(path)}>
              <img src={address} alt="" />
            </button>
          </li>
        ))}
      </ul>
      {large === undefined ? null : <LargePicture picture={large} onClose={() => setEnlarged(null)} />}
    </section>
  );
}

/** A picture over the window. */
function LargePicture({ picture, onClose }: { readonly picture: Picture; readonly onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Modal className="desk-large" aria-label={picture.path} onClose={onClose}>
      <div className="desk-large-head">
        <span>{picture.path}</span>
        <button type="button" onClick={onClose}>
          {t('desk.close')}
        </button>
      </div>
      <section
        className="desk-large-view"
        // It scrolls, so that it must be reachable by keyboard.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        aria-label={t('review.picture', { path: picture.path })}
      >
        <img src={picture.address} alt={t('review.picture', { path: picture.path })} />
      </section>
    </Modal>
  );
}
