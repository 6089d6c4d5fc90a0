import { existsSync, readFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';

import { inject } from 'vitest';

import type { PackedFolder } from '../../assets/packaging/pack.ts';

/** A packed app, and the version of its Electron. */
export type Packed = PackedFolder & { readonly electron: string };
/** How the packing ended. */
export type PackedOrNot = { readonly build: Packed } | { readonly failure: string };

declare module 'vitest' {
  interface ProvidedContext {
    /** The file that says how the packing ended, as soon as it has. */
    packed: string;
  }
}

const LOOK_EVERY_MS = 50;

/** The test build that all tests of this project look at; waits until it is packed. Rejects when that failed. */
export async function packedBuild(): Promise<Packed> {
  const told = inject('packed');
  while (!existsSync(told)) await setTimeout(LOOK_EVERY_MS);
  const outcome: PackedOrNot = JSON.parse(readFileSync(told, 'utf8'));
  if ('failure' in outcome) throw new Error(`The app could not be packed: ${outcome.failure}`);
  return outcome.build;
}
