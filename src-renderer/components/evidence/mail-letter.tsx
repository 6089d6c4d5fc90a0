import type { Action } from '../../flow/state/kept.ts';
import type { HandOverState } from '../../flow/state/state.ts';
import { useTranslation } from '../../i18n/translation.tsx';
import { Icon } from '../parts/icon.tsx';
import { Outcome } from './outcome.tsx';

/** The mail as it will read, each part with a button that copies it. */
export function MailLetter({
  state,
  onAct,
}: {
  readonly state: HandOverState;
  readonly onAct: (deed: Action) => void;
}) {
  const { locale, t } = useTranslation();
  const { mail } = state.saved;
  const parts = [
    ['address', t('send.to'), mail.to, t('send.copyAddress')],
    ['subject', t('send.subject'), mail.subject, t('send.copySubject')],
    ['body', t('send.body'), mail.body, t('send.copyBody')],
  ] as const;
  return (
    <section className="letter" aria-labelledby="letter">
      <h2 id="letter">{t('send.copy')}</h2>
      <p className="small">{t('send.copyHelp')}</p>
      {locale === 'en' ? null : <p className="small">{t('send.english')}</p>}
      <dl className="mail">
        {parts.map(([deed, label, text, button]) => (
          <div key={deed} className={`mail-${deed}`}>
            <dt>{label}</dt>
            <dd>
              <p className="mail-text" lang="en" dir="ltr">
                {text}
              </p>
              <button type="button" className="tool" title={button} onClick={() => onAct(deed)}>
                <Icon name="copy" />
                <span className="unseen">{button}</span>
              </button>
              <Outcome state={state} actions={[deed]} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
