import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, describe, expect, it } from 'vitest';

import { prepareBundle } from '../../../../src-main/evidence/bundle/prepare-bundle.ts';
import { checkPicture, isShowable } from '../../../../src-main/evidence/gate/check-picture.ts';
import { readBundle } from '../../../../src-main/evidence/bundle/read-bundle.ts';
import { inspectBundle } from '../../../support/samples/arrivals/inspect-bundle.ts';
import { rawZip } from '../../../support/faults/hostile-zips.ts';
import { readZip } from '../../../support/faults/marker-search.ts';
import { samplePng } from '../../../support/samples/pictures/sample-png.ts';
import { sampleInput } from '../../../support/samples/sample-run.ts';

const folder = mkdtempSync(join(tmpdir(), 'opened-files-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A picture of few bytes whose head speaks of many pixels. */
function pictureOf(width: number, height: number): Buffer {
  const picture = Buffer.from(samplePng(30, 20));
  picture.writeUInt32BE(width, 16);
  picture.writeUInt32BE(height, 20);
  return picture;
}

describe('a picture in a file that is opened', () => {
  it('has no more pixels than one that is taken', () => {
    expect(checkPicture(pictureOf(8000, 5000))).toEqual([]);
    expect(checkPicture(pictureOf(8000, 5001))).toEqual(['large']);
    expect(checkPicture(pictureOf(0xffff_ffff, 0xffff_ffff))).toEqual(['large']);
  });

  it('is told and not shown when it has more', async () => {
    const picture = { bytes: samplePng(30, 20), width: 30, height: 20 };
    const entries = await readZip((await prepareBundle(sampleInput({ pictures: [picture] }))).zip);
    entries.set('pictures/residency-1.png', pictureOf(16_000, 16_000));
    const verified = await inspectBundle(rawZip([...entries].map(([name, data]) => ({ name, data }))));
    expect(verified.state).toBe('changed');
    expect(verified.problems).toContainEqual({
      key: 'problem.picture.large',
      values: { name: 'pictures/residency-1.png' },
    });
    expect(verified.files.find(({ kind }) => kind === 'picture')?.pictureDataUrl).toBeNull();
  });
});

describe('a picture that a page is given', () => {
  it.each([
    ['with more pixels', pictureOf(16_000, 16_000)],
    [
      'of another format, whose size nobody looked at',
      Buffer.from([0xff, 0xd8, 0xff, 0xe0, ...Buffer.alloc(40)]),
    ],
    [
      'whose header is not the first chunk',
      Buffer.concat([samplePng(3, 2).subarray(0, 8), samplePng(3, 2).subarray(33)]),
    ],
    ['that ends before its size', Buffer.from(samplePng(3, 2).subarray(0, 20))],
  ])('is none %s', (_name, bytes) => {
    expect(isShowable(Buffer.from(bytes))).toBe(false);
  });

  it('is any other', () => {
    expect(isShowable(Buffer.from(samplePng(30, 20)))).toBe(true);
  });
});

describe('what is opened', () => {
  it('is read whole', async () => {
    const path = join(folder, 'file.zip');
    const bytes = Buffer.alloc(3_000_000, 'abc');
    writeFileSync(path, bytes);
    expect(Buffer.from(await readBundle(path)).equals(bytes)).toBe(true);
  });

  it('is no folder', async () => {
    await expect(readBundle(folder)).rejects.toMatchObject({ code: 'EISDIR' });
  });

  it.skipIf(process.platform === 'win32')(
    'is no pipe, and one that nobody writes into holds nothing up',
    async () => {
      const pipe = join(folder, 'pipe.zip');
      execFileSync('mkfifo', [pipe]);
      await expect(readBundle(pipe)).rejects.toMatchObject({ code: 'EISDIR' });
      await expect(readBundle('/dev/zero')).rejects.toMatchObject({ code: 'EISDIR' });
    },
  );
});
