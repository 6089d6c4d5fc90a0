import {
  chmodSync,
  lchownSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import {
  environmentForUser,
  handOverFolder,
  isReadableByAll,
  nobodyIn,
  userDataFolder,
} from '../../support/electron-runtime/launching/hand-over.ts';
import type { HandOver } from '../../support/electron-runtime/launching/hand-over.ts';

const USER = { uid: 65534, gid: 65534 };

describe('reading', () => {
  it('finds nobody in a password file, and never takes root for it', () => {
    expect(nobodyIn('root:x:0:0::/root:/bin/sh\nnobody:x:99:98::/:/sbin/nologin\n')).toEqual({
      uid: 99,
      gid: 98,
    });
    expect(nobodyIn('root:x:0:0::/root:/bin/sh\n')).toEqual(USER);
    expect(nobodyIn('nobody:x:0:0::/:/bin/sh\n')).toEqual(USER);
  });

  it('takes the last folder of user data, as Chromium does', () => {
    expect(userDataFolder(['app', '--user-data-dir=/a', '--user-data-dir=/b=c'])).toBe('/b=c');
    expect(userDataFolder(['app'])).toBeNull();
  });
});

describe.skipIf(process.getuid?.() !== 0)('as root', () => {
  let box = '';
  let handOver: HandOver;
  beforeEach(() => {
    box = mkdtempSync(join(tmpdir(), 'hand-over-'));
    chmodSync(box, 0o755);
    mkdirSync(join(box, 'tmp'));
    mkdirSync(join(box, 'cache'));
    handOver = { user: USER, temporary: [join(box, 'tmp')], cache: join(box, 'cache') };
  });
  afterEach(() => rmSync(box, { recursive: true, force: true }));

  it('hands over a temporary folder with what is in it, opens the way, and follows no link out of it', () => {
    const data = join(box, 'tmp/run/user-data');
    mkdirSync(data, { recursive: true });
    chmodSync(join(box, 'tmp/run'), 0o700);
    writeFileSync(join(data, 'Preferences'), '{}');
    const outside = join(box, 'outside');
    writeFileSync(outside, '');
    symlinkSync(outside, join(data, 'link'));
    expect(handOverFolder(data, handOver)).toBe(true);
    expect(statSync(data).uid).toBe(USER.uid);
    expect(statSync(join(data, 'Preferences')).uid).toBe(USER.uid);
    expect(statSync(join(box, 'tmp/run')).mode & 0o777).toBe(0o701);
    expect(statSync(join(box, 'tmp/run')).uid).toBe(0);
    expect(statSync(outside).uid).toBe(0);
  });

  it('makes a missing folder, and takes an empty one, anywhere', () => {
    const missing = join(box, 'elsewhere/user-data');
    expect(handOverFolder(missing, handOver)).toBe(true);
    expect(statSync(missing).uid).toBe(USER.uid);
    expect(statSync(join(box, 'elsewhere')).uid).toBe(0);
  });

  it('leaves a filled folder elsewhere, and a link to one, as they are', () => {
    const documents = join(box, 'documents');
    mkdirSync(documents);
    writeFileSync(join(documents, 'letter'), '');
    symlinkSync(documents, join(box, 'tmp/link'));
    for (const folder of [documents, join(box, 'tmp/link')]) {
      expect(handOverFolder(folder, handOver)).toBe(false);
      expect(statSync(documents).uid).toBe(0);
    }
  });

  it("leaves another user's folder alone", () => {
    const hers = join(box, 'tmp/hers');
    mkdirSync(hers);
    lchownSync(hers, 12_345, 12_345);
    expect(handOverFolder(hers, handOver)).toBe(false);
    expect(statSync(hers).uid).toBe(12_345);
  });

  it("gives a home of the user's own instead of root's, and none of root's folders", () => {
    const env = environmentForUser(
      {
        HOME: '/root',
        XDG_CONFIG_HOME: '/root/.config',
        DBUS_SESSION_BUS_ADDRESS: 'unix:path=/x',
        LANG: 'C',
      },
      handOver,
    );
    expect(env).toMatchObject({ HOME: join(box, 'cache/home'), LANG: 'C' });
    expect(env).not.toHaveProperty('XDG_CONFIG_HOME');
    expect(env).not.toHaveProperty('DBUS_SESSION_BUS_ADDRESS');
    expect(statSync(join(box, 'cache/home'))).toMatchObject({ uid: USER.uid });
    expect(statSync('/root').uid).toBe(0);
  });

  it('keeps a temporary home that the caller made', () => {
    const home = join(box, 'tmp/home');
    mkdirSync(home, { mode: 0o700 });
    expect(environmentForUser({ HOME: home }, handOver)['HOME']).toBe(home);
    expect(statSync(home).uid).toBe(USER.uid);
  });

  it('copies the certificates, and nothing else, of a file that only root can read', () => {
    const file = join(box, 'ca.pem');
    const certificate = '-----BEGIN CERTIFICATE-----\nQUJD\n-----END CERTIFICATE-----';
    writeFileSync(file, `-----BEGIN NOTHING-----\nc2VjcmV0\n-----END NOTHING-----\n${certificate}\n`, {
      mode: 0o600,
    });
    const copy = environmentForUser({ NODE_EXTRA_CA_CERTS: file }, handOver)['NODE_EXTRA_CA_CERTS'] ?? '';
    expect(copy).not.toBe(file);
    expect(isReadableByAll(copy)).toBe(true);
    expect(readFileSync(copy, 'utf8')).toBe(`${certificate}\n`);
  });

  it('leaves the name of a file that is readable, missing or no certificate', () => {
    const readable = join(box, 'readable.pem');
    const empty = join(box, 'empty.pem');
    writeFileSync(readable, '');
    writeFileSync(empty, '', { mode: 0o600 });
    for (const file of [readable, empty, join(box, 'missing.pem')]) {
      expect(environmentForUser({ NODE_EXTRA_CA_CERTS: file }, handOver)['NODE_EXTRA_CA_CERTS']).toBe(file);
    }
  });

  it("copies root's key for the display", () => {
    const key = join(box, 'Xauthority');
    writeFileSync(key, 'key', { mode: 0o600 });
    const copy = environmentForUser({ XAUTHORITY: key, DISPLAY: ':99' }, handOver)['XAUTHORITY'] ?? '';
    expect(readFileSync(copy, 'utf8')).toBe('key');
    expect(statSync(copy)).toMatchObject({ uid: USER.uid });
    expect(statSync(copy).mode & 0o777).toBe(0o600);
  });
});
