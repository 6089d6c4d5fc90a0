import { describe, expect, it } from 'vitest';

import { fail, succeed } from '../../../src-main/contract/failure.ts';
import type { Result } from '../../../src-main/contract/failure.ts';
import { DEFAULT_SUPPORT } from '../../../src-main/contract/support/default-support.ts';
import { message } from '../../../src-main/i18n/message.ts';
import { fromProgram, openSupportContactStore } from '../../../src-main/profile/support-contact-store.ts';
import type { KnownProfile } from '../../../src-main/profile/support-contact-store.ts';

const profile = (name: string): Buffer =>
  Buffer.from(JSON.stringify({ version: 1, name, mail: 'us@example.org' }));
const GOOD = profile('Good');

function book(
  given: {
    beside?: Result<Uint8Array | null>;
    isInDownloads?: boolean;
    /** The answers to one question after the other, the last one also to all that follow. */
    answers?: readonly (() => boolean)[];
    answer?: boolean;
    known?: KnownProfile;
    kept?: string;
    keep?: Result<null>;
  } = {},
) {
  const { beside = succeed(null), keep = succeed(null), answer = true, isInDownloads = false } = given;
  const answers = given.answers ?? [];
  let known = given.known ?? null;
  const asked: string[] = [];
  let reads = 0;
  let kept = given.kept ?? null;
  const opened = openSupportContactStore({
    besideProgram: {
      isInDownloads,
      isThere: async () => !beside.ok || beside.value !== null,
      read: async () => {
        reads += 1;
        return beside;
      },
    },
    known: () => known,
    ask: async ({ mail }, from) => {
      asked.push(from === 'dropped' ? `${mail}, dropped` : mail);
      return answers[Math.min(asked.length, answers.length) - 1]?.() ?? answer;
    },
    remember: async (told) => {
      known = told;
    },
    kept: () => kept,
    keep: async (text) => {
      if (keep.ok) kept = text;
      return keep;
    },
  });
  return { opened, kept: () => kept, asked, known: () => known, reads: () => reads };
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

  it('asks about a file beside the program the first time, and about another one again', async () => {
    const beside = succeed(profile('Beside'));
    const first = book({ beside });
    expect((await first.opened).shown().source).toBe('beside-program');
    expect(first.asked).toEqual(['us@example.org']);
    const known = first.known();
    if (known === null) throw new Error('not remembered');
    expect(known).toMatchObject({ isUsed: true, sha256: expect.stringMatching(/^[0-9a-f]{64}$/u) });
    const again = book({ beside, known });
    expect((await again.opened).shown().source).toBe('beside-program');
    expect(again.asked).toEqual([]);
    const other = book({ beside: succeed(profile('Planted')), known, answer: false });
    expect((await other.opened).shown()).toMatchObject({ source: 'default', support: DEFAULT_SUPPORT });
    expect(other.asked).toHaveLength(1);
  });

  it('does not use a file beside the program that the person does not know, and does not ask twice', async () => {
    const beside = succeed(profile('Planted'));
    const first = book({ beside, answer: false });
    expect((await first.opened).shown()).toMatchObject({
      source: 'default',
      support: DEFAULT_SUPPORT,
      problem: { line: null, reason: { key: 'profile.declined' } },
    });
    const known = first.known();
    if (known === null) throw new Error('not remembered');
    const again = book({ beside, known });
    expect((await again.opened).shown().source).toBe('default');
    expect(again.asked).toEqual([]);
  });

  it('does not ask while a profile counts that the person opened, and asks when that one is removed', async () => {
    const own = book({ beside: succeed(profile('Beside')), kept: GOOD.toString() });
    const opened = await own.opened;
    expect(own.asked).toEqual([]);
    expect(await opened.remove()).toMatchObject({ ok: true, value: { source: 'beside-program' } });
    expect(own.asked).toHaveLength(1);
  });

  it('never reads a file in the Downloads folder, and says where it lies', async () => {
    const own = book({ beside: succeed(profile('Planted')), isInDownloads: true });
    expect((await own.opened).shown()).toMatchObject({
      source: 'default',
      problem: { reason: { key: 'profile.in-downloads' } },
    });
    expect([own.reads(), own.asked.length]).toEqual([0, 0]);
    const none = await book({ isInDownloads: true }).opened;
    expect(none.shown()).toEqual({ source: 'default', support: DEFAULT_SUPPORT, problem: null });
    const { sha256 } = await fromProgram({
      isInDownloads: true,
      isThere: async () => true,
      read: async () => succeed(GOOD),
    });
    expect(sha256).toBeNull();
  });

  it('asks about a file that was dropped, and says at once why another one is no profile', async () => {
    const no = book({ answer: false });
    const own = await no.opened;
    const [first, second] = await Promise.all([own.openDropped(GOOD), own.openDropped(GOOD)]);
    expect([first, second]).toEqual([succeed(null), succeed(null)]);
    expect(no.asked).toHaveLength(1);
    expect([own.shown().source, no.kept()]).toEqual(['default', null]);
    expect(await own.openDropped(Buffer.from('{}'))).toMatchObject({ ok: true, value: { kind: 'refused' } });
    const yes = book();
    const taken = await (await yes.opened).openDropped(GOOD);
    expect(taken).toMatchObject({ ok: true, value: { kind: 'taken', shown: { source: 'opened' } } });
    expect(yes.asked).toEqual([expect.stringMatching(/, dropped$/u)]);
    expect(yes.kept()).toBe(GOOD.toString());
  });

  it('asks again after a question that could not be put', async () => {
    const failing = () => {
      throw new Error('The window is gone.');
    };
    const { opened, asked } = book({ answers: [failing, () => true] });
    const own = await opened;
    await expect(own.openDropped(GOOD)).rejects.toThrow('The window is gone.');
    expect(await own.openDropped(GOOD)).toMatchObject({ ok: true, value: { kind: 'taken' } });
    expect(asked).toHaveLength(2);
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

  it('refuses a bad one and keeps to what was', async () => {
    const { opened, kept } = book({ kept: GOOD.toString() });
    const own = await opened;
    expect(await own.open(Buffer.from('{\n"version": 1,\n"rules": []}'))).toEqual({
      ok: true,
      value: {
        kind: 'refused',
        problem: { line: null, reason: { key: 'profile.missing', values: { name: 'name' } } },
      },
    });
    expect(own.shown().support.name).toBe('Good');
    expect(kept()).toBe(GOOD.toString());
  });

  it.each([
    ['is bad', succeed(Buffer.from('{')), 1],
    ['cannot be read', fail('folder-not-writable', message('profile.empty')), null],
  ])('says so when the file beside the program %s, and goes on without it', async (_how, beside, line) => {
    const { shown } = await book({ beside }).opened;
    expect(shown()).toMatchObject({ source: 'default', support: DEFAULT_SUPPORT, problem: { line } });
  });

  it('says so when the kept one is of another version', async () => {
    const kept = GOOD.toString().replace('1', '9');
    const { shown } = await book({ kept }).opened;
    expect(shown()).toMatchObject({ source: 'default', problem: { line: null } });
  });

  it('holds until the app is closed when it cannot be kept', async () => {
    const own = await book({ keep: fail('disk-full', message('failure.settings.not-kept')) }).opened;
    expect(await own.open(GOOD)).toMatchObject({
      ok: false,
      failure: { code: 'disk-full', message: expect.stringContaining('until you close') },
    });
    expect(own.shown().source).toBe('opened');
  });
});
