import type { AppFacts, startupSchema } from '../../contract/ipc/startup-schema.ts';
import { succeed } from '../../contract/failure.ts';
import type { LanguageChoice } from '../../contract/settings.ts';
import type { ServicesOf } from '../../ipc/redacted-answers.ts';
import type { SupportContactStore } from '../../profile/support-contact-store.ts';

export interface StartupPorts {
  readonly appFacts: AppFacts;
  /** What the person chose to read in. */
  readonly language: { current(): LanguageChoice };
  readonly supportContacts: SupportContactStore;
}

/** Answers what the page asks for before it draws anything. */
export function startupServices(ports: StartupPorts): ServicesOf<typeof startupSchema> {
  return {
    app: {
      facts: async () => succeed(ports.appFacts),
      language: async () => succeed({ language: ports.language.current() }),
    },
    support: { profile: async () => succeed(ports.supportContacts.shown()) },
  };
}
