import { useId } from 'react';
import type { ReactNode } from 'react';

import type { DeskText } from '../../flow/desk/desk-events.ts';
import type { DeskState } from '../../flow/desk/desk-state.ts';
import { useTranslation } from '../../i18n/translation.tsx';
import { Icon } from '../parts/icon.tsx';
import { Notice } from '../parts/notice.tsx';

/** A text that support pastes elsewhere, with a button that copies it. */
export function CopyPanel(props: {
  readonly title: string;
  readonly button: string;
  readonly which: DeskText;
  readonly copied: DeskState['copied'];
  readonly onCopy: () => void;
  readonly children: ReactNode;
}) {
  const { t, translateFailure } = useTranslation();
  const id = useId();
  const copied = props.copied?.text === props.which ? props.copied : null;
  return (
    <section className="desk-copy" data-copy={props.which} aria-labelledby={id}>
      <div className="desk-copy-head">
        <h2 id={id}>{props.title}</h2>
        <button type="button" onClick={props.onCopy}>
          <Icon name="copy" />
          <span>{props.button}</span>
        </button>
      </div>
      {copied === null ? null : copied.failure === null ? (
        <p className="done small">
          <Icon name="good" />
          <span>{t('desk.copied')}</span>
        </p>
      ) : (
        <Notice text={translateFailure(copied.failure)} />
      )}
      {props.children}
    </section>
  );
}

/** The ticket or the reply, as it is to be pasted. */
export function LetterText({ title, text }: { readonly title: string; readonly text: string }) {
  const { t } = useTranslation();
  return (
    <section
      className="content desk-letter"
      // It scrolls, so that it must be reachable by keyboard.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      aria-label={t('review.content', { path: title })}
    >
      <pre lang="en" dir="ltr">
        {text}
      </pre>
    </section>
  );
}
