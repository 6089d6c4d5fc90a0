import { describe, expect, it } from 'vitest';

import { fail, succeed } from '../../../src-main/contract/failure.ts';
import type { Result } from '../../../src-main/contract/failure.ts';
import { DEFAULT_SUPPORT } from '../../../src-main/contract/default-support.ts';
import { phrase } from '../../../src-main/words/phrase.ts';
import { openSupportBook } from '../../../src-main/profile/support-book.ts';

const profile = (name: string): Buffer =>
  Buffer.from(JSON.stringify({ version: 1, name, mail: 'us@example.org' }));
const GOOD = profile('Good');

function book(given: { beside?: Result<Uint8Array | null>; kept?: string; keep?: Result<null> } = {}) {
  const { beside = succeed(null), keep = succeed(null) } = given;
  let kept = given.kept ?? null;
  const opened = openSupportBook({
    besideProgram: async () => beside,
    kept: () => kept,
    keep: async (text) => {
      if (keep.ok) kept = text;
      return keep;
    },
  });
  return { opened, kept: () => kept };
}

describe('who helps', () => {
  it('is RadBee when nobody says otherwise', async () => {
    const { shown } = await book().opened;
    expect(shown()).toEqual({ source: 'default', support: DEFAULT_SUPPORT, problem: null });
  });

  it('is whoever the file beside the program names, unless the person opened another', async () => {
    const beside = succeed(profile('Beside'));
    expect((await book({ beside }).opened).shown()).toMatchObject({
      source: 'beside-program',
      support: { name: 'Beside' },
    });
    const own = await book({ beside, kept: GOOD.toString() }).opened;
    expect(own.shown()).toMatchObject({ source: 'opened', support: { name: 'Good' } });
    expect(await own.remove()).toMatchObject({ ok: true, value: { source: 'beside-program' } });
  });

  it('is kept once it was opened, and forgotten when it is removed', async () => {
    const { opened, kept } = book();
    const own = await opened;
    expect(await own.open(GOOD)).toMatchObject({
      ok: true,
      value: { kind: 'taken', shown: { source: 'opened' } },
    });
    expect(kept()).toBe(GOOD.toString());
    expect(await own.remove()).toMatchObject({ ok: true, value: { source: 'default' } });
    expect(kept()).toBeNull();
    expect(own.shown().support).toEqual(DEFAULT_SUPPORT);
  });

  it('refuses a bad one with its line and keeps to what was', async () => {
    const { opened, kept } = book({ kept: GOOD.toString() });
    const own = await opened;
    expect(await own.open(Buffer.from('{\n"version": 1,\n"rules": []}'))).toEqual({
      ok: true,
      value: {
        kind: 'refused',
        problem: { line: 1, reason: { key: 'profile.missing', values: { name: 'name' } } },
      },
    });
    expect(own.shown().support.name).toBe('Good');
    expect(kept()).toBe(GOOD.toString());
  });

  it.each([
    ['is bad', succeed(Buffer.from('{')), 1],
    ['cannot be read', fail('folder-not-writable', phrase('profile.empty')), null],
  ])('says so when the file beside the program %s, and goes on without it', async (_how, beside, line) => {
    const { shown } = await book({ beside }).opened;
    expect(shown()).toMatchObject({ source: 'default', support: DEFAULT_SUPPORT, problem: { line } });
  });

  it('says so when the kept one is of another version', async () => {
    const kept = GOOD.toString().replace('1', '9');
    const { shown } = await book({ kept }).opened;
    expect(shown()).toMatchObject({ source: 'default', problem: { line: 1 } });
  });

  it('holds until the app is closed when it cannot be kept', async () => {
    const own = await book({ keep: fail('disk-full', phrase('failure.settings.not-kept')) }).opened;
    expect(await own.open(GOOD)).toMatchObject({
      ok: false,
      failure: { code: 'disk-full', message: expect.stringContaining('until you close') },
    });
    expect(own.shown().source).toBe('opened');
  });
});
