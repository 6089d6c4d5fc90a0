import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { DEFAULT_SETTINGS } from '../../src-main/contract/settings.ts';
import type { Settings } from '../../src-main/contract/settings.ts';
import { loadCatalog } from '../../src-main/i18n/load-catalog.ts';
import { createTranslator } from '../../src-main/i18n/translator.ts';
import { launchApp } from '../support/electron-runtime/launching/launch.ts';
import type { LaunchedApp } from '../support/electron-runtime/launching/launch.ts';

/** What stands in the page's root, a line a tag or text; of it, what only the making of markup leaves behind is left out. */
const drawing = ({ page }: LaunchedApp): Promise<string[]> =>
  page.evaluate(() => {
    // React counts its ids otherwise in a page that it takes over.
    const MADE_ID = /_[rR]_\w+_/gu;
    const lines = (node: Node): string[] => {
      if (node instanceof Text) return [node.data];
      if (!(node instanceof Element)) return [];
      const attributes = node
        .getAttributeNames()
        .filter((name) => name !== 'selected')
        .toSorted();
      return [
        [
          node.tagName,
          ...attributes.map(
            (name) => `${name}=${(node.getAttribute(name) ?? '').replace(MADE_ID, 'made-id')}`,
          ),
        ].join(' '),
        ...[...node.childNodes].flatMap(lines),
        `/${node.tagName}`,
      ];
    };
    return [...(document.querySelector('#root')?.childNodes ?? [])].flatMap(lines);
  });

describe('the first screen', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'start-'));
    chmodSync(folder, 0o777);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** Starts the app of somebody with these settings who has kept so many cases. */
  const start = async (changed: Partial<Settings>, cases = 0): Promise<LaunchedApp> => {
    const userData = mkdtempSync(join(folder, 'user-data-'));
    chmodSync(userData, 0o777);
    writeFileSync(join(userData, 'settings.json'), JSON.stringify({ ...DEFAULT_SETTINGS, ...changed }));
    for (let each = 0; each < cases; each += 1)
      mkdirSync(join(userData, 'cases', each.toString(16).padStart(32, '0')), { recursive: true });
    return launchApp({ env: {}, userData });
  };

  // A page that is loaded anew is the plain one; what it draws is what the drawn one has to be.
  it.each([
    ['system', 'en', 0, 'en-system-none', 1.5],
    ['en', 'en', 1, 'en-chosen-kept', 1],
    ['de', 'de', 0, 'de-chosen-none', 1],
    ['fr', 'fr', 1, 'fr-chosen-kept', 1],
    ['es', 'es', 0, 'es-chosen-none', 1],
  ] as const)(
    'stands in the page (%s, %s, %i checks kept: %s, zoom %f) with the style that the policy names, and is taken over as it is',
    async (choice, language, cases, drawnAs, zoom) => {
      const t = createTranslator(await loadCatalog(language));
      const running = await start({ language: choice, zoom }, cases);
      try {
        const { page } = running;
        expect(await page.locator('#root').getAttribute('data-drawn')).toBe(drawnAs);
        expect(await page.locator('#root').getAttribute('inert')).toBeNull();
        // The folder of a check that cannot be read is none to go on with.
        await expect.poll(() => drawing(running)).toContain(t('connect.lead'));
        await expect.poll(() => page.locator('.kept-line').count()).toBe(0);
        const drawn = await drawing(running);
        expect(await page.title()).toContain(`${t('connect.title')} – ${t('app.name')}`);
        expect(await page.locator('html').getAttribute('lang')).toBe(language);
        expect(await page.locator('.language select').inputValue()).toBe(choice);
        expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('INPUT');
        expect(await zoomOf(running)).toBeCloseTo(zoom);
        expect(running.complaints()).toEqual([]);
        await expectNamedStyle(running);
        await page.reload();
        await page.locator('[data-screen="connect"]').waitFor();
        expect(await page.locator('#root').getAttribute('data-drawn')).toBeNull();
        await expect.poll(() => drawing(running)).toEqual(drawn);
      } finally {
        await running.close();
      }
    },
  );

  it('waits for the name of another supporter, and then is the first thing to be seen', async () => {
    const profile = { version: 1, name: 'Fake Support', mail: 'help@support-fake.test' };
    const running = await start({ supportProfile: JSON.stringify(profile), zoom: 1.25 });
    try {
      const { page } = running;
      expect(await page.locator('#root').getAttribute('data-drawn')).toBeNull();
      expect(await page.locator('main').innerText()).toContain('Fake Support');
      const window = await running.app.evaluate(({ BrowserWindow }) => {
        const [first] = BrowserWindow.getAllWindows();
        return { isVisible: first?.isVisible(), zoom: first?.webContents.getZoomFactor() };
      });
      expect(window).toEqual({ isVisible: true, zoom: expect.closeTo(1.25) });
      expect(running.complaints()).toEqual([]);
    } finally {
      await running.close();
    }
  });
});

/** The zoom of the window's page. */
const zoomOf = ({ app }: LaunchedApp): Promise<number | undefined> =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getZoomFactor());

/** The policy allows the one style that stands in the page, by its hash, and nothing unsafe. */
async function expectNamedStyle({ app }: LaunchedApp): Promise<void> {
  const answer = await app.evaluate(async ({ net }) => {
    const response = await net.fetch('app://doctor/index.html');
    return { policy: response.headers.get('content-security-policy') ?? '', text: await response.text() };
  });
  const style = /<style>([\s\S]*?)<\/style>/u.exec(answer.text)?.[1] ?? '';
  expect(style.length).toBeGreaterThan(10_000);
  const hash = createHash('sha256').update(style).digest('base64');
  expect(answer.policy).toContain(`style-src 'sha256-${hash}';`);
  expect(answer.policy).not.toContain('unsafe');
}
