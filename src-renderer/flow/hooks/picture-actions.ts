import type { Dispatch } from 'react';

import { fail } from '../../../src-main/contract/failure.ts';
import type { Result } from '../../../src-main/contract/failure.ts';
import type { Bridge } from '../../../src-main/contract/ipc/ipc-schema.ts';
import type {
  AddedPicture,
  PictureEdit,
  PictureWay,
  ResidencyCommand,
  ResidencyFact,
} from '../../../src-main/contract/picture.ts';
import { MAX_BITMAP_BYTES } from '../../../src-main/contract/values.ts';
import { message } from '../../../src-main/i18n/message.ts';
import { ask } from '../../bridge.ts';
import type { FlowEvent } from '../events.ts';
import { turnIntoPng } from '../pictures/turn-into-png.ts';

/** What the screenshot's screen can ask for. */
export interface PictureActions {
  /** Takes a picture file in, whatever it is called. */
  readonly addFile: (file: Blob, way: Extract<PictureWay, 'paste' | 'drop' | 'choose'>) => void;
  readonly listSources: () => void;
  /** Takes one of the listed windows, or with null the one that the system asks for. */
  readonly capture: (id: string | null) => void;
  readonly openPage: () => void;
  readonly commandPage: (command: ResidencyCommand) => void;
  readonly takePage: (part: 'visible' | 'whole') => void;
  readonly copyRequest: (text: string) => void;
  readonly chooseFact: (fact: ResidencyFact) => void;
  readonly remove: (id: string) => void;
  readonly openEdit: (id: string) => void;
  readonly edit: (edit: PictureEdit) => void;
  readonly undo: () => void;
  readonly redo: () => void;
}

/** The requests of the screenshot's screen to the main process. */
export function pictureActions(bridge: Bridge, dispatch: Dispatch<FlowEvent>): PictureActions {
  const work = async <T>(request: () => Promise<Result<T>>, done: (value: T) => void): Promise<void> => {
    dispatch({ type: 'picture-work-began' });
    const answer = await ask(request);
    if (answer.ok) done(answer.value);
    else dispatch({ type: 'picture-work-failed', failure: answer.failure });
  };

  const addFile = async (
    file: Blob,
    way: Extract<PictureWay, 'paste' | 'drop' | 'choose'>,
  ): Promise<Result<AddedPicture>> => {
    // One byte more than is taken, so that a file that is too large gets its sentence.
    const bytes = new Uint8Array(await file.slice(0, MAX_BITMAP_BYTES + 1).arrayBuffer());
    const added = await bridge.pictures.add({ bytes, way });
    if (!added.ok || added.value.kind === 'added') return added;
    const png = await turnIntoPng(bytes, added.value.mediaType);
    return png === null
      ? fail('not-a-picture', message('failure.picture.undecodable'))
      : bridge.pictures.add({ bytes: png, way });
  };

  const whenAdded = (added: AddedPicture): void => {
    if (added.kind === 'added') dispatch({ type: 'picture-added', picture: added.picture });
  };

  const quietly = async (request: () => Promise<Result<null>>, done?: () => void): Promise<void> => {
    const answer = await ask(request);
    if (answer.ok) done?.();
    else dispatch({ type: 'picture-work-failed', failure: answer.failure });
  };

  const listSources = async (): Promise<void> => {
    const answer = await ask(() => bridge.pictures.listSources(null));
    if (answer.ok) dispatch({ type: 'sources-listed', sources: answer.value });
  };

  return {
    addFile: (file, way) => void work(() => addFile(file, way), whenAdded),
    listSources: () => void listSources(),
    capture: (id) => void work(() => bridge.pictures.capture({ id }), whenAdded),
    openPage: () => void quietly(() => bridge.residencyPage.open(null)),
    commandPage: (command) => void quietly(() => bridge.residencyPage.command({ command })),
    takePage: (part) =>
      void work(
        () => bridge.residencyPage.take({ part }),
        ({ picture, facts }) => {
          dispatch({ type: 'picture-added', picture });
          dispatch({ type: 'page-read', facts });
        },
      ),
    copyRequest: (text) =>
      void quietly(
        () => bridge.app.copyText({ text }),
        () => dispatch({ type: 'request-copied' }),
      ),
    chooseFact: (fact) => dispatch({ type: 'fact-chosen', fact }),
    remove: (id) =>
      void work(
        () => bridge.pictures.remove({ id }),
        (pictures) => dispatch({ type: 'pictures-changed', pictures }),
      ),
    openEdit: (id) => dispatch({ type: 'edit-opened', id }),
    edit: (edit) => dispatch({ type: 'edit-made', edit }),
    undo: () => dispatch({ type: 'edit-undone' }),
    redo: () => dispatch({ type: 'edit-redone' }),
  };
}
