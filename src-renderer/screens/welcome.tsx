import type { ReactNode } from 'react';

import { useCovered } from '../components/frame/cover.tsx';
import { FileButton } from '../components/parts/file-button.tsx';
import { Fold } from '../components/parts/fold.tsx';
import { Icon } from '../components/parts/icon.tsx';
import type { IconName } from '../components/parts/icon.tsx';
import { PageLink } from '../components/parts/page-link.tsx';
import { ProfileOpener } from '../components/frame/profile-opener.tsx';
import { Screen } from '../components/frame/screen.tsx';
import { useDroppedFile } from '../flow/hooks/use-dropped-file.ts';
import type { FlowActions } from '../flow/hooks/use-flow.ts';
import { useTranslation } from '../i18n/translation.tsx';

const SYMPTOMS = ['fresh', 'message', 'sure', 'region'] as const;

/** The three doors: check a connection, go on with a case, look at somebody else's file. */
export function WelcomeScreen({
  actions,
  version,
  keptCases,
}: {
  readonly actions: FlowActions;
  readonly version: string | null;
  /** How many cases are kept on this computer; null as long as that is not known. */
  readonly keptCases: number | null;
}) {
  const { t } = useTranslation();
  const isCovered = useCovered();
  useDroppedFile(actions.openFile);
  return (
    <Screen
      name="welcome"
      title={t('welcome.title')}
      aside={
        <p className="promise">
          <Icon name="lock" />
          <span>{t('welcome.privacy')}</span>
        </p>
      }
      actions={version === null ? null : <span className="small">{t('app.version', { version })}</span>}
    >
      <p className="lead">{t('welcome.lead')}</p>
      <div className="doors">
        <button
          type="button"
          className="door door-first"
          {...(isCovered ? {} : { 'data-primary': true })}
          onClick={actions.begin}
        >
          <DoorFace icon="pulse" title={t('door.check.title')}>
            {t('door.check.text')}
          </DoorFace>
        </button>
        <button type="button" className="door" data-door="cases" onClick={actions.cases.toList}>
          <DoorFace icon="folder" title={t('door.cases.title')}>
            {t(keptCases === 0 ? 'door.cases.none' : 'door.cases.text')}
          </DoorFace>
        </button>
        <FileButton accept=".zip" className="door" onFile={actions.openFile}>
          <DoorFace icon="file" title={t('door.file.title')}>
            {t('door.file.text')}
          </DoorFace>
        </FileButton>
      </div>
      <Fold title={t('symptoms.title')}>
        <ul className="plain">
          {SYMPTOMS.map((symptom) => (
            <li key={symptom}>{t(`symptoms.${symptom}`)}</li>
          ))}
        </ul>
        <p>{t('symptoms.then')}</p>
        <PageLink page="region-error" text={t('link.region-error')} />
        <p className="small">{t('link.region-error.about')}</p>
      </Fold>
      <ProfileOpener />
    </Screen>
  );
}

function DoorFace(props: { readonly icon: IconName; readonly title: string; readonly children: ReactNode }) {
  return (
    <>
      <span className="door-mark">
        <Icon large name={props.icon} />
      </span>
      <span className="door-title">{props.title}</span>
      <span className="door-text">{props.children}</span>
    </>
  );
}
