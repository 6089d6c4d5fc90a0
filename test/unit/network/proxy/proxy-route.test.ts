import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { networkFailure } from '../../../../src-main/network/client/network-failure.ts';
import { ProxyAddressError } from '../../../../src-main/network/proxy/proxy-address.ts';
import { parsePacAnswer, routesFromEnvironment } from '../../../../src-main/network/proxy/proxy-route.ts';

const XRAY = 'https://xray.cloud.getxray.app/api';
const PROXY_URL = 'http://proxy.acme.test:3128';
const DIRECT = [{ kind: 'direct' }];
const PROXY = { kind: 'proxy', protocol: 'http', host: 'proxy.acme.test', port: 3128, credentials: null };

describe('routesFromEnvironment', () => {
  it.each([
    ['nothing set', {}, DIRECT],
    ['upper case', { HTTPS_PROXY: 'http://proxy.acme.test:3128' }, [PROXY]],
    ['lower case, without a scheme', { https_proxy: 'proxy.acme.test:3128' }, [PROXY]],
    ['for everything', { ALL_PROXY: 'http://proxy.acme.test:3128' }, [PROXY]],
    ['an exception above it', { HTTPS_PROXY: 'proxy.acme.test:3128', NO_PROXY: 'a.b, .getxray.app' }, DIRECT],
    ['an exception with a star', { HTTPS_PROXY: 'proxy.acme.test:3128', no_proxy: '*' }, DIRECT],
    [
      'an exception of another port',
      { HTTPS_PROXY: 'proxy.acme.test:3128', NO_PROXY: 'getxray.app:80' },
      [PROXY],
    ],
    ['a name that only ends alike', { HTTPS_PROXY: 'proxy.acme.test:3128', NO_PROXY: 'ray.app' }, [PROXY]],
  ])('%s', async (_name, env, routes) => {
    expect(await routesFromEnvironment(env)(XRAY)).toEqual(routes);
  });

  it.each([
    ['quotes around nothing', { HTTPS_PROXY: '""' }, DIRECT],
    ['quotes around the address', { HTTPS_PROXY: '"http://proxy.acme.test:3128"' }, [PROXY]],
    [
      'an exception in the manner of Windows',
      { HTTPS_PROXY: PROXY_URL, NO_PROXY: 'localhost;.getxray.app' },
      DIRECT,
    ],
  ])('%s', async (_name, env, routes) => {
    expect(await routesFromEnvironment(env)(XRAY)).toEqual(routes);
  });

  it.each([
    ['HTTPS_PROXY', 'http://jane:4711/Geheim7@127.0.0.1:24109', 'PROXY_ADDRESS'],
    ['https_proxy', 'ftp://anna:hidden-password@proxy:1', 'PROXY_ADDRESS'],
    ['ALL_PROXY', 'http://anna:hidden-password@proxy:99999', 'PROXY_ADDRESS'],
    ['all_proxy', 'socks5://anna:hidden-password@proxy:1', 'PROXY_SOCKS_ONLY'],
    ['HTTPS_PROXY', 'SOCKS5H://proxy:1', 'PROXY_SOCKS_ONLY'],
  ])('refuses %s=%s without quoting any of it', async (name, value, code) => {
    const error = await routesFromEnvironment({ [name]: value })(XRAY).catch((cause: unknown) => cause);
    const messages = {
      PROXY_ADDRESS: `The address in ${name.toUpperCase()} is not one of an HTTP or HTTPS proxy.`,
      PROXY_SOCKS_ONLY: `${name.toUpperCase()} names a SOCKS proxy. This app speaks to HTTP proxies only.`,
    };
    expect(error).toMatchObject({
      code,
      message: code === 'PROXY_ADDRESS' ? messages.PROXY_ADDRESS : messages.PROXY_SOCKS_ONLY,
    });
    expect(
      networkFailure(error, { phase: 'proxy', certificate: null, signal: new AbortController().signal }),
    ).toMatchObject({ phase: 'proxy', code });
  });

  it('says one of its own sentences to any garbage, and nothing of what was set', async () => {
    const own = [
      'The address in HTTPS_PROXY is not one of an HTTP or HTTPS proxy.',
      'HTTPS_PROXY names a SOCKS proxy. This app speaks to HTTP proxies only.',
    ];
    const garbage = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc
        .array(
          fc.constantFrom(
            'http://',
            'socks5:',
            '//',
            '@',
            ':',
            '/',
            '\\',
            '[',
            ']',
            '"',
            '%',
            '80',
            'jane',
            'Geheim7',
            '?',
            '#',
          ),
          { maxLength: 12 },
        )
        .map((parts) => parts.join('')),
    );
    await fc.assert(
      fc.asyncProperty(garbage, async (value) => {
        try {
          expect(await routesFromEnvironment({ HTTPS_PROXY: value })(XRAY)).toHaveLength(1);
        } catch (error) {
          expect(error).toBeInstanceOf(ProxyAddressError);
          expect(own).toContain(error instanceof Error ? error.message : '');
          expect(JSON.stringify(error)).toMatch(
            /^\{"name":"ProxyAddressError","code":"PROXY_(?:ADDRESS|SOCKS_ONLY)"\}$/u,
          );
        }
      }),
      { numRuns: 2000, seed: 3 },
    );
  });
});

describe('parsePacAnswer', () => {
  it('gives the routes in order and leaves SOCKS out', () => {
    expect(parsePacAnswer('PROXY proxy.acme.test:3128; SOCKS5 s:1; HTTPS safe.test:443; DIRECT')).toEqual([
      PROXY,
      { ...PROXY, protocol: 'https', host: 'safe.test', port: 443 },
      { kind: 'direct' },
    ]);
  });

  it.each([
    ['SOCKS5 s:1', 'PROXY_SOCKS_ONLY'],
    ['SOCKS s:1; SOCKS4 s:1; QUIC q:443', 'PROXY_SOCKS_ONLY'],
    ['PROXY proxy:99999', 'PROXY_ADDRESS'],
    ['PROXY a/b; SOCKS s:1', 'PROXY_ADDRESS'],
    ['PROXY jane:4711/Geheim7@proxy:1', 'PROXY_ADDRESS'],
  ])('does not go past the only proxies that it names: %s', (text, code) => {
    expect(() => parsePacAnswer(text)).toThrow(expect.objectContaining({ code }));
  });

  it.each([
    ['SOCKS5 s:1; DIRECT', DIRECT],
    ['SOCKS5 s:1; PROXY proxy.acme.test:3128', [PROXY]],
    ['', DIRECT],
    ['DIRECT', DIRECT],
    ['nonsense', DIRECT],
  ])('uses what it can: %s', (text, routes) => {
    expect(parsePacAnswer(text)).toEqual(routes);
  });

  it('gives at least one route or says why not', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        try {
          expect(parsePacAnswer(text).length).toBeGreaterThan(0);
        } catch (error) {
          expect(error).toBeInstanceOf(ProxyAddressError);
        }
      }),
    );
  });
});
