import { useEffect, useRef, useState } from 'react';

import { Field } from '../components/parts/field.tsx';
import { KeysHelp } from '../components/result/keys-help.tsx';
import { WaitingElsewhere } from '../components/cases/leave-waiting.tsx';
import { Notice } from '../components/parts/notice.tsx';
import { PlanDetails } from '../components/result/plan-details.tsx';
import { PrimaryButton } from '../components/parts/primary-button.tsx';
import { ReopenedNote } from '../components/cases/reopened-note.tsx';
import { Screen } from '../components/frame/screen.tsx';
import { noticeAt, shownText, understoodSite, visibleHints } from '../flow/state/form.ts';
import type { FormState } from '../flow/state/form.ts';
import type { ConnectionState } from '../flow/state/state.ts';
import { sitesKey } from '../flow/hooks/use-flow.ts';
import type { FlowActions } from '../flow/hooks/use-flow.ts';
import { useTranslation } from '../i18n/translation.tsx';
import type { Translator } from '../i18n/translation.tsx';

const FORM_ID = 'connection-form';

/** The form with keys and sites. */
export function ConnectionScreen({
  state,
  actions,
}: {
  readonly state: ConnectionState;
  readonly actions: FlowActions;
}) {
  const translation = useTranslation();
  const { t, translateFailure } = translation;
  const { form, failure, findings } = state;
  const [isSecretShown, setSecretShown] = useState(false);
  const fields = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (form.refusals > 0) fields.current?.querySelector<HTMLInputElement>('[aria-invalid="true"]')?.focus();
  }, [form.refusals]);

  return (
    <Screen
      name="connection"
      title={t('connection.title')}
      onBack={actions.goBack}
      actions={
        <>
          {findings === null ? null : (
            <button type="button" onClick={actions.reopenResult}>
              {t('connection.result')}
            </button>
          )}
          <PrimaryButton type="submit" form={FORM_ID}>
            {t('connection.check')}
          </PrimaryButton>
        </>
      }
    >
      <p className="lead">{t('connection.lead')}</p>
      <ReopenedNote open={state.open} form={form} />
      <WaitingElsewhere open={state.open} />
      {failure === null ? null : <Notice text={translateFailure(failure)} />}
      <form
        id={FORM_ID}
        ref={fields}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          actions.check();
        }}
      >
        <fieldset className="card">
          <legend>{t('connection.keys')}</legend>
          <p className="small">{t('connection.keysHelp')}</p>
          <KeysHelp />
          <Field
            name="clientId"
            text={form.clientId}
            error={form.errors.clientId}
            note={keyNote(form, 'clientId', translation)}
            onType={(text) => actions.type('clientId', text)}
            onPaste={(text) => actions.paste('clientId', text)}
            onLeave={() => actions.leaveField('clientId')}
          />
          <Field
            name="clientSecret"
            masked={!isSecretShown}
            text={form.clientSecret}
            error={form.errors.clientSecret}
            note={keyNote(form, 'clientSecret', translation)}
            onType={(text) => actions.type('clientSecret', text)}
            onPaste={(text) => actions.paste('clientSecret', text)}
            onLeave={() => actions.leaveField('clientSecret')}
          >
            <button
              type="button"
              className="quiet"
              aria-label={t(isSecretShown ? 'connection.hideLabel' : 'connection.showLabel')}
              onClick={() => setSecretShown(!isSecretShown)}
            >
              {t(isSecretShown ? 'connection.hide' : 'connection.show')}
            </button>
          </Field>
        </fieldset>
        <fieldset className="card">
          <legend>{t('connection.sites')}</legend>
          <div className="field-pair">
            {(['jiraSite', 'confluenceSite'] as const).map((field) => (
              <Field
                key={field}
                name={field}
                text={shownText(form, field)}
                error={form.errors[field]}
                note={siteNote(state, field, translation)}
                onType={(text) => actions.type(field, text)}
                onLeave={() => actions.leaveField(field)}
              />
            ))}
          </div>
        </fieldset>
      </form>
      <PlanDetails plan={state.plan} onOpen={actions.showPlan} />
    </Screen>
  );
}

/**
 * What was done with a pasted text, or a hint about what stands there, else whether a secret is kept: in a narrow field
 * it would not fit into the field itself.
 */
function keyNote(
  form: FormState,
  field: 'clientId' | 'clientSecret',
  { t, translate }: Translator,
): string | null {
  const hint = visibleHints(form)[field];
  const notice = noticeAt(form, field);
  const told = [notice === null ? null : t(`paste.${notice}`), hint === null ? null : translate(hint)]
    .filter((sentence) => sentence !== null)
    .join(' ');
  if (told !== '') return told;
  const isKept = field === 'clientSecret' && form.secretHeld && form.clientSecret === '';
  return isKept ? t('connection.secretHeld') : null;
}

function siteNote(
  { form, siteHints }: ConnectionState,
  field: 'jiraSite' | 'confluenceSite',
  { t, translate }: Translator,
): string | null {
  const shown = {
    jiraSite: shownText(form, 'jiraSite'),
    confluenceSite: shownText(form, 'confluenceSite'),
  };
  // A hint about another name than the one that stands there now would confuse.
  const hint = siteHints?.asked === sitesKey(shown) ? siteHints[field] : null;
  if (hint !== null) return translate(hint);
  const site = understoodSite(form, field);
  if (site === null) return shown[field].trim() === '' ? t('connection.example') : null;
  const isProposed = field === 'confluenceSite' && form.confluenceSite === null;
  return t(isProposed ? 'connection.proposed' : 'connection.understood', { site });
}
