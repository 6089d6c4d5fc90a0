import { fail, succeed } from '../../contract/failure.ts';
import { message } from '../../i18n/message.ts';
import type { Services } from '../../ipc/redacted-answers.ts';
import type { SessionPorts } from '../session-ports.ts';

/** Answers `support.*`: who helps, and the profile that says so. */
export function supportService(ports: SessionPorts): Services['support'] {
  const { supportContacts } = ports;
  return {
    profile: async () => succeed(supportContacts.shown()),
    openProfile: async () => {
      const chosen = await ports.chooseProfile();
      if (chosen === null) return succeed(null);
      return chosen.ok ? supportContacts.open(chosen.value) : chosen;
    },
    openDropped: ({ bytes }) => supportContacts.openDropped(bytes),
    removeProfile: () => supportContacts.remove(),
    openLink: async ({ index }) => {
      // Only the number comes from the window; the address is the profile's own, which was checked as it was read.
      const link = supportContacts.shown().support.links[index];
      if (link === undefined) return fail('nothing-to-do', message('failure.link.gone'));
      return (await ports.openPage(link.address))
        ? succeed(null)
        : fail('cannot-open', message('failure.link.browser', { address: link.address }));
    },
  };
}
