import { useContext, useState } from 'react';

import type { ProfileProblem, Support } from '../../../src-main/contract/support/support-profile.ts';
import type { Failure } from '../../../src-main/contract/failure.ts';
import { ask } from '../../bridge.ts';
import { useTranslation } from '../../i18n/translation.tsx';
import type { Translator } from '../../i18n/translation.tsx';
import { BridgeContext } from '../parts/bridge-context.ts';
import { Fact } from '../parts/fact.tsx';
import { Fold } from '../parts/fold.tsx';
import { Notice } from '../parts/notice.tsx';

/** Says where the supporter is named that a profile set them, and which; nothing as long as it is RadBee by default. */
export function SupportNote() {
  const translation = useTranslation();
  const { t, translateFailure, shownSupport, setShownSupport } = translation;
  const bridge = useContext(BridgeContext);
  const [failure, setFailure] = useState<Failure | null>(null);
  const { source, support, problem } = shownSupport;
  const remove = async (): Promise<void> => {
    if (bridge === null) return;
    const answer = await ask(() => bridge.support.removeProfile(null));
    setFailure(answer.ok ? null : answer.failure);
    if (answer.ok) setShownSupport(answer.value);
  };
  const openLink = async (index: number): Promise<void> => {
    if (bridge === null) return;
    const answer = await ask(() => bridge.support.openLink({ index }));
    setFailure(answer.ok ? null : answer.failure);
  };
  return (
    <>
      {problem === null ? null : <Notice text={profileProblemText(problem, translation)} />}
      {source === 'default' ? null : (
        <Fold title={t('support.setBy')}>
          <p className="small">
            {t(source === 'opened' ? 'support.opened' : 'support.beside')} {t('support.sets')}
          </p>
          <SupportFacts support={support} onOpenLink={(index) => void openLink(index)} />
          {source === 'opened' ? (
            <button type="button" onClick={() => void remove()}>
              {t('support.remove')}
            </button>
          ) : null}
        </Fold>
      )}
      {failure === null ? null : <Notice text={translateFailure(failure)} />}
    </>
  );
}

/** Why a profile was not taken, with the line that is to blame. */
export function profileProblemText({ line, reason }: ProfileProblem, { t, translate }: Translator): string {
  const told = { reason: translate(reason), line: line ?? 0 };
  return t('support.problem', { ...told, where: line === null ? 'file' : 'line' });
}

function SupportFacts(props: { readonly support: Support; readonly onOpenLink: (index: number) => void }) {
  const { t } = useTranslation();
  const { mail, subject, ticket, product, links } = props.support;
  const facts = [
    ['support.mail', mail],
    ['support.subject', subject],
    ['support.ticket', ticket],
    ['support.product', product],
  ] as const;
  return (
    <dl className="pairs">
      {facts.map(([key, text]) =>
        text === null ? null : (
          <Fact key={key} name={t(key)}>
            {text}
          </Fact>
        ),
      )}
      {links.length === 0 ? null : (
        <Fact name={t('support.links')}>
          {links.map(({ label, address }, index) => (
            <button key={address} type="button" className="link" onClick={() => props.onOpenLink(index)}>
              {label}
            </button>
          ))}
        </Fact>
      )}
    </dl>
  );
}
