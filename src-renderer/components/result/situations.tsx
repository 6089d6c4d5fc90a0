import { useId } from 'react';

import type { Residency } from '../../../src-main/contract/diagnosis.ts';
import { RESIDENCIES } from '../../../src-main/contract/values.ts';
import { useTranslation } from '../../i18n/translation.tsx';
import { Icon } from '../parts/icon.tsx';
import type { IconName } from '../parts/icon.tsx';
import { PageLink } from '../parts/page-link.tsx';

const ICONS: Readonly<Record<Residency, IconName>> = { pinned: 'pin', migrating: 'move', unknown: 'help' };

/** The two situations, and not knowing which: what each is, what happens next and how long it takes. */
export function Situations(props: {
  readonly chosen: Residency;
  readonly onChoose: (residency: Residency) => void;
}) {
  const { t } = useTranslation();
  return (
    <fieldset className="situations">
      <legend>{t('verdict.residency')}</legend>
      <p className="small">{t('verdict.residencyHelp')}</p>
      <PageLink page="admin" text={t('picture.browser.open')} />
      <div className="cards">
        {RESIDENCIES.map((residency) => (
          <Situation
            key={residency}
            residency={residency}
            isChosen={props.chosen === residency}
            onChoose={() => props.onChoose(residency)}
          />
        ))}
      </div>
    </fieldset>
  );
}

function Situation(props: {
  readonly residency: Residency;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}) {
  const { t } = useTranslation();
  const id = useId();
  const { residency } = props;
  return (
    <label className={`situation situation-${residency}${props.isChosen ? ' chosen' : ''}`}>
      <input
        type="radio"
        name="residency"
        checked={props.isChosen}
        aria-labelledby={`${id}-name`}
        aria-describedby={`${id}-about`}
        onChange={props.onChoose}
      />
      <span className="situation-name" id={`${id}-name`}>
        {t(`verdict.residency.${residency}`)}
      </span>
      <Icon name={ICONS[residency]} />
      <span className="situation-about" id={`${id}-about`}>
        <span>{t(`situation.${residency}.means`)}</span>
        <span>
          <b>{t('situation.next')}</b> {t(`situation.${residency}.next`)}
        </span>
        {residency === 'unknown' ? null : (
          <span>
            <b>{t('situation.time')}</b> {t(`situation.${residency}.time`)}
          </span>
        )}
      </span>
    </label>
  );
}
