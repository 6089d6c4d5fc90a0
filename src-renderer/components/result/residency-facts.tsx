import { useId } from 'react';

import type { ResidencyFact } from '../../../src-main/contract/picture.ts';
import { RESIDENCY_PRODUCTS } from '../../../src-main/contract/values.ts';
import { useTranslation } from '../../i18n/translation.tsx';
import { LimitNote } from '../parts/limit-note.tsx';

/** Characters. */
const MAX_FACT_LENGTH = 80;

/** The words that Atlassian's documentation prints; any other may be written as well. */
const STATUSES = ['Pinned', 'Eligible', 'Not eligible', 'No action available'];

/** What the page says of Jira, Confluence and Xray: read from it, or typed; all of it may stay empty. */
export function ResidencyFacts(props: {
  readonly facts: readonly ResidencyFact[];
  readonly areRead: boolean;
  readonly onType: (fact: ResidencyFact) => void;
}) {
  const { t } = useTranslation();
  const list = useId();
  return (
    <fieldset className="facts">
      <legend>{t('picture.facts')}</legend>
      <p className="small">{t(props.areRead ? 'picture.facts.read' : 'picture.facts.help')}</p>
      <datalist id={list}>
        {STATUSES.map((status) => (
          <option key={status}>{status}</option>
        ))}
      </datalist>
      {RESIDENCY_PRODUCTS.map((product) => {
        const fact = props.facts.find((each) => each.product === product) ?? {
          product,
          location: '',
          status: '',
        };
        return (
          <div key={product} className="fact">
            <label>
              <span>{t('picture.location', { product })}</span>
              <input
                type="text"
                maxLength={MAX_FACT_LENGTH}
                value={fact.location}
                onChange={(event) => props.onType({ ...fact, location: event.target.value })}
              />
              <LimitNote text={fact.location} most={MAX_FACT_LENGTH} />
            </label>
            <label>
              <span>{t('picture.status', { product })}</span>
              <input
                type="text"
                maxLength={MAX_FACT_LENGTH}
                list={list}
                value={fact.status}
                onChange={(event) => props.onType({ ...fact, status: event.target.value })}
              />
              <LimitNote text={fact.status} most={MAX_FACT_LENGTH} />
            </label>
          </div>
        );
      })}
    </fieldset>
  );
}
