import { useId } from 'react';

import type { Diagnosis, Residency } from '../../../src-main/contract/diagnosis.ts';
import { useTranslation } from '../../i18n/translation.tsx';
import { Icon } from '../parts/icon.tsx';

/** Who can fix what a check found. */
export function VerdictOwner({ diagnosis }: { readonly diagnosis: Diagnosis }) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <section className="owner" aria-labelledby={id}>
      <h2 id={id}>{t('verdict.owner')}</h2>
      <p className="name-tag">
        <Icon name="person" />
        <span>{t(`owner.${diagnosis.verdict.owner}`)}</span>
      </p>
    </section>
  );
}

/** What to do about it, in order. */
export function VerdictSteps(props: { readonly diagnosis: Diagnosis; readonly residency: Residency }) {
  const { t, translateAll } = useTranslation();
  const id = useId();
  const { verdict, phrases } = props.diagnosis;
  const path = props.residency === 'migrating' ? 'migrating' : 'pinned';
  return (
    <section className="card" aria-labelledby={id}>
      <h2 id={id}>{t('verdict.steps')}</h2>
      <ol className="steps">
        {translateAll(phrases?.[path], verdict.nextSteps[path]).map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
    </section>
  );
}
