import type { CaseState } from '../../../src-main/contract/case.ts';
import { useTranslation } from '../../i18n/translation.tsx';
import { Mark } from './mark.tsx';
import type { MarkName } from './mark.tsx';

/** The drawing for each state of a case, so that no state is told by its colour alone. */
export const STATE_MARKS: Readonly<Record<CaseState, MarkName>> = {
  checked: 'checked',
  'mail-ready': 'mail',
  'waiting-for-answer': 'clock',
  'waiting-for-xray': 'clock',
  'waiting-for-migration': 'move',
  solved: 'solved',
};

/** How far a case has come, as a name tag. */
export function StateTag({ state }: { readonly state: CaseState }) {
  const { t } = useTranslation();
  return (
    <span className="tag" data-state={state}>
      <Mark name={STATE_MARKS[state]} />
      <span>{t(`state.${state}`)}</span>
    </span>
  );
}
