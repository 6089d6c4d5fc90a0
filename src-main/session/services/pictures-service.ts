import { succeed } from '../../contract/failure.ts';
import type { Services } from '../../ipc/redacted-answers.ts';
import type { SessionPorts } from '../session-ports.ts';

/** Answers `pictures.*`: the pictures that go along with the evidence. */
export function picturesService(ports: SessionPorts): Services['pictures'] {
  const { pictureStore } = ports;
  return {
    add: ({ bytes, way }) => pictureStore.add(bytes, way),
    bytes: async ({ id }) => pictureStore.bytesOf(id),
    list: async () => succeed(pictureStore.list()),
    edit: async ({ id, edit }) => pictureStore.edit(id, edit),
    remove: async ({ id }) => succeed(pictureStore.remove(id)),
    listSources: async () => succeed(await ports.listSources()),
    capture: async ({ id }) => {
      const png = await ports.captureSource(id);
      return png.ok ? pictureStore.add(png.value, 'screen') : png;
    },
  };
}
