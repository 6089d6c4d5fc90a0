import { parseJsonBytes } from '../../contract/json.ts';
import { inTurns, nextTurn, toEnd } from '../cooperative-steps.ts';
import type { Steps } from '../cooperative-steps.ts';

/** Bytes of a JSON file that are read; answers are kept to 128 KiB each, so that a document of ours has a few megabytes. */
const MAX_JSON_BYTES = 16 * 1024 * 1024;
/** Values, names and brackets of a JSON file. The parse of a megabyte of them holds everything else up, that of a long text does not. */
const MAX_JSON_PARTS = 100_000;
/** Bytes that are looked at in a step. */
const BYTES_A_STEP = 256 * 1024;

/** Reads a JSON file; undefined if it is none, or larger or of more parts than any of ours. Never throws. */
export function limitedJson(bytes: Uint8Array): unknown {
  return toEnd(hasFewParts(bytes)) ? parseJsonBytes(bytes) : undefined;
}

/** The same; others have their turn meanwhile. Never rejects. */
export async function limitedJsonInTurns(bytes: Uint8Array): Promise<unknown> {
  if (!(await inTurns(hasFewParts(bytes)))) return undefined;
  const value = parseJsonBytes(bytes);
  await nextTurn();
  return value;
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
/** Each of `,` `:` `[` `{` begins a part. */
const BEGINS_PART = new Set([0x2c, 0x3a, 0x5b, 0x7b]);

function* hasFewParts(bytes: Uint8Array): Steps<boolean> {
  if (bytes.length > MAX_JSON_BYTES) return false;
  const state = { at: 0, isInString: false, parts: 0 };
  while (state.at < bytes.length) {
    countParts(bytes, Math.min(bytes.length, state.at + BYTES_A_STEP), state);
    if (state.parts > MAX_JSON_PARTS) return false;
    yield;
  }
  return true;
}

function countParts(
  bytes: Uint8Array,
  end: number,
  state: { at: number; isInString: boolean; parts: number },
): void {
  let { at, isInString, parts } = state;
  for (; at < end; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte === QUOTE) isInString = !isInString;
    else if (isInString) at += byte === BACKSLASH ? 1 : 0;
    else if (BEGINS_PART.has(byte)) parts += 1;
  }
  Object.assign(state, { at, isInString, parts });
}
