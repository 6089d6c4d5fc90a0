import { useId } from 'react';

import type { Change, HostChange, RunComparison, CaseView } from '../../../src-main/contract/case.ts';
import type { Translate } from '../../../src-main/i18n/translator.ts';
import type { CaseActions } from '../../flow/hooks/case-actions.ts';
import type { Compared } from '../../flow/state/case-state.ts';
import { useTranslation } from '../../i18n/translation.tsx';
import { Mark } from '../parts/mark.tsx';

/** Two checks of a case side by side, host by host; any two of them where there are more. */
export function RunComparisonPart(props: {
  readonly kept: CaseView;
  readonly compared: Compared | null;
  readonly ask: CaseActions;
}) {
  const { t } = useTranslation();
  const { kept, compared, ask } = props;
  const comparison = compared?.comparison ?? kept.comparison;
  if (comparison === null) return <p className="small">{t('compare.none')}</p>;
  const first = compared?.before ?? kept.runs[0]?.id ?? '';
  const last = compared?.after ?? kept.runs.at(-1)?.id ?? '';
  return (
    <>
      {kept.runs.length > 2 ? (
        <div className="compare-choice">
          <RunSelect
            label={t('compare.earlier')}
            runs={kept.runs}
            chosen={first}
            onChoose={(id) => ask.compare(id, last)}
          />
          <RunSelect
            label={t('compare.later')}
            runs={kept.runs}
            chosen={last}
            onChoose={(id) => ask.compare(first, id)}
          />
        </div>
      ) : null}
      <p>{t(`compare.said.${comparison.change}`)}</p>
      <ComparisonTable comparison={comparison} />
    </>
  );
}

function RunSelect(props: {
  readonly label: string;
  readonly runs: CaseView['runs'];
  readonly chosen: string;
  readonly onChoose: (id: string) => void;
}) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <div>
      <label htmlFor={id} className="small">
        {props.label}
      </label>
      <select id={id} value={props.chosen} onChange={(event) => props.onChoose(event.target.value)}>
        {props.runs.map((run) => (
          <option key={run.id} value={run.id}>
            {t('compare.run', { at: Date.parse(run.checkedAt) })}
          </option>
        ))}
      </select>
    </div>
  );
}

function ComparisonTable({ comparison }: { readonly comparison: RunComparison }) {
  const { t, translate } = useTranslation();
  const { before, after } = comparison;
  return (
    <table className="compare">
      <thead>
        <tr>
          <th scope="col">{t('hosts.host')}</th>
          <th scope="col">
            {t('compare.before')}
            <span className="small">{t('compare.run', { at: Date.parse(before.checkedAt) })}</span>
          </th>
          <th scope="col">
            {t('compare.after')}
            <span className="small">{t('compare.run', { at: Date.parse(after.checkedAt) })}</span>
          </th>
          <th scope="col">{t('compare.change')}</th>
        </tr>
      </thead>
      <tbody>
        <tr className="compare-result">
          <th scope="row">{t('compare.result')}</th>
          <td>{t(`kind.${before.verdict.kind}`)}</td>
          <td>{t(`kind.${after.verdict.kind}`)}</td>
          <ChangeCell change={comparison.change} />
        </tr>
        {comparison.hosts.map((host) => (
          <tr key={host.id}>
            <th scope="row">{translate({ key: `host.${host.id}`, values: {} }, host.name)}</th>
            <td>{hostSideText(host.before, t)}</td>
            <td>{hostSideText(host.after, t)}</td>
            <ChangeCell change={host.change} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function ChangeCell({ change }: { readonly change: Change }) {
  const { t } = useTranslation();
  return (
    <td data-change={change}>
      <span className="change">
        <Mark name={change} />
        <span>{t(`compare.${change}`)}</span>
      </span>
    </td>
  );
}

function hostSideText(side: HostChange['before'], t: Translate): string {
  if (side === null) return t('compare.notAsked');
  if (side.tookKeys === false) return t('kind.credentials-rejected');
  return t(`hosts.behaviour.${side.behaviour ?? 'no-answer'}`);
}
