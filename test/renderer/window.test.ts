import { getuid } from 'node:process';

import { chromium } from 'playwright';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { fail, succeed } from '../../src-main/contract/failure.ts';
import { message } from '../../src-main/i18n/message.ts';
import { findChromium } from '../support/browser/chromium.ts';
import { openRenderer } from '../support/browser/open-renderer.ts';
import type { BridgeScript } from '../support/browser/open-renderer.ts';
import {
  SAMPLE_DIAGNOSIS,
  SAMPLE_PLAN,
  SAMPLE_PREVIEW,
  SAMPLE_RESULT,
  SAMPLE_SAVED,
} from '../support/samples/sample-answers.ts';

const ID = 'FA4E1D00FA4E1D01FA4E1D02FA4E1D03';
const SECRET = 'fa4e5ec2e7000102030405060708090a0b0c0d0e0f10111213141516171819fa';
const GOOD: BridgeScript = {
  'app:facts': [succeed({ version: '1.2.3', electron: '45', platform: 'linux', packaged: false })],
  'diagnosis:lookUpSites': [succeed({ jiraSite: null, confluenceSite: null })],
  'diagnosis:plan': [succeed(SAMPLE_PLAN)],
  'diagnosis:start': [succeed(SAMPLE_RESULT)],
  'evidence:preview': [succeed(SAMPLE_PREVIEW)],
  'evidence:save': [succeed(SAMPLE_SAVED)],
};

let browser: Browser;

beforeAll(async () => {
  const executablePath = findChromium();
  if (executablePath === null) throw new Error('Chromium is needed for these tests; run npm test.');
  // Chromium does not start as root with its sandbox; the product's own sandbox is tested in Electron.
  browser = await chromium.launch({ executablePath, chromiumSandbox: getuid?.() !== 0 });
});
afterAll(() => browser.close());

const field = (page: Page, name: string) => page.getByLabel(name, { exact: true });
const screen = (page: Page, name: string) => page.locator(`[data-screen="${name}"]`);
const primary = (page: Page) => page.locator('[data-primary]');

async function toForm(page: Page): Promise<void> {
  await primary(page).click();
  await screen(page, 'connection').waitFor();
}

async function fill(page: Page): Promise<void> {
  await toForm(page);
  await field(page, 'Client ID').fill(ID);
  await field(page, 'Client Secret').fill(SECRET);
  await field(page, 'Jira site').fill('acme');
}

async function paste(page: Page, name: string, text: string): Promise<void> {
  await field(page, name).evaluate((element, data) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', data);
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, text);
}

describe('the form', () => {
  it('shows sites as they were understood and proposes the Confluence site until it is changed', async () => {
    const { page, complaints } = await openRenderer(browser, GOOD);
    await toForm(page);
    await field(page, 'Jira site').fill('https://Acme.atlassian.net/jira/projects');
    expect(await page.getByText('Understood as acme.atlassian.net').isVisible()).toBe(true);
    expect(await field(page, 'Confluence site').inputValue()).toBe('acme.atlassian.net');
    await field(page, 'Confluence site').fill('docs');
    await field(page, 'Jira site').fill('other');
    expect(await field(page, 'Confluence site').inputValue()).toBe('docs');
    expect(complaints).toEqual([]);
  });

  it('fills both keys from one pasted block and frees one value from quotes', async () => {
    const { page } = await openRenderer(browser, GOOD);
    await toForm(page);
    await paste(page, 'Client Secret', `Client ID: ${ID}\nClient Secret: ${SECRET}`);
    expect(await field(page, 'Client ID').inputValue()).toBe(ID);
    expect(await field(page, 'Client Secret').inputValue()).toBe(SECRET);
    await page.locator('.field-note').getByText('Both keys are filled in.').waitFor();
    expect(await page.locator('.field-error, [aria-invalid="true"]').count()).toBe(0);
    await paste(page, 'Client ID', ` "${ID}" `);
    expect(await field(page, 'Client ID').inputValue()).toBe(ID);
  });

  it('hints at a wrong key and lets it through all the same', async () => {
    const { page, calls } = await openRenderer(browser, GOOD);
    await toForm(page);
    await field(page, 'Client ID').fill(ID);
    await field(page, 'Client Secret').fill(ID);
    await field(page, 'Jira site').fill('acme');
    await page.getByText('The two values may be swapped').first().waitFor();
    await primary(page).click();
    await screen(page, 'checking').waitFor();
    expect((await calls()).map(([name]) => name)).toContain('diagnosis:start');
  });

  it('splits a block that is dropped into the visible field', async () => {
    const { page } = await openRenderer(browser, GOOD);
    await toForm(page);
    const block = `The Client ID is ${ID} and the Client Secret is ${SECRET}.`;
    await page.evaluate((text) => {
      const source = document.createElement('textarea');
      source.id = 'dragged';
      source.value = text;
      source.style.cssText = 'position: fixed; inset: 0 auto auto 0; z-index: 9; width: 300px; height: 60px';
      document.body.append(source);
      source.focus();
      source.select();
    }, block);
    await page.locator('#dragged').dragTo(field(page, 'Client ID'), { sourcePosition: { x: 20, y: 12 } });
    await expect.poll(() => field(page, 'Client ID').inputValue()).toBe(ID);
    expect(await field(page, 'Client Secret').inputValue()).toBe(SECRET);
    expect(await page.locator('.field-error').count()).toBe(0);
  });

  it('splits a block that a password manager writes without a paste, key by key or at once', async () => {
    for (const write of ['at once', 'key by key'] as const) {
      const { page } = await openRenderer(browser, GOOD);
      await toForm(page);
      const block = `{"client_id":"${ID}","client_secret":"${SECRET}"}`;
      if (write === 'at once') await field(page, 'Client ID').fill(block);
      else await field(page, 'Client ID').pressSequentially(block);
      await field(page, 'Client ID').blur();
      expect(await field(page, 'Client Secret').inputValue()).toBe(SECRET);
      expect(await field(page, 'Client ID').inputValue()).toBe(ID);
      expect(await page.locator('.field-error').count()).toBe(0);
    }
  });

  it('moves a lone secret out of the visible field and says so', async () => {
    const { page } = await openRenderer(browser, GOOD);
    await toForm(page);
    await field(page, 'Client ID').fill(SECRET);
    expect(await field(page, 'Client ID').inputValue()).toBe('');
    expect(await field(page, 'Client Secret').inputValue()).toBe(SECRET);
    await page.locator('.field-note').getByText('it was moved to the Client Secret field').waitFor();
    await paste(page, 'Client ID', SECRET.replace('fa', '00'));
    expect(await field(page, 'Client ID').inputValue()).toBe('');
    expect(await field(page, 'Client Secret').inputValue()).toBe(SECRET);
    await page.locator('.field-note').getByText('it was removed from this field').waitFor();
  });

  it('offers the site that was probably meant, and takes it with one click', async () => {
    const { page } = await openRenderer(browser, GOOD);
    await toForm(page);
    await field(page, 'Jira site').fill('acme.atlasian.net');
    await field(page, 'Jira site').blur();
    await page.getByText('Did you mean acme.atlassian.net?').waitFor();
    await page.getByRole('button', { name: 'Use acme.atlassian.net' }).click();
    expect(await field(page, 'Jira site').inputValue()).toBe('acme.atlassian.net');
    expect(await field(page, 'Confluence site').inputValue()).toBe('acme.atlassian.net');
    expect(await field(page, 'Jira site').evaluate((element) => element === document.activeElement)).toBe(
      true,
    );
    expect(await page.locator('.field-error').count()).toBe(0);
  });

  it('marks every wrong field, moves to the first and loses nothing', async () => {
    const { page, calls } = await openRenderer(browser, GOOD);
    await toForm(page);
    await field(page, 'Client ID').fill(ID);
    await field(page, 'Jira site').fill('https://example.com/');
    await primary(page).click();
    expect(await page.locator('[aria-invalid="true"]').count()).toBe(3);
    expect(await field(page, 'Client Secret').evaluate((element) => element === document.activeElement)).toBe(
      true,
    );
    expect(await field(page, 'Client ID').inputValue()).toBe(ID);
    expect(await field(page, 'Jira site').inputValue()).toBe('https://example.com/');
    expect((await calls()).map(([name]) => name)).not.toContain('diagnosis:start');
  });

  it('shows a refusal of the main process at its field and keeps the rest', async () => {
    const opened = await openRenderer(browser, {
      ...GOOD,
      'diagnosis:start': [fail('no-secret-held', message('failure.secret.missing'), 'clientSecret')],
    });
    await fill(opened.page);
    await primary(opened.page).click();
    await screen(opened.page, 'checking').waitFor();
    await opened.finishRun();
    await opened.page
      .locator('.field-error')
      .getByText("Enter the Client Secret from Xray's API Keys.")
      .waitFor();
    expect(await field(opened.page, 'Client ID').inputValue()).toBe(ID);
    expect(await field(opened.page, 'Jira site').inputValue()).toBe('acme');
  });

  it('masks the secret until it is to be shown', async () => {
    const { page } = await openRenderer(browser, GOOD);
    await fill(page);
    expect(await field(page, 'Client Secret').getAttribute('type')).toBe('password');
    await page.getByRole('button', { name: 'Show Client Secret' }).click();
    expect(await field(page, 'Client Secret').getAttribute('type')).toBe('text');
  });
});

describe('the whole way', () => {
  it('goes by keyboard alone, tells progress in one live region, and forgets the secret', async () => {
    const opened = await openRenderer(browser, GOOD);
    const { page } = opened;
    await fill(page);
    await field(page, 'Confluence site').press('Enter');
    await screen(page, 'checking').waitFor();
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
    await opened.progress({ step: 'reach', state: 'done', tookMs: 1234 });
    await opened.progress({ step: 'sign-in', state: 'running', tookMs: null });
    expect(await page.locator('[aria-live]').count()).toBe(1);
    expect(await page.locator('[aria-live]').textContent()).toBe('Signing in with your keys: in progress');
    expect(await page.getByText('1.2 s').isVisible()).toBe(true);
    const submitted = (await opened.calls()).find(([name]) => name === 'diagnosis:start')?.[1];
    expect(submitted).toMatchObject({ clientSecret: SECRET, confluenceSite: 'acme.atlassian.net' });
    expect(await page.content()).not.toContain(SECRET);

    await opened.finishRun();
    await page.locator('[data-verdict="residency"]').waitFor();
    await page.keyboard.press('Tab');
    await page.getByRole('radio', { name: 'A move is scheduled or in progress' }).focus();
    await page.keyboard.press('Space');
    expect(await page.locator('.steps li').first().textContent()).toContain('Wait until');

    await primary(page).press('Enter');
    await screen(page, 'picture').waitFor();
    await primary(page).press('Enter');
    await screen(page, 'review').waitFor();
    expect(await page.locator('pre').textContent()).toBe(SAMPLE_PREVIEW.files[0]?.text);
    expect(await page.locator('mark').allTextContents()).toEqual(['‹token#7f3a›']);
    await page.getByRole('button', { name: 'manifest.json' }).press('Enter');
    expect(await page.locator('pre').textContent()).toBe('{}\n');
    expect((await opened.calls()).at(-1)).toEqual([
      'evidence:preview',
      { residency: 'migrating', facts: [], note: '', leaveOut: [], smallerPictures: false },
    ]);

    await primary(page).press('Enter');
    await screen(page, 'hand-over').waitFor();
    await page.getByRole('button', { name: 'Copy subject' }).press('Enter');
    await page.locator('.done').getByText('The subject is copied.').waitFor();
    expect(await page.locator('[aria-live]').textContent()).toBe('The subject is copied.');
    await page.getByRole('button', { name: 'Finish …' }).press('Enter');
    await page.getByRole('button', { name: 'Finish and forget my keys' }).press('Enter');
    await screen(page, 'welcome').waitFor();
    const last = (await opened.calls()).filter(([name]) => name !== 'cases:count').slice(-2);
    expect(last).toEqual([
      ['cases:leave', null],
      ['app:allowCommands', { commands: ['new-check', 'open-file', 'help'] }],
    ]);
    await primary(page).click();
    expect(await field(page, 'Client ID').inputValue()).toBe('');
    expect(opened.complaints).toEqual([]);
  });

  it('keeps everything for another check, without the secret in the page', async () => {
    const opened = await openRenderer(browser, GOOD);
    const { page } = opened;
    await fill(page);
    await primary(page).click();
    await opened.finishRun();
    await screen(page, 'verdict').waitFor();
    await page.getByRole('button', { name: 'Back' }).click();
    expect(await field(page, 'Client ID').inputValue()).toBe(ID);
    expect(await field(page, 'Client Secret').inputValue()).toBe('');
    await primary(page).click();
    const starts = (await opened.calls()).filter(([name]) => name === 'diagnosis:start');
    expect(starts.at(-1)?.[1]).toMatchObject({ clientId: ID, clientSecret: null });
  });

  it('says why a bundle could not be saved, and can try again', async () => {
    const opened = await openRenderer(browser, {
      ...GOOD,
      'evidence:save': [fail('disk-full', message('failure.save.disk-full')), succeed(SAMPLE_SAVED)],
    });
    const { page } = opened;
    await fill(page);
    await primary(page).click();
    await opened.finishRun();
    await primary(page).click();
    await screen(page, 'picture').waitFor();
    await primary(page).click();
    await screen(page, 'review').waitFor();
    await primary(page).click();
    await page.locator('.notice').getByText('The disk is full.').waitFor();
    await primary(page).click();
    await screen(page, 'hand-over').waitFor();
  });
});

describe('the verdict while hosts are compared', () => {
  const pending = {
    ...SAMPLE_DIAGNOSIS,
    hosts: SAMPLE_DIAGNOSIS.hosts.map((host) =>
      host.id === 'global' ? host : { ...host, tookKeys: null, behaviour: null, totalMs: 0 },
    ),
  };

  it('shows at once, fills its table in, and ends with what the run gives', async () => {
    const opened = await openRenderer(browser, GOOD);
    const { page } = opened;
    await fill(page);
    await primary(page).click();
    await screen(page, 'checking').waitFor();
    await opened.tell('diagnosis:onTranscript', { path: 'calls/global-1-authenticate.txt', text: 'first' });
    await page.getByText('Technical details').click();
    await page.getByText('calls/global-1-authenticate.txt').click();
    expect(await page.locator('.transcripts pre').textContent()).toBe('first');

    await opened.tell('diagnosis:onVerdict', pending);
    await page.locator('[data-verdict="residency"]').waitFor();
    const rows = page.locator('.hosts tbody tr');
    expect(await rows.allInnerTexts()).toHaveLength(4);
    expect(await rows.nth(0).innerText()).toContain('In another region');
    expect(await rows.nth(2).innerText()).toContain('asking\u00a0…');
    expect(await primary(page).getAttribute('aria-disabled')).toBe('true');
    await primary(page).click({ force: true });
    expect(await screen(page, 'verdict').count()).toBe(1);

    await opened.tell('diagnosis:onTranscript', { path: 'calls/global-1-authenticate.txt', text: 'second' });
    await page.getByText('Technical details').click();
    await page.getByText('calls/global-1-authenticate.txt').click();
    expect(await page.locator('.transcripts pre').textContent()).toBe('second');
    await opened.finishRun();
    await page.getByRole('button', { name: 'Check again' }).waitFor();
    expect(await rows.nth(2).innerText()).toContain('In another region');
    expect(await page.locator('.transcripts pre').textContent()).toBe(SAMPLE_RESULT.transcripts[0]?.text);
    expect(opened.complaints).toEqual([]);
  });

  it('stops the comparison when the person goes back', async () => {
    const opened = await openRenderer(browser, GOOD);
    const { page } = opened;
    await fill(page);
    await primary(page).click();
    await opened.tell('diagnosis:onVerdict', pending);
    await page.getByRole('button', { name: 'Back' }).click();
    await screen(page, 'connection').waitFor();
    expect((await opened.calls()).at(-1)?.[0]).toBe('diagnosis:cancel');
    await opened.finishRun();
    await page.getByRole('button', { name: 'Back to the result' }).click();
    await page.getByRole('button', { name: 'Check again' }).waitFor();
  });
});

describe('what goes along', () => {
  it('makes the evidence anew with a note and without a part', async () => {
    const withSites = {
      ...SAMPLE_RESULT,
      diagnosis: {
        ...SAMPLE_DIAGNOSIS,
        siteFacts: [
          {
            site: 'acme.atlassian.net',
            state: 'found' as const,
            cloudId: 'fake',
            jiraAddress: null,
            confluenceAddress: null,
            deployment: null,
          },
        ],
      },
    };
    const opened = await openRenderer(browser, { ...GOOD, 'diagnosis:start': [succeed(withSites)] });
    const { page } = opened;
    await fill(page);
    await primary(page).click();
    await opened.finishRun();
    await primary(page).click();
    await screen(page, 'picture').waitFor();
    await primary(page).click();
    await screen(page, 'review').waitFor();
    await page.getByLabel('A note to support, if you like.').fill('Hello support');
    await page.getByLabel('The cloud ids of your sites').click();
    await page.locator('pre').waitFor();
    // Nobody loses their place while the evidence is made anew.
    expect(await page.evaluate(() => document.activeElement?.getAttribute('type'))).toBe('checkbox');
    const lastAsked = async () =>
      (await opened.calls()).findLast(([name]) => name === 'evidence:preview')?.[1];
    await expect.poll(lastAsked).toEqual({
      residency: 'unknown',
      facts: [],
      note: 'Hello support',
      leaveOut: ['site-facts'],
      smallerPictures: false,
    });
    expect(opened.complaints).toEqual([]);
  });
});

describe('before the check', () => {
  it('tells what Atlassian says of a site, as long as it stands there', async () => {
    const { page, calls } = await openRenderer(browser, {
      ...GOOD,
      'diagnosis:lookUpSites': [
        succeed({ jiraSite: message('note.site-missing', { site: 'acme' }), confluenceSite: null }),
      ],
    });
    await toForm(page);
    await field(page, 'Jira site').fill('acme');
    await field(page, 'Client ID').focus();
    await page.getByText('Atlassian knows no site acme.').waitFor();
    expect((await calls()).at(-1)).toEqual([
      'diagnosis:lookUpSites',
      { jiraSite: 'acme', confluenceSite: 'acme.atlassian.net' },
    ]);
    await field(page, 'Jira site').fill('acme2');
    await page.getByText('Understood as acme2.atlassian.net').waitFor();
    expect(await page.getByText('Atlassian knows no site acme.').count()).toBe(0);
  });

  it('lists what the check will do', async () => {
    const { page, complaints } = await openRenderer(browser, GOOD);
    await toForm(page);
    await page.getByText('What will this do?').click();
    await page.getByText('POST https://xray.cloud.getxray.app/api/v2/authenticate').waitFor();
    expect(await page.locator('details tbody tr').count()).toBe(SAMPLE_PLAN.requests.length);
    expect(complaints).toEqual([]);
  });
});

describe('the look', () => {
  it.each([
    ['narrow', { viewport: { width: 700, height: 560 } }],
    ['at 200 %', { viewport: { width: 520, height: 360 } }],
    ['very narrow', { viewport: { width: 320, height: 560 } }],
    ['dark', { colorScheme: 'dark' }],
    ['forced colours', { forcedColors: 'active' }],
  ] as const)('needs no sideways scrolling: %s', async (_name, options) => {
    const opened = await openRenderer(browser, GOOD, options);
    const { page } = opened;
    const sideways = () =>
      page.evaluate(() =>
        [document.documentElement, ...document.querySelectorAll('.column, .bar, .rail')]
          .filter((element) => element.scrollWidth > element.clientWidth + 1)
          .map((element) => element.className),
      );
    expect(await sideways()).toEqual([]);
    await fill(page);
    expect(await sideways()).toEqual([]);
    await primary(page).click();
    expect(await sideways()).toEqual([]);
    await opened.finishRun();
    for (const name of ['verdict', 'picture', 'review', 'hand-over']) {
      await screen(page, name).waitFor();
      expect(await sideways()).toEqual([]);
      if (name !== 'hand-over') await primary(page).click();
    }
    expect(opened.complaints).toEqual([]);
  });
});
