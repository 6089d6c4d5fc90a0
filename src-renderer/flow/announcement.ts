import { say } from '../words/say.ts';
import type { SavedBundle } from '../../src-main/contract/evidence.ts';
import type { Deed, FlowState } from './state.ts';

/** What has just happened to the saved file, and what to do when it did not. */
export function sayDeed(deed: Deed, { fileName, folderName }: SavedBundle): string {
  return say(`deed.done.${deed}`, { name: fileName, folder: folderName });
}

/** What a screen reader is told in the present state; empty when the screen's heading says it all. */
export function announcement(state: FlowState): string {
  switch (state.screen) {
    case 'evidence-file':
      if (state.failure !== null) return state.failure.message;
      return state.verified === null ? say('verify.reading') : say(`verify.state.${state.verified.state}`);
    case 'welcome':
      return '';
    case 'connection':
      return state.failure?.message ?? Object.values(state.form.errors).join(' ');
    case 'checking': {
      const line = state.steps.findLast((step) => step.state !== 'open');
      return line === undefined
        ? ''
        : say('live.checking', {
            step: say(`checking.step.${line.step}`),
            state: say(`checking.state.${line.state}`),
          });
    }
    case 'verdict':
      return say('live.verdict', { sentence: state.findings.result.diagnosis.verdict.sentence });
    case 'picture':
      if (state.failure !== null) return state.failure.message;
      if (state.busy) return say('picture.busy');
      return state.shelf.pictures.length === 0
        ? ''
        : say('picture.count', { count: state.shelf.pictures.length });
    case 'review': {
      const { preparation } = state;
      if (preparation.state === 'preparing') return say('review.preparing');
      if (preparation.state === 'failed') return preparation.failure.message;
      return preparation.saving.state === 'failed' ? preparation.saving.failure.message : say('live.ready');
    }
    case 'hand-over':
      if (state.leaving.state === 'failed') return state.leaving.failure.message;
      if (state.last.state === 'done') return sayDeed(state.last.deed, state.saved);
      if (state.last.state === 'failed') return state.last.failure.message;
      return say('live.saved', { folder: state.saved.folderName });
  }
}
