import { randomBytes } from 'node:crypto';

import { fail, succeed } from '../contract/failure.ts';
import type { Result } from '../contract/failure.ts';
import { MAX_MASKS, MAX_PICTURE_BYTES, MAX_PICTURES } from '../contract/picture.ts';
import type { AddedPicture, Box, HeldPicture, PictureEdit, PictureWay } from '../contract/picture.ts';
import { message } from '../i18n/message.ts';
import type { Message } from '../i18n/message.ts';
import type { CleanPicture } from './image/clean-png.ts';
import { bitmapHeader } from './image/decode-bmp.ts';
import { MAX_KEPT_PIXELS, refuse, refusePixels } from './import-picture.ts';
import { pictureFormat } from './image/picture-format.ts';
import { createPictureWork } from './picture-work.ts';
import type { PictureWork } from './picture-work.ts';
import { fitPictures } from './image/scale-picture.ts';

/** Formats that Chromium decodes, and their media types. */
const DECODABLE: Readonly<Record<string, Extract<AddedPicture, { kind: 'decode-first' }>['mediaType']>> = {
  jpg: 'image/jpeg',
  webp: 'image/webp',
  bmp: 'image/bmp',
};

const TOO_MANY = message('failure.picture.too-many', { count: MAX_PICTURES });
const GONE = message('failure.picture.gone');
const ALMOST_ONE_COLOUR = message('picture.hint.one-colour');

/** All pictures of a bundle together, so that it can always be opened again (`MAX_BUNDLE`). */
const MAX_FINISHED_BYTES = 40 * 1024 * 1024;

export type PictureStore = ReturnType<typeof createPictureStore>;

/** Makes an empty store for the pictures of a case, in memory only, that works on them with `work`. */
export function createPictureStore(work: PictureWork = createPictureWork()) {
  /** Changes with every case, so that a picture that is still being read does not get into the next one. */
  let generation = {};
  let pictures: { readonly held: HeldPicture; readonly clean: CleanPicture }[] = [];
  const list = (): readonly HeldPicture[] => pictures.map(({ held }) => held);
  const find = (id: string) => pictures.find(({ held }) => held.id === id);

  return {
    /** Adds a picture from a file's bytes. `proposals` are boxes over what is likely to be private. */
    add: async (
      bytes: Uint8Array,
      way: PictureWay,
      proposals: readonly Box[] = [],
      hint: Message | null = null,
    ): Promise<Result<AddedPicture>> => {
      if (pictures.length >= MAX_PICTURES) return fail('not-a-picture', TOO_MANY);
      const foreign = foreignFormat(bytes);
      if (foreign !== null) return foreign;
      const begun = generation;
      const imported = await work.importPicture(bytes);
      if (!imported.ok) return imported;
      if (generation !== begun) return fail('nothing-to-do', GONE);
      if (pictures.length >= MAX_PICTURES) return fail('not-a-picture', TOO_MANY);
      const { scale, isAlmostOneColour, ...clean } = imported.value;
      const held: HeldPicture = {
        id: randomBytes(8).toString('hex'),
        way,
        width: clean.width,
        height: clean.height,
        edit: {
          masks: proposals.slice(0, MAX_MASKS).map((box) => scaledBox(box, scale)),
          crop: null,
          caption: '',
        },
        hint: isAlmostOneColour ? ALMOST_ONE_COLOUR : hint,
      };
      pictures = [...pictures, { held, clean }];
      return succeed({ kind: 'added', picture: held });
    },
    list,
    /** The PNG of a picture without its masks, for the editor. */
    bytesOf: (id: string): Result<Uint8Array> => {
      const picture = find(id);
      return picture === undefined ? fail('nothing-to-do', GONE) : succeed(picture.clean.bytes);
    },
    edit: (id: string, edit: PictureEdit): Result<readonly HeldPicture[]> => {
      if (find(id) === undefined) return fail('nothing-to-do', GONE);
      pictures = pictures.map((picture) =>
        picture.held.id === id ? { ...picture, held: { ...picture.held, edit } } : picture,
      );
      return succeed(list());
    },
    remove: (id: string): readonly HeldPicture[] => {
      pictures = pictures.filter(({ held }) => held.id !== id);
      return list();
    },
    /** Every picture as it leaves: masked, cropped, encoded again, and scaled down to `maxBytes` together. */
    finished: async (
      maxBytes: number | null = null,
    ): Promise<readonly (CleanPicture & { readonly caption: string })[]> => {
      const masked = await Promise.all(
        pictures.map(async ({ held, clean }) => ({
          ...(await work.maskPicture(clean, held.edit)),
          caption: held.edit.caption,
        })),
      );
      return fitPictures(masked, maxBytes ?? MAX_FINISHED_BYTES, (picture, factor) =>
        work.scalePicture(picture, factor),
      );
    },
    clear: (): void => {
      generation = {};
      pictures = [];
    },
  };
}

/** Returns a box for the scaled picture that covers at least what it covered before. */
function scaledBox({ x, y, width, height }: Box, scale: number): Box {
  const left = Math.floor(x * scale);
  const top = Math.floor(y * scale);
  const right = Math.ceil((x + width) * scale);
  const bottom = Math.ceil((y + height) * scale);
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/**
 * Returns what to do with a format that is not read here: decode it in the window, or refuse it. Null for a PNG and a
 * bitmap. The size comes from the header, so that a bomb is refused before it is unpacked.
 */
function foreignFormat(bytes: Uint8Array): Result<AddedPicture> | null {
  if (bytes.length > MAX_PICTURE_BYTES || bitmapHeader(bytes) !== null) return null;
  const format = pictureFormat(bytes);
  if (format === null || format.type === 'png') return null;
  if (format.isAnimated) return refuse('animated');
  if (format.type === 'heif' || format.type === 'avif') return refuse('heic');
  const mediaType = DECODABLE[format.type];
  if (mediaType === undefined) return null;
  if (format.width * format.height > MAX_KEPT_PIXELS) return refusePixels(MAX_KEPT_PIXELS);
  return succeed({ kind: 'decode-first', mediaType });
}
