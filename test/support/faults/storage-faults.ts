import { NODE_STORAGE } from '../../../src-main/storage/atomic-file.ts';
import type { StorageIo } from '../../../src-main/storage/atomic-file.ts';

/** The steps at which a fault can be made. */
export type StorageStep =
  | 'create'
  | 'write'
  | 'sync'
  | 'close'
  | 'read'
  | 'rename'
  | 'remove'
  | 'list'
  | 'makeFolder'
  | 'syncFolder';

/** An error as Node's `fs` rejects with. */
export function errno(code: string): Error {
  return Object.assign(new Error(`${code}: made by a test`), { code });
}

/**
 * The file system of this computer, told of each step before it happens; what `before` throws is the fault, and a promise
 * of it is waited for. A fault in writing comes when half of the bytes are in the file.
 */
export function watchedStorage(before: (step: StorageStep) => void | Promise<never>): StorageIo {
  const told = async <T>(step: StorageStep, work: () => Promise<T>): Promise<T> => {
    await before(step);
    return work();
  };
  return {
    create: async (path) => {
      const file = await told('create', () => NODE_STORAGE.create(path));
      return {
        write: async (bytes) => {
          const half = Math.floor(bytes.length / 2);
          await file.write(bytes.subarray(0, half));
          await told('write', () => file.write(bytes.subarray(half)));
        },
        sync: () => told('sync', () => file.sync()),
        close: async () => {
          await file.close();
          await before('close');
        },
      };
    },
    read: (path, most) => told('read', () => NODE_STORAGE.read(path, most)),
    rename: (from, to) => told('rename', () => NODE_STORAGE.rename(from, to)),
    remove: (path) => told('remove', () => NODE_STORAGE.remove(path)),
    list: (folder) => told('list', () => NODE_STORAGE.list(folder)),
    makeFolder: (path) => told('makeFolder', () => NODE_STORAGE.makeFolder(path)),
    syncFolder: (folder) => told('syncFolder', () => NODE_STORAGE.syncFolder(folder)),
    pause: async () => undefined,
  };
}

/** The file system, which does one step of a kind wrong: the first, or each of them. */
export function faultyStorage(step: StorageStep, code: string, turns: 'once' | 'always' = 'once'): StorageIo {
  let isSpent = false;
  return watchedStorage((each) => {
    if (each !== step || isSpent) return;
    isSpent = turns === 'once';
    throw errno(code);
  });
}

/** The file system until the power goes: from step number `last + 1` on, nothing happens any more. */
export function storageUntilPowerCut(last: number): StorageIo {
  let steps = 0;
  return watchedStorage(() => {
    steps += 1;
    if (steps > last) throw errno('EIO');
  });
}
