import { decode } from 'fast-png';
import * as fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';

import { MASK_COLOUR, maskPicture } from '../../../../src-main/capture/image/mask-picture.ts';
import { fitPictures, scalePicture } from '../../../../src-main/capture/image/scale-picture.ts';
import { pictureFormat } from '../../../../src-main/capture/image/picture-format.ts';
import { createPictureStore } from '../../../../src-main/capture/picture-store.ts';
import type { PictureStore } from '../../../../src-main/capture/picture-store.ts';
import type { PictureWork } from '../../../../src-main/capture/picture-work.ts';
import { succeed } from '../../../../src-main/contract/failure.ts';
import { addedPictureSchema, MAX_MASKS } from '../../../../src-main/contract/picture.ts';
import { MAX_BUNDLE } from '../../../../src-main/contract/values.ts';
import { message } from '../../../../src-main/i18n/message.ts';
import { checkPicture } from '../../../../src-main/evidence/gate/check-picture.ts';
import { IN_THIS_THREAD } from '../../../support/samples/pictures/in-this-thread.ts';
import { samplePng } from '../../../support/samples/pictures/sample-png.ts';

const WIDTH = 240;
const HEIGHT = 120;
const PNG = samplePng(WIDTH, HEIGHT);
const clean = { bytes: PNG, width: WIDTH, height: HEIGHT };

const pixelAt = (bytes: Uint8Array, x: number, y: number): number[] => {
  const { data, width } = decode(bytes);
  return [...data.subarray((y * width + x) * 3, (y * width + x) * 3 + 3)];
};

describe('masks', () => {
  it('leave one colour where they lie and every other pixel as it was, and nothing but pixels', async () => {
    const box = fc.record({
      x: fc.integer({ min: 0, max: WIDTH + 20 }),
      y: fc.integer({ min: 0, max: HEIGHT + 20 }),
      width: fc.integer({ min: 1, max: WIDTH }),
      height: fc.integer({ min: 1, max: HEIGHT }),
    });
    const before = decode(PNG).data;
    await fc.assert(
      fc.asyncProperty(fc.array(box, { minLength: 1, maxLength: 5 }), async (masks) => {
        const masked = await maskPicture(clean, { masks, crop: null });
        expect(checkPicture(Buffer.from(masked.bytes))).toEqual([]);
        const after = decode(masked.bytes).data;
        const wrong: string[] = [];
        for (let y = 0; y < HEIGHT; y += 3) {
          for (let x = 0; x < WIDTH; x += 3) {
            const isMasked = masks.some(
              (mask) => x >= mask.x && x < mask.x + mask.width && y >= mask.y && y < mask.y + mask.height,
            );
            const at = (y * WIDTH + x) * 3;
            const expected = isMasked ? MASK_COLOUR : before.subarray(at, at + 3);
            if (expected.some((value, channel) => after[at + channel] !== value)) wrong.push(`${x}, ${y}`);
          }
        }
        expect(wrong).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('cut a picture to its crop, masks included', async () => {
    const cut = await maskPicture(clean, {
      masks: [{ x: 20, y: 10, width: 10, height: 10 }],
      crop: { x: 10, y: 5, width: 100, height: 50 },
    });
    expect(cut).toMatchObject({ width: 100, height: 50 });
    expect(pixelAt(cut.bytes, 12, 7)).toEqual([...MASK_COLOUR]);
    expect(pixelAt(cut.bytes, 0, 0)).toEqual(pixelAt(PNG, 10, 5));
  });

  it('keep the whole picture when the crop lies beside it', async () => {
    const beside = { x: WIDTH + 5, y: 0, width: 10, height: 10 };
    expect(await maskPicture(clean, { masks: [], crop: beside })).toMatchObject({
      width: WIDTH,
      height: HEIGHT,
    });
  });
});

describe('a picture that is made smaller', () => {
  it('keeps its proportions and the mean of its colours, and stays a clean picture', async () => {
    const wide = { bytes: samplePng(2000, 600), width: 2000, height: 600 };
    const half = await scalePicture(wide, 0.5);
    expect(half).toMatchObject({ width: 1000, height: 300 });
    expect(checkPicture(Buffer.from(half.bytes))).toEqual([]);
    const [a, b, c, d] = [
      pixelAt(wide.bytes, 20, 10),
      pixelAt(wide.bytes, 21, 10),
      pixelAt(wide.bytes, 20, 11),
      pixelAt(wide.bytes, 21, 11),
    ];
    const mean = [0, 1, 2].map((channel) =>
      Math.round([a, b, c, d].reduce((sum, pixel) => sum + (pixel?.[channel] ?? 0), 0) / 4),
    );
    expect(pixelAt(half.bytes, 10, 5)).toEqual(mean);
  });

  it('is never narrower than its words can be read, and never larger than it was', async () => {
    const small = { bytes: samplePng(700, 200), width: 700, height: 200 };
    expect(await scalePicture(small, 0.25)).toBe(small);
    const wide = { bytes: samplePng(1600, 200), width: 1600, height: 200 };
    expect(await scalePicture(wide, 0.25)).toMatchObject({ width: 800, height: 100 });
  });

  it('is as large as the room that all of them have', async () => {
    const wide = { bytes: samplePng(2400, 600), width: 2400, height: 600, caption: 'kept' };
    expect(await fitPictures([wide], wide.bytes.length)).toEqual([wide]);
    const [fitting] = await fitPictures([wide], wide.bytes.length - 1);
    expect(fitting).toMatchObject({ width: 1800, height: 450, caption: 'kept' });
    const [smallest] = await fitPictures([wide], 1);
    expect(smallest).toMatchObject({ width: 800, height: 200 });
  });
});

describe('the picture store', () => {
  let store: PictureStore;
  beforeEach(() => {
    store = createPictureStore(IN_THIS_THREAD);
  });
  const add = async (): Promise<string> => {
    const added = await store.add(PNG, 'paste');
    if (!added.ok || added.value.kind !== 'added') throw new Error('not added');
    return added.value.picture.id;
  };

  it('keeps pictures in order, six at most, and gives them masked', async () => {
    // The threads of the app do their jobs one after another.
    store = createPictureStore();
    const ids = await Promise.all(Array.from({ length: 6 }, add));
    expect(await store.add(PNG, 'drop')).toMatchObject({ ok: false, failure: { code: 'not-a-picture' } });
    expect(store.remove(ids[0] ?? '').map(({ id }) => id)).toEqual(ids.slice(1));
    const edit = { masks: [{ x: 0, y: 0, width: 50, height: 50 }], crop: null, caption: 'Where Xray is' };
    expect(store.edit(ids[5] ?? '', edit).ok).toBe(true);
    const last = (await store.finished()).at(-1);
    expect(last?.caption).toBe('Where Xray is');
    expect(pixelAt(last?.bytes ?? PNG, 10, 10)).toEqual([...MASK_COLOUR]);
    store.clear();
    expect(store.list()).toEqual([]);
    expect(store.edit(ids[5] ?? '', edit)).toMatchObject({ ok: false });
    expect(store.bytesOf(ids[5] ?? '')).toMatchObject({ ok: false });
  });

  it('begins with the boxes that were proposed', async () => {
    const HINT = message('picture.hint.other-page');
    const proposals = [{ x: 1, y: 2, width: 30, height: 10 }];
    const added = await store.add(PNG, 'page', proposals, HINT);
    expect(added).toMatchObject({
      ok: true,
      value: { picture: { edit: { masks: proposals }, hint: HINT } },
    });
  });

  const ascii = (text: string): number[] => Array.from(text, (char) => char.charCodeAt(0));
  const webp = (flags: number, width = 300, height = 200): Uint8Array =>
    Uint8Array.from([
      ...ascii('RIFF'),
      50,
      0,
      0,
      0,
      ...ascii('WEBPVP8X'),
      10,
      0,
      0,
      0,
      flags,
      0,
      0,
      0,
      (width - 1) & 255,
      (width - 1) >> 8,
      0,
      (height - 1) & 255,
      (height - 1) >> 8,
      0,
      ...Array.from({ length: 30 }, () => 0),
    ]);
  const bmp = (width: number, height: number): Uint8Array => {
    const bytes = Buffer.alloc(60);
    bytes.write('BM');
    bytes.writeUInt32LE(40, 14);
    bytes.writeUInt32LE(width, 18);
    bytes.writeInt32LE(height, 22);
    return bytes;
  };

  it.each([
    ['a WebP', webp(0), 'image/webp'],
    ['a BMP', bmp(400, 300), 'image/bmp'],
  ])('asks for %s to be decoded first', async (_name, bytes, mediaType) => {
    expect(await store.add(bytes, 'choose')).toEqual({
      ok: true,
      value: { kind: 'decode-first', mediaType },
    });
  });

  it.each([
    ['an animated WebP', webp(2), 'animated'],
    ['a GIF', Uint8Array.from([...ascii('GIF89a'), 44, 1, 200, 0, 0, 0, 0, 0, 0]), 'animated'],
    ['a BMP bomb', bmp(50_000, 50_000), '48 million'],
    ['a WebP of too many pixels', webp(0, 8000, 8000), '48 million'],
    [
      'a HEIC',
      Uint8Array.from([0, 0, 0, 24, ...ascii('ftypheic'), ...Array.from({ length: 40 }, () => 0)]),
      'PNG',
    ],
    ['a text', Uint8Array.from(ascii('just words')), "can't open this file as an image"],
    ['nothing', new Uint8Array(), "can't open this file as an image"],
    [
      'a script behind a picture’s name',
      Uint8Array.from(ascii('<svg xmlns="http://www.w3.org/2000/svg" width="300" height="300"/>')),
      "can't open this file as an image",
    ],
    ['a PNG cut off', PNG.subarray(0, PNG.length / 2), 'damaged'],
    ['more than 30 MB', new Uint8Array(30 * 1024 * 1024 + 1), '30 MB'],
  ])('refuses %s with a sentence', async (_name, bytes, words) => {
    const refused = await store.add(bytes, 'choose');
    expect(refused).toMatchObject({ ok: false, failure: { code: 'not-a-picture' } });
    expect(refused.ok ? '' : refused.failure.message).toContain(words);
  });

  it('refuses a PNG bomb by its header, and takes a picture without what hides behind its end', async () => {
    const bomb = Buffer.from(PNG);
    bomb.writeUInt32BE(50_000, 16);
    bomb.writeUInt32BE(50_000, 20);
    expect(await store.add(bomb, 'drop')).toMatchObject({ ok: false });
    const polyglot = Buffer.concat([PNG, Buffer.from('PK\u0003\u0004 hidden script')]);
    expect((await store.add(polyglot, 'drop')).ok).toBe(true);
    expect(Buffer.from((await store.finished())[0]?.bytes ?? []).includes('hidden script')).toBe(false);
  });

  it('answers any bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
        pictureFormat(bytes);
        expect((await store.add(bytes, 'drop')).ok).toBe(false);
      }),
    );
  });

  it('takes nothing in that was still being read when the case was left', async () => {
    const adding = store.add(PNG, 'paste');
    store.clear();
    expect(await adding).toMatchObject({ ok: false, failure: { code: 'nothing-to-do' } });
    expect(store.list()).toEqual([]);
  });

  it('moves the proposed boxes along with a picture that is made smaller, and hints at one colour', async () => {
    const work: PictureWork = {
      ...IN_THIS_THREAD,
      importPicture: async () => succeed({ ...clean, scale: 0.5, isAlmostOneColour: true }),
    };
    const added = await createPictureStore(work).add(PNG, 'page', [{ x: 11, y: 21, width: 31, height: 10 }]);
    expect(added).toMatchObject({
      ok: true,
      value: {
        picture: {
          edit: { masks: [{ x: 5, y: 10, width: 16, height: 6 }] },
          hint: message('picture.hint.one-colour'),
        },
      },
    });
  });

  it('takes no more proposals than a picture may have boxes', async () => {
    const many = Array.from({ length: MAX_MASKS + 50 }, (_, index) => ({
      x: index,
      y: 1,
      width: 2,
      height: 2,
    }));
    const added = await createPictureStore({
      ...IN_THIS_THREAD,
      importPicture: async () => succeed({ ...clean, scale: 1, isAlmostOneColour: false }),
    }).add(PNG, 'page', many);
    expect(added.ok && addedPictureSchema.safeParse(added.value).success).toBe(true);
  });

  it('gives pictures that fit into a bundle together, however large each is', async () => {
    const bytes = new Uint8Array(24 * 1024 * 1024);
    const factors: number[] = [];
    const many = createPictureStore({
      importPicture: async () =>
        succeed({ bytes, width: 4000, height: 2000, scale: 1, isAlmostOneColour: false }),
      maskPicture: async (picture) => picture,
      scalePicture: async (picture, factor) => {
        factors.push(factor);
        return { ...picture, bytes: bytes.subarray(0, bytes.length * factor * factor) };
      },
    });
    await Promise.all(Array.from({ length: 6 }, () => many.add(PNG, 'paste')));
    const finished = await many.finished();
    expect(finished.reduce((sum, each) => sum + each.bytes.length, 0)).toBeLessThan(MAX_BUNDLE);
    expect(Math.min(...factors)).toBe(0.5);
  });
});

it('the sample is a picture of more than one colour', () => {
  expect(pixelAt(PNG, 0, 0)).not.toEqual(pixelAt(PNG, WIDTH - 1, HEIGHT - 1));
});
