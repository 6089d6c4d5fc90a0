import { describe, expect, it } from 'vitest';

import { firstState, RECALLED_RUN, resume } from '../../../src-renderer/flow/resume.ts';
import { evidenceChoices, FIRST_STATE, kept } from '../../../src-renderer/flow/state.ts';
import { SAMPLE_DIAGNOSIS } from '../../support/sample-answers.ts';

const choices = {
  residency: 'pinned',
  facts: [{ product: 'Xray', location: 'EU', status: 'Pinned' }],
  note: 'typed before the keys were entered again',
  leaveOut: ['log'],
  smallerPictures: true,
} as const;
const told = {
  progress: [{ step: 'reach', state: 'done', tookMs: 12 } as const],
  transcripts: [],
  diagnosis: null,
  choices: { ...choices, facts: [...choices.facts], leaveOut: [...choices.leaveOut] },
};

describe('a page that takes over', () => {
  it('begins with the run, and knows what was chosen and typed before', () => {
    const begun = firstState('#resumed');
    expect(begun.screen).toBe('checking');
    const resumed = resume(begun, RECALLED_RUN, told);
    expect(resumed).toMatchObject({ screen: 'checking', run: RECALLED_RUN });
    expect(evidenceChoices(kept(resumed))).toEqual(choices);
  });

  it('shows the verdict that stood already, and the first screen when there is no run', () => {
    const begun = firstState('#resumed');
    expect(resume(begun, RECALLED_RUN, { ...told, diagnosis: SAMPLE_DIAGNOSIS }).screen).toBe('verdict');
    expect(resume(begun, RECALLED_RUN, null).screen).toBe('welcome');
    expect(firstState('')).toBe(FIRST_STATE);
  });

  it('leaves a person alone who has gone on meanwhile', () => {
    const elsewhere = {
      ...FIRST_STATE,
      screen: 'evidence-file',
      fileName: 'x',
      verified: null,
      failure: null,
      chosenPath: null,
    } as const;
    expect(resume(elsewhere, RECALLED_RUN, told)).toBe(elsewhere);
  });
});
