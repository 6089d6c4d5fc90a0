import { open } from 'node:fs/promises';

const OWNER_ONLY = 0o600;

/** An open file; each function rejects with Node's error. */
export interface OpenFile {
  write(bytes: Uint8Array): Promise<void>;
  /** Resolves once the bytes are on the disk. */
  sync(): Promise<void>;
  close(): Promise<void>;
}

/** Creates a file with mode 0600. Rejects with EEXIST if it exists. */
export async function createPrivateFile(path: string): Promise<OpenFile> {
  const file = await open(path, 'wx', OWNER_ONLY);
  return {
    write: (bytes) => file.writeFile(bytes),
    sync: () => file.sync(),
    close: () => file.close(),
  };
}
