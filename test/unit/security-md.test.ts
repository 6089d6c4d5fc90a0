import { readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

const ROOT = new URL('../../', import.meta.url);
const PAGE = readFileSync(new URL('SECURITY.md', ROOT), 'utf8');

/** Every test that the page names: the file, and the name of the test, or null where the whole file is meant. */
const NAMED: readonly (readonly [file: string, name: string | null])[] = PAGE.split('\n').flatMap((line) => {
  let file = '';
  return [...line.matchAll(/\[[\w-]+\]\((test\/[^)]+)\)|_([^_|]+)_(?=[;\s)]|$)/gu)].flatMap(
    ([, path, name]): (readonly [string, string | null])[] => {
      if (path !== undefined) {
        file = path;
        return [[path, null]];
      }
      return name === undefined || file === '' ? [] : [[file, name]];
    },
  );
});

describe('SECURITY.md', () => {
  it('has a row for each of the twenty points of Electron’s guide', () => {
    const rows = [...PAGE.matchAll(/^\| (\d+)\s+\|/gmu)].map(([, number]) => Number(number));
    expect(rows).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
  });

  it('names tests that there are', () => {
    expect(NAMED.filter(([, name]) => name !== null).length).toBeGreaterThan(25);
    for (const [file, name] of NAMED) {
      const text = readFileSync(new URL(file, ROOT), 'utf8');
      // A name with dots is that of a row of a table.
      const start =
        name
          ?.split('…')
          .find((part) => part.trim() !== '')
          ?.trim() ?? '';
      expect(text, `${file}: ${name ?? ''}`).toContain(start);
    }
  });
});
