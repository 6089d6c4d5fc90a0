import type { HeldPicture } from '../../../src-main/contract/picture.ts';
import type { PictureActions } from '../../flow/hooks/picture-actions.ts';
import { useTranslation } from '../../i18n/translation.tsx';
import { PictureImage } from './picture-image.tsx';

/** The pictures in their order, each with what can be done to it. */
export function PictureList(props: {
  readonly pictures: readonly HeldPicture[];
  readonly ask: PictureActions;
}) {
  const { t, translate } = useTranslation();
  const { pictures, ask } = props;
  return (
    <>
      <h2>{t('picture.list')}</h2>
      <ol className="pictures">
        {pictures.map(({ id, width, height, edit, hint }, index) => (
          <li key={id}>
            <PictureImage id={id} alt={t('picture.nth', { number: index + 1 })} />
            <div>
              <strong>{t('picture.nth', { number: index + 1 })}</strong>{' '}
              <span className="small">
                {t('picture.size', {
                  width: String(width),
                  height: String(height),
                  count: edit.masks.length,
                })}
              </span>
              {edit.caption === '' ? null : <p className="small">{edit.caption}</p>}
              {hint === null ? null : <p className="small">{translate(hint)}</p>}
              <div className="row tight">
                <button type="button" onClick={() => ask.openEdit(id)}>
                  {t('picture.cover')}
                </button>
                {index === 0 ? null : (
                  <button type="button" className="quiet" onClick={() => ask.move(id, index - 1)}>
                    {t('picture.earlier')}
                  </button>
                )}
                {index === pictures.length - 1 ? null : (
                  <button type="button" className="quiet" onClick={() => ask.move(id, index + 1)}>
                    {t('picture.later')}
                  </button>
                )}
                <button type="button" className="quiet" onClick={() => ask.remove(id)}>
                  {t('picture.remove')}
                </button>
              </div>
            </div>
          </li>
        ))}
      </ol>
    </>
  );
}
