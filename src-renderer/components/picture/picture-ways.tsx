import { useEffect } from 'react';

import type { CaptureSources, ResidencyPageState } from '../../../src-main/contract/picture.ts';
import type { PictureActions } from '../../flow/hooks/picture-actions.ts';
import { PICTURE_WAYS } from '../../flow/state.ts';
import type { PictureState } from '../../flow/state.ts';
import { useTranslation } from '../../i18n/translation.tsx';
import { FileButton } from '../parts/file-button.tsx';
import { Icon } from '../parts/icon.tsx';
import { Notice } from '../parts/notice.tsx';
import { unless } from '../unless.ts';

/** The four ways side by side, and the chosen one below. */
export function PictureWays({ state, ask }: { readonly state: PictureState; readonly ask: PictureActions }) {
  const { t } = useTranslation();
  return (
    <>
      <fieldset className="tabs">
        <legend className="unseen">{t('picture.ways')}</legend>
        {PICTURE_WAYS.map((way) => (
          <label key={way} className={state.way === way ? 'tab-chosen' : ''}>
            <input type="radio" name="way" checked={state.way === way} onChange={() => ask.chooseWay(way)} />
            <span>{t(`picture.way.${way}`)}</span>
          </label>
        ))}
      </fieldset>
      <WayOf state={state} ask={ask} />
    </>
  );
}

function WayOf({ state, ask }: { readonly state: PictureState; readonly ask: PictureActions }) {
  switch (state.way) {
    case 'browser':
      return <InBrowser ask={ask} />;
    case 'screen':
      return <OnScreen sources={state.sources} busy={state.busy} ask={ask} />;
    case 'page':
      return <InPage page={state.pictureStep.page} busy={state.busy} ask={ask} />;
    case 'nobody':
      return <Nobody ask={ask} />;
  }
}

function InBrowser({ ask }: { readonly ask: PictureActions }) {
  const { t } = useTranslation();
  return (
    <>
      <ol className="steps">
        {(['picture.browser.1', 'picture.browser.2', 'picture.browser.3'] as const).map((key) => (
          <li key={key}>{t(key)}</li>
        ))}
      </ol>
      <div className="row">
        <button type="button" onClick={ask.openBrowser}>
          {t('picture.browser.open')}
        </button>
        <FileButton
          accept="image/png,image/jpeg,image/webp,image/bmp"
          onFile={(file) => ask.addFile(file, 'choose')}
        >
          {t('picture.choose')}
        </FileButton>
      </div>
      <p className="drop-hint">
        <Icon name="picture" />
        <span>{t('picture.drop')}</span>
      </p>
    </>
  );
}

function OnScreen(props: {
  readonly sources: CaptureSources | null;
  readonly busy: boolean;
  readonly ask: PictureActions;
}) {
  const { t, translate } = useTranslation();
  const { sources, busy, ask } = props;
  const { listSources } = ask;
  const permission = sources?.permission ?? null;
  const isSystemChoosing = sources?.chooser === 'system';
  useEffect(() => listSources(), [listSources]);
  useEffect(() => {
    if (isSystemChoosing) return;
    // The small pictures follow what is opened meanwhile.
    const timer = setInterval(listSources, 4000);
    return () => clearInterval(timer);
  }, [listSources, isSystemChoosing]);
  if (isSystemChoosing) {
    return (
      <>
        <p>{t('picture.chooser.lead')}</p>
        <button type="button" {...unless(busy, () => ask.capture(null))}>
          {t('picture.chooser.open')}
        </button>
      </>
    );
  }
  return (
    <>
      <p>{t('picture.screen.lead')}</p>
      {permission === null ? null : <Notice text={translate(permission)} />}
      {sources === null ? <p className="loading">{t('picture.screen.looking')}</p> : null}
      {sources?.sources.length === 0 && permission === null ? <p>{t('picture.screen.none')}</p> : null}
      <ul className="sources">
        {(sources?.sources ?? []).map(({ id, kind, name, thumbnail }) => (
          <li key={id}>
            <button type="button" {...unless(busy, () => ask.capture(id))}>
              <img src={thumbnail} alt="" />
              <span>{t(`picture.screen.${kind}`, { name })}</span>
            </button>
          </li>
        ))}
      </ul>
      <button type="button" className="quiet" onClick={ask.listSources}>
        {t('picture.screen.refresh')}
      </button>
    </>
  );
}

function InPage(props: {
  readonly page: ResidencyPageState | null;
  readonly busy: boolean;
  readonly ask: PictureActions;
}) {
  const { t } = useTranslation();
  const { page, busy, ask } = props;
  const asked = page?.asks ?? null;
  if (page?.isOpen !== true) {
    return (
      <>
        <p>{t('picture.page.lead')}</p>
        <button type="button" onClick={ask.openPage}>
          {t('picture.page.open')}
        </button>
      </>
    );
  }
  return (
    <>
      <p className="address">
        {page.host === '' || page.isLoading
          ? t('picture.page.loading')
          : t('picture.page.at', { host: page.host })}
      </p>
      {page.isRefused ? <Notice text={t('picture.page.refused')} /> : null}
      {asked === null ? null : (
        <div className="panel">
          <p>{t('picture.page.asks', { host: asked })}</p>
          <div className="row">
            <button type="button" onClick={() => ask.commandPage({ kind: 'allow-host', host: asked })}>
              {t('picture.page.allow')}
            </button>
            <button type="button" onClick={() => ask.commandPage({ kind: 'deny-host' })}>
              {t('picture.page.deny')}
            </button>
          </div>
        </div>
      )}
      <div className="row">
        <button type="button" {...unless(busy, () => ask.takePage('whole'))}>
          {t('picture.page.whole')}
        </button>
        <button type="button" {...unless(busy, () => ask.takePage('visible'))}>
          {t('picture.page.visible')}
        </button>
      </div>
      <div className="row">
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

function Nobody({ ask }: { readonly ask: PictureActions }) {
  const { t } = useTranslation();
  const text = t('picture.nobody.text');
  return (
    <>
      <p>{t('picture.nobody.lead')}</p>
      <h2>{t('picture.nobody.label')}</h2>
      <p className="mail-text content-text">{text}</p>
      <div className="row">
        <button type="button" onClick={() => ask.copyRequest(text)}>
          {t('picture.nobody.copy')}
        </button>
      </div>
      <p className="small">{t('picture.nobody.on')}</p>
    </>
  );
}
