import type { Size } from './picture-canvas.ts';

interface Pixels extends Size {
  readonly rgb: Uint8Array;
}

/** Title bar, tabs and address bar of a window. */
const TOP_PART = 0.15;
/** The frame of a window, and shadows. */
const EDGE_PART = 0.02;
/** Cells along each side of the content. */
const CELLS = 24;
/** Sampled pixels along each side of a cell. */
const SAMPLES = 24;
/** Of a channel to the colour: noise of compression is not content. */
const MAX_DISTANCE = 12;
const MIN_SHARE = 0.98;
/** A pointer, a spinner or an odd pixel lies in a few cells; the words of a table lie in dozens. */
const MAX_CELLS = 6;

/** Whether a picture is one colour down to its last pixel. */
export function isOneColour({ rgb }: Pixels): boolean {
  return rgb.every((value, index) => index < 3 || value === rgb[index - 3]);
}

/**
 * Whether a picture is one colour but for a title bar, a pointer or a few odd pixels, as of a window that refuses to be
 * captured (github.com/electron/electron/issues/46252). A white page with a line of words has content in more places.
 */
export function isAlmostOneColour(picture: Pixels): boolean {
  const { width, height } = picture;
  const left = Math.floor(width * EDGE_PART);
  const top = Math.floor(height * TOP_PART);
  const part = {
    left,
    top,
    width: width - 2 * left,
    height: height - top - Math.floor(height * EDGE_PART),
  };
  const counts = new Map<number, number>();
  visit(picture, part, (colour) => void counts.set(colour, (counts.get(colour) ?? 0) + 1));
  const [main] = [...counts].reduce((best, each) => (each[1] > best[1] ? each : best), [0, 0]);
  const cells = new Set<number>();
  let near = 0;
  let all = 0;
  visit(picture, part, (colour, cell) => {
    all += 1;
    if (distance(colour, main) <= MAX_DISTANCE) near += 1;
    else cells.add(cell);
  });
  return near >= MIN_SHARE * all && cells.size <= MAX_CELLS;
}

/** Calls `see` with the colour and the cell of evenly spread pixels. */
function visit(
  { rgb, width }: Pixels,
  part: { readonly left: number; readonly top: number; readonly width: number; readonly height: number },
  see: (colour: number, cell: number) => void,
): void {
  const columns = Math.min(CELLS * SAMPLES, part.width);
  const rows = Math.min(CELLS * SAMPLES, part.height);
  for (let row = 0; row < rows; row += 1) {
    const y = part.top + Math.floor((row * part.height) / rows);
    const cellRow = Math.floor((row * CELLS) / rows) * CELLS;
    for (let column = 0; column < columns; column += 1) {
      const at = (y * width + part.left + Math.floor((column * part.width) / columns)) * 3;
      const colour = ((rgb[at] ?? 0) << 16) | ((rgb[at + 1] ?? 0) << 8) | (rgb[at + 2] ?? 0);
      see(colour, cellRow + Math.floor((column * CELLS) / columns));
    }
  }
}

function distance(one: number, other: number): number {
  return Math.max(
    Math.abs((one >> 16) - (other >> 16)),
    Math.abs(((one >> 8) & 255) - ((other >> 8) & 255)),
    Math.abs((one & 255) - (other & 255)),
  );
}
