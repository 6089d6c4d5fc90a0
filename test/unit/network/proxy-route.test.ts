import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  parsePacAnswer,
  parseProxyAddress,
  routesFromEnvironment,
} from '../../../src-main/network/proxy-route.ts';

const XRAY = 'https://xray.cloud.getxray.app/api';
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

  it('keeps a password apart from the address', () => {
    expect(parseProxyAddress('http://anna:p%40ss@proxy.acme.test:3128')).toEqual({
      ...PROXY,
      credentials: { user: 'anna', password: 'p@ss' },
    });
  });

  it('refuses what is no HTTP proxy, without quoting it', async () => {
    const routes = routesFromEnvironment({ HTTPS_PROXY: 'socks5://anna:hidden-password@proxy:1' })(XRAY);
    await expect(routes).rejects.toMatchObject({ code: 'PROXY_ADDRESS' });
    await expect(routes).rejects.not.toThrow('hidden-password');
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

  it('always gives at least one route', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(parsePacAnswer(text).length).toBeGreaterThan(0);
      }),
    );
  });
});
