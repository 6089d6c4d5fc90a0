import { residencySchema } from '../../src-main/contract/diagnosis.ts';
import type { Residency, VerdictKind } from '../../src-main/contract/diagnosis.ts';
import { ExchangeTable } from '../components/exchange-table.tsx';
import { HostTable } from '../components/host-table.tsx';
import { Icon } from '../components/icon.tsx';
import type { IconName } from '../components/icon.tsx';
import { Screen } from '../components/screen.tsx';
import { Transcripts } from '../components/transcripts.tsx';
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
  const path = state.residency === 'migrating' ? 'migrating' : 'pinned';
  const steps = sayAll(phrases?.[path], verdict.nextSteps[path]);
  return (
    <Screen
      name="verdict"
      verdict={verdict.kind}
      title={sayPhrase(phrases?.sentence, verdict.sentence)}
      icon={<Icon large name={iconOf(verdict.kind)} />}
      onBack={actions.goBack}
      actions={
        <>
          <button type="button" onClick={isComparing ? actions.stop : actions.check}>
            {say(isComparing ? 'verdict.stopComparing' : 'verdict.again')}
          </button>
          <button
            type="button"
            className="primary"
            data-primary
            aria-disabled={isComparing}
            onClick={
              wantsPicture(state.findings.result) ? actions.pictures.toPicture : actions.prepareEvidence
            }
          >
            {say(nextLabel(state))}
          </button>
        </>
      }
    >
      <h2>{say('verdict.meaning')}</h2>
      <p>{sayPhrase(phrases?.meaning, verdict.meaning)}</p>
      {verdict.secondOpinion === null ? null : (
        <p>{sayPhrase(phrases?.secondOpinion, verdict.secondOpinion)}</p>
      )}
      {diagnosis.notes.length === 0 ? null : (
        <div className="panel">
          <h2>{say('verdict.notes')}</h2>
          <ul className="plain">
            {sayAll(phrases?.notes, diagnosis.notes).map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </div>
      )}
      <h2>{say('verdict.owner')}</h2>
      <p>
        <span className="name-tag">{say(`owner.${verdict.owner}`)}</span>
      </p>
      {wantsPicture(state.findings.result) ? (
        <ResidencyQuestion chosen={state.residency} onChoose={actions.chooseResidency} />
      ) : null}
      <h2>{say('verdict.steps')}</h2>
      <ol className="steps">
        {steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <h2>{say('verdict.regions')}</h2>
      <p>
        {isComparing
          ? say('verdict.regionsPending')
          : sayPhrase(phrases?.regions, verdict.regions ?? say('verdict.regionsMissing'))}
      </p>
      <HostTable hosts={diagnosis.hosts} />
      <details>
        <summary>{say('verdict.details')}</summary>
        <ExchangeTable exchanges={diagnosis.exchanges} />
        <p className="small">
          {say('verdict.rule', { rule: verdict.rule, version: diagnosis.rulesVersion })}
        </p>
        <Transcripts transcripts={transcripts} />
      </details>
    </Screen>
  );
}

function nextLabel({ findings }: VerdictState): 'verdict.comparing' | 'verdict.picture' | 'verdict.review' {
  if (findings.comparing !== null) return 'verdict.comparing';
  return wantsPicture(findings.result) ? 'verdict.picture' : 'verdict.review';
}

function ResidencyQuestion(props: {
  readonly chosen: Residency;
  readonly onChoose: (residency: Residency) => void;
}) {
  const { say } = useWords();
  return (
    <fieldset className="choice">
      <legend>{say('verdict.residency')}</legend>
      <p className="small">{say('verdict.residencyHelp')}</p>
      {residencySchema.options.map((residency) => (
        <label key={residency}>
          <input
            type="radio"
            name="residency"
            checked={props.chosen === residency}
            onChange={() => props.onChoose(residency)}
          />
          <span>{say(`verdict.residency.${residency}`)}</span>
        </label>
      ))}
    </fieldset>
  );
}

function iconOf(kind: VerdictKind): IconName {
  switch (kind) {
    case 'healthy':
      return 'good';
    case 'cancelled':
      return 'quiet';
    case 'rate-limited':
    case 'xray-unavailable':
    case 'residency-suspected':
    case 'unclear':
      return 'attention';
    case 'proxy-sign-in':
    case 'tls-untrusted':
    case 'network':
    case 'intercepted':
    case 'licence':
    case 'credentials-rejected':
    case 'residency':
      return 'wrong';
  }
}
