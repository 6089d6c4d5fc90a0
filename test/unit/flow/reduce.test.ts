import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { Diagnosis } from '../../../src-main/contract/diagnosis.ts';
import { fail } from '../../../src-main/contract/failure.ts';
import { message } from '../../../src-main/i18n/message.ts';
import type { FlowEvent } from '../../../src-renderer/flow/events.ts';
import { reduce } from '../../../src-renderer/flow/reduce.ts';
import { choicesKey, FIRST_STATE, isChecking, isFixed, isFresh } from '../../../src-renderer/flow/state.ts';
import type { FlowState } from '../../../src-renderer/flow/state.ts';
import { railSteps } from '../../../src-renderer/flow/steps.ts';
import { SAMPLE_DIAGNOSIS, SAMPLE_PREVIEW, SAMPLE_RESULT } from '../../support/samples/sample-answers.ts';
import {
  CASE_ID,
  FIXED_CASE,
  openedCase,
  SAMPLE_CASE,
  SAMPLE_ROWS,
  SAMPLE_WAITING,
} from '../../support/samples/sample-cases.ts';
import { WHOLE_WAY } from '../../support/samples/whole-way.ts';

const SECRET = 'fa4e5ec2e7000102030405060708090a0b0c0d0e0f10111213141516171819fa';
const after = (state: FlowState, ...events: readonly FlowEvent[]): FlowState => events.reduce(reduce, state);
const from = (...events: readonly FlowEvent[]): FlowState => after(FIRST_STATE, ...events);
const CHECKED = WHOLE_WAY.slice(0, 2);
const HEALTHY = {
  ...SAMPLE_RESULT,
  diagnosis: {
    ...SAMPLE_DIAGNOSIS,
    verdict: { ...SAMPLE_DIAGNOSIS.verdict, kind: 'healthy', rule: 'healthy.zip' },
  },
} as const;
const laterOf = (diagnosis: Diagnosis): Diagnosis => ({
  ...diagnosis,
  finishedAt: '2027-01-01T00:00:00.000Z',
});
const refused = fail('our-fault', message('failure.our-fault'));
const FAILURE = refused.ok ? null : refused.failure;

/** Every event that a person or the main process can cause, with sample values. */
const ANY_EVENT = fc.constantFrom<FlowEvent>(
  ...WHOLE_WAY,
  { type: 'went-back' },
  { type: 'keys-wanted' },
  { type: 'screen-wanted', screen: 'history' },
  { type: 'screen-wanted', screen: 'connect' },
  { type: 'screen-wanted', screen: 'result' },
  { type: 'help-asked', isOpen: true },
  { type: 'help-asked', isOpen: false },
  { type: 'stop-asked' },
  { type: 'verdict-stands', diagnosis: SAMPLE_DIAGNOSIS },
  { type: 'file-opened', files: [{ id: 1, name: 'a.zip' }], leftOut: 0 },
  { type: 'check-kept', kept: SAMPLE_CASE },
  { type: 'kept-read-again', opened: openedCase(SAMPLE_CASE, laterOf(HEALTHY.diagnosis)) },
  ...(['result', 'connect'] as const).map((leadsTo): FlowEvent => ({
    type: 'kept-opened',
    opened: openedCase(SAMPLE_CASE),
    pictures: [],
    leadsTo,
  })),
  { type: 'typed', field: 'jiraSite', text: 'other' },
  { type: 'waiting-told', waiting: SAMPLE_WAITING },
  { type: 'waiting-told', waiting: { phase: 'off', ended: 'healthy' } },
  { type: 'history-listed', rows: SAMPLE_ROWS },
  { type: 'extras-changed', extras: { note: 'a note' } },
);

describe('the way', () => {
  it('has four screens, each with its step, and the screenshot only where one is asked for', () => {
    const screens = WHOLE_WAY.map((_event, index) => from(...WHOLE_WAY.slice(0, index + 1)));
    expect([...new Set(screens.map(({ screen }) => screen))]).toEqual([
      'connect',
      'result',
      'screenshot',
      'send',
    ]);
    for (const state of screens) {
      const current = railSteps(state)?.find((step) => step.state === 'current');
      expect(current?.step).toBe(state.screen);
    }
    const healthy = from({ type: 'check-started', run: 1 }, { type: 'check-ended', run: 1, result: HEALTHY });
    expect(railSteps(healthy)?.map(({ step }) => step)).toEqual(['connect', 'result', 'send']);
    expect(after(healthy, { type: 'screen-wanted', screen: 'screenshot' })).toBe(healthy);
    expect(railSteps(from({ type: 'screen-wanted', screen: 'history' }))).toBeNull();
  });

  it('leads back step by step, and loses nothing', () => {
    const end = from(...WHOLE_WAY);
    const back = [1, 2, 3].map((times) =>
      after(end, ...Array.from({ length: times }, (): FlowEvent => ({ type: 'went-back' }))),
    );
    expect(back.map(({ screen }) => screen)).toEqual(['screenshot', 'result', 'connect']);
    for (const state of back) expect(state).toMatchObject({ report: end.report, result: end.result });
  });

  it('holds no secret after it was handed over, whatever happens', () => {
    const written = (['typed', 'pasted'] as const).map((type): FlowEvent => ({
      type,
      field: 'clientSecret',
      text: SECRET,
    }));
    const started: FlowEvent = { type: 'check-started', run: 1 };
    fc.assert(
      fc.property(
        fc.array(fc.oneof(ANY_EVENT, fc.constantFrom(...written)), { maxLength: 20 }),
        fc.array(ANY_EVENT, { maxLength: 20 }),
        (before, events) => {
          expect(JSON.stringify(from(...before, started, ...events))).not.toContain(SECRET);
        },
      ),
      { seed: 18, numRuns: 200 },
    );
  });

  it('always has a result where one is shown, and a current step on each screen of the way', () => {
    fc.assert(
      fc.property(fc.array(ANY_EVENT, { maxLength: 30 }), (events) => {
        const state = from(...events);
        if (['result', 'screenshot', 'send'].includes(state.screen)) expect(state.result).not.toBeNull();
        const isOnTheWay = ['connect', 'result', 'screenshot', 'send'].includes(state.screen);
        const current = railSteps(state)?.filter((step) => step.state === 'current');
        expect(current).toEqual(isOnTheWay ? [{ step: state.screen, state: 'current' }] : undefined);
      }),
      { seed: 18, numRuns: 300 },
    );
  });
});

describe('a check', () => {
  it('empties both keys for other ones, and keeps the site', () => {
    const state = from(
      { type: 'typed', field: 'clientId', text: 'FA4E1D00FA4E1D01FA4E1D02FA4E1D03' },
      { type: 'typed', field: 'jiraSite', text: 'acme' },
      ...CHECKED,
      { type: 'keys-wanted' },
    );
    expect(state).toMatchObject({
      screen: 'connect',
      form: { clientId: '', clientSecret: '', jiraSite: 'acme', secretHeld: false },
    });
  });

  it('takes no notice of the answer to an earlier one', () => {
    const running = from({ type: 'check-started', run: 1 }, { type: 'check-started', run: 2 });
    expect(after(running, { type: 'check-ended', run: 1, result: SAMPLE_RESULT })).toBe(running);
  });

  it('shows its result while the regions are still compared, and leaves whoever went on where they are', () => {
    const standing = from(
      { type: 'check-started', run: 1 },
      { type: 'call-ended', transcript: { path: 'calls/a.txt', text: 'a' } },
      { type: 'verdict-stands', diagnosis: SAMPLE_DIAGNOSIS },
    );
    expect(standing).toMatchObject({ screen: 'result', run: { isComparing: true } });
    expect(standing.result?.transcripts).toHaveLength(1);
    const gone = after(standing, { type: 'screen-wanted', screen: 'screenshot' });
    expect(after(gone, { type: 'check-ended', run: 1, result: SAMPLE_RESULT })).toMatchObject({
      screen: 'screenshot',
      run: null,
      result: SAMPLE_RESULT,
    });
  });

  it('of another site takes nothing along of what was chosen, written and added before', () => {
    const fact = { product: 'Jira', location: 'EU', status: '' } as const;
    const intake = { ...FIRST_STATE.report.intake, snapshotsError: 'access-denied' };
    const before = from(
      { type: 'typed', field: 'jiraSite', text: 'acme' },
      ...CHECKED,
      { type: 'check-kept', kept: SAMPLE_CASE },
      { type: 'fact-chosen', fact },
      { type: 'extras-changed', extras: { note: 'of acme', intake } },
    );
    const again = after(before, { type: 'check-started', run: 2 });
    expect(again.report.note).toBe('of acme');
    expect(again.pictures.facts).toEqual([fact]);
    const other = after(
      before,
      { type: 'screen-wanted', screen: 'connect' },
      { type: 'typed', field: 'jiraSite', text: 'another' },
      { type: 'check-started', run: 2 },
    );
    expect(other.form.jiraSite).toBe('another');
    expect(other.residency).toBe(FIRST_STATE.residency);
    expect(other.pictures).toEqual(FIRST_STATE.pictures);
    expect(other.report).toMatchObject({ note: '', intake: FIRST_STATE.report.intake });
    expect(other.kept.open).toBeNull();
  });

  it('that could not be made leads back to the form with its reason', () => {
    if (FAILURE === null) return;
    const failed = from(
      { type: 'check-started', run: 1 },
      { type: 'check-failed', run: 1, failure: FAILURE },
    );
    expect(failed).toMatchObject({ screen: 'connect', run: null, failure: FAILURE });
    expect(isChecking(failed)).toBe(false);
  });
});

describe('the report', () => {
  it('is another one when anything of it changes, and sending is told of the file that was made', () => {
    const made = from(...WHOLE_WAY.slice(0, 4));
    const choices = choicesKey(made);
    const ready = after(
      made,
      { type: 'report-asked', request: 1 },
      { type: 'report-ready', request: 1, choices, preview: SAMPLE_PREVIEW },
    );
    expect(isFresh(ready)).toBe(true);
    for (const change of [
      { type: 'extras-changed', extras: { note: 'n' } },
      { type: 'fact-chosen', fact: { product: 'Xray', location: 'EU', status: '' } },
    ] satisfies FlowEvent[])
      expect(isFresh(after(ready, change))).toBe(false);
    const sent = from(...WHOLE_WAY);
    expect(sent.report.sentBy).toBe('mail');
    // Another way that fails afterwards takes nothing back; another report does.
    if (FAILURE === null) return;
    const failed = after(
      sent,
      { type: 'deed-asked', deed: 'draft' },
      { type: 'deed-failed', deed: 'draft', failure: FAILURE },
    );
    expect(failed.report).toMatchObject({ sentBy: 'mail', last: { state: 'failed' } });
    const other = after(
      sent,
      { type: 'report-asked', request: 9 },
      { type: 'report-ready', request: 9, choices: 'others', preview: SAMPLE_PREVIEW },
    );
    expect(other.report.sentBy).toBeNull();
  });

  it('takes no notice of an earlier one that comes late', () => {
    const asked = from({ type: 'report-asked', request: 1 }, { type: 'report-asked', request: 2 });
    const late: FlowEvent = { type: 'report-ready', request: 1, choices: '', preview: SAMPLE_PREVIEW };
    expect(after(asked, late).report).toBe(asked.report);
  });
});

describe('a kept check', () => {
  it('comes back with what it knows and no keys', () => {
    const opened: FlowEvent = {
      type: 'kept-opened',
      opened: openedCase(SAMPLE_CASE),
      pictures: [],
      leadsTo: 'connect',
    };
    expect(from(opened)).toMatchObject({
      screen: 'connect',
      form: { clientId: '', clientSecret: '', jiraSite: 'acme.atlassian.net', secretHeld: false },
      residency: 'pinned',
      kept: { open: { id: CASE_ID } },
    });
    expect(from({ ...opened, leadsTo: 'result' }).screen).toBe('result');
  });

  it('is recalled with what was written for it, once', () => {
    const kept = { ...SAMPLE_CASE, note: 'a note', intake: { ...SAMPLE_CASE.intake, since: 'Monday' } };
    const waiting = { phase: 'off', ended: null } as const;
    const recalled = from({ type: 'kept-recalled', kept, waiting });
    expect(recalled).toMatchObject({
      pictures: { facts: SAMPLE_CASE.residencyFacts },
      report: { note: 'a note', intake: { since: 'Monday' } },
      kept: { open: { id: CASE_ID } },
    });
    expect(after(recalled, { type: 'kept-recalled', kept: SAMPLE_CASE, waiting })).toBe(recalled);
  });

  it('shows what the app has found by itself, if it is newer and the report is not sent just now', () => {
    const shown = after(from(...CHECKED, { type: 'check-kept', kept: SAMPLE_CASE }), {
      type: 'screen-wanted',
      screen: 'screenshot',
    });
    const read = (diagnosis: Diagnosis): FlowEvent => ({
      type: 'kept-read-again',
      opened: openedCase(SAMPLE_CASE, diagnosis),
    });
    const same = after(shown, read(HEALTHY.diagnosis));
    expect(same.result).toBe(shown.result);
    // Nobody needs a screenshot of what works.
    const fixed = after(shown, read(laterOf(HEALTHY.diagnosis)));
    expect(fixed).toMatchObject({
      screen: 'result',
      result: { diagnosis: { verdict: { kind: 'healthy' } } },
    });
    const sent = from(...WHOLE_WAY, { type: 'check-kept', kept: SAMPLE_CASE });
    expect(after(sent, read(laterOf(HEALTHY.diagnosis))).result).toBe(sent.result);
  });

  it('that was broken and is healthy now is fixed, and one that was never broken is not', () => {
    const healthy = from({ type: 'check-started', run: 1 }, { type: 'check-ended', run: 1, result: HEALTHY });
    expect(isFixed(healthy)).toBe(false);
    const fixed = after(healthy, { type: 'check-kept', kept: FIXED_CASE });
    expect(isFixed(fixed)).toBe(true);
    expect(railSteps(fixed)?.map(({ step }) => step)).toEqual(['connect', 'result']);
  });

  it('is let go of when other sites were checked, or when it was forgotten', () => {
    const open = from({ type: 'check-kept', kept: SAMPLE_CASE });
    const elsewhere = {
      ...SAMPLE_DIAGNOSIS,
      sites: { jira: 'other.atlassian.net', confluence: 'other.atlassian.net' },
    };
    const other = after(
      open,
      { type: 'check-started', run: 1 },
      { type: 'check-ended', run: 1, result: { ...SAMPLE_RESULT, diagnosis: elsewhere } },
    );
    expect(other.kept.open).toBeNull();
    expect(after(open, { type: 'history-listed', rows: [] }).kept.open).toBeNull();
  });

  it('takes keys, Client ID, sites and result with it when it was forgotten, and stays at the list', () => {
    const form = { ...FIRST_STATE.form, clientId: 'FA4E1D00', clientSecret: SECRET, secretHeld: true };
    const open = after(from(...WHOLE_WAY, { type: 'check-kept', kept: SAMPLE_CASE }), {
      type: 'screen-wanted',
      screen: 'history',
    });
    const listed: FlowEvent = { type: 'history-listed', rows: [] };
    const forgotten = after({ ...open, form }, listed);
    const { kept } = forgotten;
    expect(forgotten).toEqual({ ...FIRST_STATE, screen: 'history', report: forgotten.report, kept });
    expect(forgotten.report).toMatchObject({ prepared: null, saved: null, note: '' });
    expect(after({ ...open, form, screen: 'connect' }, listed).screen).toBe('connect');
  });

  it('is the one that the main process has open, whichever is told first, it or the result', () => {
    const sites = { jira: 'other.atlassian.net', confluence: 'other.atlassian.net' };
    const result = { ...SAMPLE_RESULT, diagnosis: { ...SAMPLE_DIAGNOSIS, sites } };
    const kept: FlowEvent = { type: 'check-kept', kept: { ...SAMPLE_CASE, id: '0'.repeat(32), sites } };
    const ended: FlowEvent = { type: 'check-ended', run: 1, result };
    const running = from({ type: 'check-kept', kept: SAMPLE_CASE }, { type: 'check-started', run: 1 });
    for (const order of [
      [kept, ended],
      [ended, kept],
    ])
      expect(after(running, ...order).kept.open?.id).toBe('0'.repeat(32));
  });

  it('whose automatic checks end has forgotten the keys, and what was prepared with them', () => {
    const waiting = from(...WHOLE_WAY, { type: 'waiting-told', waiting: SAMPLE_WAITING });
    const ended = after(waiting, { type: 'waiting-told', waiting: { phase: 'off', ended: 'stopped' } });
    expect(ended).toMatchObject({ form: { secretHeld: false }, report: { prepared: null, saved: null } });
    // A check of other sites ends them as well, and holds the keys itself.
    const checking = after(waiting, { type: 'check-started', run: 2 });
    const elsewhere = after(checking, { type: 'waiting-told', waiting: { phase: 'off', ended: 'stopped' } });
    expect(elsewhere.form.secretHeld).toBe(true);
  });
});
