import type { Browser, Page } from 'playwright';
import { describe, expect, it } from 'vitest';

import { succeed } from '../../src-main/contract/failure.ts';
import type { Diagnosis } from '../../src-main/contract/diagnosis.ts';
import { HISTORY_STATES, MANY_ROWS } from '../support/browser/every-screen/history-states.ts';
import { DIAGNOSES, RESULT_STATES, toKept } from '../support/browser/every-screen/result-states.ts';
import { resultOf } from '../support/browser/every-screen/samples.ts';
import { arrive, GOOD, primary, toChecking, toResult } from '../support/browser/every-screen/state.ts';
import { openRenderer } from '../support/browser/open-renderer.ts';
import type { BridgeScript, OpenedRenderer } from '../support/browser/open-renderer.ts';
import { openState } from '../support/browser/open-state.ts';
import { withChromium } from '../support/browser/with-chromium.ts';
import { FIXED_CASE, openedCase, SAMPLE_CASE, SAMPLE_WAITING } from '../support/samples/sample-cases.ts';

let browser: Browser;

withChromium.beforeAll(({ chromium }) => {
  browser = chromium;
});

const found = (diagnosis: Diagnosis): BridgeScript => ({
  ...GOOD,
  'diagnosis:start': [succeed(resultOf(diagnosis))],
});
const names = async ({ calls }: OpenedRenderer) => (await calls()).map(([name]) => name);
const field = (page: Page, name: string) => page.getByLabel(name, { exact: true });
const runs = async (opened: OpenedRenderer) =>
  (await names(opened)).filter((name) => name === 'diagnosis:start').length;

async function at(diagnosis: Diagnosis, script: BridgeScript = {}): Promise<OpenedRenderer> {
  const opened = await openRenderer(browser, { ...found(diagnosis), ...script });
  await toResult(opened);
  return opened;
}

describe('the result', () => {
  it('says the answer, what Xray said, who can fix it and what to do, and keeps technical names folded', async () => {
    const { page } = await at(DIAGNOSES.region);
    const main = await page.locator('main').innerText();
    for (const words of [
      DIAGNOSES.region.verdict.quote,
      'Who can fix it',
      'Xray, through RadBee',
      'What to do now',
    ])
      expect(main).toContain(words);
    expect(main).not.toMatch(/getxray\.app|residency\.region-text|\btoken\b|\bhosts?\b/iu);
    expect(await page.locator('[data-verdict="residency"]').count()).toBe(1);
    await page.getByText('Technical details').click();
    await page.getByText('residency.region-text').waitFor();
    await page.getByText('How each Xray region answered: only EU, Frankfurt without an error').click();
    await page.getByText('eu.xray.cloud.getxray.app').waitFor();
  });

  it('leads on while the regions are still compared', async () => {
    const opened = await openRenderer(browser, GOOD);
    await toChecking(opened);
    await opened.tell('diagnosis:onVerdict', DIAGNOSES.region);
    await arrive(opened.page, 'result');
    await primary(opened.page).click();
    await arrive(opened.page, 'screenshot');
  });

  it('asks for new keys with both fields empty and the cursor in the first', async () => {
    const { page } = await at(DIAGNOSES['wrong keys']);
    expect(await primary(page).innerText()).toBe('Enter new keys');
    await primary(page).click();
    await arrive(page, 'connect');
    for (const name of ['Client ID', 'Client Secret']) expect(await field(page, name).inputValue()).toBe('');
    expect(await field(page, 'Jira site').inputValue()).not.toBe('');
    expect(await field(page, 'Client ID').evaluate((input) => input === document.activeElement)).toBe(true);
  });

  it('counts down while Xray is busy, and then checks again', async () => {
    const opened = await openRenderer(browser, found(DIAGNOSES['asked to wait']));
    const { page } = opened;
    await toChecking(opened);
    await page.clock.install();
    await opened.finishRun();
    await page.getByText('Checking again in 58 seconds.').waitFor();
    await page.clock.runFor(10_000);
    await page.getByText('Checking again in 48 seconds.').waitFor();
    expect(await runs(opened)).toBe(1);
    await page.clock.runFor(49_000);
    await page.locator('.run').waitFor();
    expect(await runs(opened)).toBe(2);
    await page.close();
  });

  it('counts down no more once one has left', async () => {
    const opened = await openRenderer(browser, found(DIAGNOSES['asked to wait']));
    const { page } = opened;
    await toChecking(opened);
    await page.clock.install();
    await opened.finishRun();
    await page.locator('.countdown').waitFor();
    await page.getByRole('button', { name: 'Back' }).click();
    await arrive(page, 'connect');
    await page.clock.runFor(120_000);
    expect(await runs(opened)).toBe(1);
    await page.close();
  });

  it('opens Jira on the site for a license', async () => {
    const opened = await at(DIAGNOSES.licence);
    await primary(opened.page).click();
    await opened.page.waitForFunction(() =>
      Reflect.get(window, 'bridgeCalls').some(([name]: [string]) => name === 'app:openPage'),
    );
    const asked = (await opened.calls()).find(([name]) => name === 'app:openPage')?.[1];
    expect(asked).toEqual({ page: 'api-keys', site: DIAGNOSES.licence.sites.jira });
  });

  it('waits for a move by itself, and mails nothing', async () => {
    const opened = await at(DIAGNOSES.moving, { 'recheck:start': [succeed(SAMPLE_WAITING)] });
    const { page } = opened;
    await opened.tell('cases:onKept', { kept: SAMPLE_CASE, problem: null });
    await page.getByText('Every hour while this app is open.').waitFor();
    await primary(page).click();
    const control = page.getByRole('switch', { name: 'Check automatically' });
    await control.waitFor();
    expect(await control.isChecked()).toBe(true);
    expect((await opened.calls()).find(([name]) => name === 'recheck:start')?.[1]).toEqual({ minutes: 60 });
    expect(await page.locator('[data-way="send"]').count()).toBe(0);
    expect(await page.locator('.owner .name-tag').innerText()).toBe('No one needs to');
    await control.press('Space');
    await expect.poll(() => names(opened)).toContain('recheck:stop');
  });

  it('says that it is fixed and what is left, shows before and after, and is done', async () => {
    const opened = await at(DIAGNOSES.healthy);
    const { page } = opened;
    await page.getByRole('heading', { name: 'The connection to Xray works.' }).waitFor();
    await toKeptHere(opened);
    const fixed = page.getByRole('heading', {
      name: 'Fixed. One thing is left: enter your keys in Snapshots.',
    });
    await fixed.waitFor();
    expect(await fixed.evaluate((heading) => heading === document.activeElement)).toBe(true);
    expect(await page.locator('main .steps li:visible').allInnerTexts()).toEqual([
      expect.stringContaining('Xray connection'),
      expect.stringContaining('Connection is open'),
      expect.stringContaining('take a snapshot'),
    ]);
    expect(await page.locator('main').innerText()).not.toMatch(/another cause|isn.t the region|fresh keys/u);
    await page.getByText('Before and after').click();
    await page.locator('main table').first().waitFor();
    const { confluence } = DIAGNOSES.healthy.sites;
    await page.getByRole('button', { name: `Open ${confluence}` }).click();
    expect((await opened.calls()).at(-1)).toEqual([
      'app:openPage',
      { page: 'snapshots-settings', site: confluence },
    ]);
    expect(await primary(page).innerText()).toBe('Done');
    await primary(page).click();
    await arrive(page, 'connect');
    expect(await names(opened)).toContain('cases:leave');
    expect(await field(page, 'Client ID').inputValue()).toBe('');
  });

  it('asks, and then forgets the check with its keys', async () => {
    const opened = await openRenderer(browser, { ...GOOD, 'cases:remove': [succeed([])] });
    const { page } = opened;
    await toKept(opened, SAMPLE_CASE);
    await page.getByRole('button', { name: 'Forget this check' }).click();
    await page.getByRole('button', { name: 'Keep' }).click();
    expect(await names(opened)).not.toContain('cases:remove');
    await page.getByRole('button', { name: 'Forget this check' }).click();
    await page.getByRole('button', { name: 'Forget', exact: true }).click();
    await arrive(page, 'connect');
    // The main process forgets the keys as it deletes the open check.
    expect(await names(opened)).toContain('cases:remove');
    for (const name of ['Client ID', 'Jira site']) expect(await field(page, name).inputValue()).toBe('');
  });

  it('says in one calm line that a check could not be saved', async () => {
    const state = RESULT_STATES['not kept'];
    if (state === undefined) throw new Error('no such state');
    const { page } = await openState(browser, state);
    await page.locator('.kept-foot').waitFor();
    expect(await page.locator('.notice').count()).toBe(0);
    expect(await primary(page).getAttribute('aria-disabled')).toBeNull();
  });
});

async function toKeptHere(opened: OpenedRenderer): Promise<void> {
  await opened.tell('cases:onKept', { kept: FIXED_CASE, problem: null });
  await opened.page.locator('.kept-foot').waitFor();
}

describe('the kept checks', () => {
  const listed: BridgeScript = { ...GOOD, ...scriptOf('of every kind') };

  it('open at their result, without keys', async () => {
    const opened = await openRenderer(browser, {
      ...listed,
      'cases:open': [succeed(openedCase(SAMPLE_CASE))],
    });
    const { page } = opened;
    await page.locator('.kept-line button').last().click();
    await page.getByRole('button', { name: 'acme-0.atlassian.net', exact: true }).click();
    await arrive(page, 'result');
    await page.locator('[data-way="again"]').click();
    await arrive(page, 'connect');
    // Nothing has been entered wrongly.
    expect(await page.locator('.field-error').count()).toBe(0);
    expect(await field(page, 'Client ID').evaluate((input) => input === document.activeElement)).toBe(true);
  });

  it('are forgotten one by one, after a question; the heading has the focus then', async () => {
    const opened = await openRenderer(browser, { ...listed, 'cases:remove': [succeed(MANY_ROWS.slice(1))] });
    const { page } = opened;
    await page.locator('.kept-line button').last().click();
    const rows = page.locator('.history > li');
    await rows.first().waitFor();
    const before = await rows.count();
    await page.getByRole('button', { name: 'Forget: acme-0.atlassian.net' }).click();
    await page.getByRole('button', { name: 'Forget', exact: true }).click();
    await page.locator('dialog').waitFor({ state: 'detached' });
    await expect.poll(() => rows.count()).toBe(before - 1);
    expect(await page.locator('h1').evaluate((heading) => heading === document.activeElement)).toBe(true);
    expect(await names(opened)).not.toContain('cases:leave');
  });

  it('can be damaged or of a newer version, and be forgotten all the same', async () => {
    const { page } = await openRenderer(browser, listed);
    await page.locator('.kept-line button').last().click();
    await page.locator('[data-row="damaged"]').waitFor();
    for (const kind of ['damaged', 'newer'])
      expect(await page.locator(`[data-row="${kind}"] button`).allInnerTexts()).toEqual(['Forget']);
  });
});

function scriptOf(name: string): BridgeScript {
  const script = HISTORY_STATES[name]?.script;
  if (script === undefined || script === 'none') throw new Error(`no state ${name}`);
  return script;
}
