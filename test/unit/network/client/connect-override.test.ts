import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { parseConnectTo } from '../../../../src-main/network/client/connect-override.ts';

function read(text: string) {
  const parsed = parseConnectTo(text);
  if (!parsed.ok) throw new Error(parsed.failure.message);
  return parsed.value;
}

describe('parseConnectTo', () => {
  it('changes the address of the hosts it names and of no other', () => {
    const connectTo = read('xray.cloud.getxray.app:443=127.0.0.1:8443, *.atlassian.net:443=[::1]:9443');
    expect(connectTo('Xray.Cloud.getxray.app', 443)).toEqual({ host: '127.0.0.1', port: 8443 });
    expect(connectTo('acme.atlassian.net', 443)).toEqual({ host: '::1', port: 9443 });
    expect(connectTo('atlassian.net', 443)).toBeNull();
    expect(connectTo('evilatlassian.net', 443)).toBeNull();
    expect(connectTo('xray.cloud.getxray.app', 8443)).toBeNull();
    expect(connectTo('us.xray.cloud.getxray.app', 443)).toBeNull();
  });

  it('changes nothing when it is empty', () => {
    expect(read('')('xray.cloud.getxray.app', 443)).toBeNull();
  });

  it.each(['xray', 'a:443', 'a:443=b', 'a:0=b:1', 'a:1=b:70000', 'a:1=*.b:2', 'a:1=b:2=c:3', 'a b:1=c:2'])(
    'refuses %s with a sentence',
    (text) => {
      expect(parseConnectTo(text)).toMatchObject({ ok: false, failure: { code: 'bad-input' } });
    },
  );

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(parseConnectTo(text)).toHaveProperty('ok');
      }),
    );
  });
});
