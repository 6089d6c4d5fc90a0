import type { Browser } from 'playwright';
import { describe, expect, it } from 'vitest';

import type { EvidenceFile } from '../../src-main/contract/report/evidence.ts';
import { succeed } from '../../src-main/contract/failure.ts';
import { arrived, openAtDesk } from '../support/browser/every-screen/desk-states.ts';
import { GOOD } from '../support/browser/every-screen/state.ts';
import { openRenderer } from '../support/browser/open-renderer.ts';
import { withChromium } from '../support/browser/with-chromium.ts';

let browser: Browser;

withChromium.beforeAll(({ chromium }) => {
  browser = chromium;
});

const PART = 256 * 1024;

function fileOf(path: string, text: string | null): EvidenceFile {
  const kind = text === null ? 'picture' : 'text';
  return { path, bytes: 1, sha256: '0'.repeat(64), kind, text, pictureDataUrl: null, removed: 0 };
}

/** Opens a foreign file with these files in it. */
async function openFiles(files: readonly EvidenceFile[]) {
  const bundle = arrived({ state: 'changed', files });
  const opened = await openRenderer(browser, { ...GOOD, 'evidence:verify': [succeed([bundle])] });
  await openAtDesk(opened, 'x.zip');
  await opened.page.locator('[data-state]').waitFor();
  return opened;
}

describe('a foreign file', () => {
  it('of four million tags is shown in parts, and the window answers within a second', async () => {
    const { page, complaints } = await openFiles([
      fileOf('summary.txt', '‹a›'.repeat(4_000_000)),
      fileOf('log.txt', 'short'),
    ]);
    /** Milliseconds until the window has drawn what a click changes. */
    const clickOn = (name: string): Promise<number> =>
      page.evaluate(
        (wanted) =>
          new Promise<number>((resolve) => {
            const start = performance.now();
            [...document.querySelectorAll('button')]
              .find((each) => each.textContent?.startsWith(wanted))
              ?.click();
            requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - start)));
          }),
        name,
      );
    await clickOn('summary.txt');
    await page.locator('.content mark').first().waitFor();
    expect(await page.locator('.content pre').evaluate((pre) => pre.textContent?.length)).toBe(PART);
    expect(await page.locator('.content mark').count()).toBe(2000);
    expect(await page.locator('.content .more-text').innerText()).toContain('2% of this file is shown.');
    expect(await clickOn('log.txt')).toBeLessThan(1000);
    expect(await page.locator('.content').innerText()).toBe('short');
    expect(await clickOn('summary.txt')).toBeLessThan(1000);
    expect(await clickOn('Show more')).toBeLessThan(1000);
    expect(await page.locator('.content pre').evaluate((pre) => pre.textContent?.length)).toBe(2 * PART);
    expect(await page.locator('.content mark').count()).toBe(4000);
    // Another file begins at its own beginning.
    await clickOn('log.txt');
    await clickOn('summary.txt');
    expect(await page.locator('.content pre').evaluate((pre) => pre.textContent?.length)).toBe(PART);
    expect(complaints).toEqual([]);
  });

  it('is shown to its end, and no character is cut in two', async () => {
    const text = `${'a'.repeat(PART - 1)}😀${'b'.repeat(10)}`;
    const { page } = await openFiles([fileOf('summary.txt', text)]);
    await page.getByText('summary.txt').first().click();
    await page.getByRole('button', { name: 'Show more' }).click();
    const shown = () => page.locator('.content pre').evaluate((pre) => pre.textContent);
    await expect.poll(shown).toBe(text);
    expect(await page.getByRole('button', { name: 'Show more' }).count()).toBe(0);
  });

  it('shows what would turn or hide its text instead of obeying it', async () => {
    const { page } = await openFiles([fileOf('summary.txt', 'invoice\u202egnp.exe ‹token#12ab› a\u200bb')]);
    await page.getByText('summary.txt').first().click();
    expect(await page.locator('.content pre').evaluate((pre) => pre.textContent)).toBe(
      'invoice\\u202egnp.exe ‹token#12ab› a\\u200bb',
    );
    expect(await page.locator('.content mark').innerText()).toBe('‹token#12ab›');
  });

  it('with a picture that must not be unpacked says so', async () => {
    const { page } = await openFiles([fileOf('pictures/residency-1.png', null)]);
    await page.getByText('pictures/residency-1.png').first().click();
    expect(await page.locator('.no-picture').innerText()).toContain('too many pixels');
    expect(await page.locator('.file-view img').count()).toBe(0);
  });
});
