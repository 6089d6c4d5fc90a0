import { mkdtempSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect } from 'vitest';

/** Whether files have modes here, folders may hold pipes, and a signal can be caught by the program that it is sent to. */
export const IS_POSIX = process.platform !== 'win32';

/** Whether this user may make symbolic links; Windows wants an administrator or its developer mode for that. */
export const CAN_LINK = IS_POSIX || triesToLink();

function triesToLink(): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'link-'));
  try {
    symlinkSync(join(folder, 'target'), join(folder, 'link'));
    return true;
  } catch {
    return false;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Expects that a file or folder is there with this mode. Windows keeps no mode: there it has to be there, and who may read
 * it is said by the folder above it, which in a person's own profile is that person alone.
 */
export function expectMode(path: string, mode: number): void {
  const found = statSync(path).mode & 0o777;
  if (IS_POSIX) expect(found.toString(8), path).toBe(mode.toString(8));
}

/**
 * How a process ended that killed itself with SIGKILL, as its parent is told: by the signal, or on Windows, which has no
 * signals, with the exit code 1 (nodejs.org, "Signal events").
 */
export const KILLED_ITSELF = IS_POSIX
  ? ({ exitCode: null, signal: 'SIGKILL' } as const)
  : ({ exitCode: 1, signal: null } as const);
