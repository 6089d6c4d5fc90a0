import { useState } from 'react';

import type { ResidencyFact } from '../../../src-main/contract/picture.ts';
import {
  MOVE_STATUS,
  PAGE_LOCATIONS,
  PAGE_STATUSES,
  readResidency,
} from '../../../src-main/contract/residency/residency-reading.ts';
import type { ResidencySituation } from '../../../src-main/contract/residency/residency-reading.ts';
import { useTranslation } from '../../i18n/translation.tsx';
import { Icon } from '../parts/icon.tsx';
import type { IconName } from '../parts/icon.tsx';
import { LimitNote } from '../parts/limit-note.tsx';

/** Characters. */
const MAX_FACT_LENGTH = 80;
const OTHER = 'other';
const PRODUCTS = ['Jira', 'Xray'] as const;

const ICONS: Readonly<Record<ResidencySituation, IconName>> = {
  pinned: 'pin',
  moving: 'clock',
  'product-moved': 'attention',
  movable: 'move',
  unknown: 'pin',
};

/** What the page says of Jira and Xray, and which way it is then. */
export function PageFacts(props: {
  readonly facts: readonly ResidencyFact[];
  readonly areRead: boolean;
  readonly onChoose: (fact: ResidencyFact) => void;
}) {
  const { t, translate } = useTranslation();
  const { facts } = props;
  const { situation, sentence } = readResidency(facts);
  return (
    <>
      <div className="page-facts">
        {PRODUCTS.map((product) => {
          const fact = facts.find((each) => each.product === product) ?? {
            product,
            location: '',
            status: '',
          };
          return (
            <fieldset key={product}>
              <legend>{t(props.areRead ? 'picture.facts.read' : 'picture.facts', { product })}</legend>
              <Choice
                name={t('picture.location', { product })}
                empty={t('picture.location.empty')}
                text={fact.location}
                known={PAGE_LOCATIONS}
                onChoose={(location) => props.onChoose({ ...fact, location })}
              />
              <Choice
                name={t('picture.status', { product })}
                empty={t('picture.status.empty')}
                text={fact.status}
                known={STATUSES}
                onChoose={(status) => props.onChoose({ ...fact, status })}
              />
            </fieldset>
          );
        })}
      </div>
      <p className="reading" data-situation={situation}>
        <Icon name={ICONS[situation]} />
        <span>{translate(sentence)}</span>
      </p>
    </>
  );
}

const STATUSES = [...PAGE_STATUSES, MOVE_STATUS] as const;

/** One of Atlassian's own words, or another one, which stands in the list as it was read or typed. */
function Choice(props: {
  readonly name: string;
  readonly empty: string;
  readonly text: string;
  readonly known: readonly string[];
  readonly onChoose: (text: string) => void;
}) {
  const { t, locale } = useTranslation();
  const { name, text, known, onChoose } = props;
  const [isOther, setOther] = useState(false);
  const bare = text.trim().toLowerCase();
  const match = known.find((each) => each.toLowerCase() === bare);
  return (
    <div className="choice">
      <select
        aria-label={name}
        value={isOther ? OTHER : (match ?? text)}
        onChange={({ target }) => {
          setOther(target.value === OTHER);
          // A word that is none of Atlassian's is already another one, and can be changed.
          if (target.value !== OTHER) onChoose(target.value);
          else if (match !== undefined) onChoose('');
        }}
      >
        <option value="">{props.empty}</option>
        {text === '' || match !== undefined || isOther ? null : <option>{text}</option>}
        {known.map((each) => (
          <option key={each} value={each}>
            {each === MOVE_STATUS ? t('picture.status.move') : longName(each, locale)}
          </option>
        ))}
        <option value={OTHER}>{t('picture.other')}</option>
      </select>
      {isOther ? (
        <>
          <input
            type="text"
            aria-label={`${name}: ${t('picture.other')}`}
            placeholder={t('picture.other.hint')}
            maxLength={MAX_FACT_LENGTH}
            value={text}
            ref={takeFocus}
            onChange={({ target }) => onChoose(target.value)}
          />
          <LimitNote text={text} most={MAX_FACT_LENGTH} />
        </>
      ) : null}
    </div>
  );
}

/** Whoever chose another word goes on by typing it. */
function takeFocus(input: HTMLInputElement | null): void {
  input?.focus();
}

/** A code of Atlassian's with the name that the page may write instead of it. */
function longName(word: string, locale: string): string {
  if (!/^[A-Z]{2}$/u.test(word)) return word;
  const name = new Intl.DisplayNames(locale, { type: 'region', fallback: 'none' }).of(word);
  return name === undefined ? word : `${word} – ${name}`;
}
