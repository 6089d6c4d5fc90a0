import { useMemo, useRef } from 'react';

import { fail } from '../../../src-main/contract/failure.ts';
import { escapeControlCharacters } from '../../../src-main/contract/input/control-characters.ts';
import type { Bridge } from '../../../src-main/contract/ipc/ipc-schema.ts';
import { MAX_ARRIVAL, MAX_ARRIVAL_NAME } from '../../../src-main/contract/values.ts';
import { message } from '../../../src-main/i18n/message.ts';
import { ask } from '../../bridge.ts';
import type { DeskEvent, DeskText } from './desk-events.ts';
import type { DeskRow, DeskState } from './desk-state.ts';

/** Files that are opened at once. */
const MAX_FILES = 200;
/** The file that the main process was given to open; those of the window count from 1. */
const PENDING_ID = 0;

type Dispatch = (event: DeskEvent) => void;

/** What support can ask for at the desk. */
export interface DeskActions {
  /** Inspects files that were dropped or chosen, in place of those before. */
  readonly open: (files: readonly File[]) => void;
  /** Shows one line of the list, and reads its file again where its texts are not there. */
  readonly openRow: (row: DeskRow, desk: DeskState) => void;
  readonly choosePath: (path: string) => void;
  readonly copy: (which: DeskText, text: string) => void;
}

/** Returns the actions of the desk; the same object every time. */
export function useDeskActions(bridge: Bridge, dispatch: Dispatch): DeskActions {
  /** The files by their ids; a File is a handle and holds no bytes. */
  const opened = useRef<ReadonlyMap<number, File>>(new Map());
  const lastId = useRef(PENDING_ID);
  return useMemo((): DeskActions => {
    const open = async (files: readonly File[]): Promise<void> => {
      const taken = files.slice(0, MAX_FILES).map((file) => [(lastId.current += 1), file] as const);
      const mine = new Map(taken);
      opened.current = mine;
      dispatch({
        type: 'file-opened',
        files: taken.map(([id, file]) => ({ id, name: shownName(file) })),
        leftOut: files.length - taken.length,
      });
      for (const [id, file] of taken) {
        // Other files were opened meanwhile.
        if (opened.current !== mine) return;
        await inspect(bridge, dispatch, id, file);
      }
    };
    return {
      open: (files) => {
        if (files.length > 0) void open(files);
      },
      openRow: ({ id, at }, desk) => {
        dispatch({ type: 'bundle-opened', id, at });
        const file = opened.current.get(id);
        if (desk.wholeId !== id && file !== undefined) void inspect(bridge, dispatch, id, file);
      },
      choosePath: (path) => dispatch({ type: 'file-chosen', path }),
      copy: (which, text) => {
        const copy = async (): Promise<void> => {
          const answer = await ask(() => bridge.app.copyText({ text }));
          dispatch({ type: 'text-copied', text: which, failure: answer.ok ? null : answer.failure });
        };
        void copy();
      },
    };
  }, [bridge, dispatch]);
}

/** Shows the file that the main process was given to open, if there is one. */
export async function openPending(bridge: Bridge, dispatch: Dispatch): Promise<void> {
  const answer = await ask(() => bridge.evidence.takePending(null));
  if (answer.ok && answer.value === null) return;
  const name = answer.ok ? escapeControlCharacters(answer.value?.name ?? '') : '';
  dispatch({ type: 'file-opened', files: [{ id: PENDING_ID, name }], leftOut: 0 });
  if (!answer.ok) dispatch({ type: 'file-failed', id: PENDING_ID, failure: answer.failure });
  else if (answer.value !== null)
    dispatch({ type: 'file-verified', id: PENDING_ID, bundles: answer.value.bundles });
}

function shownName({ name }: File): string {
  return escapeControlCharacters(name.slice(0, MAX_ARRIVAL_NAME).toWellFormed());
}

async function inspect(bridge: Bridge, dispatch: Dispatch, id: number, file: File): Promise<void> {
  const bytes = await bytesOf(file);
  if (bytes === null) {
    const unread = fail('bad-input', message('desk.not-a-file', { name: shownName(file) }));
    if (!unread.ok) dispatch({ type: 'file-failed', id, failure: unread.failure });
    return;
  }
  const name = file.name.slice(0, MAX_ARRIVAL_NAME);
  const answer = await ask(() => bridge.evidence.verify({ name, bytes }));
  if (answer.ok) dispatch({ type: 'file-verified', id, bundles: answer.value });
  else dispatch({ type: 'file-failed', id, failure: answer.failure });
}

/** Null for a folder, and for what this computer does not let be read. */
async function bytesOf(file: File): Promise<Uint8Array | null> {
  try {
    return new Uint8Array(await file.slice(0, MAX_ARRIVAL + 1).arrayBuffer());
  } catch {
    return null;
  }
}
