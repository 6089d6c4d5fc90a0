import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { fail } from '../../../src-main/contract/failure.ts';
import { reduce } from '../../../src-renderer/flow/events/reducer.ts';
import type { FlowEvent } from '../../../src-renderer/flow/events/events.ts';
import { railSteps } from '../../../src-renderer/flow/state/steps.ts';
import { message } from '../../../src-main/i18n/message.ts';
import { FIRST_STATE } from '../../../src-renderer/flow/state/state.ts';
import type { FlowState } from '../../../src-renderer/flow/state/state.ts';
import { SAMPLE_PREVIEW, SAMPLE_RESULT, SAMPLE_SAVED } from '../../support/samples/sample-answers.ts';

const FAILURE = (() => {
  const failed = fail('our-fault', message('failure.our-fault'));
  if (failed.ok) throw new Error('unreachable');
  return failed.failure;
})();

const after = (...events: FlowEvent[]): FlowState => events.reduce(reduce, FIRST_STATE);

const TO_VERDICT: FlowEvent[] = [
  { type: 'began' },
  { type: 'typed', field: 'clientId', text: 'id' },
  { type: 'typed', field: 'clientSecret', text: 'typed-secret' },
  { type: 'check-started', run: 1 },
  { type: 'check-ended', run: 1, result: SAMPLE_RESULT },
];

describe('the flow', () => {
  it('goes through every screen in order', () => {
    const events: FlowEvent[] = [
      ...TO_VERDICT,
      { type: 'evidence-asked', request: 2 },
      { type: 'evidence-ready', request: 2, preview: SAMPLE_PREVIEW },
      { type: 'save-asked', where: 'downloads' },
      { type: 'save-ended', saved: SAMPLE_SAVED },
      { type: 'leave-asked' },
      { type: 'left' },
    ];
    const screens = events.map((_event, index) => after(...events.slice(0, index + 1)).screen);
    expect([...new Set(screens)]).toEqual([
      'connection',
      'checking',
      'verdict',
      'review',
      'hand-over',
      'welcome',
    ]);
    expect(after(...events)).toEqual(FIRST_STATE);
  });

  it('holds no secret after the submit', () => {
    expect(JSON.stringify(after(...TO_VERDICT))).not.toContain('typed-secret');
    expect(after(...TO_VERDICT).form).toMatchObject({ clientId: 'id', secretHeld: true });
  });

  it('keeps everything below the help, and goes on below it', () => {
    const before = after(...TO_VERDICT);
    const helped = reduce(before, { type: 'help-opened' });
    expect(helped).toEqual({ ...before, isHelpOpen: true });
    expect(reduce(helped, { type: 'help-opened' })).toBe(helped);
    const again = reduce(helped, { type: 'check-started', run: 2 });
    expect(again).toMatchObject({ screen: 'checking', isHelpOpen: true });
    expect(reduce(helped, { type: 'help-closed' })).toEqual(before);
    expect(reduce(before, { type: 'help-closed' })).toBe(before);
  });

  it('takes no notice of an answer to an earlier run', () => {
    const state = after(...TO_VERDICT, { type: 'check-started', run: 2 });
    expect(reduce(state, { type: 'check-ended', run: 1, result: SAMPLE_RESULT })).toBe(state);
  });

  it('asks for new evidence when the choice has changed', () => {
    const prepared = after(
      ...TO_VERDICT,
      { type: 'evidence-asked', request: 2 },
      { type: 'evidence-ready', request: 2, preview: SAMPLE_PREVIEW },
      { type: 'went-back' },
    );
    const same = reduce(prepared, { type: 'evidence-asked', request: 3 });
    expect(same).toMatchObject({ preparation: { state: 'ready' } });
    const changed = reduce(reduce(prepared, { type: 'residency-chosen', residency: 'pinned' }), {
      type: 'evidence-asked',
      request: 3,
    });
    expect(changed).toMatchObject({ preparation: { state: 'preparing', request: 3 } });
  });

  it('has a place for every step on the rail', () => {
    expect(railSteps('verdict', true).map(({ step, state }) => `${step} ${state}`)).toEqual([
      'connection done',
      'check done',
      'result current',
      'picture open',
      'review open',
      'send open',
      'afterwards open',
    ]);
  });

  it('undoes and redoes what was drawn, and the picture follows', () => {
    const picture = {
      id: 'p1',
      way: 'paste' as const,
      width: 300,
      height: 200,
      edit: { masks: [], crop: null, caption: '' },
      hint: null,
    };
    const mask = { x: 1, y: 2, width: 30, height: 20 };
    const drawn = after(
      ...TO_VERDICT,
      { type: 'picture-asked' },
      { type: 'picture-added', picture },
      { type: 'edit-made', edit: { ...picture.edit, masks: [mask] } },
    );
    expect(drawn.pictureStep.pictures[0]?.edit.masks).toEqual([mask]);
    const undone = reduce(drawn, { type: 'edit-undone' });
    expect(undone.pictureStep.pictures[0]?.edit.masks).toEqual([]);
    expect(reduce(undone, { type: 'edit-redone' }).pictureStep.pictures[0]?.edit.masks).toEqual([mask]);
    const reviewed = reduce(drawn, { type: 'evidence-asked', request: 9 });
    expect(reviewed).toMatchObject({
      screen: 'review',
      pictureStep: { pictures: [{ edit: { masks: [mask] } }] },
    });
    // What is drawn later makes other evidence.
    const prepared = reduce(reviewed, { type: 'evidence-ready', request: 9, preview: SAMPLE_PREVIEW });
    const back = reduce(prepared, { type: 'went-back' });
    expect(reduce(back, { type: 'evidence-asked', request: 10 })).toMatchObject({
      preparation: { state: 'ready' },
    });
    const redrawn = reduce(reduce(back, { type: 'edit-opened', id: 'p1' }), {
      type: 'edit-made',
      edit: { ...picture.edit, caption: 'new' },
    });
    expect(reduce(redrawn, { type: 'evidence-asked', request: 11 })).toMatchObject({
      preparation: { state: 'preparing' },
    });
  });

  it('keeps what the page was read to say, and takes a typed fact for it', () => {
    const fact = { product: 'Xray' as const, location: 'Global', status: 'Eligible' };
    const read = after(
      ...TO_VERDICT,
      { type: 'picture-asked' },
      {
        type: 'page-read',
        facts: [fact],
        residency: 'pinned',
      },
    );
    expect(read).toMatchObject({ residency: 'pinned', pictureStep: { facts: [fact], areFactsRead: true } });
    const typed = reduce(read, { type: 'fact-typed', fact: { ...fact, location: 'EU' } });
    expect(typed.pictureStep.facts).toEqual([{ ...fact, location: 'EU' }]);
    const cleared = reduce(typed, {
      type: 'fact-typed',
      fact: { product: 'Xray', location: '', status: '' },
    });
    expect(cleared.pictureStep.facts).toEqual([]);
  });

  const event: fc.Arbitrary<FlowEvent> = fc.oneof(
    fc.constantFrom<FlowEvent>(
      ...TO_VERDICT,
      { type: 'went-back' },
      { type: 'result-reopened' },
      { type: 'check-failed', run: 1, failure: FAILURE },
      { type: 'check-refused', errors: { clientSecret: FAILURE } },
      { type: 'stop-asked' },
      { type: 'evidence-asked', request: 2 },
      { type: 'evidence-ready', request: 2, preview: SAMPLE_PREVIEW },
      { type: 'evidence-failed', request: 2, failure: FAILURE },
      { type: 'save-asked', where: 'choose' },
      { type: 'save-ended', saved: null },
      { type: 'save-ended', saved: SAMPLE_SAVED },
      { type: 'save-failed', failure: FAILURE },
      { type: 'sending-reopened' },
      { type: 'deed-asked', deed: 'draft' },
      { type: 'deed-done', deed: 'draft' },
      { type: 'leave-asked' },
      { type: 'leave-failed', failure: FAILURE },
    ),
    fc.string().map((text): FlowEvent => ({ type: 'typed', field: 'jiraSite', text })),
  );

  it('loses nothing that was typed, whatever happens before the person leaves', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 40 }), (events) => {
        let state: FlowState = FIRST_STATE;
        let typed = '';
        for (const each of events) {
          const isTaken = state.screen === 'connection' && each.type === 'typed' && each.field === 'jiraSite';
          if (isTaken) typed = each.text;
          state = reduce(state, each);
          expect(state.form.jiraSite).toBe(typed);
        }
      }),
      { numRuns: 500 },
    );
  });
});
