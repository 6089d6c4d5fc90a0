import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';

import { BODY_LIMIT } from './bodies.ts';
import { filled, headOf, wholeReply } from './reply.ts';
import type { HostileAnswer } from './reply.ts';

/** What the product takes of headers, without their status line. */
const HEADER_LIMIT = 60_000;
const REGION = 'Xray data is in another region. Contact support to migrate Xray data to current region.';
const JSON_TYPE = ['content-type', 'application/json'] as const;
const words = (echo: string): string => JSON.stringify({ error: `${REGION} ${echo}` });

const row = (
  kind: HostileAnswer['kind'],
  name: string,
  limit: number,
  reply: HostileAnswer['reply'],
): HostileAnswer => ({ kind, name, limit, reply });

const HEADERS: readonly HostileAnswer[] = [
  row('headers', 'a header of blanks', HEADER_LIMIT, (size, echo, status) =>
    wholeReply(status, [['x', `a${' '.repeat(size)}b`], ['x-echo', echo], JSON_TYPE], words(echo)),
  ),
  row('headers', 'many headers', Math.floor(HEADER_LIMIT / 16), (size, echo, status) =>
    wholeReply(
      status,
      [
        ...Array.from({ length: size }, (_, index) => [`x-h${index}`, `v${index}`] as const),
        ['x-echo', echo],
      ],
      words(echo),
    ),
  ),
  row('headers', 'a header of slashes', HEADER_LIMIT, (size, echo, status) =>
    wholeReply(status, [['location', `/${'/'.repeat(size)}?a=${echo}`], JSON_TYPE], words(echo)),
  ),
  row('headers', 'a header of JSON', HEADER_LIMIT, (size, echo, status) =>
    wholeReply(status, [['x', '['.repeat(size)], ['y', `{"a":"${echo}"}`], JSON_TYPE], words(echo)),
  ),
  row('cookies', 'many Set-Cookie', Math.floor(HEADER_LIMIT / 48), (size, echo, status) =>
    wholeReply(
      status,
      Array.from(
        { length: size },
        (_, index) => ['set-cookie', `c${index}=${index}Value${index}xy; Path=/`] as const,
      ),
      words(echo),
    ),
  ),
  row('cookies', 'many empty Set-Cookie', Math.floor(HEADER_LIMIT / 24), (size, echo, status) =>
    wholeReply(
      status,
      Array.from(
        { length: size },
        (_, index) => ['set-cookie', index % 2 === 0 ? 's=; Path=/' : '; HttpOnly'] as const,
      ),
      words(echo),
    ),
  ),
  row('cookies', 'one cookie of semicolons', HEADER_LIMIT, (size, echo, status) =>
    wholeReply(status, [['set-cookie', `a=${echo}${filled(';a=b', size)}`]], words(echo)),
  ),
];

/** Zeros are packed as small by the fastest way. */
const FAST = { level: 1 };

const layers = (body: Buffer, count: number): Buffer =>
  Array.from({ length: count }).reduce<Buffer>((inner) => gzipSync(inner), body);

const CODINGS: readonly HostileAnswer[] = [
  row('codings', 'content-encodings in layers', 16, (size, echo, status) =>
    wholeReply(
      status,
      [['content-encoding', filled('gzip,', size * 5 - 1)]],
      layers(Buffer.from(words(echo)), Math.min(size, 64)),
    ),
  ),
  row('codings', 'bytes behind the end of two codings', BODY_LIMIT, (size, echo, status) =>
    wholeReply(
      status,
      [['content-encoding', 'gzip, br']],
      Buffer.concat([brotliCompressSync(gzipSync(words(echo))), Buffer.alloc(size, 'x')]),
    ),
  ),
  row('codings', 'a bomb of gzip', 32 * 1024 * 1024, (size, echo, status) => {
    const zeros = Buffer.concat([Buffer.from(echo), Buffer.alloc(size, 'a')]);
    return wholeReply(status, [['content-encoding', 'gzip']], gzipSync(zeros, FAST));
  }),
  row('codings', 'a bomb in a bomb', 32 * 1024 * 1024, (size, _, status) =>
    wholeReply(status, [['content-encoding', 'gzip, gzip']], gzipSync(gzipSync(Buffer.alloc(size), FAST))),
  ),
  row('codings', 'a bomb that begins an archive', 16 * 1024 * 1024, (size, echo, status) =>
    wholeReply(
      status,
      [['content-encoding', 'deflate']],
      deflateSync(Buffer.concat([Buffer.from(`PK\u0003\u0004${echo}`, 'latin1'), Buffer.alloc(size)]), FAST),
    ),
  ),
  row('codings', 'many empty members of gzip', 4000, (size, echo, status) =>
    wholeReply(
      status,
      [['content-encoding', 'gzip']],
      Buffer.concat([...Array.from({ length: size }, () => EMPTY_MEMBER), gzipSync(words(echo))]),
    ),
  ),
];
const EMPTY_MEMBER = gzipSync('');

const CHARSETS: readonly HostileAnswer[] = (
  [
    ['an unknown charset', 'text/plain; charset=klingon-8', (text) => Buffer.from(text)],
    ['a charset that is not what it is', 'application/json; charset=utf-16be', (text) => Buffer.from(text)],
    ['UTF-16', 'text/plain', (text) => Buffer.from(`\uFEFF${text}`, 'utf16le')],
    ['NUL bytes', 'text/plain', (text) => Buffer.from(`${text}${'\0'.repeat(text.length)}`)],
    [
      'lone surrogates',
      'application/json; charset=utf-16le',
      (text) => Buffer.from(`${text}\ud800${text}\udc00`, 'utf16le'),
    ],
    [
      'escaped surrogates',
      'application/json',
      (text) => Buffer.from(`{"a":"${'\\ud800'.repeat(text.length / 6)}${text.slice(0, 200)}"}`),
    ],
    [
      'bytes of no encoding',
      'text/plain',
      (text) => Buffer.from(filled('\u00ff\u00fe\u0080', text.length), 'latin1'),
    ],
  ] satisfies readonly (readonly [string, string, (text: string) => Buffer])[]
).map(([name, contentType, encoded]) => ({
  name,
  kind: 'charsets',
  limit: BODY_LIMIT,
  reply: (size, echo, status) =>
    wholeReply(
      status,
      [['content-type', contentType]],
      encoded(`${echo} ${filled('Xray ', size / 2)} ${echo}`),
    ),
}));

const PACE: readonly HostileAnswer[] = [
  row('pace', 'chunks of one byte', 40_000, (size, echo, status) => ({
    bytes: Buffer.concat([
      headOf(status, [['transfer-encoding', 'chunked'], JSON_TYPE]),
      Buffer.from(Array.from(words(`${echo}${'a'.repeat(size)}`), (letter) => `1\r\n${letter}\r\n`).join('')),
      Buffer.from('0\r\n\r\n'),
    ]),
  })),
  row('pace', 'a few bytes at a time', 2000, (size, echo, status) => ({
    ...wholeReply(status, [JSON_TYPE], words(`${echo}${'a'.repeat(size)}`)),
    pieceBytes: 3,
  })),
  {
    ...row('pace', 'a body without an end', BODY_LIMIT, (size, echo, status) => ({
      bytes: Buffer.concat([headOf(status, [JSON_TYPE]), Buffer.from(`${echo}${'a'.repeat(size)}`)]),
      again: Buffer.alloc(64 * 1024, 'Xray '),
    })),
    isEndless: true,
  },
  {
    ...row('pace', 'gzip without an end', BODY_LIMIT, (size, _, status) => ({
      bytes: headOf(status, [['content-encoding', 'gzip']]),
      again: gzipSync(Buffer.alloc(size)),
    })),
    isEndless: true,
  },
  row('pace', 'interim answers by the hundred', 400, (size, echo, status) => ({
    bytes: Buffer.concat([
      ...Array.from({ length: size }, () => headOf(103, [['link', '</a>; rel=preload']])),
      wholeReply(status, [JSON_TYPE], words(echo)).bytes,
    ]),
  })),
  row('pace', 'half of what was promised', BODY_LIMIT, (size, echo, status) => ({
    bytes: Buffer.concat([
      headOf(status, [['content-length', String(size * 3)], JSON_TYPE]),
      Buffer.from(`${echo}${'a'.repeat(size)}${echo.slice(0, echo.length / 2)}`),
    ]),
    closes: true,
  })),
];

/** Answers that are hostile by the way they come. */
export const HOSTILE_WIRE: readonly HostileAnswer[] = [...HEADERS, ...CODINGS, ...CHARSETS, ...PACE];
