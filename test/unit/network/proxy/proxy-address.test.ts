import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { parseProxyAddress } from '../../../../src-main/network/proxy/proxy-address.ts';

type Expected = ReturnType<typeof parseProxyAddress>;
const at = (
  host: string,
  port: number,
  user?: string,
  password = '',
  protocol: 'http' | 'https' = 'http',
): Expected => ({
  kind: 'proxy',
  protocol,
  host,
  port,
  credentials: user === undefined ? null : { user, password },
});

const ROWS: readonly (readonly [string, Expected])[] = [
  ['http://proxy.acme.test:3128', at('proxy.acme.test', 3128)],
  ['http://proxy.acme.test:3128/', at('proxy.acme.test', 3128)],
  ['  http://proxy.acme.test:3128 \r\n', at('proxy.acme.test', 3128)],
  ['HTTP://Proxy.Acme.Test:3128', at('proxy.acme.test', 3128)],
  ['proxy.acme.test:3128', at('proxy.acme.test', 3128)],
  ['proxy', at('proxy', 80)],
  ['proxy:', at('proxy', 80)],
  ['http://proxy', at('proxy', 80)],
  ['https://proxy', at('proxy', 443, undefined, '', 'https')],
  ['HTTPS://anna:pw@proxy:8443', at('proxy', 8443, 'anna', 'pw', 'https')],
  ['http://anna@proxy:80', at('proxy', 80, 'anna')],
  ['http://anna:@proxy:80', at('proxy', 80, 'anna')],
  ['http://:pw@proxy:80', at('proxy', 80, '', 'pw')],
  ['http://@proxy:80', at('proxy', 80)],
  ['http://:@proxy:80', at('proxy', 80)],
  ['anna:pw@proxy:80', at('proxy', 80, 'anna', 'pw')],
  ['http://anna:p%40ss%2Fw%3Ard@proxy:80', at('proxy', 80, 'anna', 'p@ss/w:rd')],
  ['http://anna:p@ss@proxy:80', at('proxy', 80, 'anna', 'p@ss')],
  ['http://anna:a:b:c@proxy:80', at('proxy', 80, 'anna', 'a:b:c')],
  ['http://anna:100%@proxy:80', at('proxy', 80, 'anna', '100%')],
  ['http://anna:%zz%41@proxy:80', at('proxy', 80, 'anna', '%zzA')],
  ['http://anna:%e9@proxy:80', at('proxy', 80, 'anna', '%e9')],
  ['http://anna:pässwört@proxy:80', at('proxy', 80, 'anna', 'pässwört')],
  ['http://CORP\\jane:pw@proxy:80', at('proxy', 80, 'CORP\\jane', 'pw')],
  ['http://CORP%5Cjane:pw@proxy:80', at('proxy', 80, 'CORP\\jane', 'pw')],
  ['CORP\\jane:p\\w@proxy', at('proxy', 80, 'CORP\\jane', 'p\\w')],
  ['http://jane@acme.test:pw@proxy:80', at('proxy', 80, 'jane@acme.test', 'pw')],
  ['"http://proxy:80"', at('proxy', 80)],
  ["'http://anna:pw@proxy:80'", at('proxy', 80, 'anna', 'pw')],
  ['“http://proxy:80”', at('proxy', 80)],
  ['„http://proxy:80“', at('proxy', 80)],
  ['‘proxy:80’', at('proxy', 80)],
  ['«proxy:80»', at('proxy', 80)],
  ['"\'proxy:80\'"', at('proxy', 80)],
  ['http://[2001:db8::1]:3128', at('2001:db8::1', 3128)],
  ['http://anna:pw@[::1]', at('::1', 80, 'anna', 'pw')],
  ['[::1]:3128/', at('::1', 3128)],
  ['http://192.0.2.7:3128', at('192.0.2.7', 3128)],
  ['http://proxy_1.acme.test:80', at('proxy_1.acme.test', 80)],
  ['http://bücher.test:80', at('xn--bcher-kva.test', 80)],
  ['http://proxy.acme.test.:80', at('proxy.acme.test.', 80)],
  ['http://proxy:65535', at('proxy', 65_535)],
  ['socks5://proxy:1080', 'socks'],
  ['SOCKS5H://anna:pw@proxy:1080', 'socks'],
  ['socks://proxy', 'socks'],
  ['socks4a://proxy', 'socks'],
  ['http://jane:4711/Geheim7@127.0.0.1:24109', null],
  ['jane:4711/Geheim7@127.0.0.1:24109', null],
  ['http://jane:47?11@proxy:80', null],
  ['http://jane:47#11@proxy:80', null],
  ['http://proxy:80/pac', null],
  ['http://proxy:80//', null],
  ['http://proxy:80/?', null],
  ['http://proxy:80?x', null],
  ['http://proxy:80#x', null],
  ['http://proxy:0', null],
  ['http://proxy:65536', null],
  ['http://proxy:999999', null],
  ['http://proxy:80a', null],
  ['http://proxy:-1', null],
  ['http://pro xy:80', null],
  ['http://anna:p w@proxy:80', null],
  ['http://anna:p\nw@proxy:80', null],
  ['http://anna:pw@', null],
  ['http://', null],
  ['', null],
  ['""', null],
  ['"http://proxy:80', null],
  ['http://proxy:80"', null],
  ['http:proxy:80', null],
  ['http:/proxy:80', null],
  ['//proxy:80', null],
  ['http:\\\\proxy:80', null],
  ['http://proxy\\x:80', null],
  ['ftp://proxy:80', null],
  ['file:///etc/passwd', null],
  ['http://::1:3128', null],
  ['http://[::1', null],
  ['http://[::1]x:80', null],
  ['http://[proxy]:80', null],
  ['http://a..b:80', null],
  ['http://.proxy:80', null],
  ['http://pro%78y:80', null],
  ['http://proxy,other:80', null],
  [`http://${'a'.repeat(5000)}:80`, null],
];

describe('parseProxyAddress', () => {
  it.each(ROWS)('%s', (text, expected) => {
    expect(parseProxyAddress(text)).toEqual(expected);
  });

  it('reads any name and password back that were percent-encoded', () => {
    const part = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(part, part, fc.constantFrom('http://', 'https://', ''), (user, password, scheme) => {
        const pair = `${encodeURIComponent(user)}:${encodeURIComponent(password)}`;
        expect(parseProxyAddress(`${scheme}${pair}@proxy.acme.test:3128`)).toMatchObject({
          host: 'proxy.acme.test',
          port: 3128,
          credentials: { user, password },
        });
      }),
      { numRuns: 1000, seed: 5 },
    );
  });

  it('never finds a host in a part of the user’s name or password', () => {
    const piece = fc.constantFrom(
      'jane',
      ':',
      '4711',
      '/',
      '?',
      '#',
      '\\',
      '@',
      'Geheim7',
      '%',
      '[',
      ']',
      '//',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const route = parseProxyAddress(`http://${pieces.join('')}@proxy.acme.test:3128`);
        if (route !== null && route !== 'socks') expect(route.host).toBe('proxy.acme.test');
      }),
      { numRuns: 2000, seed: 6 },
    );
  });

  it.each(['@', ':', '/', '%', '%41', '\\', '[', '"', ' ', '.', 'a', 'http://', '%C3'])(
    'reads 512 KiB of %j in a moment',
    (unit) => {
      const text = unit.repeat((512 * 1024) / unit.length);
      const startedAt = performance.now();
      parseProxyAddress(text);
      parseProxyAddress(`http://${text}@proxy:80`);
      expect(performance.now() - startedAt).toBeLessThan(1000);
    },
  );
});
