import { describe, expect, it } from 'vitest';

import { missingForSigning, signingConfig } from '../../../assets/packaging/signing.ts';

const MAC = ['CSC_LINK', 'CSC_KEY_PASSWORD', 'APPLE_API_KEY', 'APPLE_API_KEY_ID', 'APPLE_API_ISSUER'];
const WITH_ALL = Object.fromEntries(MAC.map((name) => [name, 'x']));

describe('signing', () => {
  it.each([
    ['win32', ['WIN_CSC_LINK', 'WIN_CSC_KEY_PASSWORD']],
    ['darwin', ['CSC_LINK', 'CSC_KEY_PASSWORD', 'APPLE_API_KEY', 'APPLE_API_KEY_ID', 'APPLE_API_ISSUER']],
    ['linux', []],
  ] as const)('%s: names what is missing', (platform, needed) => {
    expect(missingForSigning(platform, {})).toEqual(needed);
    expect(missingForSigning(platform, Object.fromEntries(needed.map((name) => [name, 'x'])))).toEqual([]);
  });

  it('on macOS without a certificate is one without a name, since no signature at all would not start', () => {
    expect(signingConfig(false, 'darwin', {})).toEqual({
      forceCodeSigning: false,
      mac: { identity: '-', hardenedRuntime: false, notarize: false },
    });
    expect(signingConfig(false, 'darwin', { ...WITH_ALL, CSC_LINK: '' }).mac?.identity).toBe('-');
    expect(signingConfig(false, 'darwin', WITH_ALL)).toEqual({ forceCodeSigning: false });
  });

  it.each([
    ['darwin', true],
    ['win32', true],
    ['linux', false],
  ] as const)('of a release on %s has to be there: %s', (platform, forceCodeSigning) => {
    expect(signingConfig(true, platform, {})).toEqual({ forceCodeSigning });
  });
});
