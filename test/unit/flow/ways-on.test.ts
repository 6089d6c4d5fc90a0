import { describe, expect, it } from 'vitest';

import type { CheckResult } from '../../../src-main/contract/check-result.ts';
import { nextStepsFor } from '../../../src-main/diagnosis/verdict/next-steps.ts';
import { kindOf, RULES } from '../../../src-main/diagnosis/verdict/rules.ts';
import { cleared, FIRST_STATE, isFixed } from '../../../src-renderer/flow/state.ts';
import { reduce } from '../../../src-renderer/flow/reduce.ts';
import type { FlowState } from '../../../src-renderer/flow/state.ts';
import { canCheckAutomatically, secondsToWait, waysOn } from '../../../src-renderer/flow/ways-on.ts';
import { DIAGNOSES } from '../../support/browser/every-screen/result-states.ts';
import { resultOf } from '../../support/browser/every-screen/samples.ts';
import {
  FIXED_CASE,
  OTHER_CASE,
  SAMPLE_CASE,
  SAMPLE_WAITING,
  SENT_CASE,
} from '../../support/samples/sample-cases.ts';

type Name = keyof typeof DIAGNOSES;
const found = (name: Name): CheckResult => resultOf(DIAGNOSES[name]);

/** The state at a result, with keys at hand. */
function at(name: Name, change: (state: FlowState) => FlowState = (state) => state): FlowState {
  const form = { ...FIRST_STATE.form, clientId: 'an-id', secretHeld: true };
  return change({ ...FIRST_STATE, screen: 'result', form, result: found(name) });
}

const ways = (name: Name, change?: (state: FlowState) => FlowState) => {
  const { first, second } = waysOn(at(name, change), found(name));
  return [first, second];
};
const kept =
  (open: FlowState['kept']['open'], waiting: FlowState['kept']['waiting'] = FIRST_STATE.kept.waiting) =>
  (state: FlowState): FlowState => ({ ...state, kept: { ...state.kept, open, waiting } });
const withoutKeys = (state: FlowState): FlowState => ({ ...state, form: FIRST_STATE.form });

describe('the buttons of a result', () => {
  it.each([
    ['region', 'screenshot', 'again'],
    ['suspected', 'screenshot', 'again'],
    ['moving', 'wait', 'again'],
    ['healthy', 'done', 'send'],
    ['wrong keys', 'keys', 'send'],
    ['licence', 'licence', 'again'],
    ['asked to wait', 'countdown', null],
    ['no network', 'again', 'send'],
    ['guest network', 'again', 'send'],
    ['company filter', 'send', 'again'],
    ['opened on the way', 'send', 'again'],
    ['old certificate', 'again', 'send'],
    ['proxy sign-in', 'send', 'again'],
    ['out of order', 'again', 'send'],
    ['unclear', 'send', 'again'],
    ['missing permission', 'again', 'send'],
    ['stopped', 'again', null],
  ] as const)('of “%s” are %s and %s', (name, first, second) => {
    expect(ways(name)).toEqual([first, second]);
  });

  it('begin with what the first line says, for every rule', () => {
    const BY_FIRST_LINE = new Map([
      ['step.residency.send', 'screenshot'],
      ['step.migrating.wait', 'wait'],
      ['step.credentials.new-key', 'keys'],
      ['step.licence.look', 'licence'],
      ['step.healthy.enter', 'done'],
      ['step.rate-limited.wait', 'countdown'],
      ...[
        'filter.show',
        'tls.show',
        'send-evidence',
        'proxy.let-through',
        'socks.ask',
        'proxy-settings.ask',
      ].map((id) => [`step.${id}`, 'send'] as const),
    ]);
    const { result } = at('unclear');
    if (result === null) throw new Error('Nothing was found.');
    for (const { id } of RULES)
      for (const maker of [null, 'Zscaler']) {
        const kind = kindOf(id);
        const { owner, steps } = nextStepsFor(id, kind, maker !== null);
        const { diagnosis } = result;
        const verdict = {
          ...diagnosis.verdict,
          rule: id,
          kind,
          owner,
          answeredBy: { maker, who: 'between' as const },
        };
        const { first } = waysOn(at('unclear'), { ...result, diagnosis: { ...diagnosis, verdict } });
        const [line] = steps.pinned;
        expect([id, maker, line?.key, first]).toEqual([
          id,
          maker,
          line?.key,
          BY_FIRST_LINE.get(line?.key ?? '') ?? 'again',
        ]);
      }
  });

  it('send nothing while the data is being moved', () => {
    const isOn = kept(SAMPLE_CASE, SAMPLE_WAITING);
    for (const change of [undefined, isOn, withoutKeys]) expect(ways('moving', change)).not.toContain('send');
    expect(ways('moving', isOn)).toEqual(['again', null]);
    expect(ways('moving', withoutKeys)).toEqual(['again', null]);
    const byPage = (state: FlowState): FlowState => ({ ...state, residency: 'migrating' });
    expect(ways('region', byPage)).toEqual(['wait', 'screenshot']);
  });

  it('wait for Xray once the report was sent', () => {
    expect(ways('region', kept(SENT_CASE))).toEqual(['wait', 'send']);
    expect(ways('region', kept(SENT_CASE, SAMPLE_WAITING))).toEqual(['again', 'send']);
    expect(ways('region', kept(SAMPLE_CASE))).toEqual(['screenshot', 'again']);
  });

  it('count down to nothing where there are no keys to check with', () => {
    expect(ways('asked to wait', withoutKeys)).toEqual(['again', null]);
  });
});

describe('checking automatically', () => {
  const can = (name: Name, change?: (state: FlowState) => FlowState): boolean =>
    canCheckAutomatically(at(name, change), found(name));

  it('is offered where only time helps, with keys, for a kept check', () => {
    expect(can('out of order', kept(SAMPLE_CASE))).toBe(true);
    expect(can('moving', kept(SAMPLE_CASE))).toBe(true);
    expect(can('region', kept(SENT_CASE))).toBe(true);
    expect(can('region', kept(SAMPLE_CASE))).toBe(false);
    expect(can('healthy', kept(FIXED_CASE))).toBe(false);
    expect(can('wrong keys', kept(SAMPLE_CASE))).toBe(false);
    expect(can('moving')).toBe(false);
    expect(can('moving', (state) => withoutKeys(kept(SAMPLE_CASE)(state)))).toBe(false);
  });

  it('is told while it goes on, and how it ended', () => {
    expect(can('region', kept(SAMPLE_CASE, SAMPLE_WAITING))).toBe(true);
    expect(can('region', kept(SAMPLE_CASE, { phase: 'off', ended: 'too-long' }))).toBe(true);
  });
});

describe('the seconds to wait', () => {
  it('are those that Xray asks for, or a minute', () => {
    expect(secondsToWait(DIAGNOSES['asked to wait'])).toBe(58);
    expect(secondsToWait(DIAGNOSES.busy)).toBe(60);
    expect(secondsToWait(DIAGNOSES.unclear)).toBe(60);
  });

  it('are never so few that Xray is asked again and again', () => {
    const { phrases } = DIAGNOSES['asked to wait'];
    if (phrases === undefined) throw new Error('unreachable');
    const sentence = { ...phrases.sentence, values: { unit: 'seconds', count: 0 } };
    expect(secondsToWait({ ...DIAGNOSES['asked to wait'], phrases: { ...phrases, sentence } })).toBe(10);
  });
});

describe('a repair', () => {
  it('is one only after something that concerns Snapshots', () => {
    expect(isFixed(at('healthy', kept(FIXED_CASE)))).toBe(true);
    // It was this computer's network.
    expect(isFixed(at('healthy', kept(OTHER_CASE)))).toBe(false);
    expect(isFixed(at('healthy'))).toBe(false);
    expect(isFixed(at('region', kept(FIXED_CASE)))).toBe(false);
  });
});

describe('a check that is forgotten', () => {
  it('takes result, keys and Client ID with it when it is the open one', () => {
    const before = at('region', kept(SAMPLE_CASE));
    const after = reduce(before, { type: 'history-listed', rows: [] });
    expect(after.screen).toBe('connect');
    expect(after.form).toEqual(FIRST_STATE.form);
    expect(after.result).toBeNull();
    expect(after.kept.open).toBeNull();
  });

  it('leaves the person in the list who forgot it there', () => {
    const before: FlowState = { ...at('region', kept(SAMPLE_CASE)), screen: 'history' };
    const after = reduce(before, { type: 'history-listed', rows: [] });
    expect(after).toMatchObject({ screen: 'history', result: null, form: FIRST_STATE.form });
  });

  it('leaves what is known of the computer and of whom support may answer', () => {
    const before = at('region', (state) => ({
      ...state,
      report: {
        ...state.report,
        way: 'draft',
        note: 'a note',
        intake: { ...state.report.intake, contactName: 'Ada', since: 'Monday' },
      },
    }));
    expect(cleared(before).report).toEqual({
      ...FIRST_STATE.report,
      way: 'draft',
      intake: { ...FIRST_STATE.report.intake, contactName: 'Ada' },
    });
  });
});
