import { describe, expect, it } from 'vitest';

import { ipcSchema } from '../../../src-main/contract/ipc/ipc-schema.ts';
import { externalPageSchema } from '../../../src-main/contract/ipc/pages.ts';
import { appService } from '../../../src-main/session/services/app-service.ts';
import { addressOf, EXTERNAL_PAGES } from '../../../src-main/shell/security/external-pages.ts';
import { samplePorts } from '../../support/samples/session-ports.ts';

it('the menu opens at a place of the page, and nowhere else', async () => {
  const places: unknown[] = [];
  const service = appService({ ...samplePorts({} as never), openMenu: (place) => void places.push(place) });
  expect(await service.openMenu({ x: 8, y: 40.5 })).toEqual({ ok: true, value: null });
  expect(places).toEqual([{ x: 8, y: 40.5 }]);
  const { input } = ipcSchema.app.openMenu;
  for (const place of [{ x: -1, y: 0 }, { x: 0, y: 1e9 }, { x: Number.NaN, y: 0 }, { x: 0 }, null])
    expect(input.safeParse(place).success).toBe(false);
});

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
    const { input } = ipcSchema.app.openPage;
    expect(input.safeParse({ page: 'region-error' }).success).toBe(true);
    for (const page of ['https://example.com/', 'constructor', '', null])
      expect(input.safeParse({ page }).success).toBe(false);
  });

  it('are on the site that is known, as far as they are pages of a site', () => {
    const site = 'northwind.atlassian.net';
    expect(addressOf('api-keys', site)).toBe('https://northwind.atlassian.net/');
    expect(addressOf('snapshots-settings', site)).toBe('https://northwind.atlassian.net/wiki');
    for (const page of externalPageSchema.options) {
      expect(addressOf(page, null)).toBe(EXTERNAL_PAGES[page]);
      expect(new URL(addressOf(page, site)).hostname).toMatch(
        /^(?:northwind\.atlassian\.net|[a-z-]+\.(?:atlassian|radbee)\.com)$/u,
      );
    }
    const { input } = ipcSchema.app.openPage;
    expect(input.safeParse({ page: 'api-keys', site }).success).toBe(true);
    for (const other of [
      'evil.test',
      'a.atlassian.net/x',
      'a.atlassian.net@evil.test',
      'A.atlassian.net',
      '',
    ])
      expect(input.safeParse({ page: 'api-keys', site: other }).success).toBe(false);
  });

  it('tell their address when no browser took them', async () => {
    const opened: string[] = [];
    const ports = samplePorts({} as never);
    const works = appService({
      ...ports,
      openExternalPage: async (page, site) => {
        opened.push(addressOf(page, site));
        return null;
      },
    });
    expect(await works.openPage({ page: 'admin' })).toEqual({ ok: true, value: null });
    const site = 'northwind.atlassian.net';
    expect(await works.openPage({ page: 'api-keys', site })).toEqual({ ok: true, value: null });
    expect(opened).toEqual(['https://admin.atlassian.com/', `https://${site}/`]);
    const fails = appService({ ...ports, openExternalPage: async (page) => EXTERNAL_PAGES[page] });
    const answer = await fails.openPage({ page: 'integration' });
    expect(answer).toMatchObject({ ok: false, failure: { code: 'cannot-open' } });
    expect(answer.ok ? '' : answer.failure.message).toContain(EXTERNAL_PAGES.integration);
  });
});
