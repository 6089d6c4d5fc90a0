import { crc32, deflateRawSync } from 'node:zlib';

/** An entry as it is written by hand, so that it can lie. */
interface RawEntry {
  readonly name: string | Buffer;
  readonly data?: Buffer;
  /** Bytes that the zip says come out; as many as there are unless told. */
  readonly claimed?: number;
  readonly deflate?: boolean;
  /** Stands behind the packed data and counts as a part of it. */
  readonly behind?: Buffer;
  readonly flags?: number;
  readonly attributes?: number;
}

/** A zip file written by hand (APPNOTE 4.3), one entry after another. */
export function rawZip(entries: readonly RawEntry[], comment = ''): Buffer {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  const deflated = new Map<Buffer, Buffer>();
  for (const {
    name,
    data = Buffer.alloc(0),
    claimed,
    deflate = false,
    behind = Buffer.alloc(0),
    flags = 0,
    attributes = 0,
  } of entries) {
    const fileName = Buffer.from(name);
    if (deflate && !deflated.has(data)) deflated.set(data, deflateRawSync(data));
    const packed = Buffer.concat([(deflate ? deflated.get(data) : null) ?? data, behind]);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(flags, 2);
    fields.writeUInt16LE(deflate ? 8 : 0, 4);
    fields.writeUInt32LE(crc32(data), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(claimed ?? data.length, 18);
    fields.writeUInt16LE(fileName.length, 22);
    locals.push(Buffer.from('PK\u0003\u0004', 'latin1'), fields, fileName, packed);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(attributes, 6);
    tail.writeUInt32LE(offset, 10);
    central.push(Buffer.from('PK\u0001\u0002', 'latin1'), Buffer.from([20, 3]), fields, tail, fileName);
    offset += 4 + fields.length + fileName.length + packed.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(Math.min(entries.length, 0xffff), 4);
  end.writeUInt16LE(Math.min(entries.length, 0xffff), 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(offset, 12);
  end.writeUInt16LE(comment.length, 16);
  return Buffer.concat([
    ...locals,
    directory,
    Buffer.from('PK\u0005\u0006', 'latin1'),
    end,
    Buffer.from(comment),
  ]);
}

/** A zip with one small text under this name. */
const named =
  (name: string, more: Partial<RawEntry> = {}) =>
  (): Buffer =>
    rawZip([{ name, data: Buffer.from('hello'), ...more }]);
const TWICE: readonly RawEntry[] = ['summary.txt', 'summary.txt'].map((name) => ({
  name,
  data: Buffer.from('hello'),
}));
/** The mode of a file, where Unix keeps it (APPNOTE 4.4.15). */
const unixMode = (mode: number) => ({ attributes: (mode << 16) >>> 0 });
const [BAD_NAME, TOO_LARGE] = [/name that doesn't belong/u, /larger than any report/u];

/** Every hostile or foreign file, and why it is refused. */
export const HOSTILE_ZIPS: readonly (readonly [name: string, make: () => Buffer, reason: RegExp])[] = [
  ['nothing', () => Buffer.alloc(0), /^$/u],
  ['a text', () => Buffer.from('just words'), /damaged|isn't a zip/u],
  ['an empty zip', () => rawZip([]), /neither a list/u],
  ['a zip of something else', named('summary.txt'), /neither a list/u],
  ['a way out of the folder', named('../../etc/passwd'), BAD_NAME],
  ['an absolute path', named('/etc/passwd'), BAD_NAME],
  ['a path of Windows', named('C:\\windows\\evil.txt'), BAD_NAME],
  ['a backslash in a path', named('calls\\global.txt'), BAD_NAME],
  ['a link', named('summary.txt', { data: Buffer.from('/etc/passwd'), ...unixMode(0o120777) }), /link/u],
  ['a device', () => rawZip([{ name: 'summary.txt', ...unixMode(0o060644) }]), /link or a device/u],
  ['a program', named('evil.exe'), BAD_NAME],
  ['a zip in the zip', named('calls/inner.zip', { data: rawZip([]) }), BAD_NAME],
  ['a name in another encoding', () => rawZip([{ name: Buffer.from('sum\u00ff.txt', 'latin1') }]), BAD_NAME],
  [
    'a name with a NUL',
    () => rawZip([{ name: 'summary.txt\u0000.exe' }]),
    /name that doesn't belong|damaged/u,
  ],
  ['a name twice', () => rawZip(TWICE), /twice/u],
  ['an encrypted file', named('summary.txt', { data: Buffer.alloc(17), claimed: 5, flags: 1 }), /encrypted/u],
  ['a bomb that says so', named('summary.txt', { claimed: 3_000_000_000, deflate: true }), TOO_LARGE],
  [
    'a bomb that lies',
    () => rawZip([{ name: 'diagnosis.json', data: Buffer.alloc(20_000_000), claimed: 10, deflate: true }]),
    /damaged|larger than the zip/u,
  ],
  [
    'many small bombs',
    () =>
      rawZip(
        Array.from({ length: 100 }, (_, index) => ({
          name: `pictures/residency-${(index % 99) + 1}.png`,
          data: Buffer.alloc(1_000_000),
          deflate: true,
        })),
      ),
    /larger than any report|twice/u,
  ],
  ['sizes of zip64 that are none', named('summary.txt', { claimed: 0xffffffff }), /damaged|larger/u],
  [
    '100 000 files',
    () => rawZip(Array.from({ length: 100_000 }, (_, index) => ({ name: `calls/f${index}.txt` }))),
    /more files|damaged/u,
  ],
  [
    'a lie about how many files',
    () => {
      const zip = named('manifest.json')();
      zip.writeUInt16LE(150, zip.length - 12);
      return zip;
    },
    /damaged/u,
  ],
  [
    'more than a bundle can hold',
    () => Buffer.concat([rawZip([]), Buffer.alloc(48 * 1024 * 1024)]),
    TOO_LARGE,
  ],
];
