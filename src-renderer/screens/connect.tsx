import { useEffect, useEffectEvent, useRef, useState } from 'react';

import { KeptLine } from '../components/connect/kept-line.tsx';
import { RunSteps } from '../components/connect/run-steps.tsx';
import { useCovered } from '../components/frame/cover.tsx';
import { isProfileFile, ProfileOpener, useProfileOpening } from '../components/frame/profile-opener.tsx';
import { Screen } from '../components/frame/screen.tsx';
import { SupportNote } from '../components/frame/support-note.tsx';
import { Field } from '../components/parts/field.tsx';
import { FileButton, REPORT_FILES } from '../components/parts/file-button.tsx';
import { Fold } from '../components/parts/fold.tsx';
import { Icon } from '../components/parts/icon.tsx';
import { Notice } from '../components/parts/notice.tsx';
import { PrimaryButton } from '../components/parts/primary-button.tsx';
import { KeysHelp } from '../components/result/keys-help.tsx';
import { PlanDetails } from '../components/result/plan-details.tsx';
import { unless } from '../components/unless.ts';
import { FIELD_ORDER, noticeAt, shownText, understoodSite, visibleHints } from '../flow/form.ts';
import type { FormState } from '../flow/form.ts';
import { useDroppedFiles } from '../flow/hooks/use-dropped-files.ts';
import { sitesKey } from '../flow/hooks/use-flow.ts';
import type { FlowActions } from '../flow/hooks/use-flow.ts';
import { isChecking } from '../flow/state.ts';
import type { FlowState, Run } from '../flow/state.ts';
import { useTranslation } from '../i18n/translation.tsx';
import type { Translator } from '../i18n/translation.tsx';

const FORM_ID = 'connect-form';

interface ConnectProps {
  readonly state: FlowState;
  readonly actions: FlowActions;
  /** Whether checks are kept on this computer, or that is not known. */
  readonly hasKept: boolean;
}

/** The first step: keys and site, and the check as it goes on. */
export function ConnectScreen(props: ConnectProps) {
  const { run } = props.state;
  return run !== null && isChecking(props.state) ? (
    <Checking run={run} actions={props.actions} />
  ) : (
    <Form {...props} />
  );
}

function Checking({ run, actions }: { readonly run: Run; readonly actions: FlowActions }) {
  const { t } = useTranslation();
  return (
    <Screen
      name="connect"
      key="checking"
      title={t('checking.title')}
      actions={
        <>
          <button type="button" {...unless(run.isStopping, actions.stop)}>
            {t(run.isStopping ? 'checking.stopping' : 'checking.stop')}
          </button>
          <PrimaryButton aria-disabled>{t('checking.checking')}</PrimaryButton>
        </>
      }
    >
      <p className="lead">{t('checking.lead')}</p>
      <RunSteps run={run} />
    </Screen>
  );
}

function Form({ state, actions, hasKept }: ConnectProps) {
  const { t, translateFailure } = useTranslation();
  const { form, failure, result } = state;
  const isCovered = useCovered();
  const fields = useRef<HTMLFormElement>(null);
  const { open, newest, isReopened } = state.kept;
  const isComingBack = open === null ? (newest === 'unknown' ? hasKept : newest !== null) : isReopened;
  const profile = useProfileOpening();
  useDroppedFiles((files) => {
    const [file] = files;
    if (file !== undefined && files.length === 1 && isProfileFile(file)) profile.take(file);
    else actions.desk.open(files);
  });
  useEffect(() => {
    if (form.refusals > 0) fields.current?.querySelector<HTMLInputElement>('[aria-invalid="true"]')?.focus();
  }, [form.refusals]);
  const takeFocus = useEffectEvent(() => {
    // Whoever types already goes on typing.
    if (isCovered || document.activeElement instanceof HTMLInputElement) return;
    const heading = fields.current?.closest('main')?.querySelector('h1');
    (firstEmpty(fields.current, form.secretHeld) ?? heading)?.focus();
  });
  useEffect(() => {
    takeFocus();
    // Also when a kept check is opened, whose keys are asked for.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [open?.id]);

  return (
    <Screen
      name="connect"
      key="form"
      title={t('connect.title')}
      hasOwnFocus
      aside={
        <div className="bar-aside">
          <FileButton accept={REPORT_FILES} isMultiple className="quiet" onFiles={actions.desk.open}>
            {t('connect.openReport')}
          </FileButton>
        </div>
      }
      actions={
        <>
          {result === null ? null : (
            <button type="button" onClick={actions.toResult}>
              {t('connect.result')}
            </button>
          )}
          <PrimaryButton type="submit" form={FORM_ID}>
            {t('connection.check')}
          </PrimaryButton>
        </>
      }
    >
      {isComingBack ? null : <p className="lead">{t('connect.lead')}</p>}
      <KeptLine state={state} actions={actions} hasKept={hasKept} />
      <SupportNote />
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
        <KeyFields form={form} actions={actions} />
        <SiteField field="jiraSite" state={state} actions={actions} />
        <Fold title={t('connect.otherConfluence')} isOpen={hasOwnConfluence(form)}>
          <SiteField field="confluenceSite" state={state} actions={actions} />
        </Fold>
      </form>
      <KeysHelp site={understoodSite(form, 'jiraSite')} />
      <PlanDetails key={open?.id} plan={state.plan} onOpen={actions.showPlan} />
      <ProfileOpener {...profile} />
      <p className="promise">
        <Icon name="lock" />
        <span>{t('connect.promise')}</span>
      </p>
    </Screen>
  );
}

/** The first field that has to be filled in, if any has. */
function firstEmpty(form: HTMLFormElement | null, isSecretHeld: boolean): HTMLInputElement | null {
  const names = FIELD_ORDER.filter((name) => !(isSecretHeld && name === 'clientSecret'));
  const inputs = names.map((name) => form?.querySelector<HTMLInputElement>(`input[name="${name}"]`));
  return inputs.find((input) => input?.value === '' && input.offsetParent !== null) ?? null;
}

/** Whether Confluence's site is in question: it is another one, or what stands there is wrong. */
function hasOwnConfluence(form: FormState): boolean {
  return form.errors.confluenceSite !== undefined || form.confluenceSite !== null;
}

function KeyFields({ form, actions }: { readonly form: FormState; readonly actions: FlowActions }) {
  const translation = useTranslation();
  const { t } = translation;
  const [isSecretShown, setSecretShown] = useState(false);
  const fieldOf = (name: 'clientId' | 'clientSecret') => ({
    name,
    text: form[name],
    error: form.errors[name],
    note: keyNote(form, name, translation),
    onType: (text: string) => actions.type(name, text),
    onPaste: (text: string) => actions.paste(name, text),
    onLeave: () => actions.leaveField(name),
  });
  return (
    <>
      <Field {...fieldOf('clientId')} />
      <Field {...fieldOf('clientSecret')} masked={!isSecretShown}>
        <button
          type="button"
          className="quiet"
          aria-label={t(isSecretShown ? 'connection.hideLabel' : 'connection.showLabel')}
          onClick={() => setSecretShown(!isSecretShown)}
        >
          {t(isSecretShown ? 'connection.hide' : 'connection.show')}
        </button>
      </Field>
    </>
  );
}

function SiteField(props: {
  readonly field: 'jiraSite' | 'confluenceSite';
  readonly state: FlowState;
  readonly actions: FlowActions;
}) {
  const translation = useTranslation();
  const { field, state, actions } = props;
  return (
    <Field
      name={field}
      text={shownText(state.form, field)}
      error={state.form.errors[field]}
      note={siteNote(state, field, translation)}
      onType={(text) => actions.type(field, text)}
      onLeave={() => actions.leaveField(field)}
    />
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
  const isHeld = field === 'clientSecret' && form.secretHeld && form.clientSecret === '';
  return isHeld ? t('connection.secretHeld') : null;
}

function siteNote(
  { form, siteHints }: FlowState,
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
  if (site === null)
    return shown[field].trim() === ''
      ? t(field === 'jiraSite' ? 'connection.example' : 'connection.exampleConfluence')
      : null;
  // What was typed as it is needs no second time.
  if (site === shown[field].trim()) return null;
  return t('connection.understood', { site });
}
