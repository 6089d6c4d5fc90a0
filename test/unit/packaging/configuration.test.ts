import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

import { Ajv } from 'ajv';
import * as plist from 'plist';
import { parse } from 'yaml';
import * as z from 'zod';
import { describe, expect, it } from 'vitest';

import { LANGUAGE_CODES } from '../../../src-main/i18n/language.ts';
import { APP_ID } from '../../../src-main/product.ts';
import { REPOSITORY } from '../../support/electron-runtime/places.ts';

/** As electron-builder itself finds what it needs. */
const builder = createRequire(createRequire(import.meta.url).resolve('electron-builder/package.json'));
const text = readFileSync(join(REPOSITORY, 'electron-builder.yml'), 'utf8');
const whole: unknown = parse(text);
const config = z
  .object({
    appId: z.string(),
    electronLanguages: z.array(z.string()),
    win: z.object({ target: z.array(z.object({ target: z.string(), arch: z.string() })) }),
    nsis: z.object({ packElevateHelper: z.boolean(), include: z.string().optional() }),
    portable: z.object({ splashImage: z.string() }),
    mac: z.object({
      minimumSystemVersion: z.string(),
      entitlements: z.string(),
      entitlementsInherit: z.string(),
      hardenedRuntime: z.boolean(),
    }),
  })
  .parse(whole);

/** Of a hardened runtime; each of them opens it somewhat (developer.apple.com, "Hardened Runtime"). */
const HARDENED_RUNTIME = [
  'com.apple.security.cs.allow-jit',
  'com.apple.security.cs.allow-unsigned-executable-memory',
  'com.apple.security.cs.allow-dyld-environment-variables',
  'com.apple.security.cs.disable-library-validation',
  'com.apple.security.cs.disable-executable-page-protection',
  'com.apple.security.cs.debugger',
] as const;

describe('electron-builder.yml', () => {
  it('is valid by the schema of the installed electron-builder', () => {
    const schema: unknown = JSON.parse(readFileSync(builder.resolve('app-builder-lib/scheme.json'), 'utf8'));
    const validate = new Ajv({ strict: false, allErrors: true, formats: { uri: true } }).compile(
      z.record(z.string(), z.unknown()).parse(schema),
    );
    expect(validate(whole), JSON.stringify(validate.errors)).toBe(true);
  });

  it('names files that there are', () => {
    const { portable, nsis, mac } = config;
    for (const file of [
      portable.splashImage,
      mac.entitlements,
      mac.entitlementsInherit,
      ...(nsis.include === undefined ? [] : [nsis.include]),
    ])
      expect(existsSync(join(REPOSITORY, file)), file).toBe(true);
  });

  it('packs no helper that starts programs with more rights, into the portable program either', () => {
    expect(config.nsis.packElevateHelper).toBe(false);
    // The first of the two makes the archive for both, and the portable one cannot say what it wants of it.
    expect(config.win.target.map(({ target }) => target).filter((each) => each !== 'zip')).toEqual([
      'nsis',
      'portable',
    ]);
  });

  it('keeps the texts of Chromium in the languages of the app', () => {
    expect(config.electronLanguages).toEqual(LANGUAGE_CODES.map((code) => (code === 'en' ? 'en-US' : code)));
  });

  it('has an id that macOS takes, and that the app gives itself on Windows', () => {
    expect(config.appId).toMatch(/^[A-Za-z][\w-]*(?:\.[A-Za-z][\w-]*){2,}$/u);
    expect(config.appId).not.toContain('_');
    expect(APP_ID).toBe(config.appId);
  });

  it('does not let itself be started on a macOS that Electron does not run on', () => {
    expect(Number.parseInt(config.mac.minimumSystemVersion, 10)).toBeGreaterThanOrEqual(13);
  });
});

describe('the entitlements', () => {
  const { mac } = config;

  it.each([mac.entitlements, mac.entitlementsInherit])(
    '%s: one opening of the hardened runtime, for JavaScript',
    (file) => {
      const read: unknown = plist.parse(readFileSync(join(REPOSITORY, file), 'utf8'));
      const entitlements = z.partialRecord(z.enum(HARDENED_RUNTIME), z.literal(true)).parse(read);
      expect(Object.keys(entitlements)).toEqual(['com.apple.security.cs.allow-jit']);
      expect(mac.hardenedRuntime).toBe(true);
    },
  );
});
