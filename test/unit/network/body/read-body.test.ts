import { gzipSync } from 'node:zlib';

import { describe, expect, it } from 'vitest';
import { ZipFile } from 'yazl';

import { createDecoding } from '../../../../src-main/network/body/decode-content.ts';
import { readBody } from '../../../../src-main/network/body/read-body.ts';

async function zipOf(content: Buffer, comment = ''): Promise<Buffer> {
  const zip = new ZipFile();
  zip.addBuffer(content, 'demo.feature', { compress: false });
  zip.end({ comment, forceZip64Format: false });
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

async function* inPieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

const KEEP = 1000;
const read = async (bytes: Uint8Array, contentEncoding: string | null = null, size = 777, keepBytes = KEEP) =>
  (await readBody(inPieces(bytes, size), { contentEncoding, contentType: null, keepBytes })).body;

describe('readBody', () => {
  it.each([0, 10, 5000, 80_000, 300_000])(
    'knows a whole zip around %i bytes from a cut one',
    async (size) => {
      const zip = await zipOf(Buffer.alloc(size, 'x'), 'a comment');
      expect(await read(zip)).toMatchObject({ looksLike: 'zip', wireBytes: zip.length });
      expect(await read(zip, 'gzip')).toMatchObject({
        looksLike: 'zip',
        problem: null,
        truncated: zip.length > KEEP,
      });
      expect(await read(gzipSync(zip), 'gzip')).toMatchObject({ looksLike: 'zip', problem: null });
      for (const cut of [zip.subarray(0, -1), Buffer.concat([zip, Buffer.from('x')])]) {
        expect(await read(cut)).toMatchObject({ looksLike: 'binary' });
        expect(await read(cut, 'gzip')).toMatchObject({ problem: 'broken-compression' });
        expect(await read(gzipSync(cut), 'gzip')).toMatchObject({ looksLike: 'binary', problem: null });
      }
      expect(await read(gzipSync(zip).subarray(0, -12), 'gzip')).not.toMatchObject({ looksLike: 'zip' });
    },
  );

  it('knows no zip in a body whose stream broke off', async () => {
    const zip = await zipOf(Buffer.from('x'));
    const broken = async function* (): AsyncGenerator<Uint8Array> {
      yield zip;
      throw new Error('reset');
    };
    const { body } = await readBody(broken(), { contentEncoding: null, contentType: null, keepBytes: KEEP });
    expect(body.looksLike).toBe('binary');
  });

  it('keeps the first bytes and the last ones, whatever the size of the chunks', async () => {
    const zip = await zipOf(Buffer.alloc(70_000, 'x'), 'c'.repeat(60_000));
    for (const size of [1, 13, 65_536, 67_584, 1_000_000]) {
      expect(await read(zip, null, size)).toMatchObject({ looksLike: 'zip', keptBytes: KEEP });
    }
  });

  it('gives up a body that is longer than told', async () => {
    const { body, error } = await readBody(inPieces(Buffer.alloc(5000), 100), {
      contentEncoding: null,
      contentType: null,
      keepBytes: 10,
      maxWireBytes: 1000,
    });
    expect(error).toMatchObject({ code: 'BODY_TOO_LONG' });
    expect(body.wireBytes).toBe(1100);
  });

  it.each([
    ['what is kept', Buffer.alloc(100 * 1024 * 1024), 1024 * 1024],
    [
      'an archive may need',
      Buffer.concat([Buffer.from('PK'), Buffer.alloc(100 * 1024 * 1024)]),
      65 * 1024 * 1024,
    ],
  ])('does not decode a bomb further than %s', async (_name, bytes, most) => {
    const decoding = createDecoding('gzip', KEEP);
    for await (const chunk of inPieces(gzipSync(bytes), 4096)) await decoding.write(chunk);
    const { kept, isBroken } = await decoding.end(true);
    expect(isBroken).toBe(false);
    expect(kept.length).toBe(KEEP);
    expect(kept.seen).toBeLessThan(most);
  });

  it.each(['[', '{"a":[', '{"a":1}'])('takes 256 KiB of %j for what it is, without a throw', async (unit) => {
    const bytes = Buffer.from(unit.repeat(30_000));
    expect(await read(bytes, null, 65_536, 256 * 1024)).toMatchObject({ looksLike: 'text' });
  });
});
