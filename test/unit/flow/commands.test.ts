import { describe, expect, it } from 'vitest';

import { allowedCommands } from '../../../src-renderer/flow/commands.ts';
import type { FlowEvent } from '../../../src-renderer/flow/events/events.ts';
import { reduce } from '../../../src-renderer/flow/events/reducer.ts';
import { FIRST_STATE } from '../../../src-renderer/flow/state/state.ts';
import type { FlowState } from '../../../src-renderer/flow/state/state.ts';
import { SAMPLE_PREVIEW, SAMPLE_RESULT, SAMPLE_SAVED } from '../../support/samples/sample-answers.ts';

const after = (...events: FlowEvent[]): FlowState => events.reduce(reduce, FIRST_STATE);
const WHOLE_WAY: FlowEvent[] = [
  { type: 'began' },
  { type: 'check-started', run: 1 },
  { type: 'check-ended', run: 1, result: SAMPLE_RESULT },
  { type: 'evidence-asked', request: 2 },
  { type: 'evidence-ready', request: 2, preview: SAMPLE_PREVIEW },
  { type: 'save-asked', where: 'downloads' },
  { type: 'save-ended', saved: SAMPLE_SAVED },
];

describe('the commands of the menu', () => {
  it('are open at the door, and on the way only the help', () => {
    expect(allowedCommands(FIRST_STATE)).toEqual(['new-check', 'open-file', 'help']);
    const states = WHOLE_WAY.map((_event, index) => after(...WHOLE_WAY.slice(0, index + 1)));
    expect(new Set(states.map(({ screen }) => screen)).size).toBeGreaterThan(4);
    for (const state of states) expect(allowedCommands(state), state.screen).toEqual(['help']);
    for (const state of states) expect(allowedCommands(reduce(state, { type: 'help-opened' }))).toEqual([]);
  });

  it('change nothing where they are not open', () => {
    for (let length = 1; length <= WHOLE_WAY.length; length += 1) {
      const state = after(...WHOLE_WAY.slice(0, length));
      expect(reduce(state, { type: 'began' })).toBe(state);
      expect(reduce(state, { type: 'file-opened', files: [], leftOut: 0 })).toBe(state);
    }
  });

  it('lead from somebody else’s file to a check, which keeps what was found before', () => {
    const looking = after({ type: 'file-opened', files: [{ id: 1, name: 'a.zip' }], leftOut: 0 });
    expect(allowedCommands(looking)).toEqual(['new-check', 'open-file', 'help']);
    expect(reduce(looking, { type: 'began' })).toMatchObject({
      screen: 'connection',
      form: FIRST_STATE.form,
    });
  });
});
