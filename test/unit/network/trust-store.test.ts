import { describe, expect, it } from 'vitest';

import { loadTrust } from '../../../src-main/network/trust-store.ts';
import { makeAuthority } from '../../support/certificates.ts';

describe('loadTrust', () => {
  it('joins bundled, system and extra certificates, each once', async () => {
    const [bundled, system, extra] = await Promise.all(['A', 'B', 'C'].map((name) => makeAuthority(name)));
    const trust = loadTrust(
      { extraFile: 'extra.pem' },
      {
        builtIn: (type) =>
          type === 'bundled' ? [bundled?.certPem ?? ''] : [bundled?.certPem ?? '', system?.certPem ?? ''],
        readFile: () => `# a comment\n${extra?.certPem ?? ''}${extra?.certPem ?? ''}`,
      },
    );
    expect(trust.certificates).toEqual([bundled, system, extra].map((each) => each?.certPem.trim()));
    expect(trust.problems).toEqual([]);
  });

  it.each([
    ['is missing', () => Promise.reject(new Error('ENOENT'))],
    ['holds none', async () => 'no certificate'],
    ['holds a broken one', async () => '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----'],
  ])('tells of an extra file that %s', async (_name, make) => {
    const text = await make().catch(() => null);
    const trust = loadTrust(
      { extraFile: 'extra.pem' },
      {
        builtIn: () => [],
        readFile: () => {
          if (text === null) throw new Error('ENOENT');
          return text;
        },
      },
    );
    expect(trust.certificates).toEqual([]);
    expect(trust.problems).toHaveLength(1);
  });

  it('goes on with the rest when one source cannot be read', () => {
    const trust = loadTrust(
      { extraFile: undefined },
      {
        builtIn: (type) => {
          if (type === 'system') throw new Error('no store');
          return ['root'];
        },
        readFile: () => '',
      },
    );
    expect(trust).toMatchObject({ certificates: ['root'] });
    expect(trust.problems).toHaveLength(1);
  });
});
