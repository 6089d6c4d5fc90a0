import { useMemo, useRef } from 'react';

import { fail } from '../../../src-main/contract/failure.ts';
import type { Result } from '../../../src-main/contract/failure.ts';
import { escapeControlCharacters } from '../../../src-main/contract/input/control-characters.ts';
import type { Bridge } from '../../../src-main/contract/ipc/ipc-schema.ts';
import { MAX_ARRIVAL, MAX_ARRIVAL_NAME } from '../../../src-main/contract/values.ts';
import type { ArrivedBundle } from '../../../src-main/contract/report/verification.ts';
import { message } from '../../../src-main/i18n/message.ts';
import { ask } from '../../bridge.ts';
import type { DeskEvent, DeskText } from './desk-events.ts';
import type { DeskRow, DeskState } from './desk-state.ts';

/** Files that are opened at once. */
const MAX_FILES = 200;

type Dispatch = (event: DeskEvent) => void;

/** A file of the window or of the main process; its bytes are read each time that it is inspected. */
interface DeskFileSource {
  readonly name: string;
  readonly inspect: () => Promise<Result<readonly ArrivedBundle[]>>;
}

/** What support can ask for at the desk. */
export interface DeskActions {
  /** Inspects files that were dropped or chosen, in place of those before. */
  readonly open: (files: readonly File[]) => void;
  /** The same with the files that the main process was given to open; resolves as soon as it has said which, if any. */
  readonly openPending: () => Promise<void>;
  /** Shows one line of the list, and reads its file again where its texts are not there. */
  readonly openRow: (row: DeskRow, desk: DeskState) => void;
  readonly choosePath: (path: string) => void;
  readonly copy: (which: DeskText, text: string) => void;
}

/** Returns the actions of the desk; the same object every time. */
export function useDeskActions(bridge: Bridge, dispatch: Dispatch): DeskActions {
  const opened = useRef<ReadonlyMap<number, DeskFileSource>>(new Map());
  const lastId = useRef(0);
  return useMemo((): DeskActions => {
    const open = async (sources: readonly DeskFileSource[]): Promise<void> => {
      if (sources.length === 0) return;
      const taken = sources.slice(0, MAX_FILES).map((source) => [(lastId.current += 1), source] as const);
      const mine = new Map(taken);
      opened.current = mine;
      dispatch({
        type: 'file-opened',
        files: taken.map(([id, { name }]) => ({ id, name: escapeControlCharacters(name.toWellFormed()) })),
        leftOut: sources.length - taken.length,
      });
      for (const [id, source] of taken) {
        // Other files were opened meanwhile.
        if (opened.current !== mine) return;
        await inspect(dispatch, id, source);
      }
    };
    return {
      open: (files) => void open(files.map((file) => ofWindow(bridge, file))),
      openPending: async () => {
        const names = await ask(() => bridge.evidence.takePending(null));
        if (names.ok) void open(names.value.map((name, at) => ofMain(bridge, name, at)));
      },
      openRow: ({ id, at }, desk) => {
        dispatch({ type: 'bundle-opened', id, at });
        const source = opened.current.get(id);
        if (desk.wholeId !== id && source !== undefined) void inspect(dispatch, id, source);
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

function ofWindow(bridge: Bridge, file: File): DeskFileSource {
  const name = file.name.slice(0, MAX_ARRIVAL_NAME);
  return {
    name,
    inspect: async () => {
      const bytes = await bytesOf(file);
      if (bytes !== null) return ask(() => bridge.evidence.verify({ name, bytes }));
      const shown = escapeControlCharacters(name.toWellFormed());
      return fail('bad-input', message('desk.not-a-file', { name: shown }));
    },
  };
}

/** `at` is the place in the list that the main process gave. */
function ofMain(bridge: Bridge, name: string, at: number): DeskFileSource {
  return { name, inspect: () => ask(() => bridge.evidence.verifyTaken({ at })) };
}

async function inspect(dispatch: Dispatch, id: number, source: DeskFileSource): Promise<void> {
  const answer = await source.inspect();
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
