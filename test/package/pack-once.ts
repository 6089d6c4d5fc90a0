import { chmodSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { TestProject } from 'vitest/node';

import { pack } from '../../assets/packaging/pack.ts';
import { openToUser } from '../support/electron-runtime/launching/packed-app.ts';
import { ownCache, REPOSITORY } from '../support/electron-runtime/places.ts';
import { findElectron } from '../support/electron-runtime/runtime.ts';
import type { Packed, PackedOrNot } from '../support/packed-build.ts';

/**
 * Packs a test build once for all tests of this project, with the Electron that is here. Other tests run meanwhile:
 * `packedBuild` waits for it.
 */
export default function packOnce(project: TestProject): () => Promise<void> {
  const home = mkdtempSync(join(tmpdir(), 'packed-'));
  chmodSync(home, 0o755);
  const told = join(home, 'packed.json');
  const tell = (outcome: PackedOrNot): void => {
    writeFileSync(`${told}.part`, JSON.stringify(outcome));
    renameSync(`${told}.part`, told);
  };
  const packed = packInto(join(home, 'out')).then(
    (build) => tell({ build }),
    (error: unknown) => tell({ failure: String(error) }),
  );
  project.provide('packed', told);
  return async () => {
    await packed;
    rmSync(home, { recursive: true, force: true });
  };
}

async function packInto(output: string): Promise<Packed> {
  const found = await findElectron(ownCache(), (line) => process.stderr.write(`${line}\n`));
  const packed = await pack({ repository: REPOSITORY, kind: 'test', electron: found, output });
  await openToUser(packed.folder);
  return { ...packed, electron: found.electron };
}
