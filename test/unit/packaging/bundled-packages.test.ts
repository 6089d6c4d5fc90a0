import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { bundledPackages, licencesFile } from '../../../assets/packaging/bundled-packages.ts';
import { sbom } from '../../../assets/packaging/sbom.ts';
import { sumsOf } from '../../../assets/packaging/sums.ts';

describe('what is bundled', () => {
  let repository = '';
  beforeEach(() => {
    repository = mkdtempSync(join(tmpdir(), 'bundled-'));
    writeFileSync(
      join(repository, 'package-lock.json'),
      JSON.stringify({
        packages: { '': {}, 'node_modules/@scope/one': { integrity: `sha512-${btoa('one')}` } },
      }),
    );
    install('@scope/one', '1.0.0', {
      LICENSE: 'MIT License of one\r\n',
      'lib/inner/LICENSE.md': 'ISC of inner',
    });
    install('two', '2.0.0', { COPYING: 'Terms of two', 'licence.js': 'code' });
  });
  afterEach(() => rmSync(repository, { recursive: true, force: true }));

  function install(name: string, version: string, files: Readonly<Record<string, string>>): void {
    const folder = join(repository, 'node_modules', name);
    for (const [file, text] of Object.entries({ ...files, 'package.json': JSON.stringify({ version }) })) {
      mkdirSync(join(folder, file, '..'), { recursive: true });
      writeFileSync(join(folder, file), text);
    }
  }

  const one = { name: '@scope/one', version: '1.0.0', identifier: 'MIT' };
  const two = { name: 'two', version: '2.0.0', identifier: '(MIT OR Apache-2.0)' };

  it('is joined out of several bundles, with every licence text, also those of code inside', () => {
    const packages = bundledPackages(repository, [JSON.stringify([two, one]), JSON.stringify([one])]);
    expect(packages.map(({ name }) => name)).toEqual(['@scope/one', 'two']);
    expect(packages[0]?.texts.map(({ file }) => file)).toEqual(['LICENSE', 'lib/inner/LICENSE.md']);
    expect(packages[0]?.sha512).toBe(Buffer.from('one').toString('hex'));
    expect(packages[1]).toMatchObject({ sha512: null, texts: [{ file: 'COPYING' }] });
    const text = licencesFile('Our licence', packages);
    expect(text).toMatch(/^Our licence\n/u);
    for (const part of [
      '@scope/one 1.0.0 (MIT)',
      'MIT License of one',
      'lib/inner/LICENSE.md:',
      'Terms of two',
    ])
      expect(text).toContain(part);
    expect(text).not.toContain('\r');
  });

  it.each([
    ['another version than the bundled one is installed', { ...one, version: '9.9.9' }, 'has version 1.0.0'],
    ['it is not installed', { ...one, name: 'three' }, 'has version none'],
    ['it names no licence', { name: 'two', version: '2.0.0' }, 'does not say under which licence'],
  ])('cannot be shipped when %s', (_case, entry, words) => {
    expect(() => bundledPackages(repository, [JSON.stringify([entry])])).toThrow(words);
  });

  it('cannot be shipped without the text of its licence', () => {
    rmSync(join(repository, 'node_modules/two/COPYING'));
    expect(() => bundledPackages(repository, [JSON.stringify([two])])).toThrow('two@2.0.0 is bundled');
  });

  it('gives the same SBOM every time', () => {
    const packages = bundledPackages(repository, [JSON.stringify([one, two])]);
    const product = { name: 'product', version: '1.2.3', licence: 'MIT' };
    const made = sbom(product, '45.4.1', packages);
    expect(sbom(product, '45.4.1', packages)).toBe(made);
    expect(made).not.toMatch(/timestamp|serialNumber/u);
    for (const part of ['pkg:npm/%40scope/one@1.0.0', 'pkg:npm/electron@45.4.1', '(MIT OR Apache-2.0)'])
      expect(made).toContain(part);
  });

  it('has sums in the form that sha256sum checks, sorted by name', async () => {
    writeFileSync(join(repository, 'b.txt'), '');
    writeFileSync(join(repository, 'a.txt'), 'abc');
    expect(await sumsOf([join(repository, 'b.txt'), join(repository, 'a.txt')])).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  a.txt\n' +
        'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  b.txt\n',
    );
  });
});
