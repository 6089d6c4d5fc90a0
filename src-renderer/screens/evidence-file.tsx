import { escapeControlCharacters } from '../../src-main/contract/input/control-characters.ts';
import { FileButton } from '../components/parts/file-button.tsx';
import { FileList } from '../components/files/file-list.tsx';
import { HostTable } from '../components/result/host-table.tsx';
import { Icon } from '../components/parts/icon.tsx';
import { Notice } from '../components/parts/notice.tsx';
import { Screen } from '../components/frame/screen.tsx';
import type { DeskState } from '../flow/desk/desk-state.ts';
import { useDroppedFile } from '../flow/hooks/use-dropped-file.ts';
import type { FlowActions } from '../flow/hooks/use-flow.ts';
import { useTranslation } from '../i18n/translation.tsx';

/** A foreign file may name any number of hosts, and speak at any length. */
const MAX_HOSTS = 50;
const MAX_SENTENCE = 4000;

function shownSentence(text: string): string {
  const shown = escapeControlCharacters(text.slice(0, MAX_SENTENCE));
  return text.length > MAX_SENTENCE ? `${shown}…` : shown;
}

/** An evidence file from somebody else: whether it is sound, and what stands in it. */
export function EvidenceFileScreen({
  desk,
  actions,
}: {
  readonly desk: DeskState;
  readonly actions: FlowActions;
}) {
  const { t, translate, translateFailure } = useTranslation();
  const { verified, failure, fileName, chosenPath } = desk;
  useDroppedFile(actions.openFile);
  return (
    <Screen
      key={fileName}
      name="evidence-file"
      title={fileName === '' ? t('verify.title') : fileName}
      onBack={actions.goBack}
      actions={
        <FileButton isPrimary accept=".zip" onFile={actions.openFile}>
          {t('verify.another')}
        </FileButton>
      }
    >
      {failure === null ? null : <Notice text={translateFailure(failure)} />}
      {verified === null && failure === null ? <p className="loading">{t('verify.reading')}</p> : null}
      {verified === null ? null : (
        <>
          <p
            className={`banner tone-${verified.state === 'sound' ? 'good' : 'wrong'}`}
            data-state={verified.state}
          >
            <Icon name={verified.state === 'sound' ? 'good' : 'wrong'} />
            <span>{t(`verify.state.${verified.state}`)}</span>
          </p>
          <ul className="plain">
            {verified.problems
              .map((problem) => translate(problem))
              .map((problem) => (
                <li key={problem}>{problem}</li>
              ))}
          </ul>
          {verified.document === null ? null : (
            <>
              <h2>{t('verify.verdict')}</h2>
              <p>
                {shownSentence(
                  translate(verified.document.phrases?.sentence, verified.document.verdict.sentence),
                )}
              </p>
              <h2>{t('verify.hosts')}</h2>
              <HostTable hosts={verified.document.hosts.slice(0, MAX_HOSTS)} />
            </>
          )}
          <FileList files={verified.files} chosenPath={chosenPath} onChoose={actions.chooseDeskFile} />
        </>
      )}
    </Screen>
  );
}
