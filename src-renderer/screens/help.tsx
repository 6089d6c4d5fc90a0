import type { AppFacts } from '../../src-main/contract/ipc/ipc-schema.ts';
import { Fact } from '../components/parts/fact.tsx';
import { PageLink } from '../components/parts/page-link.tsx';
import { PageLinks } from '../components/parts/page-links.tsx';
import { PrimaryButton } from '../components/parts/primary-button.tsx';
import { Readings } from '../components/result/readings.tsx';
import { Screen } from '../components/frame/screen.tsx';
import { useTranslation } from '../i18n/translation.tsx';

const WAY = ['1', '2', '3', '4'] as const;
const WORDS = ['region', 'token', 'residency', 'pinned', 'migration'] as const;
const KEYS = ['paste', 'arrows', 'new', 'open', 'zoom', 'help'] as const;

/** All of the help on one page. It lies over the screen at which it was opened. */
export function HelpScreen(props: { readonly facts: AppFacts | null; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const { facts } = props;
  return (
    <Screen
      name="help"
      title={t('help.title')}
      aside={
        facts === null ? undefined : (
          <span className="small">{t('app.version', { version: facts.version })}</span>
        )
      }
      actions={<PrimaryButton onClick={props.onClose}>{t('help.return')}</PrimaryButton>}
    >
      <h2>{t('help.does')}</h2>
      <p>{t('help.does.text')}</p>
      <h2>{t('help.sent')}</h2>
      <p>{t('help.sent.text')}</p>
      <h2>{t('help.way')}</h2>
      <ol className="steps">
        {WAY.map((line) => (
          <li key={line}>{t(`help.way.${line}`)}</li>
        ))}
      </ol>
      <h2>{t('help.words')}</h2>
      <dl className="pairs">
        {WORDS.map((word) => (
          <Fact key={word} name={t(`help.word.${word}`)}>
            {t(`help.word.${word}.text`)}
          </Fact>
        ))}
      </dl>
      <h2>{t('readings.title')}</h2>
      <Readings kind={null} />
      <h2>{t('help.keys')}</h2>
      <dl className="pairs">
        {KEYS.map((key) => (
          <Fact key={key} name={<kbd>{t(`help.key.${key}`, { platform: facts?.platform ?? 'linux' })}</kbd>}>
            {t(`help.key.${key}.does`)}
          </Fact>
        ))}
      </dl>
      <h2>{t('help.links')}</h2>
      <PageLinks />
      <PageLink page="admin" text={t('picture.browser.open')} />
    </Screen>
  );
}
