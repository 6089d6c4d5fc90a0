import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { parseSite } from '../../src-main/contract/input/connection.ts';
import { siteNameSchema } from '../../src-main/contract/input/connection-schema.ts';
import { parseProxyAddress, ProxyAddressError } from '../../src-main/network/proxy/proxy-address.ts';
import { parsePacAnswer, routesFromEnvironment } from '../../src-main/network/proxy/proxy-route.ts';
import { hostsOfDescriptor } from '../../src-main/xray/descriptor.ts';
import { retryAfterSeconds } from '../../src-main/xray/retry-after.ts';
import { readToken, tokenFacts } from '../../src-main/xray/token.ts';

const now = new Date('2026-01-02T03:04:05Z');
/** Any text at all, and texts that come close to what is parsed. */
const near = (...parts: string[]) =>
  fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc
      .array(fc.oneof(fc.constantFrom(...parts), fc.string({ maxLength: 8 })), { maxLength: 12 })
      .map((words) => words.join('')),
  );

/** Null when the text names proxies that cannot be used. */
function routesOrRefusal(text: string) {
  try {
    return parsePacAnswer(text);
  } catch (error) {
    expect(error).toBeInstanceOf(ProxyAddressError);
    return null;
  }
}

describe('whatever the text', () => {
  it('a token is one word of the alphabet of tokens, and its facts are dates or nothing', () => {
    fc.assert(
      fc.property(near('"', 'eyJ', '.', 'a'.repeat(30), ' ', '\uFEFF', '\\', 'null'), (text) => {
        const token = readToken(text);
        if (token !== null) {
          expect(token).toMatch(/^[\w.~+/-]{20,}=*$/u);
          expect(text).toContain(token.slice(0, 8));
        }
        const { issuedAt, expiresAt } = tokenFacts('global', text);
        for (const time of [issuedAt, expiresAt]) if (time !== null) expect(Date.parse(time)).not.toBeNaN();
      }),
      { numRuns: 1000 },
    );
  });

  it('a token in quotes is found again', () => {
    const alphabet = Array.from('abcXYZ019-._~+/');
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...alphabet), minLength: 20, maxLength: 400 }),
        fc.constantFrom('', ' ', '\r\n', '\uFEFF'),
        (token, padding) => {
          expect(readToken(`${padding}${JSON.stringify(token)}${padding.trim()}`)).toBe(token);
          expect(readToken(`${padding}${token}\n`)).toBe(token);
        },
      ),
    );
  });

  it('Retry-After is whole seconds from now or nothing', () => {
    fc.assert(
      fc.property(near('1', '59.86', '-', 'e9', 'Mon, ', '05 Jan 2026 00:00:00 GMT', ' '), (text) => {
        const seconds = retryAfterSeconds(text, now);
        if (seconds !== null) {
          expect(Number.isSafeInteger(seconds)).toBe(true);
          expect(seconds).toBeGreaterThanOrEqual(0);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('Retry-After in decimals is rounded up', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100_000 }), fc.integer({ min: 0, max: 99 }), (whole, cents) => {
        const seconds = retryAfterSeconds(`${whole}.${String(cents).padStart(2, '0')}`, now);
        expect(seconds).toBe(cents === 0 ? whole : whole + 1);
      }),
    );
  });

  it('a PAC answer gives at least one route, and each proxy has a host and a port', () => {
    fc.assert(
      fc.property(
        near('PROXY ', 'HTTPS ', 'SOCKS5 ', 'DIRECT', ';', 'proxy.acme.test', ':80', '[::1]'),
        (text) => {
          const routes = routesOrRefusal(text);
          if (routes === null) return;
          expect(routes.length).toBeGreaterThan(0);
          for (const route of routes) {
            if (route.kind === 'direct') continue;
            expect(route.host).not.toBe('');
            expect(route.port).toBeGreaterThan(0);
            expect(route.port).toBeLessThan(65_536);
          }
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('a proxy’s address is understood or refused, and a password survives the writing', async () => {
    fc.assert(
      fc.property(near('http://', 'https://', 'anna:p%40ss@', 'proxy', ':', '3128', '/', '%'), (text) => {
        const route = parseProxyAddress(text);
        if (route !== null && route !== 'socks') expect(route.port).toBeGreaterThan(0);
      }),
    );
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.string({ minLength: 1 }), (user, password) => {
        const route = parseProxyAddress(
          `http://${encodeURIComponent(user)}:${encodeURIComponent(password)}@proxy.acme.test:3128`,
        );
        expect(route).toMatchObject({ credentials: { user, password } });
      }),
    );
    await fc.assert(
      fc.asyncProperty(near('*', '.', ',', 'getxray.app', ':443', ' '), async (exceptions) => {
        const routes = await routesFromEnvironment({ HTTPS_PROXY: 'proxy:1', NO_PROXY: exceptions })(
          'https://xray.cloud.getxray.app/api',
        );
        expect(routes).toHaveLength(1);
      }),
    );
  });

  it('a site is a name below atlassian.net or a sentence about its field', () => {
    fc.assert(
      fc.property(near('https://', 'acme', '.atlassian.net', '/', '@', ':443', '?', '"', ' '), (text) => {
        const site = parseSite(text, 'jiraSite');
        if (site.ok) expect(siteNameSchema.safeParse(site.value).success).toBe(true);
        else expect(site.failure).toMatchObject({ code: 'bad-input', field: 'jiraSite' });
      }),
      { numRuns: 1000 },
    );
  });

  it('a descriptor names hosts below xray.cloud.getxray.app only, each once', () => {
    const address = fc.oneof(
      near('https://', 'http://', 'de', '.xray.cloud', '.getxray.app', '@', ':8443', '/path', 'evil.test'),
      fc.domain().map((domain) => `https://${domain}.xray.cloud.getxray.app`),
    );
    fc.assert(
      fc.property(
        fc.dictionary(near('EU', 'de', ' ', '-'), fc.oneof(address, fc.jsonValue())),
        (regionBaseUrls) => {
          const hosts = hostsOfDescriptor(JSON.stringify({ regionBaseUrls }));
          for (const { id, baseUrl } of hosts) {
            expect(id).toMatch(/^[a-z0-9][a-z0-9-]{0,30}$/u);
            expect(baseUrl).toMatch(/^https:\/\/[^/:@]+\.xray\.cloud\.getxray\.app$/u);
          }
          expect(new Set(hosts.map(({ baseUrl }) => baseUrl)).size).toBe(hosts.length);
          expect(new Set(hosts.map(({ id }) => id)).size).toBe(hosts.length);
        },
      ),
    );
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(hostsOfDescriptor(text)).toEqual([]);
      }),
    );
  });
});
