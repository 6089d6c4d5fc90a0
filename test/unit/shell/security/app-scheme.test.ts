import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { findFile } from '../../../../src-main/shell/security/app-scheme.ts';
import { CAN_LINK } from '../../../support/process/posix.ts';

describe('findFile', () => {
  let base = '';
  let folder = '';

  beforeAll(() => {
    base = mkdtempSync(join(tmpdir(), 'app-scheme-'));
    folder = join(base, 'renderer');
    mkdirSync(join(folder, 'assets'), { recursive: true });
    mkdirSync(join(base, 'renderer-evil'));
    writeFileSync(join(base, 'outside.html'), 'outside');
    writeFileSync(join(base, 'renderer-evil', 'index.html'), 'evil');
    writeFileSync(join(folder, 'index.html'), 'inside');
    writeFileSync(join(folder, 'notes.txt'), 'unknown kind');
    writeFileSync(join(folder, 'assets', 'main.js'), '1');
    if (CAN_LINK) symlinkSync(join(base, 'outside.html'), join(folder, 'link.html'));
  });
  afterAll(() => rmSync(base, { recursive: true }));

  it('serves our own files with their kind', async () => {
    expect((await findFile(folder, 'app://doctor/index.html'))?.contentType).toMatch(/^text\/html/u);
    expect((await findFile(folder, 'app://doctor/assets/main.js?x#y'))?.contentType).toMatch(
      /^text\/javascript/u,
    );
  });

  it.each([
    'app://doctor/',
    'app://doctor/missing.html',
    'app://doctor/notes.txt',
    'app://other/index.html',
    'https://doctor/index.html',
    'app://doctor/../outside.html',
    'app://doctor/%2e%2e/outside.html',
    'app://doctor/%2e%2e%2foutside.html',
    'app://doctor/..%5coutside.html',
    'app://doctor/../renderer-evil/index.html',
    'app://doctor/%2e%2e%2frenderer-evil%2findex.html',
    'app://doctor/index.html%00',
    'app://doctor/%00index.html',
    'app://doctor/%zz.html',
    'app://doctor/link.html',
    'not an address',
  ])('answers nothing for %s', async (address) => {
    expect(await findFile(folder, address)).toBeNull();
  });
});
