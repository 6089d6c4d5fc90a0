import { request as httpRequest } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';
import type { Socket } from 'node:net';

import type { Header, NetworkFailure } from '../../contract/diagnosis.ts';
import { headerValues } from '../../contract/text/headers.ts';
import { authSchemes } from './auth-schemes.ts';
import { connectTcp } from '../client/connect-tcp.ts';
import type { TcpTarget } from '../client/connect-override.ts';
import { MAX_HEADER_BYTES } from '../client/http-limits.ts';
import { ProxyAnswerError } from '../client/network-failure.ts';
import { discard } from '../client/opening.ts';
import type { OpeningOptions, OpeningTrace } from '../client/opening.ts';
import { raceSignal } from '../client/time-limit.ts';
import { titleOfRefusal } from './proxy-page.ts';
import type { ProxyRoute } from './proxy-address.ts';
import { secureSocket } from '../tls/secure-socket.ts';

type Proxy = Extract<ProxyRoute, { kind: 'proxy' }>;
type ProxyAnswer = NonNullable<NetworkFailure['proxyAnswer']>;

const MAX_KEPT_HEADERS = 40;
const MAX_KEPT_VALUE = 300;

/** Asks a proxy for a tunnel (RFC 9110 section 9.3.6). Rejects with a ProxyAnswerError when the proxy refuses it. */
export async function openTunnel(
  proxy: Proxy,
  target: TcpTarget,
  options: OpeningOptions,
  trace: OpeningTrace,
): Promise<Socket> {
  const { signal } = options;
  const plain = await connectTcp(proxy, trace, signal);
  trace.phase = 'proxy';
  const startedAt = performance.now();
  const carrier =
    proxy.protocol === 'https' ? await secureSocket(plain, proxy.host, ['http/1.1'], options, trace) : plain;
  const { response, head } = await askForTunnel(carrier, proxy, target, signal);
  if (head.length > 0) carrier.unshift(head);
  const status = response.statusCode ?? 0;
  if (status < 200 || status > 299) throw await refusal(status, response, carrier, signal);
  trace.tcpMs = (trace.tcpMs ?? 0) + (performance.now() - startedAt);
  trace.certificate = null;
  return carrier;
}

interface TunnelAnswer {
  readonly response: IncomingMessage;
  readonly head: Buffer;
}

async function askForTunnel(
  carrier: Socket,
  proxy: Proxy,
  { host, port }: TcpTarget,
  signal: AbortSignal,
): Promise<TunnelAnswer> {
  const authority = `${isIP(host) === 6 ? `[${host}]` : host}:${port}`;
  const request = httpRequest({
    method: 'CONNECT',
    path: authority,
    createConnection: () => carrier,
    maxHeaderSize: MAX_HEADER_BYTES,
    headers: { host: authority, ...proxyAuthorization(proxy) },
  });
  const { promise, resolve, reject } = Promise.withResolvers<TunnelAnswer>();
  request.once('error', reject);
  request.once('connect', (response, _socket, head) => resolve({ response, head }));
  request.end();
  try {
    return await raceSignal(promise, signal);
  } catch (error) {
    request.on('error', () => undefined).destroy();
    discard(carrier);
    throw error;
  }
}

function proxyAuthorization({ credentials }: Proxy): Record<string, string> {
  if (credentials === null) return {};
  const pair = Buffer.from(`${credentials.user}:${credentials.password}`, 'utf8').toString('base64');
  return { 'proxy-authorization': `Basic ${pair}` };
}

async function refusal(
  status: number,
  response: IncomingMessage,
  socket: Socket,
  signal: AbortSignal,
): Promise<ProxyAnswerError> {
  const headers = headersOf(response.rawHeaders);
  const answer: ProxyAnswer = {
    status,
    statusText: (response.statusMessage ?? '').slice(0, MAX_KEPT_VALUE),
    headers: headers.slice(0, MAX_KEPT_HEADERS).map(({ name, value }) => ({
      name: name.slice(0, MAX_KEPT_VALUE),
      value: value.slice(0, MAX_KEPT_VALUE),
    })),
    schemes: authSchemes(headerValues(headers, 'proxy-authenticate')),
    title: await titleOfRefusal(socket, headers, signal),
  };
  if (isGuestSignIn(status, headerValues(headers, 'location')[0] ?? '')) {
    const words = `The proxy answered ${status} and asks to sign in on a page of its own.`;
    return new ProxyAnswerError('PROXY_GUEST_SIGN_IN', words, answer);
  }
  const schemes = answer.schemes.join(', ');
  return new ProxyAnswerError(
    status === 407 ? 'PROXY_SIGN_IN' : `PROXY_STATUS_${status}`,
    `The proxy answered ${status}${schemes === '' ? '' : ` and asks to sign in by ${schemes}`}.`,
    answer,
  );
}

function headersOf(raw: readonly string[]): Header[] {
  return raw.flatMap((name, at) => (at % 2 === 0 ? [{ name, value: raw[at + 1] ?? '' }] : []));
}

const SIGN_IN_WORDS = new Set(
  'login logon signin signon sign auth authenticate oauth oauth2 sso saml idp captive portal guest hotspot wifi splash'.split(
    ' ',
  ),
);
const BLOCK_WORDS = new Set('block blocked blockpage deny denied forbidden violation reasoncode'.split(' '));

/** 511 says it by itself (RFC 6585 section 6); a redirect does so by the words in its address, unless they speak of a block. */
function isGuestSignIn(status: number, location: string): boolean {
  if (status === 511) return true;
  if (status < 300 || status > 399) return false;
  const words = location
    .slice(0, 2048)
    .toLowerCase()
    .split(/[^a-z0-9]+/u);
  return words.some((word) => SIGN_IN_WORDS.has(word)) && !words.some((word) => BLOCK_WORDS.has(word));
}
