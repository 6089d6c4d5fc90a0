import type { PictureActions } from '../../flow/hooks/picture-actions.ts';
import type { Editing } from '../../flow/state.ts';
import { useTranslation } from '../../i18n/translation.tsx';
import { Icon } from '../parts/icon.tsx';
import type { IconName } from '../parts/icon.tsx';
import { unless } from '../unless.ts';

/** What can be done to the picture that is shown. */
export function EditorTools(props: {
  readonly editing: Editing;
  readonly ask: PictureActions;
  readonly hasChosen: boolean;
  readonly isCropping: boolean;
  readonly isFull: boolean;
  readonly onFull: () => void;
  readonly onAdd: () => void;
  readonly onRemoveBox: () => void;
  readonly onCrop: () => void;
}) {
  const { t } = useTranslation();
  const { editing, ask, hasChosen } = props;
  const { past, present, future, id } = editing;
  const first = past[0];
  return (
    <div className="row tools">
      <button type="button" className="quiet" onClick={props.onAdd}>
        {t('edit.add')}
      </button>
      {present.crop === null ? (
        <button type="button" className="quiet" aria-pressed={props.isCropping} onClick={props.onCrop}>
          {t(hasChosen ? 'edit.cropToBox' : 'edit.crop')}
        </button>
      ) : (
        <button type="button" className="quiet" onClick={() => ask.edit({ ...present, crop: null })}>
          {t('edit.uncrop')}
        </button>
      )}
      <Tool icon="undo" name={t('edit.undo')} isOff={past.length === 0} onClick={ask.undo} />
      <Tool icon="redo" name={t('edit.redo')} isOff={future.length === 0} onClick={ask.redo} />
      <Tool
        icon={props.isFull ? 'smaller' : 'larger'}
        name={t(props.isFull ? 'edit.fit' : 'edit.full')}
        onClick={props.onFull}
      />
      <Tool icon="uncover" name={t('edit.delete')} isOff={!hasChosen} onClick={props.onRemoveBox} />
      <span className="small">{t('edit.hidden', { count: present.masks.length })}</span>
      <span className="tools-end">
        {first === undefined ? null : (
          <button type="button" className="quiet" onClick={() => ask.edit(first)}>
            {t('edit.cancel')}
          </button>
        )}
        <button
          type="button"
          className="quiet"
          aria-label={t('picture.remove.label')}
          onClick={() => ask.remove(id)}
        >
          {t('picture.remove')}
        </button>
      </span>
    </div>
  );
}

function Tool(props: {
  readonly icon: IconName;
  readonly name: string;
  readonly isOff?: boolean;
  readonly onClick: () => void;
}) {
  return (
    <button
      type="button"
      className="tool"
      aria-label={props.name}
      title={props.name}
      {...unless(props.isOff ?? false, props.onClick)}
    >
      <Icon name={props.icon} />
    </button>
  );
}
