import { fail, succeed, thenSucceed } from '../../contract/failure.ts';
import { message } from '../../i18n/message.ts';
import type { Services } from '../../ipc/redacted-answers.ts';
import type { SessionPorts } from '../session-ports.ts';

/** Answers `app.*`: what belongs to no case. */
export function appService(ports: SessionPorts): Services['app'] {
  return {
    facts: async () => succeed(ports.appFacts),
    language: async () => succeed({ language: ports.language.current() }),
    chooseLanguage: ({ language }) => ports.language.choose(language),
    // Asked for by name, so that the window cannot open an address of its own.
    openPage: async ({ page, site }) => {
      const address = await ports.openExternalPage(page, site ?? null);
      return address === null
        ? succeed(null)
        : fail('cannot-open', message('failure.page-not-opened', { address }));
    },
    copyText: thenSucceed(({ text }) => ports.desktop.copyText(ports.secrets.redactCopy(text))),
    openMenu: thenSucceed(ports.openMenu),
    allowCommands: thenSucceed(({ commands }) => ports.onAllowedCommands(commands)),
  };
}
