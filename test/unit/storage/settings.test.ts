import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeEach, describe, expect, it } from 'vitest';

import { NO_CONTACT } from '../../../src-main/contract/report/intake.ts';
import { DEFAULT_SETTINGS } from '../../../src-main/contract/settings.ts';
import type { WindowPlace } from '../../../src-main/contract/settings.ts';
import { openSettings } from '../../../src-main/storage/settings.ts';
import { expectMode } from '../../support/process/posix.ts';
import { faultyStorage, watchedStorage } from '../../support/faults/storage-faults.ts';

const root = mkdtempSync(join(tmpdir(), 'settings-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
let folder = '';
let file = '';
let lines: string[] = [];
let count = 0;
beforeEach(() => {
  count += 1;
  folder = join(root, String(count), 'user-data');
  file = join(folder, 'settings.json');
  lines = [];
});

const open = (io?: Parameters<typeof openSettings>[0]['io']) =>
  openSettings({ folder, log: (line) => lines.push(line), ...(io === undefined ? {} : { io }) });
const kept = (): unknown => JSON.parse(readFileSync(file, 'utf8'));
const given = (text: string): void => {
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, text);
};
const WINDOW: WindowPlace = { x: -1200, y: 40, width: 900, height: 700, maximized: true };

describe('openSettings', () => {
  it('begins with the defaults, and keeps what is changed for the next start', async () => {
    const first = await open();
    expect(first.current()).toEqual(DEFAULT_SETTINGS);
    expect(readdirSync(folder)).toEqual([]);
    expect(await first.change({ language: 'de', window: WINDOW })).toEqual({ ok: true, value: null });
    expect(await first.change({ zoom: 1.5 })).toEqual({ ok: true, value: null });
    expectMode(file, 0o600);
    expect((await open()).current()).toEqual({
      ...DEFAULT_SETTINGS,
      language: 'de',
      window: WINDOW,
      zoom: 1.5,
    });
    expect(readdirSync(folder)).toEqual(['settings.json']);
    expect(lines).toEqual([]);
  });

  it('keeps whom support may answer and the folder for reports, and reads a file from before there were any', async () => {
    const { contact: _contact, reportFolder: _reportFolder, ...ofBefore } = DEFAULT_SETTINGS;
    given(JSON.stringify({ ...ofBefore, zoom: 2 }));
    const settings = await open();
    expect(settings.current()).toEqual({ ...DEFAULT_SETTINGS, zoom: 2 });
    const contact = { contactName: 'Jo Doe', contactMail: 'jo@example.org' };
    await settings.change({ contact, reportFolder: '/home/jo/reports' });
    expect((await open()).current()).toMatchObject({ contact, reportFolder: '/home/jo/reports' });
    await settings.change({ contact: NO_CONTACT });
    expect(readFileSync(file, 'utf8')).not.toContain('Jo');
    expect(await settings.change({ contact: { ...contact, contactName: 'x'.repeat(201) } })).toMatchObject({
      failure: { code: 'bad-input' },
    });
    expect(lines).toEqual([]);
  });

  it.each([
    ['half a file', '{"schemaVersion":1,"lang'],
    ['an empty file', ''],
    ['no UTF-8', '\u00ff\u00fe'],
    ['another shape', '[]'],
    ['a field too many', JSON.stringify({ ...DEFAULT_SETTINGS, more: 1 })],
    ['a wrong field', JSON.stringify({ ...DEFAULT_SETTINGS, zoom: 1e9 })],
    ['a version of ours that never was', JSON.stringify({ ...DEFAULT_SETTINGS, schemaVersion: 0 })],
    ['far too much', JSON.stringify({ ...DEFAULT_SETTINGS, supportProfile: 'x'.repeat(700_000) })],
  ])('sets aside %s and goes on with the defaults', async (_what, text) => {
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, text, 'latin1');
    const settings = await open();
    expect(settings.current()).toEqual(DEFAULT_SETTINGS);
    expect(readdirSync(folder)).toEqual(['settings.damaged.json']);
    expect(readFileSync(join(folder, 'settings.damaged.json'), 'latin1')).toBe(text);
    expect(lines).toEqual([
      expect.stringMatching(/^settings\.json is not used: .+ It is now settings\.damaged\.json\./u),
    ]);
    expect(await settings.change({ language: 'fr' })).toMatchObject({ ok: true });
    expect(kept()).toMatchObject({ language: 'fr' });
  });

  it('leaves the file of a newer app alone, also when something changes', async () => {
    const newer = JSON.stringify({ schemaVersion: 2, language: 'eo' });
    given(newer);
    const settings = await open();
    expect(settings.current()).toEqual(DEFAULT_SETTINGS);
    expect(lines).toEqual([expect.stringContaining('newer version')]);
    expect(await settings.change({ language: 'es' })).toMatchObject({ failure: { code: 'file-in-the-way' } });
    expect(settings.current().language).toBe('es');
    expect(readFileSync(file, 'utf8')).toBe(newer);
    expect(readdirSync(folder)).toEqual(['settings.json']);
  });

  it.each([
    ['cannot be read', faultyStorage('read', 'EACCES', 'always')],
    ['is damaged and cannot be set aside', faultyStorage('rename', 'EACCES', 'always')],
  ])('leaves a file alone that %s', async (_what, io) => {
    given('damaged');
    const settings = await open(io);
    expect(lines).toEqual([expect.stringContaining('It is left as it is.')]);
    expect(await settings.change({ zoom: 2 })).toMatchObject({ ok: false });
    expect(settings.current().zoom).toBe(2);
    expect(readFileSync(file, 'utf8')).toBe('damaged');
  });

  it('is in memory only where there can be no folder', async () => {
    mkdirSync(join(folder, '..'), { recursive: true });
    writeFileSync(folder, 'a file');
    const settings = await open();
    expect(lines[0]).toContain("The settings couldn't be saved");
    expect(await settings.change({ zoom: 2 })).toMatchObject({ ok: false });
    expect(settings.current().zoom).toBe(2);
  });

  it('removes what an earlier start left half written', async () => {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, `.${'b'.repeat(32)}.part`), 'half');
    await open();
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('change', () => {
  it('refuses what does not fit, and changes nothing', async () => {
    const settings = await open();
    expect(await settings.change({ zoom: Number.NaN })).toMatchObject({ failure: { code: 'bad-input' } });
    expect(await settings.change({ window: { ...WINDOW, width: 0 } })).toMatchObject({ ok: false });
    expect(settings.current()).toEqual(DEFAULT_SETTINGS);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('writes one after another, several changes at once, and the last one wins', async () => {
    let inHand = 0;
    let most = 0;
    let writes = 0;
    const io = watchedStorage((step) => {
      if (step === 'create') {
        inHand += 1;
        writes += 1;
      }
      most = Math.max(most, inHand);
      if (step === 'syncFolder') inHand -= 1;
    });
    const settings = await open(io);
    const answers = Array.from({ length: 40 }, async (_, index) =>
      settings.change({ zoom: (100 + index) / 100 }),
    );
    await settings.settled();
    expect(kept()).toMatchObject({ zoom: 1.39 });
    expect(await Promise.all(answers)).toEqual(answers.map(() => ({ ok: true, value: null })));
    expect(most).toBe(1);
    expect(writes).toBeLessThan(40);
  });

  it('says that the disk is full, keeps the old file, and tries again with the next change', async () => {
    given(JSON.stringify({ ...DEFAULT_SETTINGS, language: 'de' }));
    const settings = await open(faultyStorage('write', 'ENOSPC'));
    expect(await settings.change({ zoom: 2 })).toMatchObject({ failure: { code: 'disk-full' } });
    expect(lines).toEqual(["The settings couldn't be saved: the disk is full."]);
    expect(kept()).toMatchObject({ language: 'de', zoom: 1 });
    expect(await settings.change({ zoom: 3 })).toMatchObject({ ok: true });
    expect(kept()).toMatchObject({ language: 'de', zoom: 3 });
  });
});
