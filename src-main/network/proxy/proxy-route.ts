import { isProxyException } from './no-proxy.ts';
import { parseProxyAddress, ProxyAddressError, unquoted } from './proxy-address.ts';
import type { ProxyRoute } from './proxy-address.ts';

export type { ProxyRoute } from './proxy-address.ts';

const DIRECT: ProxyRoute = { kind: 'direct' };

const OTHER_PROXIES = new Set(['SOCKS', 'SOCKS4', 'SOCKS5', 'QUIC']);

/** Entries of a PAC answer that are read: each is tried in its turn, and nobody waits for more. */
const MAX_PAC_ENTRIES = 32;
const MAX_PAC_CHARACTERS = 16 * 1024;

/**
 * Reads Chromium's answer to `session.resolveProxy`, which has the form of a PAC answer: `PROXY a:80; HTTPS b:443; DIRECT`.
 * Returns the routes in order, out of its first entries. SOCKS and QUIC proxies are left out, as we do not speak those protocols.
 * Throws a ProxyAddressError when nothing else is left: a direct call would tell about another network than the one that
 * the browser uses. An answer that names no proxy at all means a direct connection.
 */
export function parsePacAnswer(text: string): ProxyRoute[] {
  const routes: ProxyRoute[] = [];
  let hasOther = false;
  let hasUnreadable = false;
  for (const part of text.slice(0, MAX_PAC_CHARACTERS).split(';', MAX_PAC_ENTRIES)) {
    const [kind = '', address = ''] = part.trim().split(/\s+/u, 2);
    const upper = kind.toUpperCase();
    if (upper === 'DIRECT') routes.push(DIRECT);
    if (OTHER_PROXIES.has(upper)) hasOther = true;
    if (upper !== 'PROXY' && upper !== 'HTTP' && upper !== 'HTTPS') continue;
    const route = parseProxyAddress(`${upper === 'HTTPS' ? 'https' : 'http'}://${address}`);
    if (route === null || route === 'socks') hasUnreadable = true;
    else routes.push(route);
  }
  if (routes.length > 0) return routes;
  if (hasUnreadable)
    throw new ProxyAddressError('PROXY_ADDRESS', "The proxy in this computer's settings cannot be read.");
  if (hasOther)
    throw new ProxyAddressError(
      'PROXY_SOCKS_ONLY',
      "This computer's settings name a SOCKS or QUIC proxy and no other way. This app speaks to HTTP proxies only.",
    );
  return [DIRECT];
}

type Env = Readonly<Record<string, string | undefined>>;

/**
 * The routes that `HTTPS_PROXY` (else `ALL_PROXY`) and `NO_PROXY` give, in upper or lower case, read at each question.
 * Rejects with a ProxyAddressError when the proxy's address cannot be read or is one of a SOCKS proxy: to go past it
 * silently would tell about another network than the one the person uses.
 */
export function routesFromEnvironment(env: Env): (url: string) => Promise<readonly ProxyRoute[]> {
  return async (url) => {
    const { hostname, port } = new URL(url);
    const [name, value] = firstOf(env, ['https_proxy', 'HTTPS_PROXY', 'all_proxy', 'ALL_PROXY']);
    const [, exceptions] = firstOf(env, ['no_proxy', 'NO_PROXY']);
    if (value === '' || isProxyException(hostname, port === '' ? '443' : port, exceptions)) return [DIRECT];
    const route = parseProxyAddress(value);
    const variable = name.toUpperCase();
    if (route === 'socks') {
      const words = `${variable} names a SOCKS proxy. This app speaks to HTTP proxies only.`;
      throw new ProxyAddressError('PROXY_SOCKS_ONLY', words);
    }
    if (route === null) {
      const words = `The address in ${variable} is not one of an HTTP or HTTPS proxy.`;
      throw new ProxyAddressError('PROXY_ADDRESS', words);
    }
    return [route];
  };
}

function firstOf(env: Env, names: readonly string[]): readonly [name: string, value: string] {
  const set = names.map((name) => [name, unquoted(env[name] ?? '')] as const);
  return set.find(([, value]) => value !== '') ?? ['', ''];
}
