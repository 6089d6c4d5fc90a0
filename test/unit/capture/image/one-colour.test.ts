import { readFileSync } from 'node:fs';

import { Resvg } from '@resvg/resvg-js';
import { decode } from 'fast-png';
import { describe, expect, it } from 'vitest';

import { isAlmostOneColour } from '../../../../src-main/capture/image/one-colour.ts';

type Pixels = Parameters<typeof isAlmostOneColour>[0];

/** The pixels of an opaque picture of `channels` bytes a pixel. */
function opaque(data: ArrayLike<number>, channels: number, width: number, height: number): Pixels {
  const rgb = new Uint8Array(width * height * 3);
  for (let from = 0, to = 0; to < rgb.length; from += channels, to += 3) {
    rgb[to] = data[from] ?? 0;
    rgb[to + 1] = data[from + 1] ?? 0;
    rgb[to + 2] = data[from + 2] ?? 0;
  }
  return { rgb, width, height };
}

function pixelsOf(png: Uint8Array): Pixels {
  const { data, channels, width, height } = decode(png);
  return opaque(data, channels, width, height);
}

function drawn(width: number, height: number, colour: string, content: string): Pixels {
  const picture = new Resvg(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
      <rect width="100%" height="100%" fill="${colour}"/>${content}</svg>`,
  ).render();
  return opaque(picture.pixels, 4, width, height);
}

/** Letters of a line as they are on a page: thin strokes with gaps, whatever fonts the machine has. */
function words(x: number, y: number, count: number, size: number, colour: string): string {
  return Array.from({ length: count }, (_, at) => {
    const stroke = Math.max(1, size / 8);
    const left = x + at * size * 0.6 + (at % 6 === 5 ? size * 0.3 : 0);
    return `<rect x="${left}" y="${y}" width="${stroke}" height="${size * 0.7}" fill="${colour}"/>
      <rect x="${left}" y="${y + size * 0.3}" width="${size * 0.4}" height="${stroke}" fill="${colour}"/>`;
  }).join('');
}

/** The Data residency page: a heading, a line of help, and a table of three products in a large empty window. */
function residencyPage(width: number, height: number, size: number, paper: string, ink: string): Pixels {
  const left = width / 4;
  const rows = ['head', 'Jira', 'Confluence', 'Xray'].map((_, row) => {
    const y = height * 0.3 + row * size * 3;
    return [0, 1, 2].map((column) => words(left + column * width * 0.2, y, 9, size, ink)).join('');
  });
  return drawn(width, height, paper, words(left, height * 0.2, 14, size * 1.7, ink) + rows.join(''));
}

const POINTER = (x: number, y: number): string =>
  `<path d="M${x} ${y} l0 24 l6 -6 l5 11 l4 -2 l-5 -11 l8 0 z" fill="white" stroke="black"/>`;

describe('a picture that is almost one colour', () => {
  it.each([
    ['black', drawn(1280, 800, 'black', '')],
    [
      'black but for a title bar',
      drawn(1280, 800, 'black', '<rect width="1280" height="40" fill="#dfe1e6"/>'),
    ],
    [
      'black but for a title bar, tabs and an address',
      drawn(
        2560,
        1600,
        '#000',
        `<rect width="2560" height="180" fill="#dee1e6"/>${words(300, 60, 40, 30, '#333')}`,
      ),
    ],
    ['black but for a pointer', drawn(1280, 800, 'black', POINTER(600, 400))],
    ['black but for a pointer in a small window', drawn(500, 320, 'black', POINTER(240, 160))],
    [
      'black but for one pixel',
      drawn(1280, 800, 'black', '<rect x="700" y="500" width="1" height="1" fill="red"/>'),
    ],
    [
      'black in a frame',
      drawn(
        1280,
        800,
        'black',
        '<rect x="0.5" y="0.5" width="1279" height="799" fill="none" stroke="#0078d4" stroke-width="4"/>',
      ),
    ],
    [
      'white but for a spinner',
      drawn(
        1280,
        800,
        'white',
        '<circle cx="640" cy="400" r="16" fill="none" stroke="#0052cc" stroke-width="4"/>',
      ),
    ],
    ['nearly black, with noise', noisy(1280, 800)],
  ])('%s', (_name, picture) => {
    expect(isAlmostOneColour(picture)).toBe(true);
  });

  it.each<readonly [string, Pixels]>([
    ['a white page with a table', residencyPage(1280, 800, 14, '#fff', '#172b4d')],
    ['a dark page with a table', residencyPage(1280, 800, 14, '#1d2125', '#b6c2cf')],
    ['the same on a screen of 5K, small as it is there', residencyPage(5120, 2880, 14, '#fff', '#172b4d')],
    ['the same on three of them', residencyPage(15_360, 2880, 28, '#fff', '#172b4d')],
    [
      'a table that was cut out',
      drawn(700, 120, '#fff', words(20, 40, 60, 14, '#172b4d') + words(20, 80, 60, 14, '#172b4d')),
    ],
    ['a page in light grey', residencyPage(1280, 800, 14, '#fff', '#8993a4')],
    ...['connect', 'result', 'screenshot', 'send', 'done', 'desk'].map(
      (name) =>
        [`the real window: ${name}`, pixelsOf(readFileSync(`assets/screenshots/${name}.png`))] as const,
    ),
  ])('is not %s', (_name, picture) => {
    expect(isAlmostOneColour(picture)).toBe(false);
  });
});

function noisy(width: number, height: number): Pixels {
  const rgb = Uint8Array.from({ length: width * height * 3 }, (_, at) => (at * 2_654_435_761) % 9);
  return { rgb, width, height };
}
