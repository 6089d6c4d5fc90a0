import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { authSchemes } from '../../../../src-main/network/proxy/auth-schemes.ts';

describe('authSchemes', () => {
  it.each([
    [['Basic realm="acme"'], ['Basic']],
    [
      ['Negotiate', 'NTLM'],
      ['Negotiate', 'NTLM'],
    ],
    [['Negotiate, NTLM'], ['Negotiate', 'NTLM']],
    [['Negotiate YWJjZA==, NTLM TlRMTVNTUAAB==, Basic realm="a, Digest b"'], ['Negotiate', 'NTLM', 'Basic']],
    [
      ['Digest realm="x", qop="auth, auth-int", nonce=abc, charset = UTF-8, Basic realm=x'],
      ['Digest', 'Basic'],
    ],
    [['Basic realm="say \\"hi\\", NTLM x"'], ['Basic']],
    [['basic realm="a"', 'Basic realm="b"'], ['basic']],
    [[' , ,Basic'], ['Basic']],
    [['Basic realm="no end, NTLM'], ['Basic']],
    [['"Basic"', '=x', '1a', '', 'a/b'], []],
    [[], []],
  ])('%j', (values, names) => {
    expect(authSchemes(values)).toEqual(names);
  });

  it('names words alone, and few, in time', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' })), (values) => {
        for (const name of authSchemes(values)) expect(name).toMatch(/^[A-Za-z][A-Za-z0-9-]{0,30}$/u);
      }),
    );
    for (const unit of [',', 'a', 'a,', 'a ', '"', '\\', 'a =', ' ']) {
      const startedAt = performance.now();
      expect(authSchemes([unit.repeat((512 * 1024) / unit.length)]).length).toBeLessThanOrEqual(10);
      expect(performance.now() - startedAt, unit).toBeLessThan(1000);
    }
  });
});
