import type { Translate } from '../../src-main/i18n/translator.ts';
import type { Translator } from '../i18n/translation.tsx';
import { announceDesk } from './desk/desk-announcement.ts';
import { announceFollowUp, announceKeeping, announceList } from './case-announcement.ts';
import { describeLastAction } from './last-action.ts';
import type { FlowState } from './state/state.ts';

function errorCountText(count: number, t: Translate): string {
  return count === 0 ? '' : t('live.errors', { count });
}

/** What a screen reader is told in the present state; empty when the screen's heading says it all. */
export function announcement(state: FlowState, translator: Translator): string {
  const { t, translate, translateFailure } = translator;
  const alsoKept = (text: string): string => `${text} ${announceKeeping(state.open, translator)}`.trim();
  switch (state.screen) {
    case 'evidence-file':
      return announceDesk(state.desk, translator);
    case 'welcome':
      return '';
    case 'cases':
      return announceList(state, translator);
    case 'follow-up':
      return announceFollowUp(state, translator);
    case 'connection':
      if (state.failure !== null) return translateFailure(state.failure);
      // What was done with a pasted text may have changed a field that has not the focus.
      if (state.form.notice !== null) return t(`paste.${state.form.notice.kind}`);
      // How many; what is wrong with each is told by the field that has the focus.
      return errorCountText(Object.keys(state.form.errors).length, t);
    case 'checking': {
      const line = state.steps.findLast((step) => step.state !== 'open');
      return line === undefined
        ? ''
        : t('live.checking', {
            step: t(`checking.step.${line.step}`),
            state: t(`checking.state.${line.state}`),
          });
    }
    case 'verdict': {
      if (state.findings.comparing !== null) return t('verdict.regionsPending');
      // The heading has told the verdict; what the comparison gave comes after it.
      const { verdict, phrases } = state.findings.result.diagnosis;
      return alsoKept(
        t('live.verdict', {
          sentence: translate(phrases?.regions, verdict.regions ?? t('verdict.regionsMissing')),
        }),
      );
    }
    case 'picture':
      if (state.failure !== null) return translateFailure(state.failure);
      if (state.busy) return t('picture.busy');
      return state.pictureStep.pictures.length === 0
        ? ''
        : t('picture.count', { count: state.pictureStep.pictures.length });
    case 'review': {
      const { preparation } = state;
      if (preparation.state === 'preparing') return t('review.preparing');
      if (preparation.state === 'failed') return translateFailure(preparation.failure);
      return preparation.saving.state === 'failed'
        ? translateFailure(preparation.saving.failure)
        : t('live.ready');
    }
    case 'hand-over':
      if (state.leaving.state === 'failed') return translateFailure(state.leaving.failure);
      if (state.last.state === 'done') return describeLastAction(state.last.deed, state.saved, t);
      if (state.last.state === 'failed') return translateFailure(state.last.failure);
      return alsoKept(t('live.saved', { folder: state.saved.folderName }));
  }
}
