import { isIP } from 'node:net';

/** One way to a host, with what a proxy asks for; the credentials never leave the network room. */
export type ProxyRoute =
  | { readonly kind: 'direct' }
  | {
      readonly kind: 'proxy';
      /** How the proxy itself is spoken to. */
      readonly protocol: 'http' | 'https';
      readonly host: string;
      readonly port: number;
      readonly credentials: { readonly user: string; readonly password: string } | null;
    };

const DIRECT: ProxyRoute = { kind: 'direct' };

/** The proxy's address cannot be read; the message quotes nothing of it, since a password can stand in it. */
export class ProxyAddressError extends Error {
  override name = 'ProxyAddressError';
  readonly code = 'PROXY_ADDRESS';
}

/**
 * Reads Chromium's answer to `session.resolveProxy`, which has the form of a PAC answer: `PROXY a:80; HTTPS b:443; DIRECT`.
 * Gives the routes in order. SOCKS proxies are left out, as we do not speak that protocol; when nothing is left the
 * direct route is tried.
 */
export function parsePacAnswer(text: string): ProxyRoute[] {
  const routes: ProxyRoute[] = [];
  for (const part of text.split(';')) {
    const [kind = '', address = ''] = part.trim().split(/\s+/u);
    const upper = kind.toUpperCase();
    if (upper === 'DIRECT') routes.push(DIRECT);
    if (upper !== 'PROXY' && upper !== 'HTTP' && upper !== 'HTTPS') continue;
    const protocol = upper === 'HTTPS' ? 'https' : 'http';
    const route = parseProxyAddress(`${protocol}://${address}`);
    if (route !== null) routes.push(route);
  }
  return routes.length === 0 ? [DIRECT] : routes;
}

type Env = Readonly<Record<string, string | undefined>>;

/**
 * The routes that `HTTPS_PROXY` (else `ALL_PROXY`) and `NO_PROXY` give, in upper or lower case, read at each question.
 * The answer rejects with a ProxyAddressError when the proxy's address cannot be read: to go past it silently would tell
 * about another network than the one the person uses.
 */
export function routesFromEnvironment(env: Env): (url: string) => Promise<readonly ProxyRoute[]> {
  return async (url) => {
    const { hostname, port } = new URL(url);
    const proxy = firstOf(env, ['https_proxy', 'HTTPS_PROXY', 'all_proxy', 'ALL_PROXY']);
    if (proxy === '') return [DIRECT];
    const exceptions = firstOf(env, ['no_proxy', 'NO_PROXY']);
    if (isException(hostname, port === '' ? '443' : port, exceptions)) return [DIRECT];
    const route = parseProxyAddress(/^[a-z][a-z0-9+.-]*:\/\//iu.test(proxy) ? proxy : `http://${proxy}`);
    if (route === null)
      throw new ProxyAddressError('The address in HTTPS_PROXY is not one of an HTTP or HTTPS proxy.');
    return [route];
  };
}

function firstOf(env: Env, names: readonly string[]): string {
  return names.map((name) => (env[name] ?? '').trim()).find((value) => value !== '') ?? '';
}

/** Reads `http://user:password@host:port`; null for anything that is no HTTP or HTTPS proxy. */
export function parseProxyAddress(text: string): ProxyRoute | null {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return null;
  const protocol = url.protocol === 'https:' ? 'https' : 'http';
  const host = url.hostname.replace(/^\[|\]$/gu, '');
  const port = url.port === '' ? (protocol === 'https' ? 443 : 80) : Number(url.port);
  if (host === '' || port === 0) return null;
  const hasCredentials = url.username !== '' || url.password !== '';
  return {
    kind: 'proxy',
    protocol,
    host,
    port,
    credentials: hasCredentials ? { user: decode(url.username), password: decode(url.password) } : null,
  };
}

/** A `%` that begins no escape is meant as itself. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/**
 * Whether `NO_PROXY` names the host: `*`, a name (which stands for itself and every name below it), with or without a
 * leading dot or `*.`, with or without a port; separated by commas or spaces.
 */
function isException(hostname: string, port: string, list: string): boolean {
  const host = hostname.toLowerCase().replace(/\.$/u, '');
  return list
    .toLowerCase()
    .split(/[\s,]+/u)
    .filter((entry) => entry !== '')
    .some((entry) => {
      if (entry === '*') return true;
      const [, name = '', wantedPort] = /^(.*?)(?::(\d+))?$/u.exec(entry) ?? [];
      if (wantedPort !== undefined && wantedPort !== port) return false;
      const bare = name.replace(/^\*?\./u, '');
      return host === bare || (bare !== '' && isIP(bare) === 0 && host.endsWith(`.${bare}`));
    });
}
