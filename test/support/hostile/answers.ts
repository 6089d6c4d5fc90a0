import { HOSTILE_BODIES } from './bodies.ts';
import { HOSTILE_HTTP2 } from './http2.ts';
import type { HostileAnswer, HostileRow } from './reply.ts';
import { HOSTILE_TOKENS } from './tokens.ts';
import { HOSTILE_WIRE } from './wire.ts';

/** Every kind of hostile answer that is written in bytes, each under a name of its own. */
export const HOSTILE_ANSWERS: readonly HostileAnswer[] = [
  ...HOSTILE_BODIES,
  ...HOSTILE_WIRE,
  ...HOSTILE_TOKENS,
];

/** Every kind of hostile answer. */
export const HOSTILE_ROWS: readonly HostileRow[] = [...HOSTILE_ANSWERS, ...HOSTILE_HTTP2];

/** A size that stands for one that is exactly at the product's limit, and for one far beyond. */
export const SIZES = [1, 10] as const;
