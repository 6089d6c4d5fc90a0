import { useEffect, useRef, useState } from 'react';
import type { KeyboardEvent, PointerEvent } from 'react';

import type { Box, HeldPicture, PictureEdit } from '../../../src-main/contract/picture.ts';
import { boxBetween, changed, middleOf, moved, removed, resized } from '../../flow/pictures/boxes.ts';
import type { PictureActions } from '../../flow/hooks/picture-actions.ts';
import type { Editing } from '../../flow/state.ts';
import { useTranslation } from '../../i18n/translation.tsx';
import { PictureImage } from './picture-image.tsx';
import { LimitNote } from '../parts/limit-note.tsx';
import { unless } from '../unless.ts';

/** Characters. */
const MAX_CAPTION_LENGTH = 200;

interface EditorProps {
  readonly number: number;
  readonly picture: HeldPicture;
  readonly editing: Editing;
  readonly ask: PictureActions;
}

/** A drag that goes on: what it changes, where it began, and the box as it stands now. */
interface Drag {
  readonly does: 'draw' | 'move' | 'resize';
  readonly index: number;
  readonly from: { readonly x: number; readonly y: number };
  readonly before: Box;
  readonly now: Box;
}

const STEP = 10;

/** Boxes over a picture: drawn with a mouse or a finger, or set with the keyboard alone. */
export function PictureEditor({ number, picture, editing, ask }: EditorProps) {
  const { t } = useTranslation();
  const { width, height } = picture;
  const edit = editing.present;
  const frame = useRef<HTMLDivElement>(null);
  const view = useRef<HTMLDivElement>(null);
  const [drag, setDrag] = useState<Drag | null>(null);
  const [chosen, setChosen] = useState<number | null>(null);
  const [isFull, setFull] = useState(false);

  /** A box that was just made takes the focus, so that the keyboard goes on with it. */
  const [fresh, setFresh] = useState<number | null>(null);
  useEffect(() => {
    if (fresh !== null) frame.current?.querySelectorAll<HTMLElement>('.mask')[fresh]?.focus();
  }, [fresh]);

  /** The part of the picture that can be seen now. */
  const visiblePart = (): Box => {
    const area = frame.current?.getBoundingClientRect();
    const seen = view.current?.getBoundingClientRect();
    if (area === undefined || seen === undefined) return { x: 0, y: 0, width, height };
    const scale = width / area.width;
    const bottom = Math.min(seen.bottom, window.innerHeight);
    return boxBetween(
      {
        x: (Math.max(seen.left, area.left) - area.left) * scale,
        y: (Math.max(seen.top, area.top) - area.top) * scale,
      },
      {
        x: (Math.min(seen.right, area.right) - area.left) * scale,
        y: (Math.min(bottom, area.bottom) - area.top) * scale,
      },
      picture,
    );
  };

  const setMasks = (masks: readonly Box[]): void => ask.edit({ ...edit, masks: [...masks] });
  const pointOf = (event: PointerEvent): { x: number; y: number } => {
    const area = frame.current?.getBoundingClientRect();
    if (area === undefined) return { x: 0, y: 0 };
    return {
      x: ((event.clientX - area.left) / area.width) * width,
      y: ((event.clientY - area.top) / area.height) * height,
    };
  };

  const begin = (event: PointerEvent, does: Drag['does'], index: number): void => {
    if (event.button !== 0) return;
    event.preventDefault();
    event.stopPropagation();
    frame.current?.setPointerCapture(event.pointerId);
    const from = pointOf(event);
    const before = edit.masks[index] ?? boxBetween(from, from, picture);
    setDrag({ does, index, from, before, now: before });
    setChosen(does === 'draw' ? null : index);
  };
  const go = (event: PointerEvent): void => {
    if (drag === null) return;
    const to = pointOf(event);
    const by = { x: Math.round(to.x - drag.from.x), y: Math.round(to.y - drag.from.y) };
    const now =
      drag.does === 'draw'
        ? boxBetween(drag.from, to, picture)
        : drag.does === 'move'
          ? moved(drag.before, by, picture)
          : resized(drag.before, by, picture);
    setDrag({ ...drag, now });
  };
  const end = (): void => {
    if (drag === null) return;
    setDrag(null);
    // A click that was meant for nothing draws nothing.
    if (drag.does === 'draw' && (drag.now.width < 4 || drag.now.height < 4)) return;
    setMasks(drag.does === 'draw' ? [...edit.masks, drag.now] : changed(edit.masks, drag.index, drag.now));
    setChosen(drag.does === 'draw' ? edit.masks.length : drag.index);
  };

  const remove = (index: number): void => {
    setMasks(removed(edit.masks, index));
    setFresh(null);
    setChosen(null);
    frame.current?.focus();
  };
  const onKey = (event: KeyboardEvent, index: number): void => {
    const box = edit.masks[index];
    const by = ARROWS[event.key];
    if (box === undefined) return;
    if (event.key === 'Delete' || event.key === 'Backspace') remove(index);
    else if (by !== undefined) {
      const far = { x: by.x * (event.altKey ? 1 : STEP), y: by.y * (event.altKey ? 1 : STEP) };
      setMasks(changed(edit.masks, index, (event.shiftKey ? resized : moved)(box, far, picture)));
    } else return;
    event.preventDefault();
  };

  const shown =
    drag === null || drag.does === 'draw' ? edit.masks : changed(edit.masks, drag.index, drag.now);
  return (
    <>
      <Toolbar
        editing={editing}
        ask={ask}
        hasChosen={chosen !== null && edit.masks[chosen] !== undefined}
        isFull={isFull}
        onFull={() => setFull(!isFull)}
        onAdd={() => {
          setFresh(edit.masks.length);
          setMasks([...edit.masks, middleOf(visiblePart())]);
          setChosen(edit.masks.length);
        }}
        onRemove={() => {
          if (chosen !== null) remove(chosen);
        }}
        onCrop={() => {
          const box = chosen === null ? undefined : edit.masks[chosen];
          if (box === undefined || chosen === null) return;
          ask.edit({ ...edit, masks: removed(edit.masks, chosen), crop: box });
          setChosen(null);
        }}
      />
      <div ref={view} dir="ltr" className={`editor${isFull ? ' editor-full' : ''}`}>
        <div
          ref={frame}
          className="editor-frame"
          // The boxes are reached one by one; the frame only takes the pointer.
          role="presentation"
          tabIndex={-1}
          onPointerDown={(event) => begin(event, 'draw', -1)}
          onPointerMove={go}
          onPointerUp={end}
          onPointerCancel={() => setDrag(null)}
        >
          <PictureImage id={picture.id} alt={t('edit.alt', { number })} />
          {edit.crop === null ? null : <span className="crop" style={placeOf(edit.crop, picture)} />}
          {[...shown, ...(drag?.does === 'draw' ? [drag.now] : [])].map((box, index) => (
            <button
              // A box is known by its place in the list alone.
              // oxlint-disable-next-line react/no-array-index-key
              key={index}
              type="button"
              className="mask"
              aria-label={t('edit.box', { number: index + 1 })}
              aria-pressed={chosen === index}
              style={placeOf(box, picture)}
              onFocus={() => setChosen(index)}
              onKeyDown={(event) => onKey(event, index)}
              onPointerDown={(event) => begin(event, 'move', index)}
            >
              <span className="mask-corner" onPointerDown={(event) => begin(event, 'resize', index)} />
            </button>
          ))}
        </div>
      </div>
      <label className="field">
        <span>{t('edit.caption')}</span>
        <input
          type="text"
          maxLength={MAX_CAPTION_LENGTH}
          value={edit.caption}
          onChange={(event) => ask.edit({ ...edit, caption: event.target.value })}
        />
        <LimitNote text={edit.caption} most={MAX_CAPTION_LENGTH} />
      </label>
    </>
  );
}

function Toolbar(props: {
  readonly editing: Editing;
  readonly ask: PictureActions;
  readonly hasChosen: boolean;
  readonly isFull: boolean;
  readonly onFull: () => void;
  readonly onAdd: () => void;
  readonly onRemove: () => void;
  readonly onCrop: () => void;
}) {
  const { t } = useTranslation();
  const { editing, ask, hasChosen } = props;
  const edit: PictureEdit = editing.present;
  return (
    <div className="row tight">
      <button type="button" onClick={props.onAdd}>
        {t('edit.add')}
      </button>
      <button type="button" {...unless(editing.past.length === 0, ask.undo)}>
        {t('edit.undo')}
      </button>
      <button type="button" {...unless(editing.future.length === 0, ask.redo)}>
        {t('edit.redo')}
      </button>
      <button type="button" {...unless(!hasChosen, props.onRemove)}>
        {t('edit.delete')}
      </button>
      {edit.crop === null ? (
        <button type="button" {...unless(!hasChosen, props.onCrop)}>
          {t('edit.crop')}
        </button>
      ) : (
        <button type="button" onClick={() => ask.edit({ ...edit, crop: null })}>
          {t('edit.uncrop')}
        </button>
      )}
      <button type="button" className="quiet" onClick={props.onFull}>
        {t(props.isFull ? 'edit.fit' : 'edit.full')}
      </button>
    </div>
  );
}

const ARROWS: Readonly<Record<string, { readonly x: number; readonly y: number }>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

function placeOf(box: Box, { width, height }: { readonly width: number; readonly height: number }) {
  return {
    left: `${(box.x / width) * 100}%`,
    top: `${(box.y / height) * 100}%`,
    width: `${(box.width / width) * 100}%`,
    height: `${(box.height / height) * 100}%`,
  };
}
