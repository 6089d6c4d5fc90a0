import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';

import { BODY_LIMIT } from './bodies.ts';
import { filled, headOf, wholeReply } from './reply.ts';
import type { HostileAnswer } from './reply.ts';

/** What the product takes of headers, without their status line. */
const HEADER_LIMIT = 60_000;
const REGION = 'Xray data is in another region. Contact support to migrate Xray data to current region.';
const JSON_TYPE = ['content-type', 'application/json'] as const;
const words = (echo: string): string => JSON.stringify({ error: `${REGION} ${echo}` });

type Headers = Parameters<typeof wholeReply>[1];

const row = (
  kind: HostileAnswer['kind'],
  name: string,
  limit: number,
  reply: HostileAnswer['reply'],
): HostileAnswer => ({ kind, name, limit, reply });

/** The region text under headers that are made to hurt. */
const under = (
  kind: 'headers' | 'cookies',
  name: string,
  limit: number,
  headers: (size: number, echo: string) => Headers,
): HostileAnswer =>
  row(kind, name, limit, (size, echo, status) => wholeReply(status, headers(size, echo), words(echo)));

const numbered = (size: number, header: (index: number) => readonly [name: string, value: string]): Headers =>
  Array.from({ length: size }, (_, index) => header(index));

const HEADERS: readonly HostileAnswer[] = [
  under('headers', 'a header of blanks', HEADER_LIMIT, (size, echo) => [
    ['x', `a${' '.repeat(size)}b`],
    ['x-echo', echo],
    JSON_TYPE,
  ]),
  under('headers', 'many headers', Math.floor(HEADER_LIMIT / 16), (size, echo) => [
    ...numbered(size, (index) => [`x-h${index}`, `v${index}`]),
    ['x-echo', echo],
  ]),
  under('headers', 'a header of slashes', HEADER_LIMIT, (size, echo) => [
    ['location', `/${'/'.repeat(size)}?a=${echo}`],
    JSON_TYPE,
  ]),
  under('headers', 'a header of JSON', HEADER_LIMIT, (size, echo) => [
    ['x', '['.repeat(size)],
    ['y', `{"a":"${echo}"}`],
    JSON_TYPE,
  ]),
  under('cookies', 'many Set-Cookie', Math.floor(HEADER_LIMIT / 48), (size) =>
    numbered(size, (index) => ['set-cookie', `c${index}=${index}Value${index}xy; Path=/`]),
  ),
  under('cookies', 'many empty Set-Cookie', Math.floor(HEADER_LIMIT / 24), (size) =>
    numbered(size, (index) => ['set-cookie', index % 2 === 0 ? 's=; Path=/' : '; HttpOnly']),
  ),
  under('cookies', 'one cookie of semicolons', HEADER_LIMIT, (size, echo) => [
    ['set-cookie', `a=${echo}${filled(';a=b', size)}`],
  ]),
];

/** Zeros are packed as small by the fastest way. */
const FAST = { level: 1 };
const MEBIBYTE = 1024 * 1024;

const layers = (body: Buffer, count: number): Buffer =>
  Array.from({ length: count }).reduce<Buffer>((inner) => gzipSync(inner), body);

/** A body under the name of its coding. */
const coded = (
  name: string,
  limit: number,
  coding: string | ((size: number) => string),
  body: (size: number, echo: string) => Buffer,
): HostileAnswer =>
  row('codings', name, limit, (size, echo, status) => {
    const named = typeof coding === 'string' ? coding : coding(size);
    return wholeReply(status, [['content-encoding', named]], body(size, echo));
  });

const CODINGS: readonly HostileAnswer[] = [
  coded(
    'content-encodings in layers',
    16,
    (size) => filled('gzip,', size * 5 - 1),
    (size, echo) => layers(Buffer.from(words(echo)), Math.min(size, 64)),
  ),
  coded('bytes behind the end of two codings', BODY_LIMIT, 'gzip, br', (size, echo) =>
    Buffer.concat([brotliCompressSync(gzipSync(words(echo))), Buffer.alloc(size, 'x')]),
  ),
  coded('a bomb of gzip', 32 * MEBIBYTE, 'gzip', (size, echo) =>
    gzipSync(Buffer.concat([Buffer.from(echo), Buffer.alloc(size, 'a')]), FAST),
  ),
  coded('a bomb in a bomb', 32 * MEBIBYTE, 'gzip, gzip', (size) =>
    gzipSync(gzipSync(Buffer.alloc(size), FAST)),
  ),
  coded('a bomb that begins an archive', 16 * MEBIBYTE, 'deflate', (size, echo) =>
    deflateSync(Buffer.concat([Buffer.from(`PK\u0003\u0004${echo}`, 'latin1'), Buffer.alloc(size)]), FAST),
  ),
  coded('many empty members of gzip', 4000, 'gzip', (size, echo) =>
    Buffer.concat([...Array.from({ length: size }, () => EMPTY_MEMBER), gzipSync(words(echo))]),
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
