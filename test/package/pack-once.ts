import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { TestProject } from 'vitest/node';

import { pack } from '../../assets/packaging/pack.ts';
import type { PackedFolder } from '../../assets/packaging/pack.ts';
import { openToUser } from '../support/electron-runtime/packed-app.ts';
import { ownCache, REPOSITORY } from '../support/electron-runtime/places.ts';
import { findElectron } from '../support/electron-runtime/runtime.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The test build that all of these tests look at, and the version of its Electron. */
    packed: PackedFolder & { readonly electron: string };
  }
}

/** Packs a test build once for all tests of this project, with the Electron that is here. */
export default async function packOnce(project: TestProject): Promise<() => void> {
  const home = mkdtempSync(join(tmpdir(), 'packed-'));
  chmodSync(home, 0o755);
  const found = await findElectron(ownCache(), (line) => process.stderr.write(`${line}\n`));
  const packed = await pack({
    repository: REPOSITORY,
    kind: 'test',
    electron: found,
    output: join(home, 'out'),
  });
  await openToUser(packed.folder);
  project.provide('packed', { ...packed, electron: found.electron });
  return () => rmSync(home, { recursive: true, force: true });
}
