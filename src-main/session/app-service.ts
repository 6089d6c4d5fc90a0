import { fail, succeed } from '../contract/failure.ts';
import type { Result } from '../contract/failure.ts';
import type { MenuCommand } from '../contract/ipc/menu.ts';
import type { ExternalPage } from '../contract/ipc/pages.ts';
import type { LanguageChoice } from '../contract/settings.ts';
import { message } from '../i18n/message.ts';
import type { Services } from '../ipc/redacted-answers.ts';
import type { Desktop } from './desktop.ts';
import type { SessionSecrets } from './session-secrets.ts';
import { startupServices } from './startup-services.ts';
import type { StartupPorts } from './startup-services.ts';

export interface AppPorts extends StartupPorts {
  readonly secrets: SessionSecrets;
  readonly desktop: Pick<Desktop, 'copyText'>;
  /** Changing it also changes the menus. */
  readonly language: StartupPorts['language'] & { choose(language: LanguageChoice): Promise<Result<null>> };
  /** Opens a page of the closed list. Resolves with null once a browser took it, else with the page's address. */
  readonly openExternalPage: (page: ExternalPage) => Promise<string | null>;
  /** Takes the commands that the window allows now, for the menu. */
  readonly onAllowedCommands: (commands: readonly MenuCommand[]) => void;
}

/** Answers `app.*`: what belongs to no case. */
export function appService(ports: AppPorts): Services['app'] {
  return {
    ...startupServices(ports).app,
    chooseLanguage: ({ language }) => ports.language.choose(language),
    // Asked for by name, so that the window cannot open an address of its own.
    openPage: async ({ page }) => {
      const address = await ports.openExternalPage(page);
      return address === null
        ? succeed(null)
        : fail('cannot-open', message('failure.page-not-opened', { address }));
    },
    copyText: async ({ text }) => {
      await ports.desktop.copyText(ports.secrets.redactCopy(text));
      return succeed(null);
    },
    allowCommands: async ({ commands }) => {
      ports.onAllowedCommands(commands);
      return succeed(null);
    },
  };
}
