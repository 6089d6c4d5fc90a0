import { fail, succeed, thenSucceed } from '../../contract/failure.ts';
import { message } from '../../i18n/message.ts';
import type { Services } from '../../ipc/redacted-answers.ts';
import type { SessionPorts } from '../session-ports.ts';

/** Answers `residencyPage.*`. */
export function residencyPageService(ports: SessionPorts): Services['residencyPage'] {
  const { residencyPage } = ports;
  return {
    // The window follows the page's state and does not wait until it has loaded.
    open: thenSucceed(() => void residencyPage.open()),
    command: thenSucceed(({ command }) => residencyPage.command(command)),
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
  };
}
