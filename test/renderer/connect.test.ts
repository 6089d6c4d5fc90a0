import type { Browser, Page } from 'playwright';
import { describe, expect, it } from 'vitest';

import { fail, succeed } from '../../src-main/contract/failure.ts';
import { message } from '../../src-main/i18n/message.ts';
import { arrive, GOOD, ID, primary, SECRET, toResult } from '../support/browser/every-screen/state.ts';
import { openRenderer } from '../support/browser/open-renderer.ts';
import { withChromium } from '../support/browser/with-chromium.ts';
import { SAMPLE_PLAN } from '../support/samples/sample-answers.ts';
import { openedCase, SAMPLE_ROWS, SAMPLE_SUPPORT, SENT_CASE } from '../support/samples/sample-cases.ts';

let browser: Browser;

withChromium.beforeAll(({ chromium }) => {
  browser = chromium;
});

const field = (page: Page, name: string) => page.getByLabel(name, { exact: true });
const isFocused = (page: Page, name: string) =>
  field(page, name).evaluate((element) => element === document.activeElement);

async function fill(page: Page): Promise<void> {
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
  it('is the first thing, with the cursor in it, and takes whatever address of a site is pasted', async () => {
    const { page, complaints } = await openRenderer(browser, GOOD);
    await expect.poll(() => isFocused(page, 'Client ID')).toBe(true);
    await field(page, 'Jira site').fill('https://Acme.atlassian.net/jira/projects');
    await page.getByText('Understood as acme.atlassian.net').waitFor();
    expect(await field(page, 'Confluence site').isVisible()).toBe(false);
    await page.getByText('Confluence is on a different site').click();
    expect(await field(page, 'Confluence site').inputValue()).toBe('acme.atlassian.net');
    await field(page, 'Confluence site').fill('docs');
    await field(page, 'Jira site').fill('other');
    expect(await field(page, 'Confluence site').inputValue()).toBe('docs');
    expect(complaints).toEqual([]);
  });

  it('leads to Jira where the keys are, as soon as the site is known', async () => {
    const opened = await openRenderer(browser, GOOD);
    const { page } = opened;
    await page.getByText('Where do I find these keys?').click();
    const link = page.getByRole('button', { name: 'Open acme.atlassian.net' });
    expect(await link.count()).toBe(0);
    await field(page, 'Jira site').fill('acme');
    await link.click();
    expect((await opened.calls()).at(-1)).toEqual([
      'app:openPage',
      { page: 'api-keys', site: 'acme.atlassian.net' },
    ]);
  });

  it('fills both keys from one pasted block and frees one value from quotes', async () => {
    const { page } = await openRenderer(browser, GOOD);
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
    await field(page, 'Client ID').fill(ID);
    await field(page, 'Client Secret').fill(ID);
    await field(page, 'Jira site').fill('acme');
    await page.getByText('You may have swapped the two values.').first().waitFor();
    await primary(page).click();
    await page.locator('.run').waitFor();
    expect((await calls()).map(([name]) => name)).toContain('diagnosis:start');
  });

  it('splits a block that is dropped into the visible field', async () => {
    const { page } = await openRenderer(browser, GOOD);
    const block = `The Client ID is ${ID} and the Client Secret is ${SECRET}.`;
    await expect.poll(() => isFocused(page, 'Client ID')).toBe(true);
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
    await field(page, 'Client ID').fill(SECRET);
    expect(await field(page, 'Client ID').inputValue()).toBe('');
    expect(await field(page, 'Client Secret').inputValue()).toBe(SECRET);
    await page.locator('.field-note').getByText("it's now in the Client Secret field").waitFor();
    await paste(page, 'Client ID', SECRET.replace('fa', '00'));
    expect(await field(page, 'Client ID').inputValue()).toBe('');
    expect(await field(page, 'Client Secret').inputValue()).toBe(SECRET);
    await page.locator('.field-note').getByText('it was removed from this field').waitFor();
  });

  it('offers the site that was probably meant, and takes it with one click', async () => {
    const { page } = await openRenderer(browser, GOOD);
    await field(page, 'Jira site').fill('acme.atlasian.net');
    await field(page, 'Jira site').blur();
    await page.getByText('Did you mean acme.atlassian.net?').waitFor();
    await page.getByRole('button', { name: 'Use acme.atlassian.net' }).click();
    expect(await field(page, 'Jira site').inputValue()).toBe('acme.atlassian.net');
    expect(await isFocused(page, 'Jira site')).toBe(true);
    expect(await page.locator('.field-error').count()).toBe(0);
  });

  it('marks every wrong field, moves to the first and loses nothing', async () => {
    const { page, calls } = await openRenderer(browser, GOOD);
    await field(page, 'Client ID').fill(ID);
    await field(page, 'Jira site').fill('https://example.com/');
    await primary(page).click();
    expect(await page.locator('[aria-invalid="true"]').count()).toBe(2);
    expect(await isFocused(page, 'Client Secret')).toBe(true);
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
    await opened.page.locator('.run').waitFor();
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

it('takes a settings file that is dropped for one, and everything else for a report', async () => {
  const opened = await openRenderer(browser, {
    ...GOOD,
    'support:openDropped': [succeed({ kind: 'taken', shown: SAMPLE_SUPPORT })],
    'evidence:verify': ['never'],
  });
  const { page } = opened;
  const drop = (name: string) =>
    page.evaluate((each) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File(['{}'], each));
      document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
    }, name);
  await expect.poll(() => isFocused(page, 'Client ID')).toBe(true);
  await drop('Support-Profile.JSON');
  await page.getByText('Set by your support team: Örtliche Hilfe').waitFor();
  expect(await page.locator('[data-screen="connect"]').isVisible()).toBe(true);
  await drop('report.zip');
  await arrive(page, 'evidence-file');
});

describe('before the check', () => {
  it('tells what Atlassian says of a site, as long as it stands there', async () => {
    const { page, calls } = await openRenderer(browser, {
      ...GOOD,
      'diagnosis:lookUpSites': [
        succeed({ jiraSite: message('note.site-missing', { site: 'acme' }), confluenceSite: null }),
      ],
    });
    await field(page, 'Jira site').fill('acme');
    await field(page, 'Client ID').focus();
    await page.getByText("Atlassian doesn't know a site named acme.").waitFor();
    expect((await calls()).at(-1)).toEqual([
      'diagnosis:lookUpSites',
      { jiraSite: 'acme', confluenceSite: 'acme.atlassian.net' },
    ]);
    await field(page, 'Jira site').fill('acme2');
    await page.getByText('Understood as acme2.atlassian.net').waitFor();
    expect(await page.getByText("Atlassian doesn't know a site named acme.").count()).toBe(0);
  });

  it('lists what the check will do', async () => {
    const { page, complaints } = await openRenderer(browser, GOOD);
    await page.getByText(/^What (?:will this do|gets sent)/).click();
    await page.getByText('POST https://xray.cloud.getxray.app/api/v2/authenticate').waitFor();
    expect(await page.locator('details tbody tr').count()).toBe(SAMPLE_PLAN.requests.length);
    expect(complaints).toEqual([]);
  });
});

describe('somebody who comes back', () => {
  const kept = {
    ...GOOD,
    'cases:count': [succeed(1)],
    'cases:newest': [succeed(SAMPLE_ROWS[3])],
    'cases:open': [succeed(openedCase(SENT_CASE))],
  };

  it('sees in one line what is waited for, and checks the same sites again with keys that are entered anew', async () => {
    const { page, calls } = await openRenderer(browser, kept, { timezoneId: 'UTC' });
    await page.locator('.kept-line').getByText('acme: waiting for Xray since Jan 2, 2026').waitFor();
    await page.getByRole('button', { name: 'Check again' }).click();
    await page.getByText('Just enter your keys in Snapshots, and check here only if it fails.').waitFor();
    expect(await field(page, 'Jira site').inputValue()).toBe('acme.atlassian.net');
    expect(await field(page, 'Client ID').inputValue()).toBe('');
    await expect.poll(() => isFocused(page, 'Client ID')).toBe(true);
    expect((await calls()).map(([name]) => name)).toContain('cases:open');
  });

  it('goes on typing where they type when a check is opened meanwhile, and finds all checks', async () => {
    const { page, tell } = await openRenderer(browser, GOOD);
    await field(page, 'Jira site').fill('acme');
    await tell('cases:onKept', { kept: SENT_CASE, problem: null });
    await page.locator('.kept-line').getByRole('button', { name: 'All checks' }).waitFor();
    expect(await isFocused(page, 'Jira site')).toBe(true);
  });

  it('reads why a check could not be opened in the list of all checks', async () => {
    const failed = fail('our-fault', message('failure.our-fault'));
    const { page } = await openRenderer(browser, {
      ...kept,
      'cases:open': [failed],
      'cases:list': [succeed(SAMPLE_ROWS)],
    });
    await page.getByRole('button', { name: 'Check again' }).click();
    await arrive(page, 'history');
    await page.locator('.notice').waitFor();
  });

  it('reads dates as the system writes them, where it speaks the language of the window', async () => {
    const british = await openRenderer(browser, kept, { timezoneId: 'UTC', locale: 'en-GB' });
    await british.page.locator('.kept-line').getByText('since 2 Jan 2026').waitFor();
    const french = { ...kept, 'app:language': [succeed({ language: 'en' })] };
    const other = await openRenderer(browser, french, { timezoneId: 'UTC', locale: 'fr-FR' });
    await other.page.locator('.kept-line').getByText('since Jan 2, 2026').waitFor();
  });

  it('is told of a check that ended well, and is not asked to do it again', async () => {
    const { page } = await openRenderer(browser, { ...kept, 'cases:newest': [succeed(SAMPLE_ROWS[5])] });
    await page.locator('.kept-line').getByText('acme: fixed since').waitFor();
    expect(await page.getByRole('button', { name: 'Check again' }).count()).toBe(0);
    await page.getByRole('button', { name: "What's left to do" }).click();
    await arrive(page, 'result');
  });
});

it('takes both presses of a double-click for one', async () => {
  const opened = await openRenderer(browser, GOOD);
  const { page } = opened;
  await toResult(opened);
  const choosers: unknown[] = [];
  page.on('filechooser', (chooser) => choosers.push(chooser));
  await primary(page).dblclick();
  await arrive(page, 'screenshot');
  // Where the button led, another one stands in its place, which opens this dialog.
  await Promise.all([page.waitForEvent('filechooser'), primary(page).click()]);
  expect(choosers).toHaveLength(1);
});

describe('other keys', () => {
  it('begin with two empty fields, and an old secret is paired with no other Client ID', async () => {
    const opened = await openRenderer(browser, GOOD);
    const { page } = opened;
    await toResult(opened);
    await page.getByRole('button', { name: 'Back' }).click();
    expect(await field(page, 'Client ID').inputValue()).toBe(ID);
    await page.getByText('Saved for this session.').waitFor();
    await field(page, 'Client ID').fill(ID.replace('FA', 'BA'));
    await primary(page).click();
    await page.locator('[name="clientSecret"][aria-invalid="true"]:focus').waitFor();
    expect((await opened.calls()).filter(([name]) => name === 'diagnosis:start')).toHaveLength(1);
  });
});

describe('the screens behind the first one', () => {
  it('come when they are asked for before they are there; the first one stays until then', async () => {
    const { page, complaints } = await openRenderer(browser, GOOD);
    let release: () => void = () => undefined;
    const released = new Promise<void>((resolve) => (release = resolve));
    await page.route('**/assets/later-*.js', async (route) => {
      await released;
      await route.fallback();
    });
    await page.reload();
    await arrive(page, 'connect');
    await page.keyboard.press('F1');
    expect(await page.locator('[data-screen="connect"]').count()).toBe(1);
    release();
    await arrive(page, 'help');
    await page.keyboard.press('Escape');
    await arrive(page, 'connect');
    expect(await primary(page).count()).toBe(1);
    await expect.poll(() => isFocused(page, 'Client ID')).toBe(true);
    expect(complaints).toEqual([]);
  });

  it('are there without being asked for', async () => {
    const { page } = await openRenderer(browser, GOOD);
    const read = await page.waitForFunction(() =>
      performance.getEntriesByType('resource').some(({ name }) => /\/later-[^/]*\.js$/u.test(name)),
    );
    expect(await read.jsonValue()).toBe(true);
  });

  it('that cannot be read leave a window that says so', async () => {
    const { page } = await openRenderer(browser, GOOD);
    await page.route('**/assets/later-*.js', (route) => route.abort());
    await page.reload();
    await page.locator('.failure-page').waitFor();
    expect(await page.locator('.failure-page p').textContent()).toContain('window');
  });
});
