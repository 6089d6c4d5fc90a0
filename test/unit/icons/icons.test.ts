import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { decode } from 'fast-png';
import { describe, expect, it } from 'vitest';

import { REPOSITORY } from '../../support/electron-runtime/places.ts';
import { iconIcns, iconIco, iconPng, PNG_SIZES } from '../../support/samples/pictures/icon-files.ts';

const asset = (name: string): Buffer => readFileSync(join(REPOSITORY, 'assets', name));
const drawings = { large: asset('icon.svg').toString(), small: asset('icon-small.svg').toString() };
const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47]);

/** The pixel in the middle of a picture and the one in its corner, as red, green, blue and alpha. */
function twoPixels(png: Uint8Array): { readonly middle: number[]; readonly corner: number[] } {
  const { width, height, data } = decode(png);
  const pixel = (x: number, y: number) => [...data.subarray((y * width + x) * 4, (y * width + x) * 4 + 4)];
  return { middle: pixel(width / 2, Math.floor(height * 0.72)), corner: pixel(0, 0) };
}

describe('the icon', () => {
  it.each(PNG_SIZES)('is there with %i pixels: a white pin, nothing in the corner', (size) => {
    const png = asset(`icons/${size}x${size}.png`);
    const picture = decode(png);
    expect([picture.width, picture.height, picture.channels]).toEqual([size, size, 4]);
    const { middle, corner } = twoPixels(png);
    for (const value of middle) expect(value).toBeGreaterThan(200);
    expect(corner[3]).toBeLessThan(120);
  });

  it('is in one file for Windows, sizes and places as its head says', () => {
    const ico = asset('icon.ico');
    expect([ico.readUInt16LE(0), ico.readUInt16LE(2)]).toEqual([0, 1]);
    const count = ico.readUInt16LE(4);
    let end = 6 + 16 * count;
    const sizes = Array.from({ length: count }, (_, index) => {
      const at = 6 + 16 * index;
      const bytes = ico.subarray(
        ico.readUInt32LE(at + 12),
        ico.readUInt32LE(at + 12) + ico.readUInt32LE(at + 8),
      );
      expect(ico.readUInt32LE(at + 12)).toBe(end);
      end += bytes.length;
      const size = ico.readUInt8(at) || 256;
      if (bytes.subarray(0, 4).equals(PNG)) expect(decode(bytes).width).toBe(size);
      else expect([bytes.readInt32LE(4), bytes.readInt32LE(8)]).toEqual([size, size * 2]);
      return size;
    });
    expect(sizes).toEqual([16, 20, 24, 32, 40, 48, 64, 128, 256]);
    expect(end).toBe(ico.length);
  });

  it('is in one file for macOS, with a margin', () => {
    const icns = asset('icon.icns');
    expect([icns.toString('latin1', 0, 4), icns.readUInt32BE(4)]).toEqual(['icns', icns.length]);
    const kinds: string[] = [];
    for (let at = 8; at < icns.length; at += icns.readUInt32BE(at + 4)) {
      const bytes = icns.subarray(at + 8, at + icns.readUInt32BE(at + 4));
      kinds.push(icns.toString('latin1', at, at + 4));
      if (!bytes.subarray(0, 4).equals(PNG)) {
        const side = kinds.at(-1) === 'ic04' ? 16 : 32;
        expect(bytes.length).toBe(4 + 4 * (side * side + Math.ceil((side * side) / 128)));
        continue;
      }
      const { width, data } = decode(bytes);
      expect(data[(Math.floor(width / 2) * width + 1) * 4 + 3], 'left edge').toBe(0);
    }
    expect(kinds).toEqual(['ic04', 'ic05', 'ic07', 'ic08', 'ic09', 'ic10', 'ic11', 'ic12', 'ic13', 'ic14']);
  });

  it.runIf(process.platform === 'linux' && process.arch === 'x64')('is what the drawings give', () => {
    for (const size of PNG_SIZES)
      expect(asset(`icons/${size}x${size}.png`).equals(iconPng(drawings, size)), `${size} pixels`).toBe(true);
    expect(asset('icon.ico').equals(iconIco(drawings))).toBe(true);
    expect(asset('icon.icns').equals(iconIcns(drawings))).toBe(true);
  });
});
