import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { isRefusedSignIn, permissionFor } from '../../../../src-main/capture/page/page-policy.ts';
import type { Permission } from '../../../../src-main/capture/page/page-policy.ts';

const ADMIN = 'https://admin.atlassian.com/';
const go = (address: string, from = ADMIN, isTopFrame = true, allowed: string[] = []): Permission =>
  permissionFor({ address, from, isTopFrame, allowedHosts: new Set(allowed) });

/** Addresses and what may happen with them, coming from Atlassian's administration in the top frame. */
const TABLE: readonly (readonly [address: string, permission: Permission])[] = [
  ['https://admin.atlassian.com/o/1/data-residency', 'allow'],
  ['https://id.atlassian.com/login', 'allow'],
  ['https://acme.atlassian.net/wiki', 'allow'],
  ['https://ADMIN.ATLASSIAN.COM/', 'allow'],
  ['https://atlassian.com', 'allow'],
  ['https://admin.atlassian.com./', 'deny'],
  ['https://accounts.google.com/o/oauth2', 'allow'],
  ['https://login.microsoftonline.com/common', 'allow'],
  ['https://appleid.apple.com/auth', 'allow'],
  ['https://acme.slack.com/signin', 'allow'],
  ['https://acme.okta.com/app', 'allow'],
  ['https://sso.acme.example/saml', 'ask'],
  ['https://atlassian.com.evil.org/', 'deny'],
  ['https://evil-atlassian.com/', 'deny'],
  ['https://atlasian.com/', 'deny'],
  ['https://xn--atlssian-3ve.com/', 'deny'],
  ['https://аtlassian.com/', 'deny'],
  ['https://admin.atlassian.com@evil.org/', 'deny'],
  ['https://evil.org@admin.atlassian.com/', 'deny'],
  ['https://admin.atlassian.com:8443/', 'deny'],
  ['http://admin.atlassian.com/', 'deny'],
  ['https://127.0.0.1/', 'deny'],
  ['https://0x7f000001/', 'deny'],
  ['https://[::1]/', 'deny'],
  ['https://localhost/', 'deny'],
  ['data:text/html,hello', 'deny'],
  ['javascript:alert(1)', 'deny'],
  ['blob:https://admin.atlassian.com/1', 'deny'],
  ['file:///etc/passwd', 'deny'],
  ['app://doctor/index.html', 'deny'],
  ['about:blank', 'deny'],
  ['', 'deny'],
];

describe('where the Atlassian window may go', () => {
  it.each(TABLE)('%s: %s', (address, permission) => {
    expect(go(address)).toBe(permission);
  });

  it('keeps sign-ins to the top frame', () => {
    expect(go('https://accounts.google.com/', ADMIN, false)).toBe('deny');
    expect(go('https://sso.acme.example/', ADMIN, false)).toBe('deny');
    expect(go('https://id.atlassian.com/', ADMIN, false)).toBe('allow');
  });

  it('goes to a company’s sign-in once the person said so, and asks only on the way of a sign-in', () => {
    expect(go('https://sso.acme.example/', ADMIN, true, ['sso.acme.example'])).toBe('allow');
    expect(go('https://next.acme.example/', 'https://sso.acme.example/', true, ['sso.acme.example'])).toBe(
      'ask',
    );
    expect(go('https://sso.acme.example/', 'https://elsewhere.example/')).toBe('deny');
    expect(go('https://sso.acme.example/', '')).toBe('deny');
  });

  it('never allows what is not https with a plain name of the lists, whatever the text', () => {
    const near = fc
      .array(
        fc.oneof(
          fc.constantFrom(
            'https://',
            'http://',
            'atlassian.com',
            '.',
            '/',
            '@',
            ':443',
            'evil.org',
            'xn--',
            '\\',
            '#',
            '?',
          ),
          fc.string({ maxLength: 6 }),
        ),
        { maxLength: 10 },
      )
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.oneof(near, fc.webUrl(), fc.string()), fc.boolean(), (address, isTopFrame) => {
        if (go(address, ADMIN, isTopFrame) !== 'allow') return;
        const { protocol, hostname, port, username, password } = new URL(address);
        expect([protocol, port, username, password]).toEqual(['https:', '', '', '']);
        expect(hostname).toMatch(
          /(?:^|\.)(?:atlassian\.(?:com|net)|google\.com|microsoft(?:online)?\.com|live\.com|apple\.com|slack\.com|okta(?:-emea|preview)?\.com|onelogin\.com|auth0\.com|ping(?:identity\.com|one\.(?:com|eu))|jumpcloud\.com|duosecurity\.com)$/u,
        );
      }),
      { numRuns: 3000 },
    );
    fc.assert(
      fc.property(fc.domain(), (domain) => {
        expect(go(`https://atlassian.com.${domain}/`)).toBe('deny');
        expect(go(`https://admin.atlassian.com@${domain}/`)).toBe('deny');
      }),
    );
  });

  it('knows Google’s refusal by its address, and by nothing else', () => {
    expect(isRefusedSignIn('https://accounts.google.com/v3/signin/rejected?rrk=46')).toBe(true);
    expect(isRefusedSignIn('https://accounts.google.com/signin/rejected')).toBe(true);
    expect(isRefusedSignIn('https://accounts.google.com/signin')).toBe(false);
    expect(isRefusedSignIn('https://evil.org/signin/rejected')).toBe(false);
    expect(isRefusedSignIn('')).toBe(false);
  });
});
