import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { build } from 'vite';
import type { Rolldown } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { precompileMessages } from '../../../src-main/i18n/build/precompile-messages.ts';
import en from '../../../src-main/i18n/en.json' with { type: 'json' };
import { isMessageKey } from '../../../src-main/i18n/catalog.ts';
import { LANGUAGE_CODES, PSEUDO } from '../../../src-main/i18n/language.ts';
import type { Locale } from '../../../src-main/i18n/language.ts';
import { loadCatalog } from '../../../src-main/i18n/load-catalog.ts';
import { createTranslator } from '../../../src-main/i18n/translator.ts';
import { REPOSITORY } from '../../support/electron-runtime/places.ts';
import { sampleValues } from '../../support/samples/message-shape.ts';

const LOCALES: readonly Locale[] = [...LANGUAGE_CODES, PSEUDO];

const folder = mkdtempSync(join(tmpdir(), 'precompiled-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Builds the window as `npm run build` does, without writing it. */
async function buildWindow(mode: string): Promise<Rolldown.OutputChunk[]> {
  const built = await build({
    configFile: join(REPOSITORY, 'vite.config.ts'),
    configLoader: 'runner',
    root: join(REPOSITORY, 'src-renderer'),
    mode,
    logLevel: 'silent',
    build: { write: false },
  });
  if (!('output' in built)) throw new Error('No single output');
  return built.output.filter((file) => file.type === 'chunk');
}

const modulesOf = (chunk: Rolldown.OutputChunk): string[] =>
  chunk.moduleIds.map((id) => id.replaceAll('\\', '/'));

describe.each([
  ['release', false],
  ['test', true],
] as const)('the built window (%s)', (mode, hasPseudo) => {
  let chunks: Rolldown.OutputChunk[] = [];
  beforeAll(async () => {
    chunks = await buildWindow(mode);
  });

  it('has the code that formats messages, and no ICU parser', () => {
    const modules = chunks.flatMap(modulesOf);
    expect(modules.filter((id) => id.endsWith('/src-main/i18n/format.ts'))).toHaveLength(1);
    expect(modules.filter((id) => /formatjs|messageformat/u.test(id))).toEqual([]);
    // A word of the parser, and one of the formatter to show that words are found.
    const code = chunks.map((chunk) => chunk.code).join('\n');
    expect(code).toContain('No value for the argument');
    expect(code).not.toContain('MISSING_OTHER_CLAUSE');
    expect(code).not.toMatch(/, plural, (?:=0|one|other) \{/u);
  });

  it('has each language but English in a chunk of its own', () => {
    for (const language of LANGUAGE_CODES.filter((code) => code !== 'en')) {
      const file = `/src-main/i18n/${language}.json`;
      const own = chunks.filter((chunk) => modulesOf(chunk).some((id) => id.endsWith(file)));
      expect(own.map((chunk) => [chunk.isDynamicEntry, chunk.moduleIds.length])).toEqual([[true, 1]]);
    }
  });

  it(`has ${hasPseudo ? 'the' : 'no'} pseudo-language`, () => {
    const pseudo = chunks.filter((chunk) => modulesOf(chunk).some((id) => id.endsWith('/i18n/pseudo.ts')));
    expect(pseudo).toHaveLength(hasPseudo ? 1 : 0);
    expect(chunks.some((chunk) => chunk.code.includes('åƀçđ'))).toBe(hasPseudo);
  });
});

interface Built {
  readonly loadCatalog: typeof loadCatalog;
  readonly createTranslator: typeof createTranslator;
}

describe('precompiled messages', () => {
  let built: Built;
  beforeAll(async () => {
    const entry = join(folder, 'entry.ts');
    const from = (file: string): string => JSON.stringify(join(REPOSITORY, 'src-main', 'i18n', file));
    writeFileSync(
      entry,
      `export { loadCatalog } from ${from('load-catalog.ts')};\nexport { createTranslator } from ${from('translator.ts')};\n`,
    );
    await build({
      configFile: false,
      root: folder,
      logLevel: 'silent',
      plugins: [precompileMessages],
      build: {
        outDir: join(folder, 'out'),
        ssr: entry,
        rolldownOptions: { output: { entryFileNames: 'entry.mjs' } },
      },
    });
    built = await import(pathToFileURL(join(folder, 'out', 'entry.mjs')).href);
  });

  it.each(LOCALES)('read in %s as those that are compiled at run time', async (locale) => {
    const precompiled = built.createTranslator(await built.loadCatalog(locale));
    const compiled = createTranslator(await loadCatalog(locale));
    for (const key of Object.keys(en).filter(isMessageKey)) {
      for (const values of sampleValues(en[key]))
        expect(precompiled(key, values), key).toBe(compiled(key, values));
    }
  });
});
