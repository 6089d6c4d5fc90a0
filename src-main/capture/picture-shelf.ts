import { randomBytes } from 'node:crypto';

import { fail, succeed } from '../contract/failure.ts';
import type { Result } from '../contract/failure.ts';
import { MOST_PICTURE_BYTES, MOST_PICTURES } from '../contract/picture.ts';
import type { AddedPicture, Box, HeldPicture, PictureEdit, PictureWay } from '../contract/picture.ts';
import { phrase } from '../words/phrase.ts';
import type { Phrase } from '../words/phrase.ts';
import type { CleanPicture } from './clean-png.ts';
import { importPicture, MOST_PIXELS, refuse } from './import-picture.ts';
import { maskPicture } from './mask-picture.ts';
import { pictureFormat } from './picture-format.ts';
import { fitPictures } from './scale-picture.ts';

/** A picture as it goes into the bundle. */
export interface FinishedPicture extends CleanPicture {
  readonly caption: string;
}

/** The pictures of a case, in memory only: what came in is never written to the disk. */
export interface PictureShelf {
  /** Takes a picture file in, whatever its name says. `proposals` are boxes over what is likely to be private. */
  add(
    bytes: Uint8Array,
    way: PictureWay,
    proposals?: readonly Box[],
    hint?: Phrase | null,
  ): Result<AddedPicture>;
  list(): readonly HeldPicture[];
  /** The PNG of a picture without its masks, to be worked on. */
  bytesOf(id: string): Result<Uint8Array>;
  edit(id: string, edit: PictureEdit): Result<readonly HeldPicture[]>;
  remove(id: string): readonly HeldPicture[];
  /** Moves a picture to another place in the order. */
  move(id: string, to: number): readonly HeldPicture[];
  /** Every picture as it will leave: masked, cut, written anew, and made smaller if they are to have `mostBytes` at most. */
  finished(mostBytes?: number | null): Promise<readonly FinishedPicture[]>;
  clear(): void;
}

/** Formats that Chromium decodes, and their media types. */
const DECODABLE: Readonly<Record<string, Extract<AddedPicture, { kind: 'decode-first' }>['mediaType']>> = {
  jpg: 'image/jpeg',
  webp: 'image/webp',
  bmp: 'image/bmp',
};

const TOO_MANY = phrase('failure.picture.too-many', { count: MOST_PICTURES });
const GONE = phrase('failure.picture.gone');

/** Makes an empty shelf. */
export function createPictureShelf(): PictureShelf {
  let pictures: { readonly held: HeldPicture; readonly clean: CleanPicture }[] = [];
  const list = (): readonly HeldPicture[] => pictures.map(({ held }) => held);
  const find = (id: string) => pictures.find(({ held }) => held.id === id);

  return {
    add: (bytes, way, proposals = [], hint = null) => {
      if (pictures.length >= MOST_PICTURES) return fail('not-a-picture', TOO_MANY);
      const foreign = foreignFormat(bytes);
      if (foreign !== null) return foreign;
      const clean = importPicture(bytes);
      if (!clean.ok) return clean;
      const { width, height } = clean.value;
      const held: HeldPicture = {
        id: randomBytes(8).toString('hex'),
        way,
        width,
        height,
        edit: { masks: [...proposals], crop: null, caption: '' },
        hint,
      };
      pictures = [...pictures, { held, clean: clean.value }];
      return succeed({ kind: 'added', picture: held });
    },
    list,
    bytesOf: (id) => {
      const picture = find(id);
      return picture === undefined ? fail('nothing-to-do', GONE) : succeed(picture.clean.bytes);
    },
    edit: (id, edit) => {
      if (find(id) === undefined) return fail('nothing-to-do', GONE);
      pictures = pictures.map((picture) =>
        picture.held.id === id ? { ...picture, held: { ...picture.held, edit } } : picture,
      );
      return succeed(list());
    },
    remove: (id) => {
      pictures = pictures.filter(({ held }) => held.id !== id);
      return list();
    },
    move: (id, to) => {
      const picture = find(id);
      if (picture === undefined) return list();
      const rest = pictures.filter((each) => each !== picture);
      pictures = [...rest.slice(0, to), picture, ...rest.slice(to)];
      return list();
    },
    finished: async (mostBytes = null) => {
      const masked = await Promise.all(
        pictures.map(async ({ held, clean }) => ({
          ...(await maskPicture(clean, held.edit)),
          caption: held.edit.caption,
        })),
      );
      return mostBytes === null ? masked : fitPictures(masked, mostBytes);
    },
    clear: () => {
      pictures = [];
    },
  };
}

/**
 * What is to be done with a file that is no PNG: to be decoded by the window if it can be, else a sentence. Null for a
 * PNG. The size is read from the header, so that a bomb is refused before anybody unpacks it.
 */
function foreignFormat(bytes: Uint8Array): Result<AddedPicture> | null {
  if (bytes.length > MOST_PICTURE_BYTES) return null;
  const format = pictureFormat(bytes);
  if (format === null || format.type === 'png') return null;
  if (format.isAnimated) return refuse('animated');
  if (format.type === 'heif' || format.type === 'avif') return refuse('heic');
  const mediaType = DECODABLE[format.type];
  if (mediaType === undefined) return null;
  if (format.width * format.height > MOST_PIXELS) return refuse('pixels');
  return succeed({ kind: 'decode-first', mediaType });
}
