import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, describe, expect, it } from 'vitest';

import { pinnedSums, placePinnedElectron } from '../../../assets/packaging/pinned-electron.ts';
import { electron45Version } from '../../support/electron-runtime/electron-45.ts';

const folder = mkdtempSync(join(tmpdir(), 'pinned-electron-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const ARCHIVE = { version: '45.0.0', platform: 'linux', arch: 'x64' };
const NAME = 'electron-v45.0.0-linux-x64.zip';
const fetched = join(folder, 'fetched.zip');
writeFileSync(fetched, 'an archive');
const sum = createHash('sha256').update('an archive').digest('hex');
const place = join(folder, 'place');

describe('the Electron of a release', () => {
  it('has a pinned sum for every platform and processor that is packed', () => {
    const version = electron45Version();
    for (const of of ['linux-x64', 'win32-x64', 'darwin-x64', 'darwin-arm64'])
      expect(pinnedSums()[`electron-v${version}-${of}.zip`], of).toMatch(/^[0-9a-f]{64}$/u);
  });

  it('is placed under the name by which electron-builder looks for it', async () => {
    await placePinnedElectron(place, [ARCHIVE], async () => fetched, { [NAME]: sum });
    expect(readdirSync(place)).toEqual([NAME]);
    expect(readFileSync(join(place, NAME), 'utf8')).toBe('an archive');
  });

  it('is none with another sum, whatever the one who fetched it says', async () => {
    const other = { [NAME]: '0'.repeat(64) };
    await expect(placePinnedElectron(place, [ARCHIVE], async () => fetched, other)).rejects.toThrow(
      /is not the archive/u,
    );
    expect(readdirSync(place)).toEqual([]);
  });

  it('is none without a sum, and then nothing is fetched', async () => {
    const never = async (): Promise<string> => Promise.reject(new Error('was fetched'));
    await expect(placePinnedElectron(place, [ARCHIVE], never, {})).rejects.toThrow(/has no sum/u);
  });
});
