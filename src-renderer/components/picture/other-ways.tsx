import { useEffect, useState } from 'react';

import type { CaptureSources, ResidencyPageState } from '../../../src-main/contract/picture.ts';
import type { PictureActions } from '../../flow/hooks/picture-actions.ts';
import type { Pictures } from '../../flow/state.ts';
import { useTranslation } from '../../i18n/translation.tsx';
import { Icon } from '../parts/icon.tsx';
import { Notice } from '../parts/notice.tsx';
import { unless } from '../unless.ts';

/** How often the list of windows follows what is opened meanwhile. */
const REFRESH_MS = 4000;

/** What can be done where a screenshot cannot simply be pasted: the app takes it, or somebody else does. */
export function OtherWays({ pictures, ask }: { readonly pictures: Pictures; readonly ask: PictureActions }) {
  const { t } = useTranslation();
  const { page, sources, isBusy } = pictures;
  const [isListing, setListing] = useState(false);
  const text = t('picture.nobody.text');
  return (
    <ul className="other-ways">
      <li>
        <h2>{t('picture.way.screen')}</h2>
        {isListing ? (
          <Sources sources={sources} isBusy={isBusy} ask={ask} />
        ) : (
          <Way
            text={t('picture.screen.lead')}
            button={t('picture.screen.open')}
            onClick={() => setListing(true)}
          />
        )}
      </li>
      <li>
        <h2>{t('picture.way.page')}</h2>
        {page?.isOpen === true ? (
          <OwnPage page={page} isBusy={isBusy} ask={ask} />
        ) : (
          <Way text={t('picture.page.lead')} button={t('picture.page.open')} onClick={ask.openPage} />
        )}
      </li>
      <li>
        <h2>{t('picture.way.nobody')}</h2>
        <p>{t('picture.nobody.lead')}</p>
        <p className="forward">{text}</p>
        <button type="button" onClick={() => ask.copyRequest(text)}>
          {t('picture.nobody.copy')}
        </button>
        {pictures.isRequestCopied ? (
          <p className="small done">
            <Icon name="good" />
            <span>{t('desk.copied')}</span>
          </p>
        ) : null}
      </li>
    </ul>
  );
}

function Way(props: { readonly text: string; readonly button: string; readonly onClick: () => void }) {
  return (
    <>
      <p>{props.text}</p>
      <button type="button" onClick={props.onClick}>
        {props.button}
      </button>
    </>
  );
}

function Sources(props: {
  readonly sources: CaptureSources | null;
  readonly isBusy: boolean;
  readonly ask: PictureActions;
}) {
  const { t, translate } = useTranslation();
  const { sources, isBusy, ask } = props;
  const { listSources } = ask;
  const permission = sources?.permission ?? null;
  const isSystemChoosing = sources?.chooser === 'system';
  useEffect(() => listSources(), [listSources]);
  useEffect(() => {
    if (isSystemChoosing) return undefined;
    const timer = setInterval(listSources, REFRESH_MS);
    return () => clearInterval(timer);
  }, [listSources, isSystemChoosing]);
  if (sources === null) return <p className="loading">{t('picture.screen.looking')}</p>;
  if (isSystemChoosing) {
    return (
      <>
        <p>{t('picture.chooser.lead')}</p>
        <button type="button" {...unless(isBusy, () => ask.capture(null))}>
          {t('picture.screen.open')}
        </button>
      </>
    );
  }
  return (
    <>
      {permission === null ? null : <Notice text={translate(permission)} />}
      {sources.sources.length === 0 && permission === null ? <p>{t('picture.screen.none')}</p> : null}
      <ul className="sources">
        {sources.sources.map(({ id, kind, name, thumbnail }) => (
          <li key={id}>
            <button type="button" {...unless(isBusy, () => ask.capture(id))}>
              <img src={thumbnail} alt="" />
              <span>{t(`picture.screen.${kind}`, { name })}</span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

/** What can be done with Atlassian's page in our own window, which stands beside this one. */
function OwnPage(props: {
  readonly page: ResidencyPageState;
  readonly isBusy: boolean;
  readonly ask: PictureActions;
}) {
  const { t } = useTranslation();
  const { page, isBusy, ask } = props;
  const { asks, host } = page;
  return (
    <>
      <p className="small own-page">
        {host === '' || page.isLoading ? t('picture.page.loading') : t('picture.page.at', { host })}
      </p>
      {page.isRefused ? <Notice text={t('picture.page.refused')} /> : null}
      {asks === null ? null : (
        <>
          <p>{t('picture.page.asks', { host: asks })}</p>
          <div className="row">
            <button type="button" onClick={() => ask.commandPage({ kind: 'allow-host', host: asks })}>
              {t('picture.page.allow')}
            </button>
            <button type="button" onClick={() => ask.commandPage({ kind: 'deny-host' })}>
              {t('picture.page.deny')}
            </button>
          </div>
        </>
      )}
      <div className="row">
        <button type="button" {...unless(isBusy, () => ask.takePage('whole'))}>
          {t('picture.page.whole')}
        </button>
        <button type="button" {...unless(isBusy, () => ask.takePage('visible'))}>
          {t('picture.page.visible')}
        </button>
        <button
          type="button"
          className="quiet"
          {...unless(!page.canGoBack, () => ask.commandPage({ kind: 'back' }))}
        >
          {t('picture.page.back')}
        </button>
        <button type="button" className="quiet" onClick={() => ask.commandPage({ kind: 'reload' })}>
          {t('picture.page.reload')}
        </button>
        <button type="button" className="quiet" onClick={() => ask.commandPage({ kind: 'close' })}>
          {t('picture.page.close')}
        </button>
      </div>
    </>
  );
}
