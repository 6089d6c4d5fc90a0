import { useState } from 'react';
import type { ReactNode } from 'react';

import type { CheckResult } from '../../src-main/contract/check-result.ts';
import type { Failure } from '../../src-main/contract/failure.ts';
import { useCovered } from '../components/frame/cover.tsx';
import { Screen } from '../components/frame/screen.tsx';
import { AutoCheck } from '../components/kept/auto-check.tsx';
import { ForgetButton } from '../components/kept/forget-button.tsx';
import { Icon } from '../components/parts/icon.tsx';
import { Notice } from '../components/parts/notice.tsx';
import { PageLink } from '../components/parts/page-link.tsx';
import { Quote } from '../components/parts/quote.tsx';
import { BeforeAfter } from '../components/result/before-after.tsx';
import { Details, Regions } from '../components/result/details.tsx';
import { ResultButtons } from '../components/result/result-buttons.tsx';
import { useCountdown } from '../components/result/use-countdown.ts';
import { VerdictMark } from '../components/result/verdict-mark.tsx';
import { Warnings } from '../components/result/warnings.tsx';
import type { FlowActions } from '../flow/hooks/use-flow.ts';
import { isFixed } from '../flow/state.ts';
import type { FlowState } from '../flow/state.ts';
import { canCheckAutomatically, isMoving, isSentAlready, secondsToWait, waysOn } from '../flow/ways-on.ts';
import { useTranslation } from '../i18n/translation.tsx';
import type { Translator } from '../i18n/translation.tsx';

interface ResultProps {
  readonly state: FlowState;
  readonly result: CheckResult;
  readonly actions: FlowActions;
}

/** What was found, what it means, who can fix it, and what to do now. */
export function ResultScreen({ state, result, actions }: ResultProps) {
  const translation = useTranslation();
  const { t, translateFailure } = translation;
  const [failure, setFailure] = useState<Failure | null>(null);
  const { verdict, finishedAt, sites } = result.diagnosis;
  const comparison = state.kept.open?.comparison ?? null;
  const ways = waysOn(state, result);
  const told = toldOf(state, result, translation);
  return (
    <Screen
      // A repair is told anew when the app learns that it is one.
      key={`${finishedAt} ${told.title}`}
      name="result"
      verdict={verdict.kind}
      title={told.title}
      icon={<VerdictMark kind={verdict.kind} />}
      onBack={actions.goBack}
      actions={
        <ResultButtons ways={ways} site={sites.jira} state={state} actions={actions} onFailure={setFailure} />
      }
    >
      <section className="meaning" aria-labelledby="meaning">
        <h2 id="meaning" className="unseen">
          {t('result.meaning')}
        </h2>
        <p className="lead">{told.meaning}</p>
        <Quote verdict={verdict} />
      </section>
      {told.owner === null ? null : (
        <section className="owner" aria-labelledby="owner">
          <h2 id="owner">{t('result.owner')}</h2>
          <p className="name-tag">
            <Icon name="person" />
            <span>{t(`owner.${told.owner}`)}</span>
          </p>
        </section>
      )}
      <section aria-labelledby="steps">
        <h2 id="steps">{t('result.steps')}</h2>
        <ol className="steps">
          {told.steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        {told.isFixed ? (
          <PageLink
            page="snapshots-settings"
            site={sites.confluence}
            text={t('link.site', { site: sites.confluence })}
          />
        ) : null}
      </section>
      {ways.first === 'countdown' ? <Countdown result={result} onEnd={actions.check} /> : null}
      {failure === null ? null : <Notice text={translateFailure(failure)} />}
      <Warnings diagnosis={result.diagnosis} />
      {canCheckAutomatically(state, result) ? (
        <AutoCheck state={state} actions={actions.kept} hasSwitch={ways.first !== 'wait'} />
      ) : null}
      <div className="folds" data-comparing={state.run === null ? undefined : true}>
        {comparison === null || !told.isFixed ? null : <BeforeAfter comparison={comparison} />}
        <Regions result={result} isComparing={state.run !== null} />
        <Details result={result} />
      </div>
      <KeptFoot state={state} actions={actions} />
    </Screen>
  );
}

/** The words of a result. One that repairs what an earlier check found says that, and the one thing that is left. */
function toldOf(state: FlowState, { diagnosis }: CheckResult, { t, translate, translateAll }: Translator) {
  const { verdict, phrases } = diagnosis;
  if (isFixed(state))
    return {
      isFixed: true,
      title: t('result.fixed'),
      meaning: t('result.fixed.meaning'),
      owner: null,
      steps: [t('result.fixed.1'), t('result.fixed.2'), t('result.fixed.3')],
    } as const;
  const isMoved = isMoving(state, verdict);
  const path = isMoved ? 'migrating' : 'pinned';
  return {
    isFixed: false,
    title: translate(phrases?.sentence, verdict.sentence),
    meaning: translate(phrases?.meaning, verdict.meaning),
    // Nobody has to do anything while the data is on its way.
    owner: isMoved ? 'nobody' : verdict.owner,
    steps:
      !isMoved && isSentAlready(state, verdict)
        ? [t('result.sent.1'), t('result.sent.2'), t('result.sent.3')]
        : translateAll(phrases?.[path], verdict.nextSteps[path]).slice(0, MAX_STEPS),
  };
}

/** A result of an earlier version of the app may have more. */
const MAX_STEPS = 3;

/** Checks again when Xray is ready, unless another page lies over this one. */
function Countdown({
  result,
  onEnd,
}: {
  readonly result: CheckResult;
  readonly onEnd: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const seconds = secondsToWait(result.diagnosis);
  const left = useCountdown(useCovered() ? null : seconds, onEnd);
  const told =
    left < 90 ? { unit: 'seconds', count: left } : { unit: 'minutes', count: Math.ceil(left / 60) };
  return (
    <p className="countdown" role="timer">
      <Icon name="clock" />
      <span>{t('result.countdown', told)}</span>
    </p>
  );
}

/** That this check is kept on this computer and can be forgotten, or why it is not kept. */
function KeptFoot({ state, actions }: { readonly state: FlowState; readonly actions: FlowActions }) {
  const { t, translateFailure } = useTranslation();
  const { open, failure } = state.kept;
  if (failure !== null) return <p className="kept-foot small">{translateFailure(failure)}</p>;
  if (open === null) return null;
  return (
    <div className="kept-foot small">
      <span>{t('result.kept')}</span>
      <ForgetButton
        text={t('result.forget')}
        name={open.sites.jira}
        isOpen
        onForget={() => actions.kept.forget(open.id)}
      />
      <button type="button" className="quiet" onClick={actions.kept.toHistory}>
        {t('kept.all')}
      </button>
    </div>
  );
}
