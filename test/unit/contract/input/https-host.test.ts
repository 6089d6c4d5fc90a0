import { describe, expect, it } from 'vitest';

import { httpsHostOf } from '../../../../src-main/contract/input/https-host.ts';

describe('httpsHostOf', () => {
  it.each([
    ['https://acme.atlassian.net/wiki?x=1#y', 'acme.atlassian.net'],
    ['https://ACME.atlassian.net:443', 'acme.atlassian.net'],
    ['https://bücher.example/', 'xn--bcher-kva.example'],
  ])('returns the host of %s', (address, host) => {
    expect(httpsHostOf(address)).toBe(host);
  });

  it.each([
    '',
    'acme.atlassian.net',
    'http://acme.atlassian.net',
    'ftp://acme.atlassian.net',
    'https://acme.atlassian.net:8443',
    'https://anna@acme.atlassian.net',
    'https://:word@acme.atlassian.net',
    'https://acme..atlassian.net',
    'https://acme.atlassian.net.',
    'https://-acme.atlassian.net',
    'https://localhost',
    'https://127.0.0.1',
    'https://0x7f000001',
    'https://[::1]',
  ])('refuses %s', (address) => {
    expect(httpsHostOf(address)).toBeNull();
  });
});
