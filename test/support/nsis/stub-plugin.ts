/**
 * A Windows library for 32-bit x86 that exports `names` and holds no code at all. `makensis` reads of a plugin no more
 * than the names that it exports, so that a script that calls one can be compiled without it; what comes out must never
 * be run (learn.microsoft.com, "PE Format").
 */
export function stubPlugin(names: readonly string[]): Buffer {
  const sorted = [...names].sort();
  const text = sorted.map((name) => Buffer.from(`${name}\0`, 'latin1'));
  const [functions, pointers, ordinals] = [40, 40 + 4 * sorted.length, 40 + 8 * sorted.length];
  const strings = ordinals + 2 * sorted.length;
  const section = Buffer.alloc(strings + text.reduce((sum, { length }) => sum + length, 0));
  section.writeUInt32LE(1, 16);
  section.writeUInt32LE(sorted.length, 20);
  section.writeUInt32LE(sorted.length, 24);
  section.writeUInt32LE(SECTION + functions, 28);
  section.writeUInt32LE(SECTION + pointers, 32);
  section.writeUInt32LE(SECTION + ordinals, 36);
  let place = strings;
  for (const [index, bytes] of text.entries()) {
    section.writeUInt32LE(SECTION, functions + 4 * index);
    section.writeUInt32LE(SECTION + place, pointers + 4 * index);
    section.writeUInt16LE(index, ordinals + 2 * index);
    bytes.copy(section, place);
    place += bytes.length;
  }

  const rawSize = Math.ceil(section.length / FILE_ALIGNMENT) * FILE_ALIGNMENT;
  const file = Buffer.alloc(HEADERS + rawSize);
  file.write('MZ', 'latin1');
  file.writeUInt32LE(0x40, 0x3c);
  file.write('PE\0\0', 0x40, 'latin1');
  file.writeUInt16LE(I386, 0x44);
  file.writeUInt16LE(1, 0x46);
  file.writeUInt16LE(OPTIONAL_BYTES, 0x54);
  file.writeUInt16LE(EXECUTABLE | THIRTY_TWO_BIT | DLL, 0x56);
  const optional = 0x58;
  file.writeUInt16LE(PE32, optional);
  file.writeUInt32LE(0x1000_0000, optional + 28);
  file.writeUInt32LE(SECTION, optional + 32);
  file.writeUInt32LE(FILE_ALIGNMENT, optional + 36);
  file.writeUInt32LE(SECTION + Math.ceil(section.length / SECTION) * SECTION, optional + 56);
  file.writeUInt32LE(HEADERS, optional + 60);
  file.writeUInt32LE(16, optional + 92);
  file.writeUInt32LE(SECTION, optional + 96);
  file.writeUInt32LE(section.length, optional + 100);
  const header = optional + OPTIONAL_BYTES;
  file.write('.edata', header, 'latin1');
  file.writeUInt32LE(section.length, header + 8);
  file.writeUInt32LE(SECTION, header + 12);
  file.writeUInt32LE(rawSize, header + 16);
  file.writeUInt32LE(HEADERS, header + 20);
  file.writeUInt32LE(0x4000_0040, header + 36);
  section.copy(file, HEADERS);
  return file;
}

const [I386, PE32, OPTIONAL_BYTES] = [0x14c, 0x10b, 224];
const [EXECUTABLE, THIRTY_TWO_BIT, DLL] = [0x2, 0x100, 0x2000];
const [SECTION, HEADERS, FILE_ALIGNMENT] = [0x1000, 0x200, 0x200];
