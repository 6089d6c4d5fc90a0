import { existsSync, globSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { extractFile, listPackage, statFile } from '@electron/asar';
import * as plist from 'plist';
import { Spec, Validation } from '@cyclonedx/cyclonedx-library';
import * as z from 'zod';
import { describe, expect, it } from 'vitest';

import { isOwnElectron, TEST_BUILD_NOTE } from '../../assets/packaging/pack.ts';
import { LANGUAGE_CODES } from '../../src-main/i18n/language.ts';
import { REPOSITORY } from '../support/electron-runtime/places.ts';
import { packedBuild } from '../support/packed-build.ts';

const MEGABYTE = 1024 * 1024;
/** Licences that allow us to ship without giving our own source away. */
const FREE = ['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', '0BSD', 'MIT-0'];

const { asar, folder, electron } = await packedBuild();
const isOld = !isOwnElectron(electron);
const resources = dirname(asar);
const files = listPackage(asar, { isPack: false })
  .map((name) => name.replaceAll('\\', '/').slice(1))
  .filter((name) => !('files' in statFile(asar, name)));

describe('what is in the packed app', () => {
  it('holds our built files and a package.json of a few lines, and nothing else', () => {
    const ours =
      /^dist\/(?:main\/[\w-]+\.cjs|worker\/picture-worker\.cjs|roots-worker\/system-roots-worker\.cjs|preload\/preload\.cjs|renderer\/(?:index\.html|page\.json|icon\.png)|renderer\/first\/[a-z-]+\.html|renderer\/assets\/[\w-]+\.js)$/u;
    const others = files.filter((name) => !ours.test(name)).sort();
    expect(others).toEqual(
      isOld ? ['electron-45-switches.cjs', 'package.json', 'start-file.cjs'] : ['package.json'],
    );
    expect(files.filter((name) => name.endsWith('/main.cjs'))).toHaveLength(1);
    const manifest: unknown = JSON.parse(extractFile(asar, 'package.json').toString('utf8'));
    expect(manifest).toEqual({
      name: 'xray-residency-doctor',
      productName: 'Xray Residency Doctor (TEST BUILD)',
      version: expect.stringMatching(/^\d+\.\d+\.\d+-test$/u),
      description: expect.any(String),
      license: 'MIT',
      author: 'RadBee',
      main: isOld ? 'start-file.cjs' : 'dist/main/main.cjs',
      desktopName: 'xray-residency-doctor.desktop',
    });
  });

  it('holds no path of the computer that built it, no source map and no list of our tools', () => {
    // On Windows also as an address and as text of a script.
    const places = [REPOSITORY, REPOSITORY.replaceAll('\\', '/'), JSON.stringify(REPOSITORY).slice(1, -1)];
    for (const name of files) {
      const text = extractFile(asar, name).toString('latin1');
      for (const trace of [...places, 'sourceMappingURL', 'devDependencies', 'node_modules/'])
        expect(text.includes(trace), `${name}: ${trace}`).toBe(false);
    }
  });

  it('is small', () => {
    const asarSize = statSync(asar).size / MEGABYTE;
    const all = globSync('**/*', { cwd: folder, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
    process.stdout.write(
      `app.asar ${asarSize.toFixed(2)} MB (aim: below 3), packed folder ${(all / MEGABYTE).toFixed(1)} MB\n`,
    );
    expect(asarSize).toBeLessThan(3);
  });

  it.skipIf(process.platform !== 'darwin')('tells macOS what it is and which one it needs', () => {
    const info: unknown = plist.parse(readFileSync(join(dirname(resources), 'Info.plist'), 'utf8'));
    expect(info).toMatchObject({
      CFBundleIdentifier: 'com.radbee.xray-residency-doctor',
      CFBundlePackageType: 'APPL',
      LSMinimumSystemVersion: '13.0',
      ElectronAsarIntegrity: { 'Resources/app.asar': { algorithm: 'SHA256' } },
    });
  });

  it('says that it is a test build', () => {
    expect(readFileSync(join(folder, TEST_BUILD_NOTE), 'utf8')).toMatch(/^TEST BUILD .*not for customers/su);
  });

  it("has Chromium's texts in our languages, and of Electron only what runs", () => {
    if (process.platform === 'darwin') {
      const languages = globSync('**/*.lproj', { cwd: folder }).map((name) =>
        name.replace(/.*[\\/]|\.lproj$/gu, ''),
      );
      expect([...new Set(languages)].sort()).toEqual(LANGUAGE_CODES.toSorted());
      return;
    }
    expect(readdirSync(join(folder, 'locales')).sort()).toEqual(
      LANGUAGE_CODES.map((language) => `${language === 'en' ? 'en-US' : language}.pak`).toSorted(),
    );
    expect(readdirSync(resources).sort()).toEqual(['app.asar', 'licences.txt', 'sbom.cdx.json']);
    expect(existsSync(join(folder, 'version'))).toBe(false);
  });
});

const bomSchema = z.object({
  metadata: z.object({ component: z.object({ name: z.string(), version: z.string() }) }),
  components: z.array(
    z.object({
      name: z.string(),
      group: z.string().optional(),
      version: z.string(),
      licenses: z.array(z.object({ license: z.object({ id: z.string() }) })),
      hashes: z.array(z.object({ alg: z.string(), content: z.string() })).optional(),
    }),
  ),
});

describe('SBOM and licences beside the app', () => {
  const text = readFileSync(join(resources, 'sbom.cdx.json'), 'utf8');
  const bom = bomSchema.parse(JSON.parse(text));
  const names = bom.components.map(({ group, name }) => (group === undefined ? name : `${group}/${name}`));
  const bundle = files
    .filter((name) => /\.(?:cjs|js)$/u.test(name))
    .map((name) => extractFile(asar, name).toString('utf8'))
    .join('\n');

  it('is valid CycloneDX', async () => {
    expect(await new Validation.JsonStrictValidator(Spec.Version.v1dot6).validate(text)).toBeNull();
  });

  it('names what is bundled, with version and hash, and none of our tools', () => {
    expect(names).toEqual(expect.arrayContaining(['electron', 'react-dom', 'undici', 'yazl', 'zod']));
    for (const tool of ['vite', 'vitest', 'typescript', 'electron-builder', 'playwright', 'fast-check'])
      expect(names).not.toContain(tool);
    // Words that only stand in the code of these packages: the list and the bundle speak of the same.
    expect(bundle).toContain('UND_ERR_CONNECT_TIMEOUT');
    expect(bom.components.find(({ name }) => name === 'electron')?.version).toBe(electron);
    for (const { name, hashes } of bom.components.filter((each) => each.name !== 'electron'))
      expect(hashes?.[0]?.content, name).toMatch(/^[0-9a-f]{128}$/u);
  });

  it('has messages and what formats them, without the ICU parser of the build', () => {
    expect(bundle).toContain('No value for the argument');
    expect(bundle).not.toContain('MISSING_OTHER_CLAUSE');
    expect(names.filter((name) => /formatjs|messageformat/u.test(name))).toEqual([]);
  });

  it('names only licences that allow it, and carries the text of each', () => {
    const licences = readFileSync(join(resources, 'licences.txt'), 'utf8');
    for (const { name, licenses } of bom.components) {
      for (const { license } of licenses) expect(FREE, name).toContain(license.id);
    }
    for (const name of names.filter((each) => each !== 'electron'))
      expect(licences).toMatch(new RegExp(`^${name.replaceAll('/', '\\/')} \\d+\\.\\d+\\.\\d+ \\(`, 'mu'));
    // The HTTP parser inside undici stands under a licence of its own.
    expect(licences).toContain('lib/milo/LICENSE.md:');
    expect(licences.match(/copyright/giu)?.length).toBeGreaterThan(names.length);
    expect(licences).toMatch(/^MIT License/u);
  });
});
