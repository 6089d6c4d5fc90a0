import { useId, useState } from 'react';

import type { Intake } from '../../../src-main/contract/report/intake.ts';
import { MAX_INTAKE_LENGTH, MAX_NOTE_LENGTH } from '../../../src-main/contract/values.ts';
import type { ReportActions } from '../../flow/hooks/report-actions.ts';
import type { Report } from '../../flow/state.ts';
import { useTranslation } from '../../i18n/translation.tsx';
import { Fold } from '../parts/fold.tsx';
import { PausedText } from './paused-text.tsx';

/** What Snapshots is known to say (RadBee's own page on Xray connectivity). */
const KNOWN_ERRORS = ['Xray token is invalid or expired', 'Cannot access Xray'];

/** The few questions that support would ask, each of which may stay open. */
export function IntakeForm({ report, ask }: { readonly report: Report; readonly ask: ReportActions }) {
  const { t } = useTranslation();
  const { intake } = report;
  const answer = (change: Partial<Intake>): void => ask.change({ intake: { ...intake, ...change } });
  const text = (name: 'contactName' | 'since' | 'keysMadeBy' | 'keysMadeAt') => (
    <PausedText
      label={t(`send.${name}`)}
      text={intake[name]}
      maxLength={MAX_INTAKE_LENGTH}
      onText={(typed) => answer({ [name]: typed })}
    />
  );
  return (
    <>
      <div className="field-pair">
        <SnapshotsError
          said={intake.snapshotsError}
          onSaid={(snapshotsError) => answer({ snapshotsError })}
        />
        <PausedText
          label={t('send.contactMail')}
          type="email"
          text={intake.contactMail}
          maxLength={MAX_INTAKE_LENGTH}
          onText={(contactMail) => answer({ contactMail })}
        />
      </div>
      <label className="tick">
        <input
          type="checkbox"
          checked={intake.mayPassOn === true}
          onChange={({ target }) => answer({ mayPassOn: target.checked ? true : null })}
        />
        <span>{t('send.mayPassOn')}</span>
      </label>
      <Fold title={t('send.more')}>
        <div className="field-pair">
          {text('contactName')}
          {text('since')}
          <XrayInJira seen={intake.xrayInJira} onSeen={(xrayInJira) => answer({ xrayInJira })} />
          {text('keysMadeBy')}
          {text('keysMadeAt')}
        </div>
        <PausedText
          label={t('send.note')}
          rows={3}
          text={report.note}
          maxLength={MAX_NOTE_LENGTH}
          onText={(note) => ask.change({ note })}
        />
      </Fold>
    </>
  );
}

/** One of the known texts, or the person's own words. */
function SnapshotsError(props: { readonly said: string; readonly onSaid: (said: string) => void }) {
  const { t } = useTranslation();
  const id = useId();
  const { said, onSaid } = props;
  const isKnown = KNOWN_ERRORS.includes(said);
  const [isOther, setOther] = useState(said !== '' && !isKnown);
  return (
    <div className="field">
      <label htmlFor={id}>{t('send.snapshotsError')}</label>
      <select
        id={id}
        name="snapshotsError"
        value={isOther ? 'other' : said}
        onChange={({ target }) => {
          setOther(target.value === 'other');
          onSaid(target.value === 'other' ? '' : target.value);
        }}
      >
        <option value="">{t('send.notSaid')}</option>
        {KNOWN_ERRORS.map((known) => (
          <option key={known} lang="en">
            {known}
          </option>
        ))}
        <option value="other">{t('send.other')}</option>
      </select>
      {isOther ? (
        <PausedText label={t('send.otherWords')} text={said} maxLength={MAX_INTAKE_LENGTH} onText={onSaid} />
      ) : null}
    </div>
  );
}

function XrayInJira(props: {
  readonly seen: Intake['xrayInJira'];
  readonly onSeen: (seen: Intake['xrayInJira']) => void;
}) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{t('send.xrayInJira')}</label>
      <select
        id={id}
        value={props.seen ?? ''}
        onChange={({ target: { value } }) =>
          props.onSeen(value === 'works' || value === 'fails' ? value : null)
        }
      >
        <option value="">{t('send.notSaid')}</option>
        <option value="works">{t('send.xrayInJira.works')}</option>
        <option value="fails">{t('send.xrayInJira.fails')}</option>
      </select>
    </div>
  );
}
