import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { makeFolders } from '../../../src-main/storage/make-folders.ts';

describe('makeFolders', () => {
  let root = '';
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'make-folders-'));
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  it('makes what is missing, and is content with what is there', async () => {
    const deep = join(root, 'a', 'b', 'c');
    await makeFolders(deep, 0o700);
    await makeFolders(deep);
    expect(statSync(deep).isDirectory()).toBe(true);
  });

  it('two at once make one folder', async () => {
    const deep = join(root, 'a', 'b', 'c');
    await Promise.all([makeFolders(deep), makeFolders(deep)]);
    expect(statSync(deep).isDirectory()).toBe(true);
  });

  it('says what is in the way', async () => {
    writeFileSync(join(root, 'file'), '');
    await expect(makeFolders(join(root, 'file'))).rejects.toMatchObject({ code: 'EEXIST' });
    await expect(makeFolders(join(root, 'file', 'below'))).rejects.toThrow();
  });

  it('ends where nothing can be made', async () => {
    // On Linux nothing can be made here and nothing is missing; elsewhere the name is free and may be refused.
    if (process.platform !== 'linux') return;
    await expect(makeFolders('/proc/nothing/below')).rejects.toMatchObject({ code: 'ENOENT' });
  });
});
