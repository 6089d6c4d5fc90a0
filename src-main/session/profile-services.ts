import type { Services } from '../contract/ipc/channels.ts';
import { fail, succeed } from '../contract/failure.ts';
import type { Result } from '../contract/failure.ts';
import type { SupportContactStore } from '../profile/support-contact-store.ts';
import { message } from '../i18n/message.ts';

export interface ProfilePorts {
  readonly supportContacts: SupportContactStore;
  /** Asks the person for a profile and reads it; null if they closed the dialog. */
  readonly chooseProfile: () => Promise<Result<Uint8Array> | null>;
  /** Opens a page in the person's browser; false if none took it. */
  readonly openPage: (address: string) => Promise<boolean>;
}

type ProfileServices = Pick<Services, 'openSupportProfile' | 'removeSupportProfile' | 'openSupportLink'>;

/** What the window may ask for around support's profile, besides who is shown. */
export function profileServices({ supportContacts, chooseProfile, openPage }: ProfilePorts): ProfileServices {
  return {
    openSupportProfile: async () => {
      const chosen = await chooseProfile();
      if (chosen === null) return succeed(null);
      return chosen.ok ? supportContacts.open(chosen.value) : chosen;
    },
    removeSupportProfile: () => supportContacts.remove(),
    openSupportLink: async ({ index }) => {
      // Only the number comes from the window; the address is the profile's own, which was checked as it was read.
      const link = supportContacts.shown().support.links[index];
      if (link === undefined) return fail('nothing-to-do', message('failure.link.gone'));
      return (await openPage(link.address))
        ? succeed(null)
        : fail('cannot-open', message('failure.link.browser', { address: link.address }));
    },
  };
}
