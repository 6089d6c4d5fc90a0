import type { Services } from '../contract/ipc/channels.ts';
import { fail, succeed } from '../contract/failure.ts';
import type { ExternalPage } from '../contract/ipc/pages.ts';
import { message } from '../i18n/message.ts';

/** What the services need of the desktop to open a page in the person's own browser. */
export interface PagePorts {
  /** Opens a page of the closed list. Returns null once a browser took it, else the page's address. */
  readonly openExternalPage: (page: ExternalPage) => Promise<string | null>;
}

/** Pages in the person's own browser: asked for by name, so that the window cannot open an address of its own. */
export function pageServices(ports: PagePorts): Pick<Services, 'openExternalPage'> {
  return {
    openExternalPage: async ({ page }) => {
      const address = await ports.openExternalPage(page);
      return address === null
        ? succeed(null)
        : fail('cannot-open', message('failure.page-not-opened', { address }));
    },
  };
}
