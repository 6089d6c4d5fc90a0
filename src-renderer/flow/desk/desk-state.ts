import type { Failure } from '../../../src-main/contract/failure.ts';
import type { ArrivedBundle } from '../../../src-main/contract/report/verification.ts';
import type { DeskEvent, DeskText } from './desk-events.ts';

/** A file from a customer, and the bundles in it. */
export interface DeskFile {
  readonly id: number;
  readonly name: string;
  readonly reading:
    | { readonly state: 'reading' }
    | { readonly state: 'failed'; readonly failure: Failure }
    | { readonly state: 'read'; readonly bundles: readonly ArrivedBundle[] };
}

/** Support's desk: what was opened, and what of it is looked at. */
export interface DeskState {
  readonly files: readonly DeskFile[];
  readonly leftOut: number;
  /** The file whose bundles have their texts and pictures; those of all others are read again when they are opened. */
  readonly wholeId: number | null;
  /** The bundle that is shown; null for the list. */
  readonly open: { readonly id: number; readonly at: number } | null;
  /** The file of that bundle whose text is shown. */
  readonly chosenPath: string | null;
  readonly copied: { readonly text: DeskText; readonly failure: Failure | null } | null;
}

/** One line of the list: a bundle, or a file that is being read or could not be. */
export interface DeskRow {
  readonly id: number;
  readonly at: number;
  readonly name: string;
  readonly file: DeskFile;
  readonly bundle: ArrivedBundle | null;
}

export const EMPTY_DESK: DeskState = {
  files: [],
  leftOut: 0,
  wholeId: null,
  open: null,
  chosenPath: null,
  copied: null,
};

/** Returns the lines of the list; a mail with several reports has several. */
export function rowsOf({ files }: DeskState): DeskRow[] {
  return files.flatMap((file): DeskRow[] => {
    const { id, name, reading } = file;
    return reading.state === 'read'
      ? reading.bundles.map((bundle, at) => ({ id, at, name: bundle.source, file, bundle }))
      : [{ id, at: 0, name, file, bundle: null }];
  });
}

/** Returns the line that is open; null where the list is shown. */
export function openRow(desk: DeskState): DeskRow | null {
  const { open } = desk;
  return open === null ? null : (rowsOf(desk).find(({ id, at }) => id === open.id && at === open.at) ?? null);
}

/** Whether the open bundle still waits for its texts and pictures. */
export function isContentMissing({ open, wholeId }: DeskState): boolean {
  return open !== null && open.id !== wholeId;
}

/** The state of the desk after an event. Pure; an answer about a file that is no longer there changes nothing. */
export function reduceDesk(desk: DeskState, event: DeskEvent): DeskState {
  switch (event.type) {
    case 'file-opened': {
      const files = event.files.map(({ id, name }) => ({ id, name, reading: { state: 'reading' } as const }));
      const [first, ...others] = files;
      const open = first !== undefined && others.length === 0 ? { id: first.id, at: 0 } : null;
      return { ...EMPTY_DESK, files, leftOut: event.leftOut, open };
    }
    case 'file-verified':
      return hasFile(desk, event.id) ? onVerified(desk, event.id, event.bundles) : desk;
    case 'file-failed': {
      const failed = { state: 'failed', failure: event.failure } as const;
      return hasFile(desk, event.id) ? withReading(desk, event.id, failed) : desk;
    }
    case 'bundle-opened': {
      const row = openRow({ ...desk, open: event });
      if (row === null || row.bundle === null) return desk;
      const open = { id: event.id, at: event.at };
      return { ...desk, open, chosenPath: row.bundle.files[0]?.path ?? null, copied: null };
    }
    case 'file-chosen':
      return { ...desk, chosenPath: event.path };
    case 'text-copied':
      return desk.open === null ? desk : { ...desk, copied: { text: event.text, failure: event.failure } };
  }
}

/** The desk with its list in sight again; null where there is no list to go back to. */
export function backToList(desk: DeskState): DeskState | null {
  return desk.open !== null && rowsOf(desk).length > 1
    ? { ...desk, open: null, chosenPath: null, copied: null }
    : null;
}

function onVerified(desk: DeskState, id: number, bundles: readonly ArrivedBundle[]): DeskState {
  const isWhole = desk.files.length === 1 || desk.open?.id === id;
  if (!isWhole) return withReading(desk, id, { state: 'read', bundles: bundles.map(withoutFiles) });
  // One mail may bring several reports, which make a list.
  const isList = desk.files.length === 1 && bundles.length > 1 && desk.wholeId === null;
  const open = isList ? null : desk.open;
  const files = desk.files.map((file) => (file.id === desk.wholeId ? emptied(file) : file));
  const chosenPath = open === null ? null : (bundles[open.at]?.files[0]?.path ?? null);
  return withReading({ ...desk, wholeId: id, open, files, chosenPath }, id, { state: 'read', bundles });
}

function hasFile({ files }: DeskState, id: number): boolean {
  return files.some((file) => file.id === id);
}

function withReading(desk: DeskState, id: number, reading: DeskFile['reading']): DeskState {
  return { ...desk, files: desk.files.map((file) => (file.id === id ? { ...file, reading } : file)) };
}

function emptied(file: DeskFile): DeskFile {
  return file.reading.state === 'read'
    ? { ...file, reading: { state: 'read', bundles: file.reading.bundles.map(withoutFiles) } }
    : file;
}

/** A list of many bundles would not fit into memory with all their pictures. */
function withoutFiles(bundle: ArrivedBundle): ArrivedBundle {
  return { ...bundle, files: [] };
}
