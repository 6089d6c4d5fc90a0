import type { Check, Diagnosis } from '../../../src-main/contract/diagnosis.ts';
import { useTranslation } from '../../i18n/translation.tsx';
import { Fold } from '../parts/fold.tsx';
import { Icon } from '../parts/icon.tsx';

/** What was looked at beside the verdict: what is wrong or worth a look in sight, what is fine behind a fold. */
export function Checks({ diagnosis }: { readonly diagnosis: Diagnosis }) {
  const { t, translate, translateAll } = useTranslation();
  const checks = diagnosis.checks ?? [];
  const told = checks.filter(({ level }) => level !== 'ok');
  const fine = checks.filter(({ level }) => level === 'ok');
  // A result of an earlier version of the app has sentences in their place.
  const notes = translateAll(diagnosis.phrases?.notes, diagnosis.notes);
  return (
    <>
      {told.length + notes.length === 0 ? null : (
        <section className="panel" aria-labelledby="checks">
          <h2 id="checks">{t('verdict.notes')}</h2>
          <ul className="checks">
            {told.map((check) => (
              <CheckLine key={check.sentence} check={check} text={translate(check.phrase, check.sentence)} />
            ))}
            {notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </section>
      )}
      {fine.length === 0 ? null : (
        <Fold title={t('verdict.checksFine')}>
          <ul className="plain">
            {fine.map((check) => (
              <li key={check.sentence}>{translate(check.phrase, check.sentence)}</li>
            ))}
          </ul>
        </Fold>
      )}
    </>
  );
}

function CheckLine({ check, text }: { readonly check: Check; readonly text: string }) {
  const { t } = useTranslation();
  return (
    <li data-level={check.level}>
      <Icon name="attention" />
      <span>
        <strong>{t(`check.level.${check.level}`)}</strong> {text}
      </span>
    </li>
  );
}
