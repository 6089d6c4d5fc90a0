import type { ChannelOutput, Services } from '../contract/ipc/channels.ts';
import { succeed } from '../contract/failure.ts';
import type { FirstName } from '../contract/ipc/startup-channels.ts';
import type { LanguageChoice } from '../contract/settings.ts';
import type { SupportContactStore } from '../profile/support-contact-store.ts';

export interface FirstPorts {
  readonly appFacts: ChannelOutput<'appFacts'>;
  /** What the person chose to read in. */
  readonly language: { current(): LanguageChoice };
  readonly supportContacts: SupportContactStore;
}

/** What the page asks for before it draws anything, one function a channel. */
export function startupServices(ports: FirstPorts): Pick<Services, FirstName> {
  return {
    appFacts: async () => succeed(ports.appFacts),
    languageChoice: async () => succeed({ language: ports.language.current() }),
    supportProfile: async () => succeed(ports.supportContacts.shown()),
  };
}
