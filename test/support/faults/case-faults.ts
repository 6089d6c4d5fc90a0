import { readdirSync } from 'node:fs';
import { unlink } from 'node:fs/promises';
import { join } from 'node:path';

import { NODE_CASES } from '../../../src-main/cases/case-folder.ts';
import type { CaseIo } from '../../../src-main/cases/case-folder.ts';
import { errno, watchedStorage } from './storage-faults.ts';
import type { StorageStep } from './storage-faults.ts';

export type CaseStep = StorageStep | 'kindOf' | 'removeFolder';

/** The file system of this computer, told of each step before it happens, as `watchedStorage` is. */
export function watchedCases(before: (step: CaseStep) => void | Promise<never>): CaseIo {
  return {
    ...watchedStorage(before),
    kindOf: async (path) => {
      await before('kindOf');
      return NODE_CASES.kindOf(path);
    },
    writtenAt: (path) => NODE_CASES.writtenAt(path),
    removeFolder: async (path) => {
      await before('removeFolder');
      if ((await NODE_CASES.kindOf(path)) === 'folder') {
        for (const entry of readdirSync(path, { withFileTypes: true })) {
          if (entry.isFile()) await unlink(join(path, entry.name));
          await before('removeFolder');
        }
      }
      await NODE_CASES.removeFolder(path);
    },
  };
}

/** The file system, which does step number `turn` of a kind wrong. */
export function faultyCases(step: CaseStep, code: string, turn = 1): CaseIo {
  let turns = 0;
  return watchedCases((each) => {
    if (each !== step) return;
    turns += 1;
    if (turns === turn) throw errno(code);
  });
}
