import { beforeAll, describe, expect, it } from 'vitest';

import { prepareBundle } from '../../../src-main/evidence/bundle/prepare-bundle.ts';
import { unpack } from '../../../src-main/desk/unpack.ts';
import { rawZip } from '../../support/faults/hostile-zips.ts';
import { isInstalled, repack, REPACKED_ZIPS } from '../../support/samples/arrivals/repacked-zips.ts';
import { samplePng } from '../../support/samples/pictures/sample-png.ts';
import { sampleInput } from '../../support/samples/sample-run.ts';

let zip: Buffer;
let files: ReadonlyMap<string, Buffer>;

beforeAll(async () => {
  const bundle = await prepareBundle(
    sampleInput({ pictures: [{ bytes: samplePng(200, 100), width: 200, height: 100 }] }),
  );
  zip = Buffer.from(bundle.zip);
  ({ files } = await unpack(zip));
});

describe('unpacking what arrives', () => {
  it('finds nothing to say of a bundle as it was written', async () => {
    const unpacked = await unpack(zip);
    expect(unpacked.isRepacked).toBe(false);
    expect(unpacked.faults).toEqual([]);
    expect(unpacked.files.size).toBeGreaterThan(4);
  });

  it.each(REPACKED_ZIPS)('reads $name as the same files, packed again', async (way) => {
    if (!isInstalled(way.program)) return;
    const unpacked = await unpack(repack(files, way));
    expect(unpacked.isRepacked).toBe(true);
    expect(unpacked.faults).toEqual([]);
    expect([...unpacked.files.keys()].toSorted()).toEqual([...files.keys()].toSorted());
    for (const [name, content] of unpacked.files)
      expect(content.equals(files.get(name) ?? Buffer.alloc(0)), name).toBe(true);
  });

  it('does not let one flipped byte hide the other files', async () => {
    const damaged = Buffer.from(zip);
    const at = damaged.indexOf('diagnosis.json') + 200;
    damaged.writeUInt8((damaged[at] ?? 0) ^ 0xff, at);
    const unpacked = await unpack(damaged);
    expect(unpacked.faults).toEqual([{ name: 'diagnosis.json', fault: 'damaged' }]);
    expect(unpacked.files.size).toBe(files.size - 1);
  });

  it('tells a zip that was cut off from something that is no zip', async () => {
    await expect(unpack(zip.subarray(0, zip.length - 400))).rejects.toMatchObject({ refusal: 'cut-off' });
    await expect(unpack(Buffer.from('hello'))).rejects.toMatchObject({ refusal: 'damaged' });
  });

  it.each([
    ['encrypted', rawZip([{ name: 'summary.txt', flags: 1 }]), 'encrypted'],
    ['a link', rawZip([{ name: 'summary.txt', attributes: (0o120777 << 16) >>> 0 }]), 'no-file'],
    ['a name that leads out', rawZip([{ name: '../summary.txt' }]), 'foreign-name'],
    ['an absolute name', rawZip([{ name: '/summary.txt' }]), 'foreign-name'],
    ['the same name twice', rawZip([{ name: 'a/summary.txt' }, { name: 'a\\summary.txt' }]), 'twice'],
    ['two folders deep', rawZip([{ name: 'a/b/summary.txt' }]), 'foreign-name'],
    [
      'more than a bundle may hold',
      rawZip(Array.from({ length: 201 }, (_, index) => ({ name: `calls/h${index}-1-authenticate.txt` }))),
      'many-files',
    ],
    [
      'a size that is said to be huge',
      rawZip([{ name: 'summary.txt', claimed: 0x7fffffff }]),
      'large-unpacked',
    ],
  ])('refuses %s', async (_name, bytes, refusal) => {
    await expect(unpack(bytes)).rejects.toMatchObject({ refusal });
  });
});
