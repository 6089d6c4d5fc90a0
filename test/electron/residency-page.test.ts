import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { BRIDGE_NAME } from '../../src-main/contract/ipc/channel.ts';
import type { Box } from '../../src-main/contract/picture.ts';
import { launchApp } from '../support/electron-runtime/launching/launch.ts';
import type { LaunchedApp } from '../support/electron-runtime/launching/launch.ts';
import { startFakeAtlassian } from '../support/fake-atlassian/server.ts';
import type { FakeAtlassian } from '../support/fake-atlassian/server.ts';

describe("Atlassian's page in its own window", () => {
  let atlassian: FakeAtlassian;
  let running: LaunchedApp;

  // One app for all: each test opens a window of its own, and leaves none.
  beforeAll(async () => {
    atlassian = await startFakeAtlassian();
    running = await launchApp({ env: { XRAY_DOCTOR_CONNECT_TO: atlassian.connectTo } });
    await running.app.evaluate(({ app }) => {
      // The stand-in's certificate is nobody's; the product itself never passes one over.
      app.on('session-created', (session) =>
        session.setCertificateVerifyProc((_request, answer) => answer(0)),
      );
    });
  });
  afterEach(async () => {
    await ask('cases', 'leave');
    await expect.poll(() => running.app.windows().length).toBe(1);
  });
  afterAll(async () => {
    await running.close();
    await atlassian.close();
  });

  const ask = (group: string, name: string, input: unknown = null) =>
    running.page.evaluate(([bridge, of, call, given]) => Reflect.get(window, bridge)[of][call](given), [
      BRIDGE_NAME,
      group,
      name,
      input,
    ] as const);
  const open = async (): Promise<Page> => {
    const opened = running.app.waitForEvent('window');
    await ask('residencyPage', 'open');
    return opened;
  };
  const openAccount = async (): Promise<Page> => {
    const site = await open();
    await site.getByRole('button', { name: 'Continue' }).click();
    await site.getByRole('heading', { name: 'Organisations' }).waitFor();
    await site.goto('https://admin.atlassian.com/o/fake/account');
    return site;
  };

  it.each(['visible', 'whole'])(
    'is taken with boxes over the account and none over the facts: %s',
    async (part) => {
      const site = await openAccount();
      const taken = await ask('residencyPage', 'take', { part });
      expect(taken).toMatchObject({
        ok: true,
        value: {
          facts: [
            { product: 'Jira', location: 'EU', status: 'Pinned' },
            { product: 'Confluence', location: 'EU', status: 'Pinned' },
            { product: 'Xray', location: 'Global', status: 'Eligible' },
          ],
          residency: 'pinned',
        },
      });
      const { width, edit } = taken.value.picture;
      const masks: readonly Box[] = edit.masks;
      const places = await site.evaluate(() => {
        const boxOf = ({ x, y, width: wide, height }: DOMRect) => ({ x, y, width: wide, height });
        const all = (selector: string) =>
          [...document.querySelectorAll(selector)].map((each) => boxOf(each.getBoundingClientRect()));
        return {
          viewport: innerWidth,
          account: all('header .avatar'),
          facts: all('tr.product td:not(.owner)'),
          owners: all('tr.product .owner'),
          greeting: all('#greeting'),
        };
      });
      const scale = part === 'whole' ? 1 : width / places.viewport;
      type Place = (typeof places.facts)[number];
      const shares = (mask: Box, place: Place): boolean =>
        mask.x < (place.x + place.width) * scale &&
        place.x * scale < mask.x + mask.width &&
        mask.y < (place.y + place.height) * scale &&
        place.y * scale < mask.y + mask.height;
      const count = (of: readonly Place[]): number[] =>
        of.map((place) => masks.filter((mask) => shares(mask, place)).length);
      expect(count(places.account)).toEqual([1]);
      expect(count(places.facts)).toEqual(Array.from({ length: 9 }, () => 0));
      // Each owner is a name and a mail address.
      expect(count(places.owners).every((each) => each >= 2)).toBe(true);
      expect(count(places.greeting)).toEqual([1]);
    },
  );

  it('is not taken when it did not load, and says so', async () => {
    const site = await open();
    await site.getByRole('heading', { name: 'Log in to continue' }).waitFor();
    expect(await ask('residencyPage', 'take', { part: 'visible' })).toMatchObject({ ok: true });
    await site.goto('https://admin.atlassian.com/cut').catch(() => undefined);
    // Chromium's own error page arrives after the refusal, and would break into the next address.
    await expect.poll(() => site.url()).toMatch(/^chrome-error:/);
    await expect
      .poll(() => ask('residencyPage', 'take', { part: 'visible' }))
      .toMatchObject({
        ok: false,
        failure: { code: 'not-a-picture', phrase: { key: 'failure.page-not-loaded' } },
      });
    await site.goto('https://id.atlassian.com/login');
    await expect.poll(async () => (await ask('residencyPage', 'take', { part: 'visible' })).ok).toBe(true);
  });
});
