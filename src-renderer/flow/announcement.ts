import type { SavedBundle } from '../../src-main/contract/evidence.ts';
import type { Say } from '../../src-main/words/say.ts';
import type { Speaker } from '../words/words.tsx';
import type { Deed, FlowState } from './state.ts';

/** What has just happened to the saved file, and what to do when it did not. */
export function sayDeed(deed: Deed, { fileName, folderName }: SavedBundle, say: Say): string {
  return say(`deed.done.${deed}`, { name: fileName, folder: folderName });
}

/** What a screen reader is told in the present state; empty when the screen's heading says it all. */
export function announcement(state: FlowState, { say, sayPhrase, sayFailure }: Speaker): string {
  switch (state.screen) {
    case 'evidence-file':
      if (state.failure !== null) return sayFailure(state.failure);
      return state.verified === null ? say('verify.reading') : say(`verify.state.${state.verified.state}`);
    case 'welcome':
      return '';
    case 'connection':
      return state.failure === null
        ? Object.values(state.form.errors).map(sayFailure).join(' ')
        : sayFailure(state.failure);
    case 'checking': {
      const line = state.steps.findLast((step) => step.state !== 'open');
      return line === undefined
        ? ''
        : say('live.checking', {
            step: say(`checking.step.${line.step}`),
            state: say(`checking.state.${line.state}`),
          });
    }
    case 'verdict': {
      const { verdict, phrases } = state.findings.result.diagnosis;
      return say('live.verdict', { sentence: sayPhrase(phrases?.sentence, verdict.sentence) });
    }
    case 'picture':
      if (state.failure !== null) return sayFailure(state.failure);
      if (state.busy) return say('picture.busy');
      return state.shelf.pictures.length === 0
        ? ''
        : say('picture.count', { count: state.shelf.pictures.length });
    case 'review': {
      const { preparation } = state;
      if (preparation.state === 'preparing') return say('review.preparing');
      if (preparation.state === 'failed') return sayFailure(preparation.failure);
      return preparation.saving.state === 'failed'
        ? sayFailure(preparation.saving.failure)
        : say('live.ready');
    }
    case 'hand-over':
      if (state.leaving.state === 'failed') return sayFailure(state.leaving.failure);
      if (state.last.state === 'done') return sayDeed(state.last.deed, state.saved, say);
      if (state.last.state === 'failed') return sayFailure(state.last.failure);
      return say('live.saved', { folder: state.saved.folderName });
  }
}
