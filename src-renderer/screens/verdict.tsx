import type { Verdict } from '../../src-main/contract/diagnosis.ts';
import { Checks } from '../components/result/checks.tsx';
import { ExchangeTable } from '../components/result/exchange-table.tsx';
import { Fold } from '../components/parts/fold.tsx';
import { HostTable } from '../components/result/host-table.tsx';
import { KeepPanel } from '../components/cases/keep-panel.tsx';
import { PrimaryButton } from '../components/parts/primary-button.tsx';
import { Quote } from '../components/parts/quote.tsx';
import { Readings, TwoCalls } from '../components/result/readings.tsx';
import { Screen } from '../components/frame/screen.tsx';
import { Situations } from '../components/result/situations.tsx';
import { Transcripts } from '../components/evidence/transcripts.tsx';
import { VerdictMark } from '../components/result/verdict-mark.tsx';
import { VerdictOwner, VerdictSteps } from '../components/result/verdict-steps.tsx';
import { wantsPicture } from '../flow/state/state.ts';
import type { VerdictState } from '../flow/state/state.ts';
import type { FlowActions } from '../flow/hooks/use-flow.ts';
import { useTranslation } from '../i18n/translation.tsx';

/** What is wrong, what it means, who can fix it, what to do now. */
export function VerdictScreen({
  state,
  actions,
}: {
  readonly state: VerdictState;
  readonly actions: FlowActions;
}) {
  const { t, translate } = useTranslation();
  const { diagnosis, transcripts } = state.findings.result;
  const isComparing = state.findings.comparing !== null;
  const { verdict, phrases } = diagnosis;
  const isRegion = wantsPicture(state.findings.result);
  return (
    <Screen
      name="verdict"
      verdict={verdict.kind}
      title={translate(phrases?.sentence, verdict.sentence)}
      icon={<VerdictMark kind={verdict.kind} />}
      onBack={actions.goBack}
      actions={<WaysOn state={state} actions={actions} />}
    >
      <section aria-labelledby="meaning">
        <h2 id="meaning">{t('verdict.meaning')}</h2>
        <p>{translate(phrases?.meaning, verdict.meaning)}</p>
        <Quote verdict={verdict} />
        {verdict.secondOpinion === null ? null : (
          <p>{translate(phrases?.secondOpinion, verdict.secondOpinion)}</p>
        )}
      </section>
      <Checks diagnosis={diagnosis} />
      <VerdictOwner diagnosis={diagnosis} />
      <VerdictSteps diagnosis={diagnosis} residency={state.residency} />
      {isRegion ? <Situations chosen={state.residency} onChoose={actions.chooseResidency} /> : null}
      <section aria-labelledby="regions">
        <h2 id="regions">{t('verdict.regions')}</h2>
        <p>
          {isComparing
            ? t('verdict.regionsPending')
            : translate(phrases?.regions, verdict.regions ?? t('verdict.regionsMissing'))}
        </p>
        <HostTable hosts={diagnosis.hosts} />
      </section>
      {isComparing || verdict.kind === 'cancelled' ? null : (
        <KeepPanel open={state.open} ask={actions.cases} isOnlySaid={verdict.kind === 'healthy'} />
      )}
      {isRegion ? <WhyTokenWorks /> : null}
      <Fold title={t('readings.title')}>
        <Readings kind={verdict.kind} />
      </Fold>
      <Fold title={t('verdict.details')}>
        <TwoCalls />
        <ExchangeTable exchanges={diagnosis.exchanges} />
        <p className="small">{t('verdict.rule', { rule: verdict.rule, version: diagnosis.rulesVersion })}</p>
        <Transcripts transcripts={transcripts} />
      </Fold>
    </Screen>
  );
}

/** What leads on from a verdict: the first thing that helps is the primary button, another one stands beside it. */
function WaysOn({ state, actions }: { readonly state: VerdictState; readonly actions: FlowActions }) {
  const { t } = useTranslation();
  const { result, comparing } = state.findings;
  const { kept, work } = state.open;
  const first = firstHelp(result.diagnosis.verdict);
  const beside = first === 'picture' || first === 'review' ? 'again' : 'review';
  const keepOn = (): void => {
    if (work.state === 'keeping') return;
    if (kept === null) actions.cases.keep('follow-up');
    else actions.cases.toFollowUp();
  };
  const doing = {
    picture: actions.pictures.toPicture,
    review: actions.prepareEvidence,
    again: actions.check,
    keys: actions.goBack,
    keepOn,
  };
  return comparing !== null ? (
    <>
      <button type="button" onClick={actions.stop}>
        {t('verdict.stopComparing')}
      </button>
      <PrimaryButton aria-disabled>{t('verdict.comparing')}</PrimaryButton>
    </>
  ) : (
    <>
      <button type="button" data-way={beside} onClick={doing[beside]}>
        {t(`verdict.${beside}`)}
      </button>
      <PrimaryButton
        data-way={first}
        aria-disabled={first === 'keepOn' && work.state === 'keeping'}
        onClick={doing[first]}
      >
        {t(first === 'keepOn' && kept !== null ? 'keep.followUp' : `verdict.${first}`)}
      </PrimaryButton>
    </>
  );
}

function firstHelp({ kind, rule }: Verdict): 'picture' | 'review' | 'again' | 'keys' | 'keepOn' {
  // A move has to end before anything else helps.
  if (rule === 'residency-suspected.migration') return 'again';
  switch (kind) {
    case 'residency':
    case 'residency-suspected':
      return 'picture';
    case 'credentials-rejected':
      // The same keys would be refused again, and no mail makes them right.
      return 'keys';
    case 'healthy':
      return 'keepOn';
    case 'cancelled':
    case 'rate-limited':
    case 'network':
    case 'xray-unavailable':
      return 'again';
    case 'proxy-sign-in':
    case 'tls-untrusted':
    case 'intercepted':
    case 'licence':
    case 'unclear':
      return 'review';
  }
}

/** Why keys that Xray takes do not make the connection work. */
function WhyTokenWorks() {
  const { t } = useTranslation();
  return (
    <Fold title={t('token.title')}>
      <p>{t('token.steps')}</p>
      <p>{t('token.region')}</p>
      <p>{t('token.blame')}</p>
    </Fold>
  );
}
