import type { ArrivedBundle, ArrivedCase } from '../../../src-main/contract/report/verification.ts';
import type { DeskActions } from '../../flow/desk/desk-actions.ts';
import { isContentMissing } from '../../flow/desk/desk-state.ts';
import type { DeskState } from '../../flow/desk/desk-state.ts';
import { useTranslation } from '../../i18n/translation.tsx';
import { FileList } from '../files/file-list.tsx';
import { CaseFacts, PageFacts } from './case-facts.tsx';
import { CopyPanel, LetterText } from './copy-panel.tsx';
import { DeskChecks } from './desk-checks.tsx';
import { DeskHosts } from './desk-hosts.tsx';
import { DeskPictures } from './desk-pictures.tsx';
import { StateBanner } from './state-banner.tsx';

interface Props {
  readonly desk: DeskState;
  readonly actions: DeskActions;
}

/** One bundle in full, in the order in which support reads it. */
export function DeskBundle({ bundle, desk, actions }: Props & { readonly bundle: ArrivedBundle }) {
  const { t } = useTranslation();
  const isLoading = isContentMissing(desk);
  const { case: found, files } = bundle;
  return (
    <>
      <StateBanner bundle={bundle} />
      {found === null ? null : (
        <div className="desk-columns">
          <div>
            <CaseFacts found={found} />
            <DeskHosts hosts={found.hosts} />
            <Letter found={found} desk={desk} actions={actions} />
          </div>
          <div>
            {isLoading ? null : <DeskPictures files={files} />}
            <PageFacts found={found} />
            <Questions found={found} desk={desk} actions={actions} />
            <DeskChecks found={found} />
          </div>
        </div>
      )}
      {isLoading ? <p className="loading">{t('desk.reading')}</p> : null}
      {files.length === 0 ? null : (
        <section className="desk-files" aria-labelledby="desk-files">
          <h2 id="desk-files">{t('desk.contents')}</h2>
          <FileList files={files} chosenPath={desk.chosenPath} onChoose={actions.choosePath} />
        </section>
      )}
    </>
  );
}

function Letter({ found, desk, actions }: Props & { readonly found: ArrivedCase }) {
  const { t } = useTranslation();
  const { letter } = found;
  if (letter === null) return <p className="small">{t('desk.letter.none')}</p>;
  const title = t(`desk.letter.${letter.kind}`);
  return (
    <CopyPanel
      title={title}
      button={t(`desk.copy.${letter.kind}`)}
      which="letter"
      copied={desk.copied}
      onCopy={() => actions.copy('letter', letter.text)}
    >
      <LetterText title={title} text={letter.text} />
    </CopyPanel>
  );
}

function Questions({ found, desk, actions }: Props & { readonly found: ArrivedCase }) {
  const { t } = useTranslation();
  const { questions } = found;
  if (questions.length === 0)
    return (
      <section aria-labelledby="desk-missing">
        <h2 id="desk-missing">{t('desk.missing')}</h2>
        <p className="small">{t('desk.missing.none')}</p>
      </section>
    );
  const text = questions.map((question, at) => `${at + 1}. ${question}\n`).join('');
  return (
    <CopyPanel
      title={t('desk.missing')}
      button={t('desk.copy.missing')}
      which="missing"
      copied={desk.copied}
      onCopy={() => actions.copy('missing', text)}
    >
      <ol className="desk-questions" lang="en" dir="ltr">
        {questions.map((question) => (
          <li key={question}>{question}</li>
        ))}
      </ol>
    </CopyPanel>
  );
}
