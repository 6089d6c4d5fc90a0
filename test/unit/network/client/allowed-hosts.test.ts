import { describe, expect, it } from 'vitest';

import { onlyAllowedHosts } from '../../../../src-main/network/client/allowed-hosts.ts';
import { answered } from '../../../support/samples/builders.ts';

const ok = { ...answered({ call: 'authenticate' }, { status: 200 }), sentHeaders: [] };
const asked: string[] = [];
const client = onlyAllowedHosts({
  send: async ({ url }) => {
    asked.push(url);
    return ok;
  },
  close: async () => undefined,
});
const send = (url: string) =>
  client.send({ method: 'GET', url, headers: [], body: null }, new AbortController().signal);

describe('hosts that a call may go to', () => {
  it.each([
    'https://xray.cloud.getxray.app/api/v2/authenticate',
    'https://eu.xray.cloud.getxray.app/api/v2/authenticate',
    'https://acme.atlassian.net/_edge/tenant_info',
    'https://xray.statuspage.io/api/v2/summary.json',
    'https://confluence.status.atlassian.com/api/v2/summary.json',
  ])('%s', async (url) => {
    expect(await send(url)).toBe(ok);
  });

  it.each([
    'http://xray.cloud.getxray.app/',
    'https://getxray.app.evil.test/',
    'https://getxray.app/',
    'https://docs.getxray.app/',
    'https://cloud.getxray.app/',
    'https://evilxray.cloud.getxray.app/',
    'https://.xray.cloud.getxray.app/',
    'https://a..xray.cloud.getxray.app/',
    'https://xray.cloud.getxray.app./',
    'https://atlassian.net/',
    'https://evil.statuspage.io/',
    'https://a.xray.statuspage.io/',
    'https://xray.statuspage.io:444/',
    'https://evilgetxray.app/',
    'https://xray.cloud.getxray.app@evil.test/',
    'https://anna:secret@xray.cloud.getxray.app/',
    'https://xray.cloud.getxray.app:8443/',
    'https://127.0.0.1/',
    'file:///etc/passwd',
    'no address',
  ])('never %s', async (url) => {
    asked.length = 0;
    await expect(send(url)).rejects.toThrow('not on the list');
    expect(asked).toEqual([]);
  });
});
