import { redactCookie, redactSetCookie } from './redact-cookies.ts';
import { isFieldSecret } from './credential-fields.ts';
import { redactGenerated } from './generated-words.ts';
import { redactAuthorization, redactShapes } from './redact-shapes.ts';
import type { TagMaker } from './redact-shapes.ts';
import { redactUrl, redactUrls } from './redact-urls.ts';
import { cutBeforeTag, isTag } from './tags.ts';

/** Headers that support reads; their values stay, apart from known secrets and credentials in plain sight. */
const READ_BY_SUPPORT = new Set(
  `accept accept-encoding accept-language accept-ranges age allow alt-svc cache-control connection content-disposition
  content-encoding content-language content-length content-type date expires host keep-alive last-modified pragma
  proxy-agent proxy-connection proxy-status retry-after server server-timing strict-transport-security
  transfer-encoding upgrade user-agent vary via warning x-cache x-cache-lookup x-content-type-options x-frame-options
  x-powered-by x-squid-error x-xss-protection access-control-allow-origin access-control-allow-methods
  access-control-allow-headers access-control-expose-headers referrer-policy cf-ray cf-mitigated cf-cache-status
  x-amz-cf-id x-amz-cf-pop x-amzn-requestid x-amzn-trace-id x-amzn-errortype x-amz-apigw-id x-request-id
  x-correlation-id x-trace-id traceparent x-b3-traceid atl-traceid x-arequestid x-iinfo x-served-by`.split(
    /\s+/u,
  ),
);
const RATE_LIMIT = /^x-rate-?limit-/u;
/** Headers by whose value a vendor finds a request in its records; the same word may stand in a body. */
const REQUEST_ID =
  /^(?:x-amz-cf-id|x-amzn-requestid|x-amzn-trace-id|x-amz-apigw-id|x-request-id|x-correlation-id|x-trace-id|traceparent|x-b3-traceid|atl-traceid|x-arequestid|cf-ray)$/u;
const ADDRESS = new Set(['location', 'content-location', 'refresh', 'link', 'referer', 'origin']);
/** A header of such a name holds nothing else, however short it is. */
const NAMED_LIKE_A_KEY = /token|session|csrf|xsrf|key$/u;
/** The beginning of every other value. */
const MAX_VALUE = 160;

/** Returns whether a header holds an id that a vendor looks a request up by. */
export function isRequestId(name: string): boolean {
  return REQUEST_ID.test(name.trim().toLowerCase());
}

function isReadBySupport(name: string): boolean {
  return READ_BY_SUPPORT.has(name) || RATE_LIMIT.test(name);
}

/** Replaces the credential in a header's value by the header's name; `value` may hold tags already. */
export function redactHeaderValue(name: string, value: string, tag: TagMaker): string {
  const plain = name.trim().toLowerCase();
  if (value.trim() === '' || isTag(value.trim())) return value;
  const cookie = (content: string): string => tag('cookie', content);
  if (plain === 'authorization' || plain === 'proxy-authorization') return redactAuthorization(value, tag);
  if (plain === 'www-authenticate' || plain === 'proxy-authenticate') return redactChallenges(value, tag);
  if (plain === 'set-cookie' || plain === 'set-cookie2') return redactSetCookie(value, cookie);
  if (plain === 'cookie' || plain === 'cookie2') return redactCookie(value, cookie);
  if (isReadBySupport(plain)) return redactShapes(value, tag, { generated: false });
  if (ADDRESS.has(plain)) return redactShapes(redactLink(value, tag), tag);
  if (isFieldSecret(plain, value) || NAMED_LIKE_A_KEY.test(plain)) return tag('token', value);
  return cutShort(redactShapes(redactUrls(value, tag), tag));
}

/** `0; url=…`, `<…>; rel=…` or an address alone. */
function redactLink(value: string, tag: TagMaker): string {
  const refresh = /^\s{0,8}\d{1,9}\s{0,8};\s{0,8}url\s{0,8}=/iu.exec(value)?.[0];
  if (refresh !== undefined) return refresh + redactUrl(value.slice(refresh.length), tag);
  if (!value.includes('<')) return redactUrl(value, tag);
  return value.replace(/<([^<>]{1,4096})>/gu, (_, url: string) => `<${redactUrl(url, tag)}>`);
}

/** Only what lies before the cut is told; a tag is never cut. */
function cutShort(value: string): string {
  if (value.length <= MAX_VALUE || value.endsWith('…')) return value;
  return `${cutBeforeTag(value, MAX_VALUE)}…`;
}

/** Parameters of a challenge that tell who asks for what. */
const TOLD_PARAMETER =
  /^(?:realm|error|error_description|scope|charset|algorithm|qop|stale|title|domain|resource_metadata|trusted_issuers|authorization_uri|uri)$/u;
const CHALLENGE =
  /([A-Za-z][\w-]{0,63})[ \t]{0,8}=[ \t]{0,8}(?:"([^"]{0,4096})"|([^\s,"]{0,4096}))|[^\s,]+|[\s,]+/gu;
const SCHEME = /^[A-Za-z][A-Za-z-]{1,19}$/u;

/** Keeps schemes and what they tell (realm, error); challenges, nonces and blobs become tags. */
function redactChallenges(value: string, tag: TagMaker): string {
  let isStart = true;
  return value.replace(CHALLENGE, (piece, name?: string, quoted?: string, bare?: string) => {
    if (/^[\s,]+$/u.test(piece)) {
      if (piece.includes(',')) isStart = true;
      return piece;
    }
    if (name !== undefined) {
      const content = quoted ?? bare ?? '';
      // The signs = at the end of base64.
      if (quoted === undefined && /^=*$/u.test(content)) return tag('authorization', piece);
      if (isTag(content)) return piece;
      const told = TOLD_PARAMETER.test(name.toLowerCase())
        ? redactGenerated(redactShapes(redactUrls(content, tag), tag), (word) => tag('authorization', word))
        : tag('authorization', content);
      const lead = piece.slice(0, piece.length - content.length - (quoted === undefined ? 0 : 1));
      return `${lead}${told}${quoted === undefined ? '' : '"'}`;
    }
    const isScheme = isStart && SCHEME.test(piece);
    isStart = false;
    return isScheme || isTag(piece) ? piece : tag('authorization', piece);
  });
}
