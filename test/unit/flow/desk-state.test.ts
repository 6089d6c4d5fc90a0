import { describe, expect, it } from 'vitest';

import { fail } from '../../../src-main/contract/failure.ts';
import type { Failure } from '../../../src-main/contract/failure.ts';
import type { ArrivedBundle } from '../../../src-main/contract/report/verification.ts';
import { message } from '../../../src-main/i18n/message.ts';
import {
  backToList,
  EMPTY_DESK,
  isContentMissing,
  openRow,
  reduceDesk,
  rowsOf,
} from '../../../src-renderer/flow/desk/desk-state.ts';
import type { DeskState } from '../../../src-renderer/flow/desk/desk-state.ts';
import type { DeskEvent } from '../../../src-renderer/flow/desk/desk-events.ts';

function bundle(source: string): ArrivedBundle {
  const file = { path: 'summary.txt', bytes: 1, sha256: '0'.repeat(64), kind: 'text', text: source } as const;
  return {
    source,
    state: 'sound',
    problems: [],
    notes: [],
    ruleToday: null,
    case: null,
    files: [{ ...file, pictureDataUrl: null, removed: 0 }],
  };
}

const after = (...events: readonly DeskEvent[]): DeskState => events.reduce(reduceDesk, EMPTY_DESK);
const opened = (...ids: readonly number[]): DeskEvent => ({
  type: 'file-opened',
  files: ids.map((id) => ({ id, name: `${id}.zip` })),
  leftOut: 0,
});
const verified = (id: number, ...sources: readonly string[]): DeskEvent => ({
  type: 'file-verified',
  id,
  bundles: sources.map(bundle),
});
const failed = fail('our-fault', message('failure.our-fault'));
const FAILURE: Failure | null = failed.ok ? null : failed.failure;

/** The bundles that have their texts. */
const wholeOf = (desk: DeskState): string[] =>
  rowsOf(desk).flatMap((row) => (row.bundle?.files.length === 1 ? [row.name] : []));

describe('one file', () => {
  it('is shown at once, with the first of its texts', () => {
    const desk = after(opened(1), verified(1, 'a'));
    expect(openRow(desk)).toMatchObject({ name: 'a', bundle: { source: 'a' } });
    expect(desk.chosenPath).toBe('summary.txt');
    expect(isContentMissing(desk)).toBe(false);
    expect(backToList(desk)).toBeNull();
  });

  it('with several reports is a list, and all of them have their texts', () => {
    const desk = after(opened(1), verified(1, 'a', 'b'));
    expect(openRow(desk)).toBeNull();
    expect(wholeOf(desk)).toEqual(['a', 'b']);
    const second = reduceDesk(desk, { type: 'bundle-opened', id: 1, at: 1 });
    expect(openRow(second)?.name).toBe('b');
    expect(isContentMissing(second)).toBe(false);
    expect(second.chosenPath).toBe('summary.txt');
    expect(backToList(second)?.open).toBeNull();
  });

  it('that is not read says so in its own place', () => {
    if (FAILURE === null) throw new Error('There is no failure.');
    const desk = after(opened(1), { type: 'file-failed', id: 1, failure: FAILURE });
    expect(openRow(desk)?.file.reading.state).toBe('failed');
  });
});

describe('several files', () => {
  it('are a list in which only the open one has its texts', () => {
    const list = after(opened(1, 2, 3), verified(1, 'a'), verified(2, 'b'), verified(3, 'c'));
    expect(rowsOf(list).map(({ name }) => name)).toEqual(['a', 'b', 'c']);
    expect(wholeOf(list)).toEqual([]);
    const waiting = reduceDesk(list, { type: 'bundle-opened', id: 2, at: 0 });
    expect(isContentMissing(waiting)).toBe(true);
    const second = reduceDesk(waiting, verified(2, 'b'));
    expect(isContentMissing(second)).toBe(false);
    expect(second.chosenPath).toBe('summary.txt');
    expect(wholeOf(second)).toEqual(['b']);
    const back = backToList(second);
    if (back === null) throw new Error('There is no list.');
    const third = [{ type: 'bundle-opened', id: 3, at: 0 } as const, verified(3, 'c')].reduce(
      reduceDesk,
      back,
    );
    expect(wholeOf(third)).toEqual(['c']);
  });

  it('leave no texts behind where the person went back before they came', () => {
    const open = after(opened(1, 2), verified(1, 'a'), verified(2, 'b'), {
      type: 'bundle-opened',
      id: 1,
      at: 0,
    });
    const back = backToList(open);
    expect(back && wholeOf(reduceDesk(back, verified(1, 'a')))).toEqual([]);
  });
});

describe('an answer', () => {
  it('about a file of before changes nothing', () => {
    const desk = after(opened(1, 2), verified(1, 'a'), opened(3, 4));
    expect(reduceDesk(desk, verified(2, 'b'))).toBe(desk);
    if (FAILURE !== null)
      expect(reduceDesk(desk, { type: 'file-failed', id: 1, failure: FAILURE })).toBe(desk);
  });

  it('that something was copied goes with the report that it was copied of', () => {
    const desk = after(opened(1, 2), verified(1, 'a'), verified(2, 'b'), {
      type: 'bundle-opened',
      id: 1,
      at: 0,
    });
    const copied = reduceDesk(desk, { type: 'text-copied', text: 'letter', failure: null });
    expect(copied.copied).toEqual({ text: 'letter', failure: null });
    expect(backToList(copied)?.copied).toBeNull();
    expect(
      reduceDesk(after(opened(1, 2)), { type: 'text-copied', text: 'letter', failure: null }).copied,
    ).toBeNull();
  });

  it('opens no line that is not there', () => {
    const desk = after(opened(1, 2), verified(1, 'a'));
    for (const [id, at] of [
      [2, 0],
      [1, 1],
      [7, 0],
    ] as const)
      expect(reduceDesk(desk, { type: 'bundle-opened', id, at })).toBe(desk);
  });
});
