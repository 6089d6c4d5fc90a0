import { X509Certificate } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { extraCaFiles, readExtraCa } from '../../../../src-main/network/tls/extra-ca.ts';
import { makeAuthority } from '../../../support/servers/certificates.ts';

const FROM = { from: 'XRAY_DOCTOR_EXTRA_CA', mustBeLocal: true };

describe('which files are named', () => {
  it('by the option, our variable and Node’s, in this order, from the folder of the command', () => {
    const env = { XRAY_DOCTOR_EXTRA_CA: '/b.pem', NODE_EXTRA_CA_CERTS: 'c.pem' };
    expect(extraCaFiles('a.pem', env, '/here').map(({ from, path }) => [from, path])).toEqual([
      ['--extra-ca', '/here/a.pem'],
      ['XRAY_DOCTOR_EXTRA_CA', '/b.pem'],
      ['NODE_EXTRA_CA_CERTS', '/here/c.pem'],
    ]);
  });

  it('none where nothing is said', () => {
    expect(extraCaFiles(null, { XRAY_DOCTOR_EXTRA_CA: '' }, '/here')).toEqual([]);
  });
});

describe('the certificates of a file', () => {
  let folder = '';
  let pem = '';
  let other = '';
  const put = (name: string, content: string | Uint8Array): string => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  };
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'extra-ca-'));
    pem = (await makeAuthority('Example Corp Root')).certPem.trim();
    other = (await makeAuthority('Example Corp Proxy')).certPem.trim();
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('are those of a PEM file with comments, Windows’ line ends and one of them twice', async () => {
    const path = put('two.pem', `# ours\r\n${pem.replaceAll('\n', '\r\n')}\r\n${other}\n${pem}\n`);
    expect(await readExtraCa({ ...FROM, path })).toEqual({ ok: true, value: [pem, other] });
  });

  it('are the one of a DER file, as Windows exports it', async () => {
    const path = put('one.cer', new X509Certificate(pem).raw);
    expect(await readExtraCa({ ...FROM, path })).toEqual({ ok: true, value: [pem] });
  });

  it('leave out a block that is broken', async () => {
    const path = put('half.pem', `-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n${pem}`);
    expect(await readExtraCa({ ...FROM, path })).toEqual({ ok: true, value: [pem] });
  });

  it.each([
    ['is not there', () => join(folder, 'missing.pem'), /couldn't be read/u],
    ['is a folder', () => folder, /couldn't be read/u],
    ['holds none', () => put('text.pem', 'no certificate'), /contains no certificate/u],
    ['begins one without an end', () => put('cut.pem', pem.slice(0, -10)), /contains no certificate/u],
    ['is too large', () => put('large.pem', Buffer.alloc(3 * 1024 * 1024)), /too large/u],
  ])('a sentence that names the option when it %s', async (_, path, words) => {
    const read = await readExtraCa({ ...FROM, path: path() });
    expect(read).toMatchObject({ ok: false, failure: { code: 'bad-input' } });
    if (read.ok) return;
    expect(read.failure.message).toMatch(words);
    expect(read.failure.message).toContain('XRAY_DOCTOR_EXTRA_CA');
  });

  it.each([
    ['linux', '/dev/stdin'],
    ['linux', '/net/elsewhere/ca.pem'],
    ['win32', String.raw`\\?\C:\ca.pem`],
    ['win32', String.raw`\\.\pipe\ca`],
    ['win32', String.raw`C:\folder\CON.pem`],
  ])('on %s nothing of %s is touched', async (platform, path) => {
    const touched = (): never => {
      throw new Error('It was touched.');
    };
    expect(await readExtraCa({ ...FROM, path }, platform, async () => touched())).toMatchObject({
      ok: false,
      failure: { phrase: { key: 'failure.extra-ca.elsewhere' } },
    });
  });

  it('a path to another computer is refused before anything touches it', async () => {
    const touched: string[] = [];
    const read = await readExtraCa(
      { ...FROM, path: String.raw`\\files\share\root.pem` },
      'win32',
      async (path) => {
        touched.push(path);
        return Buffer.from(pem);
      },
    );
    expect(read).toMatchObject({ ok: false, failure: { phrase: { key: 'failure.extra-ca.elsewhere' } } });
    expect(touched).toEqual([]);
  });

  it('of megabytes of half certificates are looked for in one pass', async () => {
    const path = put('hostile.pem', '-----BEGIN CERTIFICATE-----'.repeat(70_000));
    expect(await readExtraCa({ ...FROM, path })).toMatchObject({ ok: false });
  });
});
