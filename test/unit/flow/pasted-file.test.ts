import { describe, expect, it } from 'vitest';

import { pastedFile } from '../../../src-renderer/flow/pictures/pasted-file.ts';

const NOW = 1_800_000_000_000;
const YEAR_MS = 365 * 24 * 3600 * 1000;
const file = (name: string, type: string, lastModified: number): globalThis.File =>
  new File(['x'], name, { type, lastModified });

const icon = file('image.png', 'image/png', NOW);
const picture = file('Screenshot 12.png', 'image/png', NOW - YEAR_MS);
const photo = file('image.png', 'image/png', NOW - YEAR_MS);
const text = file('notes.txt', 'text/plain', NOW - YEAR_MS);

describe('the file that a paste means', () => {
  it.each<[string, globalThis.File[], globalThis.File | undefined]>([
    ['nothing', [], undefined],
    ['a screenshot that was only copied', [icon], icon],
    ['a file of Explorer', [picture], picture],
    ['a file of Finder behind its icon', [icon, picture], picture],
    ['a file of Finder before its icon', [picture, icon], picture],
    ['a file that is called as Chromium calls a picture', [icon, photo], photo],
    ['a picture among several files', [icon, text, picture], picture],
    ['a text and its icon: the text is refused then, not the icon taken', [icon, text], text],
  ])('%s', (_name, files, meant) => {
    expect(pastedFile(files, NOW)).toBe(meant);
  });
});
