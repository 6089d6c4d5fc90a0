import type { Say } from '../../src-main/i18n/translator.ts';
import type { Speaker } from '../i18n/translation.tsx';
import { announceFollowUp, announceKeeping, announceList } from './case-announcement.ts';
import { sayDeed } from './last-action.ts';
import type { FlowState } from './state/state.ts';

function sayErrors(count: number, say: Say): string {
  return count === 0 ? '' : say('live.errors', { count });
}

/** What a screen reader is told in the present state; empty when the screen's heading says it all. */
export function announcement(state: FlowState, speaker: Speaker): string {
  const { say, sayPhrase, sayFailure } = speaker;
  const alsoKept = (text: string): string => `${text} ${announceKeeping(state.open, speaker)}`.trim();
  switch (state.screen) {
    case 'evidence-file':
      if (state.failure !== null) return sayFailure(state.failure);
      return state.verified === null ? say('verify.reading') : say(`verify.state.${state.verified.state}`);
    case 'welcome':
      return '';
    case 'cases':
      return announceList(state, speaker);
    case 'follow-up':
      return announceFollowUp(state, speaker);
    case 'connection':
      if (state.failure !== null) return sayFailure(state.failure);
      // What was done with a pasted text may have changed a field that has not the focus.
      if (state.form.notice !== null) return say(`paste.${state.form.notice.kind}`);
      // How many; what is wrong with each is told by the field that has the focus.
      return sayErrors(Object.keys(state.form.errors).length, say);
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
      if (state.findings.comparing !== null) return say('verdict.regionsPending');
      // The heading has told the verdict; what the comparison gave comes after it.
      const { verdict, phrases } = state.findings.result.diagnosis;
      return alsoKept(
        say('live.verdict', {
          sentence: sayPhrase(phrases?.regions, verdict.regions ?? say('verdict.regionsMissing')),
        }),
      );
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
      return alsoKept(say('live.saved', { folder: state.saved.folderName }));
  }
}
