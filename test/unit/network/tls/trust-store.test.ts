import { describe, expect, it } from 'vitest';

import { fail, succeed } from '../../../../src-main/contract/failure.ts';
import type { ExtraCaFile } from '../../../../src-main/network/tls/extra-ca.ts';
import { loadTrust } from '../../../../src-main/network/tls/trust-store.ts';
import { message } from '../../../../src-main/i18n/message.ts';

const FILE: ExtraCaFile = { from: '--extra-ca', path: '/x/extra.pem', mustBeLocal: true };

describe('loadTrust', () => {
  it('joins bundled, system and extra certificates, each once', async () => {
    const trust = await loadTrust([FILE, { ...FILE, from: 'NODE_EXTRA_CA_CERTS' }], {
      bundled: () => ['A'],
      system: async () => ({ certificates: ['A\n', 'B'], waitedMs: 412 }),
      readExtra: async () => succeed(['C']),
    });
    expect(trust).toMatchObject({ certificates: ['A', 'B', 'C'], problems: [], hasSystemRoots: true });
    expect(trust.summary).toBe('certificates: 2 of the system (412 ms), 1 extra');
  });

  it('goes on without a file that cannot be used, and says so', async () => {
    const trust = await loadTrust([FILE], {
      bundled: () => ['A'],
      system: async () => ({ certificates: ['B'], waitedMs: 0 }),
      readExtra: async ({ from }) => fail('bad-input', message('failure.extra-ca.none', { from })),
    });
    expect(trust.certificates).toEqual(['A', 'B']);
    expect(trust.problems).toEqual([expect.stringContaining('--extra-ca')]);
  });

  it('goes on without the system’s, and says so', async () => {
    const trust = await loadTrust([], {
      bundled: () => ['A'],
      system: async () => ({ certificates: null, waitedMs: 20_000 }),
      readExtra: async () => succeed([]),
    });
    expect(trust).toMatchObject({ certificates: ['A'], hasSystemRoots: false });
    expect(trust.problems).toEqual([expect.stringContaining('20.0 seconds')]);
  });
});
