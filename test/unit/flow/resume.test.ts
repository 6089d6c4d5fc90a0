import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { RunSnapshot } from '../../../src-main/contract/check-result.ts';
import type { EvidenceChoices } from '../../../src-main/contract/report/evidence.ts';
import { NO_INTAKE } from '../../../src-main/contract/report/intake.ts';
import type { Progress } from '../../../src-main/contract/diagnosis.ts';
import type { FlowEvent } from '../../../src-renderer/flow/events.ts';
import { reduce } from '../../../src-renderer/flow/reduce.ts';
import { firstState, RECALLED_RUN } from '../../../src-renderer/flow/run-events.ts';
import { choicesOf, FIRST_STATE, isChecking, RUN_STEPS } from '../../../src-renderer/flow/state.ts';
import type { FlowState } from '../../../src-renderer/flow/state.ts';
import { SAMPLE_RESULT } from '../../support/samples/sample-answers.ts';

const progress = fc.record({
  step: fc.constantFrom(...RUN_STEPS),
  state: fc.constantFrom<Progress['state']>('running', 'done', 'failed', 'skipped'),
  tookMs: fc.constant(null),
});
const transcript = fc.record({
  path: fc.constantFrom('calls/a.txt', 'calls/b.txt', 'calls/c.txt'),
  text: fc.string({ maxLength: 5 }),
});
const event = fc.oneof(
  progress.map((value): FlowEvent => ({ type: 'progress', progress: value })),
  transcript.map((value): FlowEvent => ({ type: 'call-ended', transcript: value })),
);
const end: FlowEvent = { type: 'check-ended', run: RECALLED_RUN, result: SAMPLE_RESULT };

/** What the main process keeps of what it told. */
function keptOf(events: readonly FlowEvent[]): RunSnapshot {
  const calls = new Map<string, string>();
  const steps: Progress[] = [];
  for (const each of events) {
    if (each.type === 'progress') steps.push(each.progress);
    if (each.type === 'call-ended') calls.set(each.transcript.path, each.transcript.text);
  }
  return {
    progress: steps,
    transcripts: [...calls].map(([path, text]) => ({ path, text })),
    diagnosis: null,
    choices: null,
  };
}

const after = (state: FlowState, ...events: FlowEvent[]): FlowState => events.reduce(reduce, state);

describe('a page that takes a run over', () => {
  it('knows what was chosen and typed before', () => {
    const choices: EvidenceChoices = {
      residency: 'pinned',
      facts: [{ product: 'Xray', location: 'EU', status: 'Pinned' }],
      note: 'typed before the keys were entered again',
      leaveOut: ['log'],
      smallerPictures: true,
      intake: { ...NO_INTAKE, since: 'Monday' },
    };
    const told: FlowEvent = { type: 'run-resumed', run: RECALLED_RUN, told: { ...keptOf([]), choices } };
    expect(choicesOf(after(firstState('#resumed'), told))).toEqual(choices);
  });

  it('begins with the run, and with the form when there is none after all', () => {
    expect(isChecking(firstState(''))).toBe(false);
    expect(isChecking(firstState('#resumed'))).toBe(true);
    expect(after(firstState('#resumed'), { type: 'run-resumed', run: RECALLED_RUN, told: null })).toEqual(
      FIRST_STATE,
    );
  });

  it('stands where a page would stand that had heard everything, wherever it took over', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 12 }), fc.nat(12), (events, at) => {
        const [before, rest] = [events.slice(0, at), events.slice(at)];
        const told: FlowEvent = { type: 'run-resumed', run: RECALLED_RUN, told: keptOf(before) };
        const all: FlowEvent = { type: 'run-resumed', run: RECALLED_RUN, told: keptOf([]) };
        // What is heard before the page was told is in what it is told.
        const resumed = after(firstState('#resumed'), ...before, told, ...rest);
        const heardAll = after(firstState('#resumed'), all, ...events);
        expect(resumed).toEqual(heardAll);
        expect(after(resumed, end).screen).toBe('result');
      }),
    );
  });

  it('shows the verdict that stood, and its comparison goes on', () => {
    const { diagnosis, transcripts } = SAMPLE_RESULT;
    const told: RunSnapshot = { progress: [], transcripts, diagnosis, choices: null };
    const state = after(firstState('#resumed'), { type: 'run-resumed', run: RECALLED_RUN, told });
    expect(state).toMatchObject({ screen: 'result', run: { number: RECALLED_RUN, isComparing: true } });
    expect(after(state, end)).toMatchObject({ screen: 'result', run: null });
  });

  it('does not disturb somebody who has gone on meanwhile', () => {
    const state = after(FIRST_STATE, { type: 'screen-wanted', screen: 'history' });
    expect(after(state, { type: 'run-resumed', run: RECALLED_RUN, told: keptOf([]) })).toBe(state);
  });
});
