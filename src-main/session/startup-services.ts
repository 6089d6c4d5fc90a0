import type { ChannelOutput, Services } from '../contract/ipc/channels.ts';
import { succeed } from '../contract/failure.ts';
import type { FirstName } from '../contract/ipc/startup-channels.ts';
import type { LanguageChoice } from '../contract/settings.ts';
import type { SupportBook } from '../profile/support-contact-store.ts';

export interface FirstPorts {
  readonly appFacts: ChannelOutput<'appFacts'>;
  /** What the person chose to read in. */
  readonly language: { current(): LanguageChoice };
  readonly supportBook: SupportBook;
}

/** What the page asks for before it draws anything, one function a channel. */
export function firstServices(ports: FirstPorts): Pick<Services, FirstName> {
  return {
    appFacts: async () => succeed(ports.appFacts),
    languageChoice: async () => succeed({ language: ports.language.current() }),
    supportProfile: async () => succeed(ports.supportBook.shown()),
  };
}
