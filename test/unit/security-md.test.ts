import { readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

const ROOT = new URL('../../', import.meta.url);
const PAGE = readFileSync(new URL('SECURITY.md', ROOT), 'utf8');

/** The letters that stand for a file in the checklist. */
const SHORT: Readonly<Record<string, string>> = {
  P: 'electron/security/page',
  S: 'electron/security/sessions',
  I: 'electron/security/ipc',
};

/** Every test that the page names: the file, and the name of the test, or null where the whole file is meant. */
const NAMED: readonly (readonly [file: string, name: string | null])[] = [
  ...PAGE.matchAll(
    /(?:`((?:electron|package|property|renderer|unit|wire)\/[\w/-]+)`|(?<=\. )([PSI])(?=\s))(?:\s+_([^_]+)_)?/gu,
  ),
].map(([, path, short = '', name]) => [
  `test/${path ?? SHORT[short] ?? ''}.test.ts`,
  name?.replaceAll(/\s+/gu, ' ') ?? null,
]);

describe('SECURITY.md', () => {
  it('has a row for each of the twenty points of Electron’s guide', () => {
    const rows = [...PAGE.matchAll(/^(\d+)\. /gmu)].map(([, number]) => Number(number));
    expect(rows).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
  });

  it('names tests that there are', () => {
    expect(NAMED.length).toBeGreaterThan(45);
    expect(NAMED.filter(([, name]) => name !== null).length).toBeGreaterThan(18);
    for (const [file, name] of NAMED) {
      const text = readFileSync(new URL(file, ROOT), 'utf8');
      if (name !== null) expect(text, `${file}: ${name}`).toMatch(titleOf(name));
    }
  });

  it('can be read in a terminal', () => {
    expect(Buffer.byteLength(PAGE)).toBeLessThanOrEqual(15 * 1024);
    expect(PAGE).not.toMatch(/^\|/mu);
  });
});

/** A name as it stands in a test, between its quotes; dots stand for what a row of a table puts there. */
function titleOf(name: string): RegExp {
  const parts = name
    .split('…')
    .map((part) => part.trim().replaceAll(/[$()*+.?[\\\]^{|}]/gu, String.raw`\$&`));
  return new RegExp(`['"\`]${parts.join('[^\\n]*')}['"\`]`, 'u');
}
