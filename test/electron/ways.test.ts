import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { scenarioOf } from '../support/fake-xray/scenarios.ts';
import { startFakeXray } from '../support/fake-xray/server.ts';
import type { FakeXray } from '../support/fake-xray/server.ts';
import { startWalker } from '../support/browser/walker.ts';
import type { Walker } from '../support/browser/walker.ts';

/** Keys of Xray's shape that meet a scenario until the fake turns. */
const keysOf = (scenario: string): { readonly clientId: string; readonly secret: string } => ({
  clientId: scenarioOf(scenario)?.alias ?? scenario,
  secret: `marker-secret-${scenario}-3e7d21a6845b9f0c-marker`,
});

const HEALTHY = {
  kind: 'healthy',
  heading: 'The connection to Xray works.',
  owner: 'RadBee',
} as const;
const FRESH_KEYS = keysOf('healthy-zip');

describe('each way of the vendor’s page but the pinned one, from the first screen to the last', () => {
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
  beforeEach(() => walker.begin());

  it('mid-migration: the move is waited for, the keys are entered again, the connection is open', async () => {
    const { page, see, click, goOn } = walker;
    await walker.check(
      { ...keysOf('region-text'), site: 'moving' },
      {
        kind: 'residency',
        heading: 'Xray says that your data is in another region.',
        primary: 'Next: the picture',
        owner: 'Xray, through RadBee',
      },
    );
    await page().getByLabel('A move is scheduled or in progress').check();
    await page().locator('.card .steps').getByText('Wait until Atlassian').waitFor();
    await goOn();
    await see('picture', {
      heading: 'A picture of the Data residency page',
      primary: 'Go on without a picture',
    });
    await page().getByLabel('Location of Xray').fill('European Union');
    await page().getByLabel('Status of Xray').fill('Scheduled');
    await goOn();
    await walker.saveEvidence();
    await walker.keepAtTheEnd('moving');
    await page().getByRole('radio', { name: 'Waiting for the move' }).check();
    expect(await page().locator('[data-way][open]').getAttribute('data-way')).toBe('migrating');
    await page().getByLabel('How often').selectOption('1440');
    await click('Start');
    await page().locator('.wait-next').getByText('Next check').waitFor();
    // Closing would end it, so it asks.
    await click('Close the case');
    await click('Go on checking');
    await click('Stop and forget my keys');
    await page().locator('.wait-end').getByText('It was stopped').waitFor();

    await walker.comeBack();
    fake.turn(keysOf('region-text').clientId, 'healthy-zip');
    await walker.continueCase({
      site: 'moving',
      verdict: 'Data in another region',
      state: 'Waiting for the move',
    });
    await page().getByLabel('Wait until the move is complete, for Jira and for Xray.').check();
    await page().getByText('1 of 4 done').waitFor();
    await walker.checkAgain(
      { ...FRESH_KEYS, site: 'moving' },
      { ...HEALTHY, primary: 'What comes afterwards' },
    );
    await goOn();
    await walker.seeCase('moving');
    expect(await page().locator('.compare .compare-result').innerText()).toMatch(
      /Data in another region\s+Xray answers as it should\s+Better/u,
    );
    await page().locator('[data-way="after"]').getByText('See “Connection is open”.').waitFor();
    await walker.tickAll('after');
    await click('Set it to “Solved”');
    await page().locator('.case-meta').getByText('Solved').waitFor();
    await walker.closeCase();
    await walker.findCase({ site: 'moving', verdict: 'Xray answers as it should', state: 'Solved' });
    await click('Back');
  });

  it('healthy: the keys are entered in Snapshots; support hears of it if that does not help', async () => {
    const { page, click, goOn } = walker;
    await walker.check(
      { ...FRESH_KEYS, site: 'fine' },
      { ...HEALTHY, primary: 'Keep it and go on in Snapshots' },
    );
    await page().locator('.card .steps').getByText('Enter the same keys in Confluence').waitFor();
    await goOn();
    await walker.seeCase('fine');
    expect(await page().locator('.way').count()).toBe(1);
    const way = page().locator('[data-way="snapshots"][open]');
    await way.getByText('Snapshots Configuration > Xray connection').waitFor();
    await page().getByText('Xray answers as it should. There is nothing to wait for.').waitFor();

    await page().locator('.card .steps').getByText('If it does not, save the evidence').waitFor();
    await click('Open the result');
    await walker.readResult({ ...HEALTHY, primary: 'What comes afterwards' });
    await click('Review the evidence');
    await walker.saveEvidence();
    await click('What comes afterwards');
    await walker.seeCase('fine');
    await page().getByRole('radio', { name: 'Waiting for an answer' }).check();
    await walker.closeCase();

    await walker.continueCase({
      site: 'fine',
      verdict: 'Xray answers as it should',
      state: 'Waiting for an answer',
    });
    await walker.tickAll('snapshots');
    await click('Set it to “Solved”');
    await page().locator('.case-meta').getByText('Solved').waitFor();
    await walker.closeCase();
    await walker.findCase({ site: 'fine', verdict: 'Xray answers as it should', state: 'Solved' });
    await click('Back');
  });

  it('wrong credentials: a new key is made, nothing else is lost, the connection works', async () => {
    const { page, see, click, goOn } = walker;
    const wrong = keysOf('wrong-credentials');
    const reading = {
      kind: 'credentials-rejected',
      heading: 'Xray does not know this Client ID and Client Secret.',
      primary: 'Enter new keys',
      owner: 'You',
    };
    await walker.check({ ...wrong, site: 'mistyped' }, reading);
    await page().locator('.card .steps').getByText('create a new key').waitFor();
    await goOn();
    await see('connection', { heading: 'Your connection', primary: 'Check connection' });
    await page().getByText('Where do I find or make these keys?').click();
    await page().getByText('Press Create API Key').waitFor();
    expect(await page().getByLabel('Client ID', { exact: true }).inputValue()).toBe(wrong.clientId);
    expect(await page().getByLabel('Jira site', { exact: true }).inputValue()).toBe('mistyped.atlassian.net');
    await click('Back to the result');
    await walker.readResult(reading);
    await walker.checkAgain(
      { ...FRESH_KEYS, site: 'mistyped' },
      { ...HEALTHY, primary: 'Keep it and go on in Snapshots' },
    );
    await goOn();
    await walker.seeCase('mistyped');
    await walker.tickAll('snapshots');
    await click('Set it to “Solved”');
    await page().locator('.case-meta').getByText('Solved').waitFor();
    await walker.closeCase();
    await walker.findCase({ site: 'mistyped', verdict: 'Xray answers as it should', state: 'Solved' });
    await click('Back');
  });

  it('blocked network: the network team sees the evidence, opens it, and it is better than before', async () => {
    const { page, click, goOn } = walker;
    const keys = keysOf('reset-authenticate');
    await walker.check(
      { ...keys, site: 'blocked' },
      {
        kind: 'network',
        heading: 'A connection to xray.cloud.getxray.app was made, but the sign-in got no answer.',
        primary: 'Check again',
        owner: 'Your network team',
      },
    );
    await page().locator('.card .steps').getByText('show the evidence to your network team').waitFor();
    await click('Review the evidence');
    await walker.saveEvidence();
    await walker.keepAtTheEnd('blocked');
    expect(await page().locator('.owner').innerText()).toContain('Your network team');
    await page().locator('.card .steps').getByText('show the evidence to your network team').waitFor();
    await page().getByRole('radio', { name: 'Waiting for an answer' }).check();
    expect(await page().locator('main').innerText()).not.toMatch(/pinned|Waiting for Xray/u);
    await walker.closeCase();

    fake.turn(keys.clientId, 'healthy-zip');
    await walker.continueCase({
      site: 'blocked',
      verdict: 'Xray not reached',
      state: 'Waiting for an answer',
    });
    await walker.checkAgain({ ...keys, site: 'blocked' }, { ...HEALTHY, primary: 'What comes afterwards' });
    await goOn();
    await walker.seeCase('blocked');
    expect(await page().locator('.compare .compare-result').innerText()).toMatch(
      /Xray not reached\s+Xray answers as it should\s+Better/u,
    );
    await walker.tickAll('snapshots');
    await click('Set it to “Solved”');
    await page().locator('.case-meta').getByText('Solved').waitFor();
    await walker.closeCase();
    await walker.findCase({ site: 'blocked', verdict: 'Xray answers as it should', state: 'Solved' });
    await click('Back');
  });

  it('unclear: nothing is guessed, and support gets what came back', async () => {
    const { page, click, goOn } = walker;
    await walker.check(
      { ...keysOf('token-refused'), site: 'riddle' },
      {
        kind: 'unclear',
        heading: 'Xray gave a token at the sign-in and refused it at the next call.',
        primary: 'Review the evidence',
        owner: 'RadBee',
      },
    );
    await page().locator('.card .steps').getByText('RadBee reads what came back').waitFor();
    await goOn();
    await walker.saveEvidence();
    await walker.keepAtTheEnd('riddle');
    await page().locator('.card .steps').getByText('RadBee reads what came back').waitFor();
    await page().getByRole('radio', { name: 'Waiting for an answer' }).check();
    await page().locator('.bundles').getByRole('button', { name: 'Show in folder' }).waitFor();
    await walker.closeCase();
    await walker.findCase({ site: 'riddle', verdict: 'Not clear', state: 'Waiting for an answer' });
    await click('Back');
  });
});
