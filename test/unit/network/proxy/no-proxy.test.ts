import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { isProxyException } from '../../../../src-main/network/proxy/no-proxy.ts';

const HOST = 'eu.xray.cloud.getxray.app';

describe('isProxyException', () => {
  it.each([
    ['*', HOST],
    ['localhost;.getxray.app', HOST],
    ['localhost, getxray.app', HOST],
    ['localhost\tgetxray.app\n', HOST],
    ['localhost;  ,;getxray.app', HOST],
    ['"localhost,getxray.app"', HOST],
    ['.getxray.app', HOST],
    ['*.getxray.app', HOST],
    ['*.GetXray.App.', HOST],
    [HOST, HOST],
    [HOST.toUpperCase(), `${HOST}.`],
    ['getxray.app:443', HOST],
    ['*.getxray.app:443', HOST],
    ['https://eu.xray.cloud.getxray.app/', HOST],
    ['eu.xray.*', HOST],
    ['*xray.cloud*', HOST],
    ['<local>', 'intranet'],
    ['<LOCAL>', 'intranet'],
    ['192.0.2.7', '192.0.2.7'],
    ['192.0.2.7:443', '192.0.2.7'],
    ['192.0.2.0/24', '192.0.2.7'],
    ['192.168.*', '192.168.3.4'],
    ['2001:db8::1', '[2001:db8::1]'],
    ['[2001:db8::1]:443', '[2001:db8::1]'],
    ['2001:db8::/32', '[2001:db8::9]'],
  ])('%s names %s', (list, host) => {
    expect(isProxyException(host, '443', list)).toBe(true);
  });

  it.each([
    ['', HOST],
    [' ;, ', HOST],
    ['.', HOST],
    ['*.', HOST],
    ['ray.app', HOST],
    ['getxray.app:80', HOST],
    ['getxray.app.evil.test', HOST],
    ['eu.xray.cloud.getxray.app.other', HOST],
    ['a*a', 'a'],
    ['us.*.app', HOST],
    ['*.cloud', HOST],
    ['<local>', HOST],
    ['<local>', '[::1]'],
    ['<-loopback>', HOST],
    ['2.7', '192.0.2.7'],
    ['192.0.2.0/24', '192.0.3.7'],
    ['192.0.2.0/99', '192.0.2.7'],
    ['192.0.2.0/x', '192.0.2.7'],
    ['192.0.2.0/24', HOST],
    ['::/0', '192.0.2.7'],
    ['getxray.app/24', HOST],
  ])('%s does not name %s', (list, host) => {
    expect(isProxyException(host, '443', list)).toBe(false);
  });

  it('takes any list in time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (list) => {
        expect(typeof isProxyException(HOST, '443', list)).toBe('boolean');
      }),
    );
    for (const unit of ['*', '*a', ',', ':1', '/', '"', 'a.', '://', '1', '[']) {
      const startedAt = performance.now();
      isProxyException(HOST, '443', unit.repeat((512 * 1024) / unit.length));
      expect(performance.now() - startedAt, unit).toBeLessThan(1000);
    }
  });
});
