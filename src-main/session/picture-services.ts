import type { PictureStore } from '../capture/picture-store.ts';
import type { Services } from '../contract/ipc/channels.ts';
import type { Residency } from '../contract/diagnosis.ts';
import { fail, succeed } from '../contract/failure.ts';
import type { Result } from '../contract/failure.ts';
import type { Box, CaptureSources, ResidencyCommand, ResidencyFact } from '../contract/picture.ts';
import type { RedactedText } from '../evidence/redaction/redacted.ts';
import { message } from '../i18n/message.ts';
import type { Message } from '../i18n/message.ts';

/** What the services need of the screen and of Atlassian's window; the adapters live in capture/. */
export interface PicturePorts {
  readonly pictureStore: PictureStore;
  readonly listSources: () => Promise<CaptureSources>;
  readonly captureSource: (id: string | null) => Promise<Result<Uint8Array>>;
  readonly residencyPage: {
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
  };
  /** Opens Atlassian's administration in the person's own browser; false if there is none. */
  readonly openAdminPage: () => Promise<boolean>;
  /** Takes what the page gives to the clipboard; a secret of the open case does not go with it. */
  readonly copyText: (text: RedactedText) => Promise<void>;
}

type PictureServices = Pick<
  Services,
  | 'addPicture'
  | 'pictureBytes'
  | 'heldPictures'
  | 'editPicture'
  | 'removePicture'
  | 'movePicture'
  | 'listCaptureSources'
  | 'captureSource'
  | 'openResidencyPage'
  | 'commandResidencyPage'
  | 'takeResidencyPage'
  | 'openAdminPage'
  | 'copyText'
>;

/** What the window may ask for around the pictures, one function a channel. */
export function pictureServices(
  ports: PicturePorts & { readonly redactCopy: (text: string) => RedactedText },
): PictureServices {
  const { pictureStore, residencyPage } = ports;
  return {
    addPicture: async ({ bytes, way }) => pictureStore.add(bytes, way),
    pictureBytes: async ({ id }) => pictureStore.bytesOf(id),
    heldPictures: async () => succeed([...pictureStore.list()]),
    editPicture: async ({ id, edit }) => copied(pictureStore.edit(id, edit)),
    removePicture: async ({ id }) => succeed([...pictureStore.remove(id)]),
    movePicture: async ({ id, to }) => succeed([...pictureStore.move(id, to)]),
    listCaptureSources: async () => succeed(await ports.listSources()),
    captureSource: async ({ id }) => {
      const png = await ports.captureSource(id);
      return png.ok ? pictureStore.add(png.value, 'screen') : png;
    },
    openResidencyPage: async () => {
      // Opening ends when the page has loaded, and nobody waits for that here.
      void residencyPage.open();
      return succeed(null);
    },
    commandResidencyPage: async ({ command }) => {
      await residencyPage.command(command);
      return succeed(null);
    },
    takeResidencyPage: async ({ part }) => {
      const taken = await residencyPage.take(part);
      if (!taken.ok) return taken;
      const { png, facts, proposals, hint } = taken.value;
      const added = await pictureStore.add(png, 'page', proposals, hint);
      if (!added.ok) return added;
      return added.value.kind === 'added'
        ? succeed({ picture: added.value.picture, facts: [...facts], residency: taken.value.residency })
        : fail('our-fault', message('failure.picture.form'));
    },
    openAdminPage: async () =>
      (await ports.openAdminPage()) ? succeed(null) : fail('cannot-open', message('failure.browser')),
    copyText: async ({ text }) => {
      await ports.copyText(ports.redactCopy(text));
      return succeed(null);
    },
  };
}

function copied<T>(result: Result<readonly T[]>): Result<T[]> {
  return result.ok ? succeed([...result.value]) : result;
}
