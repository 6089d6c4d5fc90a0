import { HTTP_LIMITS } from '../../../src-main/network/client/http-limits.ts';
import { filled, wholeReply } from './reply.ts';
import type { Echo, HostileAnswer } from './reply.ts';

/** How much of a body the product keeps. */
export const BODY_LIMIT = HTTP_LIMITS.bodyBytes;

type Row = readonly [name: string, make: (size: number, echo: Echo) => string];

/** The echo stands at the beginning and across the place where the product cuts the body off. */
function around(seed: string, size: number, echo: Echo): string {
  const text = filled(seed, size);
  const cut = Math.max(0, Math.min(size, BODY_LIMIT) - echo.length - Math.ceil(echo.length / 2) - 8);
  return `${echo} ${text.slice(0, cut)} ${echo} ${text.slice(cut)}`;
}

/** A JSON text of about `size` characters out of `one(index)`, `length` characters each. */
function many(size: number, length: number, one: (index: number) => string): string[] {
  return Array.from({ length: Math.max(1, Math.floor(size / length)) }, (_, index) => one(index));
}

const JSON_ROWS: readonly Row[] = [
  ['lists in lists', (size, echo) => `${'['.repeat(size / 2)}${JSON.stringify(echo)}${']'.repeat(size / 2)}`],
  [
    'objects in objects',
    (size, echo) => `${'{"a":'.repeat(size / 6)}${JSON.stringify(echo)}${'}'.repeat(size / 6)}`,
  ],
  ['one long string', (size, echo) => JSON.stringify({ error: around('Xray said no. ', size, echo) })],
  ['one long string of escapes', (size, echo) => `{"error":"${echo}${'\\u0066'.repeat(size / 6)}${echo}"}`],
  [
    'many members',
    (size, echo) => `{${many(size, 18, (index) => `"name${index}":"v${index}"`).join(',')},"e":"${echo}"}`,
  ],
  [
    'many members that name a secret',
    (size, echo) =>
      `{${many(size, 30, (index) => `"secret${index}":"hunter${index}"`).join(',')},"e":"${echo}"}`,
  ],
  ['many numbers', (size, echo) => `[${many(size, 4, (index) => String(index % 255)).join(',')},"${echo}"]`],
  ['many empty lists', (size, echo) => `[${'[],'.repeat(size / 3)}"${echo}"]`],
  [
    'one object a line',
    (size, echo) =>
      many(size, 40, (index) => `{"secret":"hunter22${index}","e":"${echo.slice(0, 4)}"}`).join('\n'),
  ],
  ['JSON in JSON in JSON', (size, echo) => nested(size, echo)],
  ['Buffers as JSON', (size, echo) => JSON.stringify(Buffer.from(around('Xray', size / 4, echo)))],
];

function nested(size: number, echo: Echo): string {
  let text = JSON.stringify({ secret: echo, more: filled('a b ', size / 4) });
  while (text.length < size) text = JSON.stringify({ more: text, secret: echo });
  return text;
}

const TEXT_ROWS: readonly Row[] = [
  '/',
  '%2F',
  '\\',
  '\\\\"',
  'eyJaaaaaaaa-',
  'eyJaaaaaaaa.',
  '.eyJaaaaaaaa',
  ' \n',
  '{"a":',
  '{"\n',
  'token: ',
  'password=',
  'a:b@',
  'https://a:b@c/?d=e&',
  'Bearer ',
  'A1b2C3d4-',
  '%25',
  '&#102;',
  '66 61 ',
  '102, 97, ',
  'H4sIAAAAAAAA',
  '-----BEGIN A',
  '‹a›',
  '‹token#12ab›',
  'cookie: a=b;',
  '\u0301',
  '\ufdfa',
  '\u001b[31m',
  'PK\u0003\u0004',
].map((seed) => [`text of ${JSON.stringify(seed)}`, (size, echo) => around(seed, size, echo)]);

const PAGE_ROWS: readonly Row[] = [
  ['<title<title', (size, echo) => `<html><title>${echo}${filled('<title', size)}`],
  ['tags that do not end', (size, echo) => `<html>${echo}${filled('<a href="', size)}`],
  [
    'many fields',
    (size, echo) =>
      `<html>${many(size, 40, (index) => `<input name=f${index} value="${index}">`).join('')}${echo}`,
  ],
  ['scripts', (size, echo) => `<html>${filled('<script>var a=1</script>', size)}${echo}`],
  ['comments', (size, echo) => `<html>${filled('<!--', size)}${echo}`],
  ['a secret in tags', (size, echo) => `<html>${filled(Array.from(echo).join('<b></b>'), size)}`],
];

function rows(kind: HostileAnswer['kind'], contentType: string, list: readonly Row[]): HostileAnswer[] {
  return list.map(([name, make]) => ({
    name,
    kind,
    limit: BODY_LIMIT,
    reply: (size, echo, status) => wholeReply(status, [['content-type', contentType]], make(size, echo)),
  }));
}

/** Bodies whose text is made to be hard to read, redact or search. */
export const HOSTILE_BODIES: readonly HostileAnswer[] = [
  ...rows('JSON', 'application/json', JSON_ROWS),
  ...rows('text', 'text/plain; charset=utf-8', TEXT_ROWS),
  ...rows('page', 'text/html', PAGE_ROWS),
];

/** A body of the same size that nobody made to hurt. */
export const HARMLESS_BODY: HostileAnswer = {
  name: 'harmless text',
  kind: 'text',
  limit: BODY_LIMIT,
  reply: (size, echo, status) =>
    wholeReply(
      status,
      [['content-type', 'application/json']],
      JSON.stringify({ error: around('Xray answered with a list of tests and their steps. ', size, echo) }),
    ),
};
