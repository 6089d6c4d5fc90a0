import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { fail } from '../../../src-main/contract/failure.ts';
import { message } from '../../../src-main/i18n/message.ts';
import {
  choosableStates,
  hasOwnSteps,
  isAllDone,
  wayOf,
  WAYS,
  waysOf,
} from '../../../src-renderer/flow/checklists.ts';
import type { FlowEvent } from '../../../src-renderer/flow/events/events.ts';
import { reduce } from '../../../src-renderer/flow/events/reducer.ts';
import { FIRST_STATE } from '../../../src-renderer/flow/state/state.ts';
import type { FlowState } from '../../../src-renderer/flow/state/state.ts';
import { railSteps } from '../../../src-renderer/flow/state/steps.ts';
import {
  SAMPLE_DIAGNOSIS,
  SAMPLE_PREVIEW,
  SAMPLE_RESULT,
  SAMPLE_SAVED,
} from '../../support/samples/sample-answers.ts';
import {
  CASE_ID,
  FIXED_CASE,
  HEALTHY_CASE,
  openedCase,
  OTHER_CASE,
  SAMPLE_CASE,
  SAMPLE_ROWS,
  SAMPLE_WAITING,
  SENT_CASE,
  WORSE_CASE,
} from '../../support/samples/sample-cases.ts';

const FAILURE = (() => {
  const failed = fail('our-fault', message('failure.our-fault'));
  if (failed.ok) throw new Error('unreachable');
  return failed.failure;
})();

const after = (...events: FlowEvent[]): FlowState => events.reduce(reduce, FIRST_STATE);

const TO_LIST: FlowEvent[] = [{ type: 'cases-asked' }, { type: 'cases-listed', rows: SAMPLE_ROWS }];
const TO_CASE: FlowEvent[] = [
  ...TO_LIST,
  { type: 'case-opened', opened: openedCase(SENT_CASE), pictures: [] },
];
const TO_VERDICT: FlowEvent[] = [
  { type: 'began' },
  { type: 'typed', field: 'clientId', text: 'id' },
  { type: 'typed', field: 'clientSecret', text: 'typed-secret' },
  { type: 'check-started', run: 1 },
  { type: 'check-ended', run: 1, result: SAMPLE_RESULT },
];
const KEPT: FlowEvent = { type: 'case-kept', kept: SAMPLE_CASE };
const TO_HAND_OVER: FlowEvent[] = [
  ...TO_VERDICT,
  { type: 'evidence-asked', request: 2 },
  { type: 'evidence-ready', request: 2, preview: SAMPLE_PREVIEW },
  { type: 'save-asked', where: 'downloads' },
  { type: 'save-ended', saved: SAMPLE_SAVED },
];
const elsewhere = {
  ...SAMPLE_RESULT,
  diagnosis: {
    ...SAMPLE_DIAGNOSIS,
    sites: { jira: 'other.atlassian.net', confluence: 'other.atlassian.net' },
  },
};

describe('the list of cases', () => {
  it('is asked for, shown or failed, and asked for again', () => {
    expect(after(...TO_LIST)).toMatchObject({ screen: 'cases', list: { state: 'ready', rows: SAMPLE_ROWS } });
    const failed = after({ type: 'cases-asked' }, { type: 'cases-failed', failure: FAILURE });
    expect(failed).toMatchObject({ list: { state: 'failed', failure: FAILURE } });
    expect(reduce(failed, { type: 'cases-asked' })).toMatchObject({ list: { state: 'loading' } });
    expect(reduce(failed, { type: 'went-back' }).screen).toBe('welcome');
  });

  it('renames one row, and the case that is open with it', () => {
    const named = { ...SAMPLE_CASE, name: 'Another name' };
    const state = after(KEPT, ...TO_LIST, { type: 'row-renamed', kept: named });
    if (state.screen !== 'cases' || state.list.state !== 'ready') throw new Error('no list');
    expect(state.list.rows[0]).toMatchObject({ id: CASE_ID, name: 'Another name' });
    expect(state.list.rows.slice(1)).toEqual(SAMPLE_ROWS.slice(1));
    expect(state.open.kept?.name).toBe('Another name');
  });

  it('lets go of the open case when that was deleted, and of no other', () => {
    const rest = SAMPLE_ROWS.slice(1);
    expect(after(KEPT, ...TO_LIST, { type: 'cases-listed', rows: rest }).open.kept).toBeNull();
    expect(
      after(KEPT, ...TO_LIST, { type: 'cases-listed', rows: SAMPLE_ROWS.slice(0, 1) }).open.kept,
    ).toEqual(SAMPLE_CASE);
  });

  it('takes no notice of a case that opens after the person has gone', () => {
    const gone = after(...TO_LIST, { type: 'went-back' });
    expect(reduce(gone, { type: 'case-opened', opened: openedCase(SENT_CASE), pictures: [] })).toBe(gone);
  });
});

describe('an opened case', () => {
  it('restores what it knows and no keys', () => {
    const kept = {
      ...SENT_CASE,
      residency: 'migrating' as const,
      sites: { jira: 'acme.atlassian.net', confluence: 'wiki.atlassian.net' },
      residencyFacts: [{ product: 'Jira' as const, location: 'EU', status: 'Pinned' }],
    };
    const state = after(...TO_VERDICT, { type: 'went-back' }, { type: 'went-back' }, ...TO_LIST, {
      type: 'case-opened',
      opened: openedCase(kept),
      pictures: [],
    });
    expect(state).toMatchObject({
      screen: 'follow-up',
      from: 'cases',
      residency: 'migrating',
      pictureStep: { facts: kept.residencyFacts },
      form: {
        clientId: '',
        clientSecret: '',
        secretHeld: false,
        jiraSite: 'acme.atlassian.net',
        confluenceSite: 'wiki.atlassian.net',
      },
      findings: { result: SAMPLE_RESULT },
    });
    expect(railSteps(state.screen, true).at(-1)).toEqual({ step: 'afterwards', state: 'current' });
  });

  it('asks for its keys, checks, and comes back with the result', () => {
    const asked = after(...TO_CASE, { type: 'keys-asked' });
    expect(asked).toMatchObject({ screen: 'connection', open: { kept: SENT_CASE } });
    const checked = after(
      ...TO_CASE,
      { type: 'keys-asked' },
      { type: 'check-started', run: 5 },
      { type: 'check-ended', run: 5, result: SAMPLE_RESULT },
      { type: 'case-kept', kept: FIXED_CASE },
      { type: 'follow-up-asked' },
    );
    expect(checked).toMatchObject({ screen: 'follow-up', from: 'verdict', open: { kept: FIXED_CASE } });
    expect(reduce(checked, { type: 'went-back' }).screen).toBe('verdict');
  });

  it('is let go of when other sites were checked', () => {
    const other = after(
      ...TO_CASE,
      { type: 'keys-asked' },
      { type: 'check-started', run: 5 },
      { type: 'check-ended', run: 5, result: elsewhere },
    );
    expect(other).toMatchObject({ screen: 'verdict', open: { kept: null } });
  });

  it('shows a new result of a check by itself, and keeps what was prepared from the same one', () => {
    const later = { ...SAMPLE_DIAGNOSIS, finishedAt: '2026-01-05T15:30:00.000Z' };
    const state = after(...TO_CASE, {
      type: 'case-read-again',
      opened: openedCase(FIXED_CASE, later),
    });
    expect(state).toMatchObject({ findings: { result: { diagnosis: later }, kept: null } });
    const same = after(...TO_HAND_OVER, KEPT, { type: 'follow-up-asked' });
    const again = reduce(same, { type: 'case-read-again', opened: openedCase(SAMPLE_CASE) });
    expect(again).toMatchObject({ findings: { kept: { saved: SAMPLE_SAVED } } });
  });

  it('without a readable result can still be followed up', () => {
    const state = after(...TO_LIST, {
      type: 'case-opened',
      opened: { kept: SENT_CASE, latest: null },
      pictures: [],
    });
    expect(state).toMatchObject({ screen: 'follow-up', findings: null });
    expect(reduce(state, { type: 'result-reopened' })).toBe(state);
  });
});

describe('afterwards', () => {
  it('needs a kept case', () => {
    const state = after(...TO_VERDICT);
    expect(reduce(state, { type: 'follow-up-asked' })).toBe(state);
  });

  it('leads back to sending with the file that was saved', () => {
    const state = after(...TO_HAND_OVER, KEPT, { type: 'follow-up-asked' });
    expect(state).toMatchObject({ screen: 'follow-up', from: 'hand-over' });
    expect(reduce(state, { type: 'went-back' })).toMatchObject({
      screen: 'hand-over',
      saved: SAMPLE_SAVED,
      open: { kept: SAMPLE_CASE },
    });
  });

  it('leads back to the list, which is asked for anew', () => {
    expect(after(...TO_CASE, { type: 'went-back' })).toMatchObject({
      screen: 'cases',
      list: { state: 'loading' },
      open: { kept: SENT_CASE },
    });
  });

  it('leaves with nothing left, and stays when leaving failed', () => {
    expect(after(...TO_CASE, { type: 'leave-asked' }, { type: 'left' })).toEqual(FIRST_STATE);
    expect(
      after(...TO_CASE, { type: 'leave-asked' }, { type: 'leave-failed', failure: FAILURE }),
    ).toMatchObject({
      screen: 'follow-up',
      leaving: { state: 'failed', failure: FAILURE },
    });
  });

  it('shows a tick at once, and takes no answer for the one before it', () => {
    const once = { ...SENT_CASE, ticked: ['after.keys'] };
    const twice = { ...SENT_CASE, ticked: ['after.keys', 'after.page'] };
    const state = after(
      ...TO_CASE,
      { type: 'case-changing', wanted: once },
      { type: 'case-changing', wanted: twice },
    );
    expect(state.open.kept).toBe(twice);
    expect(reduce(state, { type: 'case-changed', wanted: once, kept: once })).toBe(state);
    const stored = reduce(state, { type: 'case-changed', wanted: twice, kept: { ...twice } });
    expect(stored.open).toMatchObject({ kept: twice, work: { state: 'idle' } });
    const failed = reduce(state, {
      type: 'case-not-changed',
      wanted: twice,
      before: once,
      failure: FAILURE,
    });
    expect(failed.open).toMatchObject({ kept: once, work: { state: 'failed', at: 'change' } });
  });

  it('tells what came of one bundle, and not of the one asked before', () => {
    const [older, newer] = SENT_CASE.bundles.map(({ bundleId }) => bundleId);
    if (older === undefined || newer === undefined) throw new Error('two bundles are needed');
    const state = after(
      ...TO_CASE,
      { type: 'bundle-asked', bundleId: older, deed: 'folder' },
      { type: 'bundle-asked', bundleId: newer, deed: 'mail' },
    );
    expect(reduce(state, { type: 'bundle-done', bundleId: older, deed: 'folder' })).toBe(state);
    expect(
      reduce(state, { type: 'bundle-failed', bundleId: newer, deed: 'mail', failure: FAILURE }),
    ).toMatchObject({ sent: { bundleId: newer, last: { state: 'failed', failure: FAILURE } } });
  });
});

describe('waiting', () => {
  const WAITS: FlowEvent[] = [
    ...TO_HAND_OVER,
    KEPT,
    { type: 'follow-up-asked' },
    { type: 'waiting-told', waiting: SAMPLE_WAITING },
  ];

  it('forgets with its end that keys are held, and what was prepared with them', () => {
    expect(after(...WAITS)).toMatchObject({ form: { secretHeld: true }, open: { waiting: SAMPLE_WAITING } });
    const ended = after(...WAITS, { type: 'waiting-told', waiting: { phase: 'off', ended: 'healthy' } });
    expect(ended).toMatchObject({ form: { secretHeld: false }, findings: { kept: null } });
  });

  it('that was never on forgets nothing', () => {
    const state = after(...WAITS.slice(0, -1), {
      type: 'waiting-told',
      waiting: { phase: 'off', ended: null },
    });
    expect(state).toMatchObject({ form: { secretHeld: true }, findings: { kept: { saved: SAMPLE_SAVED } } });
  });

  it('is recalled with its case by a page that begins anew, and replaces no case', () => {
    const recalled: FlowEvent = { type: 'case-recalled', kept: SENT_CASE, waiting: SAMPLE_WAITING };
    expect(after(recalled)).toMatchObject({
      screen: 'welcome',
      open: { kept: SENT_CASE, waiting: SAMPLE_WAITING },
    });
    const other = after({ type: 'case-kept', kept: { ...SAMPLE_CASE, id: '0'.repeat(32) } });
    expect(reduce(other, recalled)).toBe(other);
  });
});

describe('the ways of a case', () => {
  it.each([
    [SAMPLE_CASE, 'pinned'],
    [{ ...SAMPLE_CASE, residency: 'migrating' as const }, 'migrating'],
    [{ ...SAMPLE_CASE, state: 'waiting-for-migration' as const }, 'migrating'],
    [{ ...SAMPLE_CASE, residency: 'migrating' as const, state: 'waiting-for-xray' as const }, 'pinned'],
    [{ ...SAMPLE_CASE, state: 'solved' as const }, 'after'],
    [FIXED_CASE, 'after'],
    [OTHER_CASE, null],
    [{ ...OTHER_CASE, state: 'solved' as const }, 'snapshots'],
    [HEALTHY_CASE, 'snapshots'],
  ])('case %# lies open at its own', (kept, way) => {
    expect(wayOf(kept)).toBe(way);
  });

  it('have steps that a case can remember', () => {
    for (const item of Object.values(WAYS).flat()) expect(item).toMatch(/^[a-z0-9][a-z0-9.-]{0,63}$/u);
  });

  it('are those of the region only where a check found it to be the cause', () => {
    expect(waysOf(WORSE_CASE)).toEqual(['pinned', 'migrating', 'after']);
    expect(waysOf(OTHER_CASE)).toEqual(['snapshots']);
    expect([SAMPLE_CASE, FIXED_CASE, WORSE_CASE, OTHER_CASE, HEALTHY_CASE].map(hasOwnSteps)).toEqual([
      false,
      false,
      true,
      true,
      true,
    ]);
    expect(hasOwnSteps({ ...OTHER_CASE, state: 'solved' })).toBe(false);
  });

  it('are done when the last one of them is', () => {
    expect(isAllDone({ ...FIXED_CASE, ticked: [...WAYS.snapshots] })).toBe(false);
    expect(isAllDone({ ...HEALTHY_CASE, ticked: [...WAYS.snapshots] })).toBe(true);
  });

  it('offer to wait for what was found, and always the state that the case is in', () => {
    expect(choosableStates(OTHER_CASE)).toEqual(['checked', 'waiting-for-answer', 'solved']);
    expect(choosableStates({ ...OTHER_CASE, state: 'waiting-for-xray' })).toContain('waiting-for-xray');
    expect(choosableStates(SAMPLE_CASE)).not.toContain('waiting-for-answer');
  });

  it('offer the state that a case came to by itself', () => {
    expect(choosableStates(SAMPLE_CASE)[0]).toBe('checked');
    expect(choosableStates(SENT_CASE)[0]).toBe('mail-ready');
  });
});

describe('whatever happens around cases', () => {
  const EVENTS: readonly FlowEvent[] = [
    ...TO_HAND_OVER,
    ...TO_CASE,
    KEPT,
    { type: 'follow-up-asked' },
    { type: 'keys-asked' },
    { type: 'went-back' },
    { type: 'result-reopened' },
    { type: 'case-read-again', opened: openedCase(SAMPLE_CASE) },
    { type: 'waiting-told', waiting: SAMPLE_WAITING },
    { type: 'waiting-told', waiting: { phase: 'off', ended: 'stopped' } },
    { type: 'check-ended', run: 1, result: elsewhere },
    { type: 'leave-asked' },
    { type: 'left' },
  ];

  it('the screen for afterwards always has a kept case, and no screen holds a submitted secret', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...EVENTS), { maxLength: 40 }), (events) => {
        let state: FlowState = FIRST_STATE;
        for (const event of events) {
          state = reduce(state, event);
          if (state.screen === 'follow-up') expect(state.open.kept).not.toBeNull();
          if (state.screen === 'checking') expect(JSON.stringify(state)).not.toContain('typed-secret');
        }
      }),
    );
  });
});
