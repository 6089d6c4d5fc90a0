import type { PictureStore } from '../capture/picture-store.ts';
import type { Residency } from '../contract/diagnosis.ts';
import { fail, succeed } from '../contract/failure.ts';
import type { Result } from '../contract/failure.ts';
import type { ExternalPage } from '../contract/ipc/pages.ts';
import type { Box, ResidencyCommand, ResidencyFact } from '../contract/picture.ts';
import { message } from '../i18n/message.ts';
import type { Message } from '../i18n/message.ts';
import type { Services } from '../ipc/redacted-answers.ts';

/** Atlassian's Data residency page in a window of its own; the adapter lives in capture/. */
export interface ResidencyPage {
  /** Resolves when the page has loaded. */
  open(): Promise<void>;
  command(command: ResidencyCommand): Promise<void>;
  take(part: 'visible' | 'whole'): Promise<
    Result<{
      readonly png: Uint8Array;
      readonly facts: readonly ResidencyFact[];
      readonly residency: Residency;
      readonly proposals: readonly Box[];
      readonly hint: Message | null;
    }>
  >;
  forget(): Promise<void>;
}

export interface ResidencyPagePorts {
  readonly residencyPage: ResidencyPage;
  readonly pictureStore: PictureStore;
  /** Opens a page of the closed list. Resolves with null once a browser took it, else with the page's address. */
  readonly openExternalPage: (page: ExternalPage) => Promise<string | null>;
}

/** Answers `residencyPage.*`. */
export function residencyPageService(ports: ResidencyPagePorts): Services['residencyPage'] {
  const { residencyPage } = ports;
  return {
    open: async () => {
      // The window follows the page's state and does not wait until it has loaded.
      void residencyPage.open();
      return succeed(null);
    },
    command: async ({ command }) => {
      await residencyPage.command(command);
      return succeed(null);
    },
    take: async ({ part }) => {
      const taken = await residencyPage.take(part);
      if (!taken.ok) return taken;
      const { png, facts, residency, proposals, hint } = taken.value;
      const added = await ports.pictureStore.add(png, 'page', proposals, hint);
      if (!added.ok) return added;
      return added.value.kind === 'added'
        ? succeed({ picture: added.value.picture, facts: [...facts], residency })
        : fail('our-fault', message('failure.picture.form'));
    },
    openInBrowser: async () =>
      (await ports.openExternalPage('admin')) === null
        ? succeed(null)
        : fail('cannot-open', message('failure.browser')),
  };
}
