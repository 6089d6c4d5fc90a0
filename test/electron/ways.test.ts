import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { MOVE_STATUS } from '../../src-main/contract/residency/residency-reading.ts';
import { tEnglish } from '../../src-main/i18n/translator.ts';
import { scenarioOf } from '../support/fake-xray/scenarios.ts';
import { startFakeXray } from '../support/fake-xray/server.ts';
import type { FakeXray } from '../support/fake-xray/server.ts';
import { samplePng } from '../support/samples/pictures/sample-png.ts';
import { finish, send, toSend, unfold } from '../support/browser/walk.ts';
import { startWalker } from '../support/browser/walker.ts';
import type { Walker } from '../support/browser/walker.ts';

/** A machine that is busy with other things needs its time. */
const POLL = { timeout: 10_000 };

/** Keys of Xray's shape that meet a scenario until the fake turns. */
const keysOf = (scenario: string): { readonly clientId: string; readonly secret: string } => ({
  clientId: scenarioOf(scenario)?.alias ?? scenario,
  secret: `marker-secret-${scenario}-3e7d21a6845b9f0c-marker`,
});

/** What the result of each scenario offers: the way of its green button, and who acts; null where nobody in particular does. */
const RESULTS = {
  'region-text': { kind: 'residency', way: 'screenshot', owner: 'xray-through-radbee' },
  'wrong-credentials': { kind: 'credentials-rejected', way: 'keys', owner: 'you' },
  'licence-data': { kind: 'licence', way: 'licence', owner: null },
  'captive-portal-data': { kind: 'intercepted', way: 'again', owner: 'network-team' },
  'reset-authenticate': { kind: 'network', way: 'again', owner: 'network-team' },
  'token-refused': { kind: 'unclear', way: 'send', owner: 'radbee' },
  'rate-limited-data': { kind: 'rate-limited', way: 'countdown', owner: null },
  'healthy-zip': { kind: 'healthy', way: 'done', owner: null },
} as const;

describe('each kind of result, up to a sentence that says what happens next', () => {
  let fake: FakeXray;
  let walker: Walker;

  beforeAll(async () => {
    fake = await startFakeXray();
    walker = await startWalker(fake);
  });
  afterAll(async () => {
    await walker.end();
    await fake.close();
  });

  const heading = (): Promise<string> => walker.page().locator('h1').innerText();
  const keptLine = () => walker.page().locator('.kept-line');
  const stateOfNewest = (state: string): Promise<void> =>
    expect.poll(() => keptLine().getAttribute('data-state'), POLL).toBe(state);

  /** From the form to the result of this scenario, which offers what it has to. */
  const checkTo = async (scenario: keyof typeof RESULTS, site: string): Promise<void> => {
    const { kind, way, owner } = RESULTS[scenario];
    await walker.check({ ...keysOf(scenario), site }, kind);
    const page = walker.page();
    expect(await page.locator('[data-primary]').getAttribute('data-way'), scenario).toBe(way);
    const steps = await page.locator('main > section .steps > li').allInnerTexts();
    expect(steps.length, scenario).toBeGreaterThan(0);
    expect(steps.length, scenario).toBeLessThanOrEqual(3);
    const named = await page.locator('.owner .name-tag').innerText();
    if (owner === null) expect(named.trim(), scenario).not.toBe('');
    else expect(named.trim(), scenario).toBe(tEnglish(`owner.${owner}`, { support: 'RadBee' }));
    expect(await page.locator('[role="timer"]').count(), scenario).toBe(way === 'countdown' ? 1 : 0);
  };

  // What the others offer is looked at on the longer ways below.
  it.each(['captive-portal-data', 'token-refused', 'rate-limited-data', 'healthy-zip'] as const)(
    '%s: what its result offers',
    async (scenario) => checkTo(scenario, `of-${scenario}`),
  );

  it('a license: its green button opens the page of Xray’s license', async () => {
    await checkTo('licence-data', 'of-licence-data');
    await walker.goOn();
    await expect.poll(walker.opened).toHaveLength(1);
  });

  it('in a move nothing is mailed: it is checked automatically, and stopping forgets the keys', async () => {
    await checkTo('region-text', 'moving');
    const page = walker.page();
    await walker.goOn();
    await walker.see('screenshot');
    await page.locator('input[type=file]').first().waitFor({ state: 'attached' });
    await page
      .locator('input[type=file]')
      .first()
      .setInputFiles({
        name: 'page.png',
        mimeType: 'image/png',
        buffer: Buffer.from(samplePng(600, 400)),
      });
    await page.locator('.editor img').waitFor();
    await page.locator('.page-facts fieldset').nth(1).locator('select').nth(1).selectOption(MOVE_STATUS);
    await page.locator('.reading[data-situation="moving"]').waitFor();
    await walker.goOn();
    await walker.see('result');
    expect(await page.locator('[data-primary]').getAttribute('data-way')).toBe('wait');
    await walker.goOn();
    await expect.poll(() => page.locator('main').innerText(), POLL).toContain(tEnglish('auto.label'));
    const waits = page.getByRole('switch');
    expect(await waits.isChecked()).toBe(true);
    await waits.click();
    await page.locator('.auto-check[data-ended="stopped"]').waitFor();
    await page.locator('.back').click();
    expect(await page.locator('input[name="clientSecret"]').inputValue()).toBe('');
    await page.locator('.kept-line').waitFor();
  });

  it('a network team gets the report, opens the network, and nothing is left to be done', async () => {
    const keys = keysOf('reset-authenticate');
    await checkTo('reset-authenticate', 'blocked');
    await toSend(walker.page());
    await walker.see('send');
    expect(await heading()).toBe(tEnglish('send.title', { support: 'RadBee' }));
    await send(walker.page());
    expect(await heading()).toBe(tEnglish('sent.title', { by: 'mail' }));
    await finish(walker.page());
    await stateOfNewest('waiting-for-answer');
    fake.turn(keys.clientId, 'healthy-zip');
    await walker.check({ ...keys, site: 'blocked' }, 'healthy');
    // What was in the way here says nothing of Snapshots, which connects from elsewhere.
    expect(await heading()).not.toBe(tEnglish('result.fixed'));
    await walker.goOn();
    await stateOfNewest('solved');
  });

  it('wrong keys: both fields are empty, the site stays, and new keys are the repair', async () => {
    await checkTo('wrong-credentials', 'mistyped');
    const page = walker.page();
    await walker.goOn();
    await walker.see('connect');
    for (const name of ['clientId', 'clientSecret'])
      expect(await page.locator(`input[name="${name}"]`).inputValue(), name).toBe('');
    expect(await page.locator('input[name="jiraSite"]').inputValue()).toBe('mistyped.atlassian.net');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('clientId');
    await walker.check({ ...keysOf('healthy-zip'), site: 'mistyped' }, 'healthy');
    await expect.poll(heading, POLL).toBe(tEnglish('result.fixed'));
    await walker.goOn();
    await walker.see('connect');
  });

  it('a region: the report is sent; another day it is fixed, told as that, found in the history, and forgotten', async () => {
    await checkTo('region-text', 'northwind');
    await walker.goOn();
    await walker.see('screenshot');
    await walker.page().locator('[data-skip]').click();
    await walker.see('send');
    await send(walker.page());
    await walker.see('send');
    expect(await heading()).toBe(tEnglish('sent.title', { by: 'mail' }));
    expect(await walker.page().locator('[data-sent] > li').count()).toBe(3);
    await finish(walker.page());

    await walker.comeBack();
    const page = walker.page();
    await stateOfNewest('waiting-for-xray');
    expect(await keptLine().innerText()).toMatch(/^northwind: /u);
    await keptLine().locator('button:not(.quiet)').click();
    await keptLine().getByText(tEnglish('kept.noKeys')).waitFor();
    expect(await page.locator('input[name="clientId"]').inputValue()).toBe('');
    expect(await page.locator('input[name="jiraSite"]').inputValue()).toBe('northwind.atlassian.net');
    await walker.check({ ...keysOf('healthy-zip'), site: 'northwind' }, 'healthy');
    await expect.poll(heading, POLL).toBe(tEnglish('result.fixed'));
    expect(await page.locator('main > section .steps > li').allInnerTexts()).toEqual(
      (['result.fixed.1', 'result.fixed.2', 'result.fixed.3'] as const).map((key) => tEnglish(key)),
    );
    const compared = page.locator('details.fold', { hasText: tEnglish('compare.title') });
    await compared.locator('summary').click();
    // The kinds, and one row for each of the four hosts.
    expect(await compared.locator('tbody tr').count()).toBe(5);
    expect(await compared.locator('tbody tr').first().innerText()).toContain(tEnglish('kind.healthy'));
    await walker.goOn();
    await stateOfNewest('solved');
    await keptLine().locator('button.quiet').click();
    await walker.see('history');
    const row = page.locator('.history > li', { hasText: 'northwind.atlassian.net' });
    await row.waitFor();
    const before = await page.locator('.history > li').count();
    await row.locator('.history-row button').click();
    await walker.see('result');
    await expect.poll(heading, POLL).toBe(tEnglish('result.fixed'));
    await unfold(page, '.hosts');
    expect(await page.locator('.hosts td.good').count()).toBeGreaterThan(0);
    await page.locator('.kept-foot button').last().click();
    await walker.see('history');
    await row.locator('> button').click();
    await page.locator('dialog button.wrong').click();
    await row.waitFor({ state: 'detached' });
    expect(await page.locator('.history > li').count()).toBe(before - 1);
  });
});
