import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, utimesSync, mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { isBuildStale } from '../../support/electron-runtime/built-app.ts';
import { refuseUnlessKnown } from '../../support/electron-runtime/electron-25.ts';
import {
  electron45Version,
  findElectron45,
  mustBePinned,
  refuseOtherElectron,
} from '../../support/electron-runtime/electron-45.ts';
import { cacheFolder, placeOnce } from '../../support/electron-runtime/places.ts';
import { readProbe } from '../../support/electron-runtime/runtime.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'runtime-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('the Electron that the product is made for', () => {
  const HOUR = 60 * 60_000;
  const NOW = 1_000 * HOUR;

  /** Ways that count the tries to download, which bring the binary or not. */
  function ways(options: {
    readonly installed?: boolean;
    readonly downloads?: boolean;
    readonly failedAt?: number;
  }) {
    const record = { tries: 0, installed: options.installed ?? false, failedAt: options.failedAt ?? null };
    return {
      record,
      installed: () => (record.installed ? '/electron' : null),
      download: async () => {
        record.tries += 1;
        record.installed = options.downloads ?? false;
        return record.installed;
      },
      lastFailure: () => record.failedAt,
      rememberFailure: (now: number) => {
        record.failedAt = now;
      },
      now: () => NOW,
    };
  }

  it('is taken without any network when it is there', async () => {
    const there = ways({ installed: true });
    expect(await findElectron45(there)).toBe('/electron');
    expect(there.record.tries).toBe(0);
  });

  it('is fetched when it is not', async () => {
    const reachable = ways({ downloads: true });
    expect(await findElectron45(reachable)).toBe('/electron');
    expect(reachable.record).toMatchObject({ tries: 1, failedAt: null });
  });

  it('is tried once a day where it cannot be fetched', async () => {
    const closed = ways({});
    expect(await findElectron45(closed)).toBeNull();
    expect(await findElectron45(closed)).toBeNull();
    expect(closed.record).toMatchObject({ tries: 1, failedAt: NOW });

    const recently = ways({ failedAt: NOW - 23 * HOUR });
    expect(await findElectron45(recently)).toBeNull();
    expect(recently.record.tries).toBe(0);

    const longAgo = ways({ failedAt: NOW - 25 * HOUR, downloads: true });
    expect(await findElectron45(longAgo)).toBe('/electron');
  });

  it('is tried again when the failure is dated in the future, as a clock set right does', async () => {
    const ahead = ways({ failedAt: NOW + HOUR, downloads: true });
    expect(await findElectron45(ahead)).toBe('/electron');
  });
});

describe('ELECTRON_RUNTIME=pinned', () => {
  const PINNED = { ELECTRON_RUNTIME: 'pinned' };
  const other = { electron: '25.1.1' };
  const own = { electron: electron45Version() };

  it('makes an older Electron, and none at all, an error that says what to do', () => {
    expect(refuseOtherElectron(own, PINNED)).toBe(own);
    expect(() => refuseOtherElectron(other, PINNED)).toThrow(/this is 25\.1\.1.*install\.js$/u);
    expect(() => refuseOtherElectron(null, PINNED)).toThrow(/could not be fetched.*install\.js$/u);
  });

  it('unset lets any be taken; a word that nobody knows is no quiet way around it', () => {
    expect(refuseOtherElectron(other, {})).toBe(other);
    expect(refuseOtherElectron(null, { ELECTRON_RUNTIME: '' })).toBeNull();
    expect(() => mustBePinned({ ELECTRON_RUNTIME: 'Pinned' })).toThrow(/"Pinned"/u);
  });
});

describe('the fetched package', () => {
  it('is refused with one sentence when its hash is not the known one, and taken when it is', async () => {
    const file = join(folder, 'package.tgz');
    writeFileSync(file, 'content');
    const integrity = `sha512-${createHash('sha512').update('content').digest('base64')}`;
    await refuseUnlessKnown(file, integrity);
    writeFileSync(file, 'Content');
    await expect(refuseUnlessKnown(file, integrity)).rejects.toThrow(
      /^Refused: .*not the one that is known/u,
    );
  });
});

describe('a folder that is filled all or nothing', () => {
  const names = (): string[] => readdirSync(folder);

  it('leaves nothing behind when filling fails', async () => {
    const failing = placeOnce(join(folder, 'electron'), async (sibling) => {
      writeFileSync(join(sibling, 'half'), '');
      throw new Error('interrupted');
    });
    await expect(failing).rejects.toThrow('interrupted');
    expect(names()).toEqual([]);
  });

  it('is filled once, also by two at the same time', async () => {
    const target = join(folder, 'electron');
    const fill = async (sibling: string): Promise<void> => writeFileSync(join(sibling, 'whole'), '');
    await Promise.all([placeOnce(target, fill), placeOnce(target, fill)]);
    await placeOnce(target, () => Promise.reject(new Error('filled again')));
    expect(names()).toEqual(['electron']);
    expect(readdirSync(target)).toEqual(['whole']);
  });

  it('clears away what a killed fill has left, and not what somebody is at', async () => {
    for (const name of ['electron.part-old', 'electron.part-new']) mkdirSync(join(folder, name));
    const yesterday = new Date(Date.now() - 24 * 60 * 60_000);
    utimesSync(join(folder, 'electron.part-old'), yesterday, yesterday);
    await placeOnce(join(folder, 'electron'), async () => undefined);
    expect(names().sort()).toEqual(['electron', 'electron.part-new']);
  });
});

describe('where things lie and what they tell', () => {
  it('keeps runtimes outside the repository, in the cache folder of whoever runs the command', () => {
    const surroundings = { isRoot: false, xdgCacheHome: undefined, home: '/home/ann' };
    expect(cacheFolder({ ...surroundings, isRoot: true })).toBe(join('/var/cache/xray-residency-doctor'));
    expect(cacheFolder(surroundings)).toBe(join('/home/ann/.cache/xray-residency-doctor'));
    expect(cacheFolder({ ...surroundings, xdgCacheHome: '/big/cache' })).toBe(
      join('/big/cache/xray-residency-doctor'),
    );
    expect(cacheFolder({ ...surroundings, xdgCacheHome: 'relative' })).toBe(
      join('/home/ann/.cache/xray-residency-doctor'),
    );
  });

  it('tells a sandbox that works from one that cannot, and missing libraries from both', () => {
    expect(readProbe('ERROR:ozone_platform_x11.cc(240)] Missing X server or $DISPLAY')).toBe('sandboxed');
    expect(readProbe('FATAL:setuid_sandbox_host.cc(158)] The SUID sandbox helper binary was found')).toBe(
      'no-sandbox',
    );
    expect(readProbe('FATAL:zygote_host_impl_linux.cc(126)] No usable sandbox! Update your kernel')).toBe(
      'no-sandbox',
    );
    expect(readProbe('electron: error while loading shared libraries: libnss3.so')).toBe('libraries-missing');
  });

  it('builds anew when a part is missing, a source is newer, or a source was deleted', () => {
    const put = (file: string, second: number): void => {
      mkdirSync(join(folder, file, '..'), { recursive: true });
      writeFileSync(join(folder, file), '');
      utimesSync(join(folder, file), second, second);
    };
    const date = (path: string, second: number): void => utimesSync(join(folder, path), second, second);
    for (const file of [
      'src-main/main.ts',
      'src-renderer/index.html',
      'package.json',
      'vite.config.ts',
      'assets/packaging/draw-first-pages.ts',
    ])
      put(file, 100);
    for (const source of ['src-main', 'src-renderer']) date(source, 100);
    for (const file of [
      'dist/main/main.cjs',
      'dist/worker/picture-worker.cjs',
      'dist/roots-worker/system-roots-worker.cjs',
      'dist/preload/preload.cjs',
    ])
      put(file, 200);
    expect(isBuildStale(folder)).toBe(true);
    put('dist/renderer/page.json', 200);
    expect(isBuildStale(folder)).toBe(false);
    date('src-main/main.ts', 300);
    expect(isBuildStale(folder)).toBe(true);
    date('src-main/main.ts', 100);
    date('src-renderer', 300);
    expect(isBuildStale(folder)).toBe(true);
  });
});
