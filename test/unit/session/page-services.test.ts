import { describe, expect, it } from 'vitest';

import { CHANNELS } from '../../../src-main/contract/ipc/channels.ts';
import { externalPageSchema } from '../../../src-main/contract/ipc/pages.ts';
import { pageServices } from '../../../src-main/session/page-services.ts';
import { EXTERNAL_PAGES } from '../../../src-main/shell/security/external-pages.ts';

describe('pages in the own browser', () => {
  it('are a closed list of encrypted addresses of RadBee and Atlassian', () => {
    expect(Object.keys(EXTERNAL_PAGES).sort()).toEqual([...externalPageSchema.options].sort());
    const hosts = Object.values(EXTERNAL_PAGES).map((address) => new URL(address));
    expect(hosts.every(({ protocol }) => protocol === 'https:')).toBe(true);
    expect([...new Set(hosts.map(({ hostname }) => hostname))].sort()).toEqual([
      'admin.atlassian.com',
      'snapshots-docs.radbee.com',
    ]);
  });

  it('are asked for by name; an address is not understood', () => {
    const { input } = CHANNELS.openExternalPage;
    expect(input.safeParse({ page: 'region-error' }).success).toBe(true);
    for (const page of ['https://example.com/', 'constructor', '', null])
      expect(input.safeParse({ page }).success).toBe(false);
  });

  it('tell their address when no browser took them', async () => {
    const opened: string[] = [];
    const works = pageServices({
      openExternalPage: async (page) => {
        opened.push(page);
        return null;
      },
    });
    expect(await works.openExternalPage({ page: 'admin' })).toEqual({ ok: true, value: null });
    expect(opened).toEqual(['admin']);
    const fails = pageServices({ openExternalPage: async (page) => EXTERNAL_PAGES[page] });
    const answer = await fails.openExternalPage({ page: 'integration' });
    expect(answer).toMatchObject({ ok: false, failure: { code: 'cannot-open' } });
    expect(answer.ok ? '' : answer.failure.message).toContain(EXTERNAL_PAGES.integration);
  });
});
