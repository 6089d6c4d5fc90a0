import { globSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, expect, it } from 'vitest';

import { removeFurtherForms } from '../../../assets/packaging/after-pack.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'forms-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** What electron-builder leaves of the languages that electron-builder.yml names, in the Mac's zip of Electron 45. */
const FORMS = ['', '_FEMININE', '_MASCULINE', '_NEUTER'];
const LANGUAGES = ['de', 'en', 'en_GB', 'es', 'es_419', 'fr'];

it('a Mac app keeps four folders of languages, both in the app and in the framework', () => {
  const places = ['D.app/Contents/Resources', 'D.app/Contents/Frameworks/E.framework/Versions/A/Resources'];
  for (const place of places)
    for (const language of LANGUAGES)
      for (const form of FORMS) {
        const lproj = join(folder, place, `${language}${form}.lproj`);
        mkdirSync(lproj, { recursive: true });
        writeFileSync(join(lproj, 'locale.pak'), '');
      }
  expect(removeFurtherForms(folder)).toBe(places.length * (LANGUAGES.length * FORMS.length - 4));
  const left = globSync('**/*.lproj', { cwd: folder }).map((path) => path.replace(/.*[\\/]/u, ''));
  expect(left.toSorted()).toEqual(
    ['de', 'de', 'en', 'en', 'es', 'es', 'fr', 'fr'].map((name) => `${name}.lproj`),
  );
  expect(globSync('**/locale.pak', { cwd: folder })).toHaveLength(8);
});

it('elsewhere four files', () => {
  mkdirSync(join(folder, 'locales'));
  for (const name of ['de', 'en-US', 'en-GB', 'es', 'es-419', 'fr'])
    writeFileSync(join(folder, 'locales', `${name}.pak`), '');
  expect(removeFurtherForms(folder)).toBe(2);
  expect(globSync('locales/*', { cwd: folder })).toHaveLength(4);
});
