import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { fail, succeed } from '../../src-main/contract/failure.ts';
import { message } from '../../src-main/i18n/message.ts';
import { openRenderer } from '../support/browser/open-renderer.ts';
import type { BridgeScript, OpenedRenderer } from '../support/browser/open-renderer.ts';
import { GOOD, toHandOver, toVerdict } from '../support/browser/every-screen/state.ts';
import { launchChromium } from '../support/browser/open-state.ts';
import { CASE_ID, openedCase, SAMPLE_CASE, SAMPLE_ROWS, SENT_CASE } from '../support/samples/sample-cases.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

const LISTED: BridgeScript = {
  ...GOOD,
  'cases:list': [succeed(SAMPLE_ROWS)],
  'cases:open': [succeed(openedCase(SENT_CASE))],
  'cases:keep': [succeed(SAMPLE_CASE)],
};
const UNREADABLE = fail(
  'folder-not-writable',
  message('failure.case.read', { reason: { key: 'failure.file.not-allowed' } }),
);

async function toList(script: BridgeScript): Promise<OpenedRenderer> {
  const opened = await openRenderer(browser, script, { locale: 'en-GB', timezoneId: 'Europe/Berlin' });
  await opened.page.locator('[data-door="cases"]').click();
  await opened.page.locator('[data-screen="cases"]').waitFor();
  return opened;
}
const spoken = (page: Page) => page.locator('[aria-live]').textContent();
const isFocused = (page: Page, selector: string) =>
  page
    .locator(selector)
    .first()
    .evaluate((element) => element === document.activeElement);

describe('the list of cases', () => {
  it('names each case, its site, the date, the result in words and how far it has come', async () => {
    const { page, complaints } = await toList(LISTED);
    const first = page.locator('.cases > li').first();
    await first.waitFor();
    for (const words of [
      'acme.atlassian.net',
      'Data in another region',
      'Checked on 2 Jan 2026, 04:04',
      'Checked, not sent',
    ])
      expect((await first.innerText()).replaceAll('Jan 2, 2026, 4:04 AM', '2 Jan 2026, 04:04')).toContain(
        words,
      );
    const tags = page.locator('.cases .tag');
    expect(await tags.allInnerTexts()).toEqual([
      'Checked, not sent',
      'Mail ready',
      'Waiting for an answer',
      'Waiting for Xray',
      'Waiting for the move',
      'Solved',
      'Damaged',
      'Newer version',
    ]);
    // Each by a drawing of its own.
    const drawings = await tags
      .locator('path')
      .evaluateAll((all) => all.map((path) => path.getAttribute('d')));
    expect(new Set(drawings).size).toBe(7);
    expect(await spoken(page)).toBe('8 cases are kept.');
    expect(await page.locator('[data-primary]').count()).toBe(1);
    expect(complaints).toEqual([]);
  });

  it('explains itself when it is empty, and leads to a check', async () => {
    const { page } = await toList({ ...GOOD, 'cases:list': [succeed([])] });
    await page.getByText('No case is kept yet', { exact: true }).waitFor();
    await page.locator('[data-primary]').click();
    await page.locator('[data-screen="connection"]').waitFor();
  });

  it('says why it cannot be read, and tries again', async () => {
    const { page } = await toList({
      ...GOOD,
      'cases:list': [UNREADABLE, succeed(SAMPLE_ROWS)],
    });
    await page.locator('.notice').waitFor();
    expect(await page.locator('.notice').innerText()).toContain('this computer does not allow it');
    expect(await spoken(page)).toContain('this computer does not allow it');
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.locator('.cases > li').first().waitFor();
  });

  it('shows damaged and newer ones as such: they can be deleted and not opened', async () => {
    const { page } = await toList(LISTED);
    for (const kind of ['damaged', 'newer']) {
      const row = page.locator(`[data-case="${kind}"]`);
      await row.waitFor();
      expect(await row.getByRole('button').allInnerTexts()).toEqual(['Delete']);
    }
    await page.getByText('Its file cannot be read any more; a part of it may be missing.').waitFor();
  });

  it('renames in place by keyboard, and Escape leaves the name alone', async () => {
    const renamed = { ...SAMPLE_CASE, name: 'Zürich' };
    const { page, calls } = await toList({ ...LISTED, 'cases:rename': [succeed(renamed)] });
    const rename = page.getByRole('button', { name: 'Rename acme.atlassian.net' });
    await rename.press('Enter');
    expect(await isFocused(page, '.case-rename input')).toBe(true);
    await page.keyboard.type('Nothing');
    await page.keyboard.press('Escape');
    expect(await page.locator('.case-name').first().innerText()).toBe('acme.atlassian.net');
    expect(await isFocused(page, '.case-name')).toBe(true);
    await rename.press('Enter');
    await page.keyboard.type('Zürich');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Open Zürich', exact: true }).waitFor();
    expect((await calls()).filter(([name]) => name === 'cases:rename')).toEqual([
      ['cases:rename', { id: CASE_ID, name: 'Zürich' }],
    ]);
  });

  it('deletes for good only after it was asked, and the focus is not lost', async () => {
    const { page, calls } = await toList({ ...LISTED, 'cases:remove': [succeed(SAMPLE_ROWS.slice(1))] });
    const remove = page.getByRole('button', { name: 'Delete acme.atlassian.net' });
    await remove.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Delete “acme.atlassian.net” for good?' });
    await dialog.waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    expect(await remove.evaluate((element) => element === document.activeElement)).toBe(true);
    expect((await calls()).map(([name]) => name)).not.toContain('cases:remove');
    await remove.press('Enter');
    await dialog.getByRole('button', { name: 'Delete for good' }).press('Enter');
    await page.getByRole('button', { name: 'Delete acme.atlassian.net' }).waitFor({ state: 'detached' });
    expect(await page.locator('.cases > li').count()).toBe(7);
    expect(await isFocused(page, 'h1')).toBe(true);
    expect((await calls()).at(-1)).toEqual(['cases:remove', { id: CASE_ID }]);
  });

  it('says at its row why a case could not be opened, and keeps the list', async () => {
    const { page } = await toList({
      ...LISTED,
      'cases:open': [fail('case-damaged', message('failure.case.damaged'))],
    });
    await page.getByRole('button', { name: 'Open acme.atlassian.net' }).click();
    await page.locator('.cases > li').first().locator('.notice').waitFor();
    expect(await page.locator('.cases > li').count()).toBe(8);
  });
});

describe('keeping a case', () => {
  it('says what is stored, keeps once, and leads on without losing the focus', async () => {
    const opened = await openRenderer(browser, LISTED);
    const { page } = opened;
    await toVerdict(opened);
    await page.getByText('Your keys are not kept.').waitFor();
    await page.getByRole('button', { name: 'Keep this case' }).press('Enter');
    const next = page.getByRole('button', { name: 'What comes afterwards' });
    await next.waitFor();
    expect(await next.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await spoken(page)).toContain('Kept as “acme.atlassian.net”, without your keys.');
    await next.press('Enter');
    await page.locator('[data-screen="follow-up"]').waitFor();
    expect((await opened.calls()).filter(([name]) => name === 'cases:keep')).toEqual([
      ['cases:keep', { name: null, residency: 'unknown', facts: [], note: '' }],
    ]);
    await page.getByRole('button', { name: 'Back' }).click();
    await page.locator('[data-screen="verdict"]').waitFor();
    expect(opened.complaints).toEqual([]);
  });

  it('writes what the person says of the residency page into the case', async () => {
    const opened = await openRenderer(browser, LISTED);
    await toVerdict(opened);
    await opened.page.getByRole('button', { name: 'Keep this case' }).click();
    await opened.page.locator('.keep .done').waitFor();
    await opened.page.locator('.situation input').nth(1).check();
    await expect
      .poll(async () => (await opened.calls()).filter(([name]) => name === 'cases:keep').at(-1)?.[1])
      .toMatchObject({ residency: 'migrating' });
  });

  it('says why it was not kept, and can be tried again', async () => {
    const opened = await openRenderer(browser, {
      ...LISTED,
      'cases:keep': [fail('case-not-clean', message('failure.case.not-clean')), succeed(SAMPLE_CASE)],
    });
    await toVerdict(opened);
    const keep = opened.page.getByRole('button', { name: 'Keep this case' });
    await keep.click();
    await opened.page.locator('.notice').getByText('could not rule out that a secret').waitFor();
    await keep.click();
    await opened.page.locator('.keep .done').waitFor();
  });

  it('is offered when finishing; a kept case is left at once', async () => {
    const opened = await openRenderer(browser, LISTED);
    const { page } = opened;
    await toHandOver(opened);
    await page.getByRole('button', { name: 'Finish …' }).click();
    const dialog = page.getByRole('dialog', { name: 'Come back to this later?' });
    await dialog.getByRole('button', { name: 'Stay here' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Finish …' }).click();
    await dialog.getByRole('button', { name: 'Keep it to come back later' }).click();
    await page.locator('[data-screen="follow-up"]').waitFor();
    await page.getByRole('button', { name: 'Back' }).click();
    await page.locator('[data-screen="hand-over"]').waitFor();
    await page.getByRole('button', { name: 'Finish and forget my keys' }).click();
    await page.locator('[data-screen="welcome"]').waitFor();
    expect((await opened.calls()).map(([name]) => name)).toContain('cases:leave');
  });

  it('of which nothing is kept, is forgotten', async () => {
    const opened = await openRenderer(browser, LISTED);
    const { page } = opened;
    await toHandOver(opened);
    await page.getByRole('button', { name: 'Finish …' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Finish and forget my keys' }).click();
    await page.locator('[data-screen="welcome"]').waitFor();
    const names = (await opened.calls()).map(([name]) => name);
    expect(names).toContain('cases:leave');
    expect(names).not.toContain('cases:keep');
  });
});
