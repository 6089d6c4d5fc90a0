import { isFieldSecret } from './credential-fields.ts';
import { redactCookie, redactSetCookie } from './redact-cookies.ts';
import { redactRandomStrings } from './redact-random-strings.ts';
import { redactShapesNow } from './redact-shapes.ts';
import { redactUrl, redactUrls } from './redact-urls.ts';
import { cutBeforeTag, isTag } from '../tags.ts';
import type { TagMaker } from '../tags.ts';

/** Headers that support reads: their values stay, except for known secrets and what has the shape of a credential. */
const READ_BY_SUPPORT = new Set(
  `accept accept-encoding accept-language accept-ranges age allow alt-svc cache-control connection content-disposition
  content-encoding content-language content-length content-type date expires host keep-alive last-modified pragma
  proxy-agent proxy-connection proxy-status retry-after server server-timing strict-transport-security
  transfer-encoding upgrade user-agent vary via warning x-cache x-cache-lookup x-content-type-options x-frame-options
  x-powered-by x-squid-error x-xss-protection access-control-allow-origin access-control-allow-methods
  access-control-allow-headers access-control-expose-headers referrer-policy cf-mitigated cf-cache-status
  x-amz-cf-pop x-amzn-errortype x-iinfo x-served-by`.split(/\s+/u),
);
const RATE_LIMIT = /^x-rate-?limit-/u;
/** Headers by which a vendor finds a request in its records; the same id may stand in a body. */
const REQUEST_ID =
  /^(?:x-amz-cf-id|x-amzn-requestid|x-amzn-trace-id|x-amz-apigw-id|x-request-id|x-correlation-id|x-trace-id|traceparent|x-b3-traceid|atl-traceid|x-arequestid|cf-ray)$/u;
const ADDRESS = new Set(['location', 'content-location', 'refresh', 'link', 'referer', 'origin']);
/** A header of such a name holds nothing else, however short it is. */
const KEY_NAME = /token|session|csrf|xsrf|key$/u;
/** All other values are cut here. */
const MAX_VALUE = 160;

/** Returns whether a header holds an id by which a vendor looks a request up. */
export function isRequestId(name: string): boolean {
  return REQUEST_ID.test(name.trim().toLowerCase());
}

/** Redacts a header's value by the header's name; the value may hold tags already. */
export function redactHeaderValue(name: string, value: string, tag: TagMaker): string {
  const plain = name.trim().toLowerCase();
  if (value.trim() === '' || isTag(value.trim())) return value;
  const cookie = (text: string): string => tag('cookie', text);
  if (/^(?:proxy-)?authorization$/u.test(plain)) return redactAuthorization(value, tag);
  if (/^(?:www|proxy)-authenticate$/u.test(plain)) return redactChallenges(value, tag);
  if (/^set-cookie2?$/u.test(plain)) return redactSetCookie(value, cookie);
  if (/^cookie2?$/u.test(plain)) return redactCookie(value, cookie);
  if (READ_BY_SUPPORT.has(plain) || REQUEST_ID.test(plain) || RATE_LIMIT.test(plain))
    return redactShapesNow(value, tag, { randomStrings: false });
  if (ADDRESS.has(plain)) return redactShapesNow(redactLinks(value, tag), tag);
  if (isFieldSecret(plain, value) || KEY_NAME.test(plain)) return tag('token', value);
  const clean = redactShapesNow(redactUrls(value, tag), tag);
  return clean.length <= MAX_VALUE || clean.endsWith('…') ? clean : `${cutBeforeTag(clean, MAX_VALUE)}…`;
}

/** Replaces the credential of an `Authorization` header; the scheme (`Bearer`) stays. */
export function redactAuthorization(value: string, tag: TagMaker): string {
  const plain = value.trim();
  const scheme = /^[A-Za-z][A-Za-z0-9-]{0,40}\s{1,8}/u.exec(plain)?.[0] ?? '';
  const credential = plain.slice(scheme.length);
  if (credential === '') return tag('authorization', plain);
  return scheme + (isTag(credential) ? credential : tag('authorization', credential));
}

/** `0; url=…`, `<…>; rel=…` or an address alone. */
function redactLinks(value: string, tag: TagMaker): string {
  const refresh = /^\s{0,8}\d{1,9}\s{0,8};\s{0,8}url\s{0,8}=/iu.exec(value)?.[0];
  if (refresh !== undefined) return refresh + redactUrl(value.slice(refresh.length), tag);
  if (!value.includes('<')) return redactUrl(value, tag);
  return value.replace(/<([^<>]{1,4096})>/gu, (_, url: string) => `<${redactUrl(url, tag)}>`);
}

/** Parameters of a challenge that say who asks for what. */
const PUBLIC_PARAMETER =
  /^(?:realm|error|error_description|scope|charset|algorithm|qop|stale|title|domain|resource_metadata|trusted_issuers|authorization_uri|uri)$/u;
const CHALLENGE =
  /([A-Za-z][\w-]{0,63})([ \t]{0,8}=[ \t]{0,8})(?:(")([^"]{0,4096})"|([^\s,"]{0,4096}))|[^\s,]+|[\s,]+/gu;
const SCHEME = /^[A-Za-z][A-Za-z-]{1,19}$/u;

/** Replaces nonces and blobs of `WWW-Authenticate`; schemes and public parameters (RFC 9110, section 11) stay. */
function redactChallenges(value: string, tag: TagMaker): string {
  const secret = (text: string): string => tag('authorization', text);
  let isStart = true;
  return value.replace(
    CHALLENGE,
    (piece, name?: string, equals = '', quote = '', quoted?: string, bare = '') => {
      if (/^[\s,]+$/u.test(piece)) {
        isStart ||= piece.includes(',');
        return piece;
      }
      if (name !== undefined) {
        const content = quoted ?? bare;
        // Padding at the end of base64.
        if (quote === '' && /^=*$/u.test(content)) return secret(piece);
        if (isTag(content)) return piece;
        const redacted = PUBLIC_PARAMETER.test(name.toLowerCase())
          ? redactRandomStrings(redactShapesNow(redactUrls(content, tag), tag), secret)
          : secret(content);
        return name + equals + quote + redacted + quote;
      }
      const isScheme = isStart && SCHEME.test(piece);
      isStart = false;
      return isScheme || isTag(piece) ? piece : secret(piece);
    },
  );
}
