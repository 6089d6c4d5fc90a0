import { nextTurn } from '../cooperative-steps.ts';

/** A mail draft taken apart. */
export interface OpenedDraft {
  /** Heads and boundaries, without what is encoded. */
  readonly frame: Buffer;
  /** The words of the mail, decoded. */
  readonly words: Buffer;
  /** Resolves with whether the attachment is `zip`, byte for byte. */
  readonly holds: (zip: Uint8Array) => Promise<boolean>;
}

const BOUNDARY = /\bboundary="([^"\r\n]{1,70})"/u;
const BLANK_LINE = '\r\n\r\n';
/** About a megabyte of base64. */
const LINES_A_TURN = 16_384;

/**
 * Opens a mail draft of two parts in base64 (MIME, RFC 2045 and 2046), words first, attachment second. Returns null for
 * anything else. Independent of the writer.
 */
export function openDraft(draft: Uint8Array): OpenedDraft | null {
  const whole = Buffer.from(draft.buffer, draft.byteOffset, draft.byteLength);
  const headEnd = whole.indexOf(BLANK_LINE);
  const boundary = BOUNDARY.exec(whole.toString('latin1', 0, Math.max(0, headEnd)))?.[1];
  if (boundary === undefined) return null;
  const marks = positionsOf(whole, `--${boundary}`, headEnd);
  if (marks.length !== 3) return null;
  const bodies = marks.slice(0, 2).map((mark, index) => {
    const start = whole.indexOf(BLANK_LINE, mark) + BLANK_LINE.length;
    return { start, end: (marks[index + 1] ?? start) - '\r\n'.length };
  });
  const [words, attachment] = bodies;
  if (words === undefined || attachment === undefined || words.start >= words.end) return null;
  return {
    frame: Buffer.concat([
      whole.subarray(0, words.start),
      whole.subarray(words.end, attachment.start),
      whole.subarray(attachment.end),
    ]),
    words: Buffer.from(whole.toString('latin1', words.start, words.end), 'base64'),
    holds: async (zip) => isBase64Of(whole.subarray(attachment.start, attachment.end), zip),
  };
}

function positionsOf(whole: Buffer, text: string, from: number): number[] {
  const positions: number[] = [];
  for (let at = whole.indexOf(text, from); at >= 0; at = whole.indexOf(text, at + 1)) positions.push(at);
  return positions;
}

async function isBase64Of(encoded: Buffer, zip: Uint8Array): Promise<boolean> {
  const lineLength = encoded.indexOf('\n') + 1;
  const step = (lineLength === 0 ? encoded.length : lineLength) * LINES_A_TURN;
  let at = 0;
  for (let start = 0; start < encoded.length; start += step) {
    const piece = Buffer.from(encoded.toString('latin1', start, start + step), 'base64');
    if (!piece.equals(zip.subarray(at, at + piece.length))) return false;
    at += piece.length;
    await nextTurn();
  }
  return at === zip.length;
}
