import { useId } from 'react';

import type { Change, HostChange, RunComparison, ShownCase } from '../../../src-main/contract/case.ts';
import type { Say } from '../../../src-main/i18n/translator.ts';
import type { CaseActions } from '../../flow/hooks/case-actions.ts';
import type { Compared } from '../../flow/state/case-state.ts';
import { useWords } from '../../i18n/translation.tsx';
import { Mark } from '../parts/mark.tsx';

/** Two checks of a case side by side, host by host; any two of them where there are more. */
export function RunComparisonPart(props: {
  readonly kept: ShownCase;
  readonly compared: Compared | null;
  readonly ask: CaseActions;
}) {
  const { say } = useWords();
  const { kept, compared, ask } = props;
  const comparison = compared?.comparison ?? kept.comparison;
  if (comparison === null) return <p className="small">{say('compare.none')}</p>;
  const first = compared?.before ?? kept.runs[0]?.id ?? '';
  const last = compared?.after ?? kept.runs.at(-1)?.id ?? '';
  return (
    <>
      {kept.runs.length > 2 ? (
        <div className="compare-choice">
          <RunSelect
            label={say('compare.earlier')}
            runs={kept.runs}
            chosen={first}
            onChoose={(id) => ask.compare(id, last)}
          />
          <RunSelect
            label={say('compare.later')}
            runs={kept.runs}
            chosen={last}
            onChoose={(id) => ask.compare(first, id)}
          />
        </div>
      ) : null}
      <p>{say(`compare.said.${comparison.change}`)}</p>
      <ComparisonTable comparison={comparison} />
    </>
  );
}

function RunSelect(props: {
  readonly label: string;
  readonly runs: ShownCase['runs'];
  readonly chosen: string;
  readonly onChoose: (id: string) => void;
}) {
  const { say } = useWords();
  const id = useId();
  return (
    <div>
      <label htmlFor={id} className="small">
        {props.label}
      </label>
      <select id={id} value={props.chosen} onChange={(event) => props.onChoose(event.target.value)}>
        {props.runs.map((run) => (
          <option key={run.id} value={run.id}>
            {say('compare.run', { at: Date.parse(run.checkedAt) })}
          </option>
        ))}
      </select>
    </div>
  );
}

function ComparisonTable({ comparison }: { readonly comparison: RunComparison }) {
  const { say, sayPhrase } = useWords();
  const { before, after } = comparison;
  return (
    <table className="compare">
      <thead>
        <tr>
          <th scope="col">{say('hosts.host')}</th>
          <th scope="col">
            {say('compare.before')}
            <span className="small">{say('compare.run', { at: Date.parse(before.checkedAt) })}</span>
          </th>
          <th scope="col">
            {say('compare.after')}
            <span className="small">{say('compare.run', { at: Date.parse(after.checkedAt) })}</span>
          </th>
          <th scope="col">{say('compare.change')}</th>
        </tr>
      </thead>
      <tbody>
        <tr className="compare-result">
          <th scope="row">{say('compare.result')}</th>
          <td>{say(`kind.${before.verdict.kind}`)}</td>
          <td>{say(`kind.${after.verdict.kind}`)}</td>
          <ChangeCell change={comparison.change} />
        </tr>
        {comparison.hosts.map((host) => (
          <tr key={host.id}>
            <th scope="row">{sayPhrase({ key: `host.${host.id}`, values: {} }, host.name)}</th>
            <td>{saySide(host.before, say)}</td>
            <td>{saySide(host.after, say)}</td>
            <ChangeCell change={host.change} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function ChangeCell({ change }: { readonly change: Change }) {
  const { say } = useWords();
  return (
    <td data-change={change}>
      <span className="change">
        <Mark name={change} />
        <span>{say(`compare.${change}`)}</span>
      </span>
    </td>
  );
}

function saySide(side: HostChange['before'], say: Say): string {
  if (side === null) return say('compare.notAsked');
  if (side.tookKeys === false) return say('kind.credentials-rejected');
  return say(`hosts.behaviour.${side.behaviour ?? 'no-answer'}`);
}
