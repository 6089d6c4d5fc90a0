import { HOSTILE_BODIES } from './bodies.ts';
import type { HostileAnswer } from './reply.ts';
import { HOSTILE_TOKENS } from './tokens.ts';
import { HOSTILE_WIRE } from './wire.ts';

/** Every kind of hostile answer, each under a name of its own. */
export const HOSTILE_ANSWERS: readonly HostileAnswer[] = [
  ...HOSTILE_BODIES,
  ...HOSTILE_WIRE,
  ...HOSTILE_TOKENS,
];

/** A size that stands for one that is exactly at the product's limit, and for one far beyond. */
export const SIZES = [1, 10] as const;
