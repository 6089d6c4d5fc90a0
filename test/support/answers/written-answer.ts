import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';

import * as z from 'zod';

/** What can be done to a body before it is sent; a row names them in their order. */
const ENCODINGS = {
  /** A byte order mark before a text. */
  BOM: (body) => Buffer.from(`\uFEFF${body.toString()}`),
  'Latin-1': (body) => Buffer.from(body.toString(), 'latin1'),
  'UTF-16LE': (body) => Buffer.from(body.toString(), 'utf16le'),
  'UTF-16BE': (body) => Buffer.from(body.toString(), 'utf16le').swap16(),
  br: (body) => brotliCompressSync(body),
  deflate: (body) => deflateSync(body),
  'bare deflate': (body) => deflateRawSync(body),
  gzip: (body) => gzipSync(body),
  /** Zeros behind the body. */
  '64 KiB': (body) => Buffer.concat([body], 64 * 1024),
  /** The chunks of HTTP/1.1, a few characters each. */
  chunks: (body) => {
    const pieces = body.toString().match(/[\s\S]{1,7}/gu) ?? [];
    const chunks = pieces.map((piece) => `${Buffer.byteLength(piece).toString(16)}\r\n${piece}\r\n`);
    return Buffer.from(`${chunks.join('')}0\r\n\r\n`);
  },
} satisfies Record<string, (body: Buffer) => Buffer>;
const encodingSchema = z.enum(Object.keys(ENCODINGS) as (keyof typeof ENCODINGS)[]);

/** The kinds of body that have a content type; one in `headers` stands in its place. */
const CONTENT_TYPES = {
  json: 'application/json; charset=utf-8',
  text: 'text/plain; charset=utf-8',
  html: 'text/html; charset=utf-8',
} as const;

/**
 * An answer as the files of `test/samples` write it. In every text, `${token}` stands for the token that the server issues,
 * `${500 x}` for a letter so many times, `${3000 headers}` for so many, and `${in 60 s}` for a date.
 */
export const writtenAnswerSchema = z.strictObject({
  status: z.int().optional(),
  /** The headers that CloudFront writes on each answer that it passes on. */
  through: z.literal('CloudFront').optional(),
  headers: z.record(z.string(), z.string()).optional(),
  // The body, in one of these forms; none of them for an empty one.
  json: z.json().optional(),
  text: z.string().optional(),
  html: z.string().optional(),
  body: z.string().optional(),
  base64: z.base64().optional(),
  encoded: z.array(encodingSchema).optional(),
  /** The whole answer as it goes over the wire; each line ends in CR LF. */
  raw: z.string().optional(),
  /** The connection is closed behind the answer. */
  closes: z.boolean().optional(),
  /** So many bytes are promised and not sent. */
  lacks: z.int().optional(),
  /** So many bytes at a time. */
  drip: z.strictObject({ bytes: z.int(), everyMs: z.int() }).optional(),
  /** The body is sent again and again. */
  endless: z.strictObject({ everyMs: z.int() }).optional(),
  /** The connection is torn down before a byte of an answer, or nothing ever comes. */
  does: z.enum(['reset', 'silence']).optional(),
});
export type WrittenAnswer = z.infer<typeof writtenAnswerSchema>;

/** What stands for the names between `${` and `}`. */
export type Values = Readonly<Record<string, string>>;

function valueOf(name: string, values: Values): string {
  const [, count = 0, what] = /^(?:in )?(\d+) (\S+)/u.exec(name) ?? [];
  const inSeconds = new Date(Date.now() + 1000 * Number(count));
  if (name.startsWith('in ')) return what === 's,' ? inSeconds.toString() : inSeconds.toUTCString();
  if (what === 'headers')
    return Array.from({ length: Number(count) }, (_, at) => `x-flood-${at}: ${'x'.repeat(60)}`).join('\n');
  const value = what?.repeat(Number(count)) ?? values[name];
  if (value === undefined) throw new Error(`Nobody knows what \${${name}} stands for.`);
  return value;
}

/** Whether an answer issues a token. */
export const issuesToken = (answer: WrittenAnswer): boolean => JSON.stringify(answer).includes('${token}');

/** Puts values in the place of their names, in every text of an answer. */
export function fill(answer: WrittenAnswer, values: Values): WrittenAnswer {
  const filled: unknown = JSON.parse(JSON.stringify(answer), (_key, value: unknown) =>
    typeof value === 'string'
      ? value.replace(/\$\{([^}]+)\}/gu, (_, name: string) => valueOf(name, values))
      : value,
  );
  return writtenAnswerSchema.parse(filled);
}

type Headers = Readonly<Record<string, string>>;

/** The headers of an answer without its length, in their order. */
export function headersOf({ status = 200, through, headers = {}, ...answer }: WrittenAnswer): Headers {
  const kind = (['json', 'text', 'html'] as const).find((each) => answer[each] !== undefined);
  return {
    ...(through === undefined ? {} : passedOn(status)),
    ...(kind === undefined || 'content-type' in headers ? {} : { 'content-type': CONTENT_TYPES[kind] }),
    ...headers,
  };
}

function passedOn(status: number): Headers {
  return {
    via: '1.1 00fake00fake00fake00fake00fake00.cloudfront.net (CloudFront)',
    'x-amz-cf-pop': 'FRA56-P8',
    'x-amz-cf-id': 'FAKE-FAKE-FAKE-FAKE==',
    'x-cache': status < 400 ? 'Miss from cloudfront' : 'Error from cloudfront',
  };
}

/** The bytes of an answer's body. */
export function bodyOf({ json, text, html, body, base64, encoded = [] }: WrittenAnswer): Buffer {
  const words = json === undefined ? (text ?? html ?? body ?? '') : JSON.stringify(json);
  const bytes = base64 === undefined ? Buffer.from(words) : Buffer.from(base64, 'base64');
  return encoded.reduce<Buffer>((sofar, name) => ENCODINGS[name](sofar), bytes);
}
