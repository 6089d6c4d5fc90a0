import { globSync, readFileSync } from 'node:fs';

import { expect, it } from 'vitest';

const textsOf = (pattern: string): string =>
  globSync(pattern)
    .map((path) => readFileSync(path, 'utf8'))
    .join('\n');

const styles = textsOf('src-renderer/styles/*.css').replace(/\/\*[^*]*\*\//gu, '');
const code = textsOf('src-renderer/**/*.{ts,tsx,html}');
const namesIn = (text: string, pattern: RegExp): string[] => [
  ...new Set([...text.matchAll(pattern)].map(([, name]) => name ?? '')),
];

/** Classes whose end the code puts together from a word of its own, as `rail-done`. */
const COMPOSED = /^(?:icon|run|rail|tone)-/u;

it('styles only what the window has', () => {
  const styled = namesIn(styles.replace(/\{[^{}]*\}/gu, '{}'), /\.([a-z][a-z-]*)/gu).filter(
    (name) => name !== 'css' && !COMPOSED.test(name),
  );
  expect(styled.filter((name) => !new RegExp(`(?<![\\w-])${name}(?![\\w-])`, 'u').test(code))).toEqual([]);
});

it('uses every token that it has, and takes sizes of letters and round corners from nowhere else', () => {
  const tokens = namesIn(styles, /^\s+(--[a-z0-9-]+):/gmu);
  expect(tokens.filter((name) => !styles.includes(`var(${name})`))).toEqual([]);
  const raw = [...styles.matchAll(/\b(?:font-size|font|border-radius): [^;]*\dpx[^;]*;/gu)].map(
    ([rule]) => rule,
  );
  expect(raw).toEqual([]);
});
