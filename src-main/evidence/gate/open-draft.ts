import { nextTurn } from '../cooperative-steps.ts';

const BOUNDARY = /\bboundary="([^"\r\n]{1,70})"/u;
const BLANK_LINE = '\r\n\r\n';
/** About a megabyte of base64. */
const LINES_A_TURN = 16_384;

/**
 * Opens a mail draft of two parts in base64 (MIME, RFC 2045 and 2046), words first, attachment second. Returns null for
 * anything else. Independent of the writer.
 */
export function openDraft(draft: Uint8Array) {
  const whole = Buffer.from(draft.buffer, draft.byteOffset, draft.byteLength);
  const headEnd = whole.indexOf(BLANK_LINE);
  const boundary = BOUNDARY.exec(whole.toString('latin1', 0, Math.max(0, headEnd)))?.[1];
  if (boundary === undefined) return null;
  const marks = positionsOf(whole, `--${boundary}`, headEnd);
  if (marks.length !== 3) return null;
  const [words, attachment] = marks.slice(0, 2).map((mark, index) => ({
    start: whole.indexOf(BLANK_LINE, mark) + BLANK_LINE.length,
    end: (marks[index + 1] ?? 0) - '\r\n'.length,
  }));
  if (words === undefined || attachment === undefined || words.start >= words.end) return null;
  return {
    /** Heads and boundaries, without what is encoded. */
    frame: Buffer.concat([
      whole.subarray(0, words.start),
      whole.subarray(words.end, attachment.start),
      whole.subarray(attachment.end),
    ]),
    /** The words of the mail, decoded. */
    words: Buffer.from(whole.toString('latin1', words.start, words.end), 'base64'),
    /** Resolves with whether the attachment is `zip`, byte for byte. */
    holds: (zip: Uint8Array): Promise<boolean> =>
      isBase64Of(whole.subarray(attachment.start, attachment.end), zip),
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
