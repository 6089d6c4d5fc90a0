import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { openCaseStore } from '../../../src-main/cases/case-store.ts';
import { hasCases } from '../../../src-main/cases/has-cases.ts';

describe('whether cases are kept', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'has-cases-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it.each([
    ['nothing', [], 0],
    ['what is none', ['notes', `.new-${'a'.repeat(32)}`, 'a'.repeat(31)], 0],
    ['one, whole or not', ['a'.repeat(32)], 1],
    ['several', ['a'.repeat(32), 'b'.repeat(32), 'notes'], 2],
  ] as const)('is told of %s by the names, as the store counts them', async (_name, names, count) => {
    for (const name of names) mkdirSync(join(folder, name));
    expect(hasCases(folder)).toBe(count > 0);
    const store = openCaseStore({ folder, now: () => new Date(0) });
    expect(await store.count()).toEqual({ ok: true, value: count });
  });

  it('is no for a folder that is not there, or is none', () => {
    expect(hasCases(join(folder, 'nowhere'))).toBe(false);
    writeFileSync(join(folder, 'file'), '');
    expect(hasCases(join(folder, 'file'))).toBe(false);
  });
});
