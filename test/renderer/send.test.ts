import type { Browser, Page } from 'playwright';
import { describe, expect, it } from 'vitest';

import { fail, succeed } from '../../src-main/contract/failure.ts';
import { MAX_NOTE_LENGTH } from '../../src-main/contract/values.ts';
import { message } from '../../src-main/i18n/message.ts';
import { GOOD, primary, toSend } from '../support/browser/every-screen/state.ts';
import { openRenderer } from '../support/browser/open-renderer.ts';
import type { BridgeScript, OpenedRenderer } from '../support/browser/open-renderer.ts';
import { withChromium } from '../support/browser/with-chromium.ts';
import { SAMPLE_PREVIEW, SAMPLE_SAVED } from '../support/samples/sample-answers.ts';

let browser: Browser;

withChromium.beforeAll(({ chromium }) => {
  browser = chromium;
});

const field = (page: Page, name: string) => page.getByLabel(name);
const names = async ({ calls }: OpenedRenderer) =>
  (await calls()).map(([name]) => name).filter((name) => name.startsWith('evidence:'));
const lastPreview = async ({ calls }: OpenedRenderer) =>
  (await calls()).findLast(([name]) => name === 'evidence:preview')?.[1];

async function open(script: BridgeScript = {}): Promise<OpenedRenderer> {
  const opened = await openRenderer(browser, { ...GOOD, ...script });
  await toSend(opened);
  return opened;
}

describe('the last step', () => {
  it('shows the report as a page, and everything of it letter for letter in a fold', async () => {
    const opened = await open();
    const { page } = opened;
    const report = page.locator('.report-page');
    expect(await report.innerText()).toContain('acme.atlassian.net');
    expect(await report.locator('tbody tr').count()).toBe(4);
    await page.getByText('See everything that is sent: 2 files.').click();
    expect(await page.locator('.files pre').textContent()).toBe(SAMPLE_PREVIEW.files[0]?.text);
    expect(await page.locator('mark').allTextContents()).toEqual(['‹token#7f3a›']);
    await page.getByRole('button', { name: 'manifest.json' }).press('Enter');
    expect(await page.locator('.files pre').textContent()).toBe('{}\n');
    expect(opened.complaints).toEqual([]);
  });

  it('saves and opens the email with one button, says what happens next, and is done', async () => {
    const opened = await open();
    const { page } = opened;
    await page.getByText(`Will be saved to Downloads as ${SAMPLE_SAVED.fileName}.`).waitFor();
    await primary(page).click();
    await page
      .getByRole('heading', { name: "Add the file to your email, press Send, and you're done." })
      .waitFor();
    expect((await names(opened)).slice(-2)).toEqual(['evidence:save', 'evidence:mail']);
    await page.getByText('Xray shows it only once.').waitFor();
    await primary(page).click();
    await page.locator('[data-screen="connect"]').waitFor();
    expect((await opened.calls()).map(([name]) => name)).toContain('cases:leave');
    expect(await field(page, 'Client ID').inputValue()).toBe('');
    expect(opened.complaints).toEqual([]);
  });

  it('stays done, and says so, when what was found could not be kept at the end', async () => {
    const opened = await open({ 'cases:leave': [fail('our-fault', message('failure.our-fault'))] });
    const { page } = opened;
    await primary(page).click();
    await page.getByRole('heading', { name: "you're done." }).waitFor();
    await primary(page).click();
    const told = await page.locator('.notice').innerText();
    expect(await page.locator('[aria-live]').textContent()).toBe(told);
  });

  it('fills in who sends it once: whoever empties the field has done so on purpose', async () => {
    const opened = await open({
      'evidence:contact': [succeed({ contactName: '', contactMail: 'ada@acme.example' })],
    });
    const { page } = opened;
    await expect.poll(() => field(page, 'Your email').inputValue()).toBe('ada@acme.example');
    // Also where the contact is answered in the same moment as the report that lacks it.
    await expect
      .poll(() => lastPreview(opened))
      .toMatchObject({ intake: { contactMail: 'ada@acme.example' } });
    await field(page, 'Your email').fill('');
    await page.getByRole('button', { name: 'Back' }).click();
    await page.locator('[data-skip]').click();
    await page.locator('.report-page').waitFor();
    expect(await field(page, 'Your email').inputValue()).toBe('');
    expect((await names(opened)).filter((name) => name === 'evidence:contact')).toHaveLength(1);
  });

  it('opens a draft where that is the surest way on this computer', async () => {
    const opened = await open({ 'evidence:sendWay': [succeed({ way: 'draft' })] });
    await primary(opened.page).click();
    await opened.page.getByRole('heading', { name: "Press Send in your email, and you're done." }).waitFor();
    expect((await names(opened)).at(-1)).toBe('evidence:openDraft');
  });

  it('asks what support would ask, and makes the report again with the answers', async () => {
    const opened = await open({
      'evidence:contact': [succeed({ contactName: 'Ada', contactMail: 'ada@acme.example' })],
    });
    const { page } = opened;
    await expect.poll(() => field(page, 'Your email').inputValue()).toBe('ada@acme.example');
    await field(page, 'What does Snapshots show?').selectOption('Cannot access Xray');
    await field(page, 'RadBee may share the report with Xray').check();
    await page.getByText('More that helps').click();
    await field(page, 'Does Xray work inside Jira?').selectOption('Yes');
    await field(page, 'Since when?').fill('Monday');
    await field(page, 'Since when?').blur();
    await expect
      .poll(() => lastPreview(opened))
      .toMatchObject({
        intake: {
          contactName: 'Ada',
          contactMail: 'ada@acme.example',
          snapshotsError: 'Cannot access Xray',
          since: 'Monday',
          xrayInJira: 'works',
          mayPassOn: true,
        },
      });
    await field(page, 'What does Snapshots show?').selectOption('other');
    await field(page, 'In its own words').fill('Error 17');
    await field(page, 'In its own words').blur();
    await expect.poll(() => lastPreview(opened)).toMatchObject({ intake: { snapshotsError: 'Error 17' } });
    expect(opened.complaints).toEqual([]);
  });

  it('sends the report that is wanted now, also where its last answer was typed just before', async () => {
    const second = { ...SAMPLE_PREVIEW, previewId: 'preview-2' };
    const opened = await open({ 'evidence:preview': [succeed(SAMPLE_PREVIEW), succeed(second)] });
    await field(opened.page, 'Your email').fill('ada@acme.example');
    await primary(opened.page).click();
    await opened.page.getByRole('heading', { name: "you're done." }).waitFor();
    const saved = (await opened.calls()).filter(([name]) => name === 'evidence:save');
    expect(saved.map(([, input]) => input)).toEqual([{ previewId: 'preview-2', where: 'usual' }]);
  });

  it('leaves a part at home, and nobody loses their place while the report is made again', async () => {
    const opened = await open();
    const { page } = opened;
    await page.getByText('More that helps').click();
    await page.getByLabel('Note for support').fill('Hello support');
    await page.getByLabel('Note for support').blur();
    await page.getByText('See everything that is sent').click();
    const tick = page.getByLabel(/note/iu).and(page.locator('[type="checkbox"]'));
    await tick.click();
    await expect.poll(() => lastPreview(opened)).toMatchObject({ note: 'Hello support', leaveOut: ['note'] });
    expect(await page.evaluate(() => document.activeElement?.getAttribute('type'))).toBe('checkbox');
  });

  it('says why the report could not be saved, and can try again', async () => {
    const opened = await open({
      'evidence:save': [fail('disk-full', message('failure.save.disk-full')), succeed(SAMPLE_SAVED)],
    });
    await primary(opened.page).click();
    await opened.page.locator('.notice').first().waitFor();
    expect(await opened.page.locator('.notice').first().innerText()).toContain('disk is full');
    await primary(opened.page).click();
    await opened.page.getByRole('heading', { name: "you're done." }).waitFor();
  });

  it('is not done when no mail program opened, and has the other ways', async () => {
    const opened = await open({ 'evidence:mail': [fail('cannot-open', message('failure.mail'))] });
    const { page } = opened;
    await primary(page).click();
    await page.locator('.notice').first().waitFor();
    await page.getByText('Other ways to send').click();
    await page.getByRole('button', { name: 'Copy subject' }).press('Enter');
    await page.locator('.done').getByText('The subject is copied.').waitFor();
    expect(await page.locator('[aria-live]').textContent()).toBe('The subject is copied.');
    await page.getByRole('button', { name: 'Show in folder' }).click();
    await expect.poll(async () => (await names(opened)).at(-1)).toBe('evidence:showInFolder');
    expect((await names(opened)).filter((name) => name === 'evidence:save')).toHaveLength(1);
    await page.getByRole('button', { name: 'Copy the file' }).click();
    await page.getByRole('heading', { name: "you're done." }).waitFor();
  });

  it('saves elsewhere when that is wanted', async () => {
    const opened = await open({
      'evidence:save': [succeed({ ...SAMPLE_SAVED, folderName: 'Reports' })],
    });
    await opened.page.getByRole('button', { name: 'Change' }).click();
    await opened.page.getByText(`Saved to Reports as ${SAMPLE_SAVED.fileName}.`).waitFor();
    expect((await opened.calls()).findLast(([name]) => name === 'evidence:save')?.[1]).toEqual({
      previewId: SAMPLE_PREVIEW.previewId,
      where: 'choose',
    });
  });
});

it('says so when more is pasted than a field takes', async () => {
  const { page } = await open();
  await page.getByText('More that helps').click();
  const note = page.getByLabel('Note for support');
  await note.focus();
  await page.keyboard.insertText('n'.repeat(MAX_NOTE_LENGTH - 1));
  expect(await page.locator('main output').count()).toBe(0);
  await page.keyboard.insertText('more than it takes');
  expect(await note.inputValue()).toHaveLength(MAX_NOTE_LENGTH);
  await page.locator('main output').waitFor();
  expect(await page.locator('main output').innerText()).toContain('4,000 characters');
});
