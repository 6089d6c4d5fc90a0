import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

import { TOAST_ACTIVATOR_CLSID } from '../../../src-main/product.ts';

const read = (path: string): string =>
  readFileSync(fileURLToPath(new URL(`../../../${path}`, import.meta.url)), 'utf8');

describe('the uninstaller', () => {
  it('deletes the very class that the app registers for its notifications', () => {
    expect(TOAST_ACTIVATOR_CLSID).toMatch(/^\{[0-9A-F]{8}(?:-[0-9A-F]{4}){3}-[0-9A-F]{12}\}$/u);
    const { nsis } = parse(read('electron-builder.yml'));
    const deleted = [...read(nsis.include).matchAll(/^\s*DeleteRegKey (.+)$/gmu)].map(([, key]) => key);
    expect(deleted).toEqual([`HKCU "Software\\Classes\\CLSID\\${TOAST_ACTIVATOR_CLSID}"`]);
  });
});
