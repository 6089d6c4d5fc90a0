import { describe, expect, it } from 'vitest';

import type { HeldPicture } from '../../../src-main/contract/picture.ts';
import type { FlowEvent } from '../../../src-renderer/flow/events.ts';
import { reduce } from '../../../src-renderer/flow/reduce.ts';
import { choicesOf, FIRST_STATE } from '../../../src-renderer/flow/state.ts';
import type { FlowState } from '../../../src-renderer/flow/state.ts';

const from = (...events: readonly FlowEvent[]): FlowState => events.reduce(reduce, FIRST_STATE);
const picture = (id: string): HeldPicture => ({
  id,
  way: 'paste',
  width: 800,
  height: 600,
  edit: { masks: [], crop: null, caption: '' },
  hint: null,
});
const edit = (x: number) => ({ masks: [{ x, y: 0, width: 10, height: 10 }], crop: null, caption: '' });
const shownIn = ({ pictures }: FlowState): string | undefined => pictures.editing?.id;

describe('the pictures', () => {
  it('show the newest one with its boxes, and another one when it goes', () => {
    const [one, two] = [picture('one'), picture('two')];
    const both = from({ type: 'picture-added', picture: one }, { type: 'picture-added', picture: two });
    expect(shownIn(both)).toBe('two');
    expect(shownIn(reduce(both, { type: 'edit-opened', id: 'one' }))).toBe('one');
    const left = reduce(both, { type: 'pictures-changed', pictures: [one] });
    expect(shownIn(left)).toBe('one');
    expect(reduce(left, { type: 'pictures-changed', pictures: [] }).pictures.editing).toBeNull();
  });

  it('show one also where the main process held them already', () => {
    expect(shownIn(from({ type: 'pictures-recalled', pictures: [picture('one')] }))).toBe('one');
  });

  it('are covered at once, and go back and forth', () => {
    const made = from(
      { type: 'picture-added', picture: picture('one') },
      { type: 'edit-made', edit: edit(1) },
      { type: 'edit-made', edit: edit(2) },
    );
    expect(made.pictures.held[0]?.edit).toEqual(edit(2));
    const undone = reduce(made, { type: 'edit-undone' });
    expect(undone.pictures.held[0]?.edit).toEqual(edit(1));
    expect(reduce(undone, { type: 'edit-redone' }).pictures.held[0]?.edit).toEqual(edit(2));
  });
});

describe('what the page says', () => {
  const fact = (product: 'Jira' | 'Xray', location: string, status: string): FlowEvent => ({
    type: 'fact-chosen',
    fact: { product, location, status },
  });

  it.each([
    ['pinned', [fact('Jira', 'EU', 'Pinned'), fact('Xray', 'EU', 'Pinned')]],
    ['migrating', [fact('Jira', 'EU', 'Move scheduled or in progress')]],
    ['unknown', [fact('Xray', 'Global', 'Eligible')]],
    ['unknown', [fact('Jira', 'EU', 'Pinned'), fact('Jira', '', '')]],
  ] as const)('tells that the site is %s', (residency, events) => {
    const state = from(...events);
    expect(state.residency).toBe(residency);
    expect(choicesOf(state).residency).toBe(residency);
  });

  it('is taken over from the page, and what is chosen afterwards counts', () => {
    const read = from({ type: 'page-read', facts: [{ product: 'Jira', location: 'EU', status: 'Pinned' }] });
    expect(read.pictures.areFactsRead).toBe(true);
    expect(read.residency).toBe('pinned');
    expect(reduce(read, fact('Jira', 'EU', 'Eligible')).residency).toBe('unknown');
  });
});
