import { describe, expect, it } from 'vitest';

import { allowedCommands } from '../../../src-renderer/flow/commands.ts';
import { reduce } from '../../../src-renderer/flow/reduce.ts';
import { FIRST_STATE } from '../../../src-renderer/flow/state.ts';
import { WHOLE_WAY } from '../../support/samples/whole-way.ts';

const BESIDE = ['new-check', 'open-file', 'help'];
const AT_FORM = ['new-check', 'open-file', 'open-settings', 'help'];

describe('the commands of the menu', () => {
  it('are open at the form, and on the way only the help', () => {
    expect(allowedCommands(FIRST_STATE)).toEqual(AT_FORM);
    let state = FIRST_STATE;
    for (const event of WHOLE_WAY) {
      state = reduce(state, event);
      expect(allowedCommands(state), `${state.screen} after ${event.type}`).toEqual(['help']);
      expect(allowedCommands(reduce(state, { type: 'help-asked', isOpen: true }))).toEqual([]);
      expect(reduce(state, { type: 'file-opened', files: [], leftOut: 0 })).toBe(state);
    }
    expect(state.screen).toBe('send');
  });

  it('are open beside the way', () => {
    for (const event of [
      { type: 'file-opened', files: [{ id: 1, name: 'a.zip' }], leftOut: 0 },
      { type: 'screen-wanted', screen: 'history' },
    ] as const) {
      const beside = reduce(FIRST_STATE, event);
      expect(allowedCommands(beside)).toEqual(BESIDE);
      expect(reduce(beside, { type: 'screen-wanted', screen: 'connect' })).toMatchObject({
        screen: 'connect',
        form: FIRST_STATE.form,
      });
    }
  });
});
