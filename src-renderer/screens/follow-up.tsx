import { CaseBundles } from '../components/cases/case-bundles.tsx';
import { Checklists } from '../components/cases/checklist.tsx';
import { CloseButton } from '../components/cases/leave-waiting.tsx';
import { Icon } from '../components/parts/icon.tsx';
import { Notice } from '../components/parts/notice.tsx';
import { RunComparisonPart } from '../components/cases/run-comparison.tsx';
import { Screen } from '../components/frame/screen.tsx';
import { StateTag } from '../components/parts/state-tag.tsx';
import { SupportNote } from '../components/frame/support-note.tsx';
import { lookOf } from '../components/result/verdict-mark.tsx';
import { VerdictOwner, VerdictSteps } from '../components/result/verdict-steps.tsx';
import { WaitingPart } from '../components/cases/waiting-part.tsx';
import { choosableStates, hasOwnSteps, isAllDone } from '../flow/checklists.ts';
import type { CaseActions } from '../flow/hooks/case-actions.ts';
import type { FollowUpState } from '../flow/state/case-state.ts';
import type { FlowActions } from '../flow/hooks/use-flow.ts';
import { useTranslation } from '../i18n/translation.tsx';

interface FollowUpProps {
  readonly state: FollowUpState;
  readonly actions: FlowActions;
}

/** A kept case: what was found, how far it has come, what to do next, and what has changed since. */
export function FollowUpScreen({ state, actions }: FollowUpProps) {
  const { t, translateFailure } = useTranslation();
  const { kept, work } = state.open;
  const { cases: ask } = actions;
  const isLeaving = state.leaving.state === 'leaving';
  return (
    <Screen
      name="follow-up"
      title={kept.name}
      onBack={actions.goBack}
      actions={
        <>
          <CloseButton
            open={state.open}
            label={t(isLeaving ? 'follow.closing' : 'follow.close')}
            isLeaving={isLeaving}
            onClose={actions.finish}
          />
          <button type="button" className="primary" data-primary onClick={actions.check}>
            {t('verdict.again')}
          </button>
        </>
      }
    >
      <CaseHead state={state} actions={actions} />
      {state.leaving.state === 'failed' ? <Notice text={translateFailure(state.leaving.failure)} /> : null}
      {work.state === 'failed' && work.at !== 'waiting' ? (
        <Notice text={translateFailure(work.failure)} />
      ) : null}
      <StateChoice state={state} actions={actions} />
      <WhatToDo state={state} ask={ask} />
      <h2>{t('compare.title')}</h2>
      <RunComparisonPart kept={kept} compared={state.compared} ask={ask} />
      <h2>{t('wait.title')}</h2>
      <WaitingPart state={state} ask={ask} />
      <h2>{t('bundles.title')}</h2>
      <CaseBundles state={state} ask={ask} />
    </Screen>
  );
}

function CaseHead({ state, actions }: FollowUpProps) {
  const { t, translate } = useTranslation();
  const { kept } = state.open;
  const latest = kept.runs.at(-1);
  const diagnosis = state.findings?.result.diagnosis ?? null;
  return (
    <>
      <div className="case-meta">
        <StateTag state={kept.state} />
        <span className="small">{kept.sites.jira}</span>
        {latest === undefined ? null : (
          <span className="small">{t('cases.checked', { at: Date.parse(latest.checkedAt) })}</span>
        )}
      </div>
      <div className="panel case-verdict" data-verdict={latest?.verdict.kind}>
        {latest === undefined ? null : <Icon name={lookOf(latest.verdict.kind).icon} />}
        <div>
          <p>
            {diagnosis !== null
              ? translate(diagnosis.phrases?.sentence, diagnosis.verdict.sentence)
              : latest === undefined
                ? ''
                : t(`kind.${latest.verdict.kind}`)}
          </p>
          {diagnosis === null ? (
            <p className="small">{t('follow.noResult')}</p>
          ) : (
            <button type="button" className="quiet" onClick={actions.reopenResult}>
              {t('follow.result')}
            </button>
          )}
        </div>
      </div>
      <SupportNote />
    </>
  );
}

/** The result's own steps where it is about something else than the region, then the ways with their steps to tick. */
function WhatToDo({ state, ask }: { readonly state: FollowUpState; readonly ask: CaseActions }) {
  const { t } = useTranslation();
  const { kept } = state.open;
  const diagnosis = state.findings?.result.diagnosis ?? null;
  return (
    <>
      {diagnosis !== null && hasOwnSteps(kept) ? (
        <>
          {diagnosis.verdict.kind === 'healthy' ? null : <VerdictOwner diagnosis={diagnosis} />}
          <VerdictSteps diagnosis={diagnosis} residency={state.residency} />
        </>
      ) : (
        <h2>{t('follow.ways')}</h2>
      )}
      <Checklists kept={kept} ask={ask} />
    </>
  );
}

function StateChoice({ state, actions }: FollowUpProps) {
  const { t } = useTranslation();
  const { kept } = state.open;
  const { cases: ask } = actions;
  return (
    <>
      <fieldset className="choice state-choice">
        <legend>{t('follow.state')}</legend>
        {choosableStates(kept).map((each) => (
          <label key={each}>
            <input
              type="radio"
              name="case-state"
              checked={kept.state === each}
              onChange={() => ask.setState(each)}
            />
            <span>{t(`state.${each}`)}</span>
          </label>
        ))}
      </fieldset>
      {isAllDone(kept) && kept.state !== 'solved' ? (
        <div className="panel all-done">
          <p>{t('follow.allDone')}</p>
          <button type="button" onClick={() => ask.setState('solved')}>
            {t('follow.solve')}
          </button>
        </div>
      ) : null}
    </>
  );
}
