import { useEffect, useRef, useState } from 'react';
import type { KeyboardEvent, PointerEvent } from 'react';

import type { Box, HeldPicture } from '../../../src-main/contract/picture.ts';
import { boxBetween, changed, keyStep, moved, removed, resized } from '../../flow/pictures/boxes.ts';
import { freeBox } from '../../flow/pictures/free-box.ts';
import { readPixels } from '../../flow/pictures/read-pixels.ts';
import type { PictureActions } from '../../flow/hooks/picture-actions.ts';
import type { Editing } from '../../flow/state.ts';
import { useTranslation } from '../../i18n/translation.tsx';
import { EditorTools } from './editor-tools.tsx';
import { usePictureAddress } from './picture-image.tsx';

interface EditorProps {
  readonly number: number;
  readonly picture: HeldPicture;
  readonly editing: Editing;
  readonly ask: PictureActions;
}

/** A drag that goes on: what it changes, where it began, and the box as it stands now. */
interface Drag {
  readonly does: 'draw' | 'crop' | 'move' | 'resize';
  readonly index: number;
  readonly from: { readonly x: number; readonly y: number };
  readonly before: Box;
  readonly now: Box;
}

/** Pixels; less was a click. */
const SMALLEST_DRAWN = 4;
/** A picture that is higher than this, by its width, would be too small to read if all of it were shown. */
const TALL = 1.2;

/** Boxes over a picture: drawn with a mouse or a finger, or set with the keyboard alone. */
export function PictureEditor({ number, picture, editing, ask }: EditorProps) {
  const { t } = useTranslation();
  const { width, height } = picture;
  const edit = editing.present;
  const address = usePictureAddress(picture.id);
  const frame = useRef<HTMLDivElement>(null);
  const view = useRef<HTMLDivElement>(null);
  const [drag, setDrag] = useState<Drag | null>(null);
  const [chosen, setChosen] = useState<number | null>(null);
  const [isCropping, setCropping] = useState(false);
  const [isFull, setFull] = useState(false);
  const chosenBox = chosen === null ? undefined : edit.masks[chosen];

  /** A box that was just made takes the focus, so that the keyboard goes on with it. */
  const [fresh, setFresh] = useState<{ readonly index: number } | null>(null);
  useEffect(() => {
    if (fresh !== null) frame.current?.querySelectorAll<HTMLElement>('.mask')[fresh.index]?.focus();
  }, [fresh]);

  useEffect(() => {
    // A picture that was removed has taken the focus along.
    if (document.activeElement === document.body) document.querySelector('h1')?.focus();
  }, []);

  const isBusy = drag !== null || isCropping;
  useEffect(() => {
    if (!isBusy) return undefined;
    const leave = (event: globalThis.KeyboardEvent): void => {
      if (event.key !== 'Escape') return;
      setDrag(null);
      setCropping(false);
    };
    window.addEventListener('keydown', leave);
    return () => window.removeEventListener('keydown', leave);
  }, [isBusy]);

  /** The part of the picture that can be seen now. */
  const visiblePart = (): Box => {
    const area = frame.current?.getBoundingClientRect();
    const seen = view.current?.getBoundingClientRect();
    if (area === undefined || seen === undefined) return { x: 0, y: 0, width, height };
    const scale = width / area.width;
    const bottom = Math.min(seen.bottom, window.innerHeight);
    const from = {
      x: Math.max(seen.left, area.left) - area.left,
      y: Math.max(seen.top, area.top) - area.top,
    };
    const to = {
      x: Math.min(seen.right, area.right) - area.left,
      y: Math.min(bottom, area.bottom) - area.top,
    };
    return boxBetween(
      { x: from.x * scale, y: from.y * scale },
      { x: to.x * scale, y: to.y * scale },
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

  const begin = (event: PointerEvent, wanted: Drag['does'], index: number): void => {
    if (event.button !== 0) return;
    event.preventDefault();
    event.stopPropagation();
    frame.current?.setPointerCapture(event.pointerId);
    const does = isCropping ? 'crop' : wanted;
    const from = pointOf(event);
    const isNew = does === 'draw' || does === 'crop';
    const before = (isNew ? undefined : edit.masks[index]) ?? boxBetween(from, from, picture);
    setDrag({ does, index, from, before, now: before });
    setChosen(isNew ? null : index);
  };
  const go = (event: PointerEvent): void => {
    if (drag === null) return;
    const to = pointOf(event);
    const by = { x: Math.round(to.x - drag.from.x), y: Math.round(to.y - drag.from.y) };
    const now =
      drag.does === 'move'
        ? moved(drag.before, by, picture)
        : drag.does === 'resize'
          ? resized(drag.before, by, picture)
          : boxBetween(drag.from, to, picture);
    setDrag({ ...drag, now });
  };
  const end = (): void => {
    if (drag === null) return;
    const { does, index, before, now } = drag;
    setDrag(null);
    if (does === 'move' || does === 'resize') {
      // A click only chooses.
      if (now !== before) setMasks(changed(edit.masks, index, now));
      frame.current?.querySelectorAll<HTMLElement>('.mask')[index]?.focus();
      return;
    }
    if (now.width < SMALLEST_DRAWN || now.height < SMALLEST_DRAWN) return;
    if (does === 'crop') {
      setCropping(false);
      ask.edit({ ...edit, crop: now });
      return;
    }
    setMasks([...edit.masks, now]);
    setChosen(edit.masks.length);
  };

  const add = (): void => {
    const image = frame.current?.querySelector('img') ?? null;
    const pixels = image === null ? null : readPixels(image);
    if (pixels === null) return;
    const box = freeBox(pixels, picture, visiblePart(), edit.masks);
    setFresh({ index: edit.masks.length });
    setMasks([...edit.masks, box]);
    setChosen(edit.masks.length);
  };
  const remove = (index: number): void => {
    setMasks(removed(edit.masks, index));
    setFresh(null);
    setChosen(null);
    frame.current?.focus();
  };
  /** A box that was made around what is wanted becomes the edge of the picture; else the edge is drawn. */
  const crop = (): void => {
    if (chosen === null || chosenBox === undefined) {
      setCropping(!isCropping);
      return;
    }
    ask.edit({ ...edit, masks: removed(edit.masks, chosen), crop: chosenBox });
    setChosen(null);
  };
  const onKey = (event: KeyboardEvent, index: number): void => {
    const box = edit.masks[index];
    const way = ARROWS[event.key];
    if (box === undefined) return;
    if (event.key === 'Delete' || event.key === 'Backspace') remove(index);
    else if (way !== undefined) {
      const step = keyStep(width, event.shiftKey, event.ctrlKey || event.metaKey);
      const by = { x: way.x * step, y: way.y * step };
      setMasks(changed(edit.masks, index, (event.altKey ? resized : moved)(box, by, picture)));
    } else return;
    event.preventDefault();
  };

  const isHeldBox = drag?.does === 'move' || drag?.does === 'resize';
  const shown = isHeldBox ? changed(edit.masks, drag.index, drag.now) : edit.masks;
  const edge = drag?.does === 'crop' ? drag.now : edit.crop;
  const isTall = height > width * TALL;
  return (
    <>
      <p className="lead">{t(isCropping ? 'edit.cropping' : 'edit.lead')}</p>
      <div
        ref={view}
        dir="ltr"
        className="editor"
        data-fit={isFull ? 'full' : isTall ? 'width' : 'whole'}
        style={{ ['--picture' as string]: width / height }}
      >
        <div
          ref={frame}
          className={isCropping ? 'editor-frame cropping' : 'editor-frame'}
          // The boxes are reached one by one; the frame only takes the pointer.
          role="presentation"
          tabIndex={-1}
          onPointerDown={(event) => begin(event, 'draw', -1)}
          onPointerMove={go}
          onPointerUp={end}
          onPointerCancel={() => setDrag(null)}
        >
          {address === null ? null : (
            <img
              src={address}
              alt={t('edit.alt', { number })}
              width={width}
              height={height}
              draggable={false}
            />
          )}
          {edge === null ? null : <span className="crop" style={placeOf(edge, picture)} />}
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
      <EditorTools
        editing={editing}
        ask={ask}
        hasChosen={chosenBox !== undefined}
        isCropping={isCropping}
        isFull={isFull}
        onFull={() => setFull(!isFull)}
        onAdd={add}
        onRemoveBox={() => {
          if (chosen !== null) remove(chosen);
        }}
        onCrop={crop}
      />
    </>
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
