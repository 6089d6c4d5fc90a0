import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import {
  DEFAULT_SETTINGS,
  languageChoiceSchema,
  settingsSchema,
} from '../../../src-main/contract/settings.ts';
import { peekSettings } from '../../../src-main/storage/peek-settings.ts';
import { runProgram } from '../../support/electron-runtime/launching/run-program.ts';

const FIRST_START = { language: 'system', window: null, zoom: 1, hasProfile: false };

describe('the first look at the settings', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'peek-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const peek = (text: string | Uint8Array) => {
    writeFileSync(join(folder, 'settings.json'), text);
    return peekSettings(folder);
  };

  it('sees what the schema sees', () => {
    const place = fc.record({
      x: fc.option(fc.integer({ min: -5000, max: 5000 })),
      y: fc.option(fc.integer({ min: -5000, max: 5000 })),
      width: fc.integer({ min: 1, max: 5000 }),
      height: fc.integer({ min: 1, max: 5000 }),
      maximized: fc.boolean(),
    });
    const settings = fc.record({
      schemaVersion: fc.constant(1),
      language: fc.constantFrom(...languageChoiceSchema.options),
      window: fc.option(place),
      zoom: fc.double({ min: 0.25, max: 5, noNaN: true }),
      supportProfile: fc.option(fc.string()),
      besideProfile: fc.constant(null),
    });
    fc.assert(
      fc.property(settings, (told) => {
        const { language, window, zoom, supportProfile } = settingsSchema.parse(told);
        const isPlaced = window !== null && window.x !== null && window.y !== null;
        expect(peek(JSON.stringify(told))).toEqual({
          language,
          // Half of a place is none.
          window: window === null || isPlaced ? window : { ...window, x: null, y: null },
          zoom,
          hasProfile: supportProfile !== null,
        });
      }),
      { seed: 7, numRuns: 100 },
    );
  });

  it('takes whatever else a file may hold for nothing', () => {
    fc.assert(
      fc.property(fc.oneof(fc.json(), fc.string(), fc.uint8Array()), (text) => {
        const seen = peek(text);
        expect(languageChoiceSchema.options).toContain(seen.language);
        expect(seen.zoom).toBeGreaterThanOrEqual(0.25);
      }),
      { seed: 7, numRuns: 200 },
    );
  });

  it.each([
    ['no object', '[]'],
    ['a language of another app', '{"language":"constructor"}'],
    ['a place of letters', '{"window":{"x":"1","y":2,"width":"3","height":4}}'],
    ['a place beyond all screens', '{"window":{"width":1e300,"height":5}}'],
    ['a zoom beyond Chromium’s', '{"zoom":1e9}'],
    ['more than is read', `{"language":"de","more":"${'x'.repeat(600 * 1024)}"}`],
  ])('is as at the first start for %s', (_name, text) => {
    expect(peek(text)).toEqual(FIRST_START);
  });

  it('is as at the first start without a file, and for a folder of its name', () => {
    expect(peekSettings(folder)).toEqual(FIRST_START);
    expect(peekSettings(join(folder, 'nowhere'))).toEqual(FIRST_START);
  });

  it.skipIf(process.platform === 'win32')('does not wait for a pipe of its name', async () => {
    await runProgram('mkfifo', [join(folder, 'settings.json')]);
    expect(peekSettings(folder)).toEqual(FIRST_START);
  });

  it('knows the settings of this version', () => {
    expect(peek(JSON.stringify({ ...DEFAULT_SETTINGS, language: 'fr' }))).toEqual({
      ...FIRST_START,
      language: 'fr',
    });
  });
});
