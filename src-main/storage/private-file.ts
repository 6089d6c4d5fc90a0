import { open } from 'node:fs/promises';

const OWNER_ONLY = 0o600;

/** A file that is being written; each function rejects with Node's error. */
export interface OpenFile {
  /** Writes all of `bytes`. */
  write(bytes: Uint8Array): Promise<void>;
  /** Returns once the bytes are on the disk. */
  sync(): Promise<void>;
  close(): Promise<void>;
}

/** Makes a new file that its owner alone may read and write. Rejects with EEXIST if the name is taken. */
export async function createPrivateFile(path: string): Promise<OpenFile> {
  const file = await open(path, 'wx', OWNER_ONLY);
  return {
    write: (bytes) => file.writeFile(bytes),
    sync: () => file.sync(),
    close: () => file.close(),
  };
}
