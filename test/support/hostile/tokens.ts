import { filled, wholeReply } from './reply.ts';
import type { HostileAnswer } from './reply.ts';

const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const jwt = (claims: unknown): string =>
  `${part({ alg: 'none' })}.${part(claims)}.${Buffer.from('not a signature').toString('base64url')}`;

type Row = readonly [name: string, limit: number, make: (size: number, echo: string) => string];

/** The longest token that the product takes for one. */
const TOKEN_LIMIT = 8 * 1024;

const ROWS: readonly Row[] = [
  ['a token of few characters', 20, (size) => JSON.stringify('a'.repeat(size))],
  ['a token of one byte', 1, (size) => 'a'.repeat(size)],
  ['an opaque token', TOKEN_LIMIT, (size) => JSON.stringify(filled('aB3dE5fG7h', size))],
  ['a token without quotes', 20_000, (size) => filled('aB3-dE5_fG7.', size)],
  [
    'a JWT of one long claim',
    6000,
    (size, echo) => JSON.stringify(jwt({ sub: echo, iss: filled('x', size) })),
  ],
  [
    'a JWT of many claims',
    300,
    (size, echo) =>
      JSON.stringify(
        jwt(Object.fromEntries(Array.from({ length: size }, (_, at) => [`c${at}`, echo.slice(0, 9)]))),
      ),
  ],
  [
    'a JWT of lists in lists',
    3000,
    (size) =>
      JSON.stringify(
        `${part({})}.${Buffer.from(`{"iss":${'['.repeat(size)}${']'.repeat(size)}}`).toString('base64url')}.x`,
      ),
  ],
  [
    'a JWT with times of no calendar',
    200,
    (size, echo) => JSON.stringify(jwt({ iat: 1e300, exp: -1e300, tenant: filled(echo, size) })),
  ],
  ['a token in a list', 4000, (size) => JSON.stringify([[filled('aB3dE5fG7h', size)]])],
  ['many tokens', 400, (size) => JSON.stringify(Array.from({ length: size }, (_, at) => jwt({ at })))],
];

/** Answers to a sign-in that is taken: what comes is a token, or close to one. */
export const HOSTILE_TOKENS: readonly HostileAnswer[] = ROWS.map(([name, limit, make]) => ({
  name,
  kind: 'tokens',
  limit,
  place: 'sign-in',
  reply: (size, echo) => wholeReply(200, [['content-type', 'application/json']], make(size, echo)),
}));
