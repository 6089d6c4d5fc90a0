import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { beforeAll, describe, expect, it } from 'vitest';

import { stage } from '../../assets/packaging/stage.ts';
import type { Staged } from '../../assets/packaging/staged.ts';
import { REPOSITORY } from '../support/electron-runtime/places.ts';
import { packedBuild } from '../support/packed-build.ts';

/** Words of the connect override's code: its variable, Chromium's switch for it, the sentence about a value it cannot read. */
const DOOR = ['XRAY_DOCTOR_CONNECT_TO', 'host-resolver-rules', 'host:443=127.0.0.1:8443'];

/** Letters of the pseudo-language's code. */
const PSEUDO_ALPHABET = 'åƀçđéƒĝĥîĵķļɱñöþǫŕšţûṽŵẋýž';

function codeOf(staged: Staged): string {
  return globSync('**/*.{js,cjs,html,json}', { cwd: staged.app })
    .map((file) => readFileSync(join(staged.app, file), 'utf8'))
    .join('\n');
}

describe('the build for customers', () => {
  let release = '';
  let test = '';
  beforeAll(async () => {
    const options = { repository: REPOSITORY, electron: '45.4.1', needsStartFile: false };
    release = codeOf(await stage({ ...options, kind: 'release' }));
    // The bytes of this project's test build show that the words are the right ones.
    await packedBuild();
    test = codeOf({ app: join(REPOSITORY, 'out/stage/test/app'), beside: '', maps: '' });
  });

  it('has no connect override in its bytes, which the test build has', () => {
    expect(DOOR.filter((word) => test.includes(word))).toEqual(DOOR);
    expect(DOOR.filter((word) => release.includes(word))).toEqual([]);
  });

  it('has no pseudo-language, which the test build has', () => {
    expect(test.includes(PSEUDO_ALPHABET)).toBe(true);
    expect(release.includes(PSEUDO_ALPHABET)).toBe(false);
  });

  it('does not call itself a test build, and holds no start file', () => {
    expect(test.includes('"productName": "Xray Residency Doctor (TEST BUILD)"')).toBe(true);
    expect(release.includes('"productName": "Xray Residency Doctor"')).toBe(true);
    expect(/"version": "[^"]*-test"/u.test(release)).toBe(false);
    expect(release.includes('start-file')).toBe(false);
    expect(release.includes('"main": "dist/main/main.cjs"')).toBe(true);
  });

  it('cannot be staged with the start file of an older Electron', async () => {
    const options = { repository: REPOSITORY, electron: '25.1.1', needsStartFile: true } as const;
    await expect(stage({ ...options, kind: 'release' })).rejects.toThrow('A release has no start file');
  });
});
