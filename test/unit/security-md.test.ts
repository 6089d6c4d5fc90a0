import { existsSync, readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

const ROOT = new URL('../../', import.meta.url);
const PAGE = readFileSync(new URL('SECURITY.md', ROOT), 'utf8');

/** Every test that the page names: the file, and the name of the test, or null where the whole file is meant. */
const NAMED: readonly (readonly [file: string, name: string | null])[] = PAGE.split('\n').flatMap((line) => {
  let file = '';
  return [...line.matchAll(/\[[\w-]+\]\((test\/[^)]+)\)|(?<=\) |; )_([^|]+?)_(?=[;\s)]|$)/gu)].flatMap(
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
      if (name !== null) expect(text, `${file}: ${name}`).toMatch(titleOf(name));
    }
  });

  it('leads to files that there are', () => {
    const links = [...PAGE.matchAll(/\]\((?!https:)([^)]+)\)/gu)].map(([, path = '']) => path);
    expect(links.length).toBeGreaterThan(25);
    expect(links.filter((path) => !existsSync(new URL(path, ROOT)))).toEqual([]);
  });
});

/** A name as it stands in a test, between its quotes; dots stand for what a row of a table puts there. */
function titleOf(name: string): RegExp {
  const parts = name
    .split('…')
    .map((part) => part.trim().replaceAll(/[$()*+.?[\\\]^{|}]/gu, String.raw`\$&`));
  return new RegExp(`['"\`]${parts.join('[^\\n]*')}['"\`]`, 'u');
}
