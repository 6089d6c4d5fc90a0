import { isIP } from 'node:net';
import { domainToASCII } from 'node:url';

import { CodedError } from '../client/network-failure.ts';

/** One way to a host, with what a proxy asks for; the credentials never leave the network room. */
export type ProxyRoute =
  | { readonly kind: 'direct' }
  | {
      readonly kind: 'proxy';
      readonly protocol: 'http' | 'https';
      readonly host: string;
      readonly port: number;
      readonly credentials: { readonly user: string; readonly password: string } | null;
    };

/** A proxy setting that cannot be used. The message quotes nothing of it, since a password can stand in it. */
export class ProxyAddressError extends CodedError {
  override name = 'ProxyAddressError';
}

const MAX_ADDRESS_LENGTH = 4096;

/** Control characters and white space stand in no address; they are percent-encoded in a password. */
const BLANK = /[\u0000-\u0020\u007f-\u00a0\u2028\u2029\ufeff]/u;

/**
 * Reads `http://user:password@host:port`. The scheme may be missing, one slash may stand at the end, quotes around the
 * whole are taken off. The last `@` ends the user's name and password, which may be percent-encoded; a backslash in them
 * stays (`DOMAIN\user`). Returns `socks` for a SOCKS proxy and null for anything else, so for a path, a query or a
 * fragment: a password with a raw `/`, `?` or `#` cannot be told from them, and WHATWG's URL would take `jane:4711/x@host`
 * for the host `jane`.
 */
export function parseProxyAddress(text: string): Extract<ProxyRoute, { kind: 'proxy' }> | 'socks' | null {
  const address = unquoted(text);
  if (address.length > MAX_ADDRESS_LENGTH || BLANK.test(address)) return null;
  const [, scheme = 'http', rest = ''] = /^(?:([a-z][a-z0-9+.-]*):\/\/)?(.*)$/iu.exec(address) ?? [];
  const protocol = scheme.toLowerCase();
  if (/^socks(?:4a?|5h?)?$/u.test(protocol)) return 'socks';
  if (protocol !== 'http' && protocol !== 'https') return null;
  const authority = rest.endsWith('/') ? rest.slice(0, -1) : rest;
  if (/[/?#]/u.test(authority)) return null;
  const at = authority.lastIndexOf('@');
  const place = hostAndPort(authority.slice(at + 1), protocol === 'https' ? 443 : 80);
  return (
    place && {
      kind: 'proxy',
      protocol,
      ...place,
      credentials: credentialsOf(authority.slice(0, Math.max(at, 0))),
    }
  );
}

const QUOTES: Readonly<Record<string, string>> = {
  '"': '"',
  "'": "'",
  '`': '`',
  '“': '”',
  '”': '”',
  '„': '“',
  '‘': '’',
  '’': '’',
  '‚': '‘',
  '«': '»',
  '»': '«',
};

/** Takes white space and pairs of quotes off, as they stay around a value that was set in a Windows shell or pasted. */
export function unquoted(text: string): string {
  let value = text.trim();
  for (let layer = 0; layer < 3; layer += 1) {
    const close = QUOTES[value[0] ?? ''];
    if (close === undefined || value.length < 2 || !value.endsWith(close)) return value;
    value = value.slice(1, -1).trim();
  }
  return value;
}

function credentialsOf(userInfo: string): { user: string; password: string } | null {
  const colon = userInfo.indexOf(':');
  const user = decode(colon < 0 ? userInfo : userInfo.slice(0, colon));
  const password = decode(colon < 0 ? '' : userInfo.slice(colon + 1));
  return user === '' && password === '' ? null : { user, password };
}

/** A `%` that begins no escape of UTF-8 is meant as itself. */
function decode(text: string): string {
  return text.replace(/(?:%[0-9a-f]{2})+/giu, (escapes) => {
    try {
      return decodeURIComponent(escapes);
    } catch {
      return escapes;
    }
  });
}

function hostAndPort(text: string, usualPort: number): { host: string; port: number } | null {
  const [, bracketed, plain, portText = ''] =
    /^(?:\[([0-9a-f:.]{2,45})\]|([^:[\]]{1,253}))(?::(\d{0,5}))?$/iu.exec(text) ?? [];
  const host = bracketed === undefined ? hostName(plain ?? '') : isIP(bracketed) === 6 ? bracketed : null;
  const port = portText === '' ? usualPort : Number(portText);
  return host === null || host === '' || port < 1 || port > 65_535 ? null : { host, port };
}

function hostName(text: string): string | null {
  // domainToASCII would undo escapes and take other characters for dots.
  if (!/^[\p{L}\p{M}\p{N}._-]+$/u.test(text)) return null;
  const ascii = domainToASCII(text);
  return /^[a-z0-9_-]+(?:\.[a-z0-9_-]+)*\.?$/u.test(ascii) ? ascii : null;
}
