import { Worker } from 'node:worker_threads';

import { describe, expect, it } from 'vitest';

import { MAX_KEPT_BYTES, MAX_KEPT_PIXELS } from '../../../src-main/capture/import-picture.ts';
import { createPictureWork } from '../../../src-main/capture/picture-work.ts';
import type { CleanPicture } from '../../../src-main/capture/image/clean-png.ts';
import type { PictureWork } from '../../../src-main/capture/picture-work.ts';
import { checkPicture } from '../../../src-main/evidence/gate/check-picture.ts';
import { IN_THIS_THREAD } from '../../support/samples/pictures/in-this-thread.ts';
import { makePng, pngChunk } from '../../support/samples/pictures/make-png.ts';
import type { PngKind } from '../../support/samples/pictures/make-png.ts';
import { samplePng } from '../../support/samples/pictures/sample-png.ts';

const PNG = samplePng(240, 120);

/** A picture with a few columns of another colour in each line. */
const striped = (kind: PngKind, more: readonly Buffer[] = []): Buffer =>
  makePng(
    kind,
    (line, row) => {
      if (row === 0) for (let at = 1; at < line.length; at += 97) line[at] = 200;
      else line[0] = 2;
    },
    more,
  );

/** The longest time that `work` keeps this thread busy without a pause, in milliseconds of its own work. */
async function longestBlock(work: () => Promise<unknown>): Promise<number> {
  let longest = 0;
  let before = process.threadCpuUsage();
  const look = (): void => {
    const now = process.threadCpuUsage();
    longest = Math.max(longest, (now.user + now.system - before.user - before.system) / 1000);
    before = now;
  };
  const timer = setInterval(look, 2);
  try {
    await work();
    look();
  } finally {
    clearInterval(timer);
  }
  return longest;
}

describe('work on pictures', () => {
  // Each as large as it can be: of what is kept as it is, of what is read whole, and of what is made smaller in lines.
  const largest: readonly (readonly [string, PngKind])[] = [
    ['three screens of 5K', { width: 15_360, height: 2880, depth: 8, colour: 6, isInterlaced: false }],
    ['interlaced', { width: 8000, height: 6000, depth: 8, colour: 2, isInterlaced: true }],
    ['larger than is kept', { width: 12_500, height: 8000, depth: 8, colour: 6, isInterlaced: false }],
  ];

  it.each(largest)(
    'takes it without holding this thread up for 50 ms: %s',
    { timeout: 120_000 },
    async (_name, kind) => {
      const png = striped(kind);
      const work = createPictureWork();
      await work.importPicture(PNG);
      let picture: Awaited<ReturnType<typeof work.importPicture>> | null = null;
      const longest = await longestBlock(async () => {
        picture = await work.importPicture(png);
      });
      const factor = Math.min(1, Math.sqrt(MAX_KEPT_PIXELS / (kind.width * kind.height)));
      const width = Math.floor(kind.width * factor);
      expect(picture).toMatchObject({
        ok: true,
        value: { width, height: Math.floor(kind.height * factor), scale: width / kind.width },
      });
      expect(longest).toBeLessThan(50);
    },
  );

  it('imports, masks and scales in a thread what it would in this one', async () => {
    const picture = { bytes: samplePng(1200, 300), width: 1200, height: 300 };
    const edit = { masks: [{ x: 10, y: 10, width: 50, height: 20 }], crop: null };
    const jobs: readonly ((work: PictureWork) => Promise<CleanPicture>)[] = [
      async (work) => {
        const imported = await work.importPicture(picture.bytes);
        if (!imported.ok) throw new Error(imported.failure.message);
        return imported.value;
      },
      (work) => work.maskPicture(picture, edit),
      (work) => work.scalePicture(picture, 0.75),
    ];
    const results: string[] = [];
    for (const job of jobs) {
      const { bytes, ...there } = await job(createPictureWork());
      const { bytes: expected, ...here } = await job(IN_THIS_THREAD);
      expect(there).toEqual(here);
      expect(Buffer.from(bytes).equals(expected)).toBe(true);
      results.push(Buffer.from(bytes).toString('base64'));
    }
    expect(new Set(results).size).toBe(3);
  });

  it('refuses what is larger than is read, and an interlaced one that cannot be read in lines', async () => {
    const work = createPictureWork();
    const sentence = (most: number): object => ({
      ok: false,
      failure: { code: 'not-a-picture', message: expect.stringContaining(`${most} million`) },
    });
    const tiny = samplePng(300, 200);
    const sized = (width: number, height: number, isInterlaced: boolean): Buffer => {
      const png = Buffer.from(tiny);
      const header = Buffer.from(png.subarray(16, 29));
      header.writeUInt32BE(width, 0);
      header.writeUInt32BE(height, 4);
      header[12] = isInterlaced ? 1 : 0;
      pngChunk('IHDR', header).copy(png, 8);
      return png;
    };
    expect(await work.importPicture(sized(20_000, 6000, false))).toMatchObject(sentence(100));
    expect(await work.importPicture(sized(10_000, 6000, true))).toMatchObject(sentence(48));
  });

  it('keeps no picture that is too large to be looked at again', { timeout: 120_000 }, async () => {
    // Noise in a palette: 12 MB that would become 36.
    let seed = 1;
    const noise = makePng(
      { width: 4000, height: 3000, depth: 8, colour: 3, isInterlaced: false },
      (line) => {
        for (let at = 1; at < line.length; at += 1) {
          seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
          line[at] = seed >>> 24;
        }
      },
      [
        pngChunk(
          'PLTE',
          Uint8Array.from({ length: 768 }, (_, at) => (at * 89) & 255),
        ),
      ],
    );
    const kept = await createPictureWork().importPicture(noise);
    if (!kept.ok) throw new Error(kept.failure.message);
    expect(kept.value.bytes.length).toBeLessThanOrEqual(MAX_KEPT_BYTES);
    expect(kept.value.scale).toBeLessThan(1);
    expect(checkPicture(Buffer.from(kept.value.bytes))).toEqual([]);
  });

  it('does not wait for a thread that does not end', async () => {
    class Endless extends Worker {
      override async terminate(): Promise<number> {
        await super.terminate();
        return new Promise(() => undefined);
      }
    }
    const answer = { ok: true, value: { width: 1 } };
    const source = `require('node:worker_threads').parentPort.postMessage(${JSON.stringify(answer)})`;
    const work = createPictureWork({ startThread: async () => new Endless(source, { eval: true, env: {} }) });
    expect(await work.importPicture(PNG)).toEqual(answer);
  });

  const started = (source: string, resourceLimits = {}) => ({
    startThread: async () => new Worker(source, { eval: true, env: {}, resourceLimits }),
  });
  it.each([
    ['throws', started('throw new Error("x")')],
    ['ends', started('process.exit(0)')],
    ['runs for ever', { ...started('for (;;);'), limitMs: 300 }],
    [
      'needs too much memory',
      started('const all = []; for (;;) all.push([...Array(1e5).keys()]);', { maxOldGenerationSizeMb: 16 }),
    ],
    ['cannot be started', { startThread: async () => Promise.reject(new Error('no file')) }],
  ])('is a sentence when the thread %s', async (_name, options) => {
    let isFirst = true;
    const good = createPictureWork();
    const work = createPictureWork(options);
    expect(await work.importPicture(PNG)).toMatchObject({
      ok: false,
      failure: { code: 'not-a-picture', phrase: { key: 'failure.picture.not-in-time' } },
    });
    // The next job is not held up by it, and has no sentence of its own.
    await expect(work.scalePicture({ bytes: PNG, width: 240, height: 120 }, 0.5)).rejects.toThrow();
    isFirst = (await good.importPicture(PNG)).ok;
    expect(isFirst).toBe(true);
  });
});
