import type { Deed } from '../../flow/state/kept.ts';
import type { HandOverState } from '../../flow/state/state.ts';
import { useWords } from '../../i18n/translation.tsx';
import { Icon } from '../parts/icon.tsx';
import { Outcome } from './outcome.tsx';

/** The mail as it will read, each part with a button that copies it. */
export function MailLetter({
  state,
  onAct,
}: {
  readonly state: HandOverState;
  readonly onAct: (deed: Deed) => void;
}) {
  const { locale, say } = useWords();
  const { mail } = state.saved;
  const parts = [
    ['address', say('send.to'), mail.to, say('send.copyAddress')],
    ['subject', say('send.subject'), mail.subject, say('send.copySubject')],
    ['body', say('send.body'), mail.body, say('send.copyBody')],
  ] as const;
  return (
    <section className="letter" aria-labelledby="letter">
      <h2 id="letter">{say('send.copy')}</h2>
      <p className="small">{say('send.copyHelp')}</p>
      {locale === 'en' ? null : <p className="small">{say('send.english')}</p>}
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
              <Outcome state={state} deeds={[deed]} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
