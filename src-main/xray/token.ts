import * as z from 'zod';

import type { HostId, TokenFacts } from '../contract/diagnosis.ts';
import { parseJsonAs } from '../contract/text/json.ts';

/** A bearer token's alphabet (token68, RFC 9110 section 11.2), which a JWT's is part of. */
const TOKEN = /^[A-Za-z0-9\-._~+/]{20,}=*$/u;

/** The longest token; Xray's have some hundred characters, and a header of more than 8 KiB reaches few servers. */
export const MAX_TOKEN_CHARACTERS = 8 * 1024;

/**
 * Returns the token in the body of an authenticate answer: documented as a JSON string in quotes, also accepted bare, padded
 * with white space, or behind a byte order mark. Null if there is none, or one that is too long to be sent and searched for.
 */
export function readToken(bodyText: string): string | null {
  const text = bodyText.replace(/^\uFEFF/u, '').trim();
  const token = text.startsWith('"') ? parseJsonAs(z.string(), text)?.trim() : text;
  return token !== undefined && token.length <= MAX_TOKEN_CHARACTERS && TOKEN.test(token) ? token : null;
}

/** The claims that are kept as facts (vendor's sample: HS256, `exp - iat` = 86400 s). */
const claimsSchema = z.object({
  iss: z.string().max(200).optional().catch(undefined),
  iat: z.number().optional().catch(undefined),
  exp: z.number().optional().catch(undefined),
  tenant: z.string().max(200).optional().catch(undefined),
  accountId: z.string().max(200).optional().catch(undefined),
});

/** What a token says of itself, in ISO 8601; nulls for whatever cannot be read. The token's text is not kept. */
export function tokenFacts(host: HostId, token: string): TokenFacts {
  const payload = Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8');
  const claims = parseJsonAs(claimsSchema, payload) ?? {};
  return {
    host,
    issuer: claims.iss ?? null,
    issuedAt: isoOf(claims.iat),
    expiresAt: isoOf(claims.exp),
    length: token.length,
    tenant: claims.tenant ?? null,
    accountId: claims.accountId ?? null,
  };
}

function isoOf(seconds: number | undefined): string | null {
  if (seconds === undefined) return null;
  const date = new Date(seconds * 1000);
  return Number.isNaN(date.getTime()) ? null : date.toISOString();
}
