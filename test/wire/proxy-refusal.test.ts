import { gzipSync } from 'node:zlib';

import { afterEach, describe, expect, it } from 'vitest';

import { networkFailureSchema } from '../../src-main/contract/diagnosis.ts';
import { trustOnly } from '../../src-main/network/tls/trust-store.ts';
import { createUndiciClient } from '../../src-main/network/client/undici-client.ts';
import { startFakeProxy } from '../support/servers/fake-proxy.ts';

const GET = { method: 'GET', url: 'https://xray.cloud.getxray.app/', headers: [], body: null } as const;
const never = new AbortController().signal;
const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

async function failureOf(answer: string | Buffer, signal = never) {
  const proxy = await startFakeProxy({ answer });
  closers.push(() => proxy.close());
  const client = createUndiciClient({
    limits: { proxySettingsMs: 5000, connectMs: 10_000, answerMs: 5000, bodyBytes: 1000 },
    secureContext: trustOnly([]),
    connectTo: () => null,
    resolveRoute: async () => [
      { kind: 'proxy', protocol: 'http', host: '127.0.0.1', port: proxy.port, credentials: null },
    ],
  });
  closers.push(() => client.close());
  const outcome = await client.send(GET, signal);
  if (outcome.outcome !== 'failed') throw new Error('The call was answered.');
  return networkFailureSchema.parse(outcome.failure);
}

const lines = (...each: readonly string[]): string => `${each.join('\r\n')}\r\n\r\n`;
const PAGE =
  '<!DOCTYPE html><html><head><title id="t">\n  Access\n  denied </title></head><body>x</body></html>';

describe('a proxy that refuses a tunnel', () => {
  it('is quoted with its status, headers and the title of its page', async () => {
    const head = lines(
      'HTTP/1.1 403 Not Today',
      'Server: Zscaler/6.2',
      'X-Squid-Error: ERR_ACCESS_DENIED 0',
      'Content-Type: text/html',
      `Content-Length: ${PAGE.length}`,
    );
    expect(await failureOf(`${head}${PAGE}`)).toMatchObject({
      phase: 'proxy',
      code: 'PROXY_STATUS_403',
      message: 'The proxy answered 403.',
      proxyAnswer: {
        status: 403,
        statusText: 'Not Today',
        headers: [
          { name: 'Server', value: 'Zscaler/6.2' },
          { name: 'X-Squid-Error', value: 'ERR_ACCESS_DENIED 0' },
          { name: 'Content-Type' },
          { name: 'Content-Length' },
        ],
        title: 'Access denied',
      },
    });
  });

  const chunked = (text: string): string =>
    `${text.slice(0, 60).length.toString(16)}\r\n${text.slice(0, 60)}\r\n${text.slice(60).length.toString(16)};x\r\n${text.slice(60)}\r\n0\r\n\r\n`;
  it.each([
    [
      'in chunks',
      `${lines('HTTP/1.1 503 Busy', 'Transfer-Encoding: chunked')}${chunked(PAGE)}`,
      'Access denied',
    ],
    [
      'compressed',
      Buffer.concat([
        Buffer.from(
          lines('HTTP/1.1 503 Busy', 'Content-Encoding: gzip', `Content-Length: ${gzipSync(PAGE).length}`),
        ),
        gzipSync(PAGE),
      ]),
      'Access denied',
    ],
    [
      'without a length, and the connection stays open',
      `${lines('HTTP/1.1 503 Busy')}${PAGE}`,
      'Access denied',
    ],
    [
      'without a length and an end',
      `${lines('HTTP/1.1 503 Busy', 'Content-Length: 9999')}${PAGE}`,
      'Access denied',
    ],
    ['without a page', lines('HTTP/1.1 503 Busy', 'Content-Length: 0'), null],
    ['with a text', `${lines('HTTP/1.1 503 Busy', 'Content-Length: 4')}busy`, null],
    [
      'with a title that does not end',
      `${lines('HTTP/1.1 503 Busy', 'Content-Length: 70000')}<html><title>${'x'.repeat(69_987)}`,
      'x'.repeat(200),
    ],
    [
      'with a title far behind',
      `${lines('HTTP/1.1 503 Busy', 'Content-Length: 90000')}<html>${' '.repeat(80_000)}<title>late</title>${' '.repeat(20_000)}`,
      null,
    ],
    ['with a flood of titles', `${lines('HTTP/1.1 503 Busy')}<html>${'<title'.repeat(20_000)}`, null],
  ])('ends in time %s', async (_name, answer, title) => {
    const failure = await failureOf(answer);
    expect(failure).toMatchObject({ code: 'PROXY_STATUS_503', proxyAnswer: { status: 503, title } });
  });

  it('keeps a few headers, each cut', async () => {
    const many = Array.from({ length: 100 }, (_none, index) => `X-${index}: ${'v'.repeat(400)}`);
    const { proxyAnswer } = await failureOf(lines('HTTP/1.1 500 No', ...many, 'Content-Length: 0'));
    expect(proxyAnswer?.headers).toHaveLength(40);
    expect(new Set(proxyAnswer?.headers.map(({ value }) => value.length))).toEqual(new Set([300]));
  });

  it.each([
    [['Proxy-Authenticate: Negotiate', 'Proxy-Authenticate: NTLM TlRMTVNTUAACAAAA'], 'Negotiate, NTLM'],
    [['Proxy-Authenticate: Negotiate, NTLM, Basic realm="secret-realm, Digest"'], 'Negotiate, NTLM, Basic'],
  ])('names every way to sign in, and no challenge: %j', async (headers, names) => {
    const failure = await failureOf(lines('HTTP/1.1 407 Sign In', ...headers, 'Content-Length: 0'));
    expect(failure).toMatchObject({
      code: 'PROXY_SIGN_IN',
      message: `The proxy answered 407 and asks to sign in by ${names}.`,
    });
  });

  it.each([
    ['HTTP/1.1 511 Network Authentication Required', '', 'PROXY_GUEST_SIGN_IN'],
    ['HTTP/1.1 302 Found', 'https://portal.acme.test/x', 'PROXY_GUEST_SIGN_IN'],
    ['HTTP/1.1 307 Go', 'https://acme.test/guest/LogIn?url=x', 'PROXY_GUEST_SIGN_IN'],
    ['HTTP/1.1 302 Found', 'https://gateway.acme.test/auth?reasoncode=BLOCKED', 'PROXY_STATUS_302'],
    ['HTTP/1.1 302 Found', 'https://acme.test/authority', 'PROXY_STATUS_302'],
    ['HTTP/1.1 302 Found', '', 'PROXY_STATUS_302'],
  ])('tells a guest network’s sign-in: %s %s', async (status, location, code) => {
    const headers = location === '' ? [] : [`Location: ${location}`];
    const failure = await failureOf(lines(status, ...headers, 'Content-Length: 0'));
    expect(failure).toMatchObject({
      phase: 'proxy',
      code,
      proxyAnswer: { status: Number(status.slice(9, 12)) },
    });
  });

  it('is let go at once when the call is stopped while its page comes', async () => {
    const stop = new AbortController();
    setImmediate(() => stop.abort());
    const startedAt = performance.now();
    const failure = await failureOf(`${lines('HTTP/1.1 503 Busy', 'Content-Length: 9')}<html>`, stop.signal);
    expect(failure).toMatchObject({ phase: 'cancelled' });
    expect(failure.proxyAnswer).toBeUndefined();
    expect(performance.now() - startedAt).toBeLessThan(900);
  });

  it('tells an answer that is none of HTTP', async () => {
    expect(await failureOf('SSH-2.0-OpenSSH_9.9\r\n\r\n')).toMatchObject({
      phase: 'proxy',
      code: expect.stringMatching(/^HPE_/u),
    });
  });
});
