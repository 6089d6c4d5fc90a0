import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import * as fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';

import { DEFAULT_SETTINGS, settingsSchema } from '../../../src-main/contract/settings.ts';
import { LANGUAGE_CODES } from '../../../src-main/i18n/language.ts';
import { openSettings } from '../../../src-main/storage/settings.ts';
import { storageUntilPowerCut } from '../../support/faults/storage-faults.ts';

const root = mkdtempSync(join(tmpdir(), 'settings-any-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
let count = 0;
const freshFolder = (): string => {
  count += 1;
  const folder = join(root, String(count));
  mkdirSync(folder);
  return folder;
};

const settings = fc.record({
  schemaVersion: fc.constant<1>(1),
  language: fc.constantFrom('system' as const, ...LANGUAGE_CODES),
  window: fc.option(
    fc.record({
      x: fc.integer({ min: -5000, max: 5000 }),
      y: fc.integer({ min: -5000, max: 5000 }),
      width: fc.integer({ min: 1, max: 9000 }),
      height: fc.integer({ min: 1, max: 9000 }),
      maximized: fc.boolean(),
    }),
  ),
  zoom: fc.double({ min: 0.25, max: 5, noNaN: true }),
  supportProfile: fc.option(fc.string({ unit: 'binary', maxLength: 300 })),
});
/** Any bytes, any JSON, and settings with one field of something else. */
const content = fc.oneof(
  fc.uint8Array({ maxLength: 400 }),
  fc.json().map((text) => Buffer.from(text)),
  fc
    .tuple(settings, fc.constantFrom(...Object.keys(DEFAULT_SETTINGS), 'more'), fc.jsonValue())
    .map(([sound, field, value]) => Buffer.from(JSON.stringify({ ...sound, [field]: value }))),
);

describe('settings.json with anything in it', () => {
  it('opens with settings that hold, and loses no byte of what was there', async () => {
    await fc.assert(
      fc.asyncProperty(content, async (bytes) => {
        const folder = freshFolder();
        writeFileSync(join(folder, 'settings.json'), bytes);
        const lines: string[] = [];
        const store = await openSettings({ folder, log: (line) => lines.push(line) });
        expect(settingsSchema.safeParse(store.current()).success).toBe(true);
        const names = readdirSync(folder);
        expect(names).toHaveLength(1);
        expect(readFileSync(join(folder, names[0] ?? ''))).toEqual(Buffer.from(bytes));
        const isRead = settingsSchema.safeParse(tryJson(bytes)).success;
        expect(lines).toHaveLength(isRead ? 0 : 1);
        if (!isRead) expect(store.current()).toEqual(DEFAULT_SETTINGS);
      }),
      { numRuns: 200 },
    );
  });

  it('comes back as it was kept', async () => {
    await fc.assert(
      fc.asyncProperty(settings, async ({ schemaVersion: _version, ...change }) => {
        const folder = freshFolder();
        const log = (): void => undefined;
        const store = await openSettings({ folder, log });
        expect(await store.change(change)).toMatchObject({ ok: true });
        expect((await openSettings({ folder, log })).current()).toEqual(store.current());
      }),
      { numRuns: 60 },
    );
  });

  it('holds the old settings or the new ones, wherever the power goes', async () => {
    await fc.assert(
      fc.asyncProperty(settings, settings, fc.integer({ min: 0, max: 12 }), async (old, next, last) => {
        const folder = freshFolder();
        const log = (): void => undefined;
        await (await openSettings({ folder, log })).change({ ...old });
        const before = (await openSettings({ folder, log })).current();
        const cut = await openSettings({ folder, log, io: storageUntilPowerCut(last) });
        await cut.change({ ...next });
        const after = await openSettings({ folder, log });
        expect([before, cut.current()]).toContainEqual(after.current());
        expect(readdirSync(folder)).toEqual(['settings.json']);
      }),
      { numRuns: 60 },
    );
  });
});

function tryJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}
