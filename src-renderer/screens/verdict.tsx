import { ExchangeTable } from '../components/exchange-table.tsx';
import { Fold } from '../components/fold.tsx';
import { HostTable } from '../components/host-table.tsx';
import { KeepPanel } from '../components/keep-panel.tsx';
import { PrimaryButton } from '../components/primary-button.tsx';
import { Readings, TwoCalls } from '../components/readings.tsx';
import { Screen } from '../components/screen.tsx';
import { Situations } from '../components/situations.tsx';
import { Transcripts } from '../components/transcripts.tsx';
import { VerdictMark } from '../components/verdict-mark.tsx';
import { VerdictOwner, VerdictSteps } from '../components/verdict-steps.tsx';
import { wantsPicture } from '../flow/state.ts';
import type { VerdictState } from '../flow/state.ts';
import type { FlowActions } from '../flow/use-flow.ts';
import { useWords } from '../words/words.tsx';

/** What is wrong, what it means, who can fix it, what to do now. */
export function VerdictScreen({
  state,
  actions,
}: {
  readonly state: VerdictState;
  readonly actions: FlowActions;
}) {
  const { say, sayPhrase, sayAll } = useWords();
  const { diagnosis, transcripts } = state.findings.result;
  const isComparing = state.findings.comparing !== null;
  const { verdict, phrases } = diagnosis;
  const isRegion = wantsPicture(state.findings.result);
  return (
    <Screen
      name="verdict"
      verdict={verdict.kind}
      title={sayPhrase(phrases?.sentence, verdict.sentence)}
      icon={<VerdictMark kind={verdict.kind} />}
      onBack={actions.goBack}
      actions={
        isComparing ? (
          <>
            <button type="button" onClick={actions.stop}>
              {say('verdict.stopComparing')}
            </button>
            <PrimaryButton aria-disabled>{say('verdict.comparing')}</PrimaryButton>
          </>
        ) : (
          <VerdictActions state={state} actions={actions} />
        )
      }
    >
      <section aria-labelledby="meaning">
        <h2 id="meaning">{say('verdict.meaning')}</h2>
        <p>{sayPhrase(phrases?.meaning, verdict.meaning)}</p>
        {verdict.secondOpinion === null ? null : (
          <p>{sayPhrase(phrases?.secondOpinion, verdict.secondOpinion)}</p>
        )}
      </section>
      {diagnosis.notes.length === 0 ? null : (
        <section className="panel" aria-labelledby="notes">
          <h2 id="notes">{say('verdict.notes')}</h2>
          <ul className="plain">
            {sayAll(phrases?.notes, diagnosis.notes).map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </section>
      )}
      <VerdictOwner diagnosis={diagnosis} />
      {isRegion ? <Situations chosen={state.residency} onChoose={actions.chooseResidency} /> : null}
      <VerdictSteps diagnosis={diagnosis} residency={state.residency} />
      <section aria-labelledby="regions">
        <h2 id="regions">{say('verdict.regions')}</h2>
        <p>
          {isComparing
            ? say('verdict.regionsPending')
            : sayPhrase(phrases?.regions, verdict.regions ?? say('verdict.regionsMissing'))}
        </p>
        <HostTable hosts={diagnosis.hosts} />
      </section>
      {isComparing || verdict.kind === 'cancelled' ? null : (
        <KeepPanel open={state.open} ask={actions.cases} isOnlySaid={verdict.kind === 'healthy'} />
      )}
      {isRegion ? <WhyTokenWorks /> : null}
      <Fold title={say('readings.title')}>
        <Readings kind={verdict.kind} />
      </Fold>
      <Fold title={say('verdict.details')}>
        <TwoCalls />
        <ExchangeTable exchanges={diagnosis.exchanges} />
        <p className="small">
          {say('verdict.rule', { rule: verdict.rule, version: diagnosis.rulesVersion })}
        </p>
        <Transcripts transcripts={transcripts} />
      </Fold>
    </Screen>
  );
}

/** The next step of this result as the primary button, and the other one that makes sense beside it. */
function VerdictActions({ state, actions }: { readonly state: VerdictState; readonly actions: FlowActions }) {
  const { say } = useWords();
  const { kept, work } = state.open;
  const toReview = { 'data-review': true, onClick: actions.prepareEvidence };
  const again = (
    <button type="button" onClick={actions.check}>
      {say('verdict.again')}
    </button>
  );
  const review = (
    <button type="button" {...toReview}>
      {say('verdict.review')}
    </button>
  );
  switch (state.findings.result.diagnosis.verdict.kind) {
    case 'residency':
    case 'residency-suspected':
      return (
        <>
          {again}
          <PrimaryButton data-review onClick={actions.pictures.toPicture}>
            {say('verdict.picture')}
          </PrimaryButton>
        </>
      );
    case 'credentials-rejected':
      // The same keys would be refused again, and no mail makes them right.
      return (
        <>
          {review}
          <PrimaryButton onClick={actions.goBack}>{say('verdict.newKeys')}</PrimaryButton>
        </>
      );
    case 'healthy':
      return (
        <>
          {review}
          <PrimaryButton
            aria-disabled={work.state === 'keeping'}
            onClick={() => {
              if (work.state === 'keeping') return;
              if (kept === null) actions.cases.keep('follow-up');
              else actions.cases.toFollowUp();
            }}
          >
            {say(kept === null ? 'verdict.keepOn' : 'keep.followUp')}
          </PrimaryButton>
        </>
      );
    case 'cancelled':
    case 'proxy-sign-in':
    case 'tls-untrusted':
    case 'network':
    case 'intercepted':
    case 'rate-limited':
    case 'licence':
    case 'xray-unavailable':
    case 'unclear':
      return (
        <>
          {again}
          <PrimaryButton {...toReview}>{say('verdict.review')}</PrimaryButton>
        </>
      );
  }
}

/** Why keys that Xray takes do not make the connection work. */
function WhyTokenWorks() {
  const { say } = useWords();
  return (
    <Fold title={say('token.title')}>
      <p>{say('token.steps')}</p>
      <p>{say('token.region')}</p>
      <p>{say('token.blame')}</p>
    </Fold>
  );
}
