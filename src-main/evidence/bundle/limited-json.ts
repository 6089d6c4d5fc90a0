import { parseJsonBytes } from '../../contract/text/json.ts';
import { inTurns, nextTurn, toEnd } from '../cooperative-steps.ts';
import type { Steps } from '../cooperative-steps.ts';

/** Bytes; answers are kept to 128 KiB each, so a document of ours has a few megabytes. */
const MAX_JSON_BYTES = 16 * 1024 * 1024;
/** Values, names and brackets. Parsing a megabyte of them blocks the process, parsing a long text does not. */
const MAX_JSON_PARTS = 100_000;
const BYTES_A_STEP = 256 * 1024;

/** Returns the value of a JSON file; undefined for anything else, and for more bytes or parts than any of ours. */
export function limitedJson(bytes: Uint8Array): unknown {
  return toEnd(hasFewParts(bytes)) ? parseJsonBytes(bytes) : undefined;
}

/** Resolves with the same; handles events in between. */
export async function limitedJsonInTurns(bytes: Uint8Array): Promise<unknown> {
  const value = (await inTurns(hasFewParts(bytes))) ? parseJsonBytes(bytes) : undefined;
  await nextTurn();
  return value;
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
/** Each of `,` `:` `[` `{` begins a part. */
const BEGINS_PART = new Set([0x2c, 0x3a, 0x5b, 0x7b]);

function* hasFewParts(bytes: Uint8Array): Steps<boolean> {
  if (bytes.length > MAX_JSON_BYTES) return false;
  let isInString = false;
  let parts = 0;
  for (let at = 0, end = BYTES_A_STEP; at < bytes.length; end += BYTES_A_STEP) {
    for (; at < end && at < bytes.length; at += 1) {
      const byte = bytes[at] ?? 0;
      if (byte === QUOTE) isInString = !isInString;
      else if (isInString) at += byte === BACKSLASH ? 1 : 0;
      else if (BEGINS_PART.has(byte)) parts += 1;
    }
    if (parts > MAX_JSON_PARTS) return false;
    yield;
  }
  return true;
}
