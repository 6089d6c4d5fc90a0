import { readResidency } from '../../src-main/contract/residency/residency-reading.ts';
import type { Translator } from '../i18n/translation.tsx';
import { announceDesk } from './desk/desk-announcement.ts';
import { isChecking, isSending } from './state.ts';
import type { FlowState, Report } from './state.ts';

/** What a screen reader is told in the present state; empty when the screen's heading says it all. */
export function announcement(state: FlowState, translator: Translator): string {
  const { t, translate, translateFailure } = translator;
  const { run, result, pictures, report, kept, desk } = state;
  switch (state.screen) {
    case 'connect': {
      if (run !== null && isChecking(state)) {
        const line = run.steps.findLast((step) => step.state !== 'open');
        return line === undefined
          ? ''
          : t('live.checking', {
              step: t(`checking.step.${line.step}`),
              state: t(`checking.state.${line.state}`),
            });
      }
      if (state.failure !== null) return translateFailure(state.failure);
      // What was done with a pasted text may have changed a field that has not the focus.
      if (state.form.notice !== null) return t(`paste.${state.form.notice.kind}`);
      // How many; what is wrong with each is told by the field that has the focus.
      const count = Object.keys(state.form.errors).length;
      return count === 0 ? '' : t('live.errors', { count });
    }
    case 'result': {
      if (run !== null) return t('result.regions.pending');
      if (kept.failure !== null) return translateFailure(kept.failure);
      if (result === null) return '';
      // The heading has told the result; what the comparison gave comes after it.
      const { verdict, phrases } = result.diagnosis;
      return t('live.verdict', {
        sentence: translate(phrases?.regions, verdict.regions ?? ''),
      });
    }
    case 'screenshot':
      if (pictures.failure !== null) return translateFailure(pictures.failure);
      if (pictures.isBusy) return t('picture.busy');
      if (pictures.isRequestCopied) return t('desk.copied');
      if (pictures.facts.length > 0) return translate(readResidency(pictures.facts).sentence);
      return pictures.held.length === 0 ? '' : t('picture.count', { count: pictures.held.length });
    case 'send':
      if (report.sentBy !== null && kept.failure !== null) return translateFailure(kept.failure);
      if (report.last.state === 'failed') return translateFailure(report.last.failure);
      if (report.work.state === 'failed') return translateFailure(report.work.failure);
      if (report.last.state === 'done' && !isSending(report.last.deed))
        return t(`deed.done.${report.last.deed}`, wordsOf(report));
      return report.work.state === 'preparing' ? t('send.preparing') : '';
    case 'history':
      if (kept.history.state === 'failed') return translateFailure(kept.history.failure);
      return kept.history.state === 'ready' ? t('history.count', { count: kept.history.rows.length }) : '';
    case 'evidence-file':
      return announceDesk(desk, translator);
  }
}

function wordsOf({ saved }: Report): { readonly name: string; readonly folder: string } {
  return { name: saved?.fileName ?? '', folder: saved?.folderName ?? '' };
}
