import type { Translator } from '../i18n/translation.tsx';
import { describeLastAction } from './last-action.ts';
import type { CasesState, FollowUpState } from './state/case-state.ts';
import type { OpenCase } from './state/open-case.ts';

/** What a screen reader is told of the list. */
export function announceList({ list }: CasesState, { t, translateFailure }: Translator): string {
  switch (list.state) {
    case 'loading':
      return t('cases.loading');
    case 'failed':
      return translateFailure(list.failure);
    case 'ready':
      return list.work.state === 'failed'
        ? translateFailure(list.work.failure)
        : t('cases.count', { count: list.rows.length });
  }
}

/** What it is told of keeping a case, beside what the screen says. */
export function announceKeeping({ kept, work }: OpenCase, { t, translateFailure }: Translator): string {
  if (work.state === 'failed') return translateFailure(work.failure);
  return kept === null ? '' : t('keep.kept', { name: kept.name });
}

/** What it is told on the screen for afterwards. */
export function announceFollowUp(state: FollowUpState, { t, translateFailure }: Translator): string {
  const { work, waiting, kept } = state.open;
  if (state.leaving.state === 'failed') return translateFailure(state.leaving.failure);
  if (work.state === 'failed') return translateFailure(work.failure);
  if (state.sent?.last.state === 'failed') return translateFailure(state.sent.last.failure);
  const { sent } = state;
  const bundle = kept.bundles.find(({ bundleId }) => bundleId === sent?.bundleId);
  if (sent?.last.state === 'done' && bundle !== undefined)
    return sent.last.deed === 'mail' ? t('bundles.mailed') : describeLastAction(sent.last.deed, bundle, t);
  switch (waiting.phase) {
    case 'off':
      return waiting.ended === null ? t(`state.${kept.state}`) : t(`wait.end.${waiting.ended}`);
    case 'checking':
      return t('wait.checking');
    case 'waiting':
      return t('wait.next', { day: 'other', at: Date.parse(waiting.nextCheckAt) });
  }
}
