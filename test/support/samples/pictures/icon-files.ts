import { Resvg } from '@resvg/resvg-js';
import { decode } from 'fast-png';

/** The two drawings: the icon, and a plainer one for the sizes in which its details would blur. */
export interface Drawings {
  readonly large: string;
  readonly small: string;
}

/** The sizes of the single pictures, in pixels. */
export const PNG_SIZES = [16, 24, 32, 48, 64, 96, 128, 256, 512, 1024] as const;
/** From here on the details can be seen. */
const MIN_DETAILED = 48;
/** The sizes that Windows shows at 100 to 250 % (learn.microsoft.com, "Construct your Windows app's icon"). */
const ICO_SIZES = [16, 20, 24, 32, 40, 48, 64, 128, 256] as const;
/** Older readers of .ico files know PNG in the largest sizes alone. */
const MIN_ICO_PNG = 64;
/** The kinds of picture in an .icns file (wikipedia.org, "Apple Icon Image format"): two as ARGB, the others as PNG. */
const ICNS_KINDS = [
  ['ic04', 16],
  ['ic05', 32],
  ['ic07', 128],
  ['ic08', 256],
  ['ic09', 512],
  ['ic10', 1024],
  ['ic11', 32],
  ['ic12', 64],
  ['ic13', 256],
  ['ic14', 512],
] as const;
/** macOS leaves a margin around an icon: 824 of 1024 pixels are its own. */
const MAC_MARGIN = 100 / 824;

/** The icon as PNG, `size` pixels wide. */
export function iconPng({ large, small }: Drawings, size: number): Buffer {
  return render(size < MIN_DETAILED ? small : large, size);
}

/** The icon of a Windows program: every size in one file. */
export function iconIco(drawings: Drawings): Buffer {
  const pictures = ICO_SIZES.map((size) => {
    const png = iconPng(drawings, size);
    return { size, bytes: size < MIN_ICO_PNG ? bitmapOf(png) : png };
  });
  const head = Buffer.alloc(6 + 16 * pictures.length);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(pictures.length, 4);
  let offset = head.length;
  for (const [index, { size, bytes }] of pictures.entries()) {
    const at = 6 + 16 * index;
    head.writeUInt8(size % 256, at);
    head.writeUInt8(size % 256, at + 1);
    head.writeUInt16LE(1, at + 4);
    head.writeUInt16LE(32, at + 6);
    head.writeUInt32LE(bytes.length, at + 8);
    head.writeUInt32LE(offset, at + 12);
    offset += bytes.length;
  }
  return Buffer.concat([head, ...pictures.map(({ bytes }) => bytes)]);
}

/** The icon of a macOS app: every size in one file, with the margin that macOS expects. */
export function iconIcns({ large, small }: Drawings): Buffer {
  const drawings = { large: withMargin(large), small: withMargin(small) };
  const parts = ICNS_KINDS.map(([kind, size]) => {
    const png = iconPng(drawings, size);
    return block(kind, kind === 'ic04' || kind === 'ic05' ? argbOf(png) : png);
  });
  return block('icns', Buffer.concat(parts));
}

function render(svg: string, size: number): Buffer {
  return new Resvg(svg, { fitTo: { mode: 'width', value: size }, font: { loadSystemFonts: false } })
    .render()
    .asPng();
}

function withMargin(svg: string): string {
  return svg.replace(/viewBox="0 0 (\d+) \d+"/u, (_whole, text: string) => {
    const width = Number(text);
    const margin = width * MAC_MARGIN;
    return `viewBox="${-margin} ${-margin} ${width + 2 * margin} ${width + 2 * margin}"`;
  });
}

/** A 32-bit bitmap as .ico files hold it: the rows from below, blue first, then a mask that hides nothing. */
function bitmapOf(png: Buffer): Buffer {
  const { width, height, data } = decode(png);
  const head = Buffer.alloc(40);
  head.writeUInt32LE(40, 0);
  head.writeInt32LE(width, 4);
  head.writeInt32LE(height * 2, 8);
  head.writeUInt16LE(1, 12);
  head.writeUInt16LE(32, 14);
  const pixels = Buffer.alloc(width * height * 4);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const from = (y * width + x) * 4;
      const to = ((height - 1 - y) * width + x) * 4;
      for (const [channel, source] of [2, 1, 0, 3].entries()) pixels[to + channel] = data[from + source] ?? 0;
    }
  }
  return Buffer.concat([head, pixels, Buffer.alloc(Math.ceil(width / 32) * 4 * height)]);
}

const MAX_RUN = 128;

/** Four channels one after another, each in runs of bytes as they are, which the format allows. */
function argbOf(png: Buffer): Buffer {
  const { data } = decode(png);
  const parts = [Buffer.from('ARGB', 'latin1')];
  for (const channel of [3, 0, 1, 2]) {
    const bytes = Buffer.from(data.filter((_value, index) => index % 4 === channel));
    for (let start = 0; start < bytes.length; start += MAX_RUN) {
      const run = bytes.subarray(start, start + MAX_RUN);
      parts.push(Buffer.from([run.length - 1]), run);
    }
  }
  return Buffer.concat(parts);
}

function block(kind: string, bytes: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.write(kind, 0, 'latin1');
  head.writeUInt32BE(head.length + bytes.length, 4);
  return Buffer.concat([head, bytes]);
}
