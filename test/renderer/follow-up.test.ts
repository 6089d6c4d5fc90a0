import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { CaseView } from '../../src-main/contract/case.ts';
import { fail, succeed } from '../../src-main/contract/failure.ts';
import { message } from '../../src-main/i18n/message.ts';
import { failed } from '../support/samples/builders.ts';
import { openRenderer } from '../support/browser/open-renderer.ts';
import type { BridgeScript, OpenedRenderer } from '../support/browser/open-renderer.ts';
import { diagnosisOf } from '../support/browser/every-screen/samples.ts';
import { GOOD, toHandOver, toVerdict } from '../support/browser/every-screen/state.ts';
import { launchChromium } from '../support/browser/open-state.ts';
import {
  CASE_ID,
  FIXED_CASE,
  openedCase,
  OTHER_CASE,
  SAMPLE_CASE,
  SAMPLE_ROWS,
  SAMPLE_SUPPORT,
  SAMPLE_WAITING,
  SENT_CASE,
  WORSE_CASE,
} from '../support/samples/sample-cases.ts';
import { toReview } from '../support/browser/walk.ts';

const BLOCKED_DIAGNOSIS = diagnosisOf([failed({ call: 'authenticate' }, { phase: 'connect' })]);

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

async function toCase(kept: CaseView, script: BridgeScript = {}): Promise<OpenedRenderer> {
  const opened = await openRenderer(
    browser,
    { ...GOOD, 'cases:list': [succeed(SAMPLE_ROWS)], 'cases:open': [succeed(openedCase(kept))], ...script },
    { timezoneId: 'Europe/Berlin' },
  );
  await opened.page.locator('[data-door="cases"]').click();
  await opened.page.locator('.case-name').first().click();
  await opened.page.locator('[data-screen="follow-up"]').waitFor();
  return opened;
}
/** A case that was kept just now, so that the keys are held. */
async function keepAndFollow(script: BridgeScript = {}): Promise<OpenedRenderer> {
  const opened = await openRenderer(browser, { ...GOOD, 'cases:keep': [succeed(SAMPLE_CASE)], ...script });
  await toVerdict(opened);
  await opened.page.locator('.keep button').click();
  await opened.page.locator('.keep .done').waitFor();
  await opened.page.locator('.keep button').click();
  await opened.page.locator('[data-screen="follow-up"]').waitFor();
  return opened;
}
const way = (page: Page, name: string) => page.locator(`[data-way="${name}"]`);
const spoken = (page: Page) => page.locator('[aria-live]').textContent();

describe('what comes afterwards', () => {
  it('shows the verdict in a sentence, the state, and the way that counts, with where to click', async () => {
    const { page, complaints } = await toCase(SENT_CASE);
    expect(await page.locator('h1').innerText()).toBe(SENT_CASE.name);
    expect(await page.locator('.case-verdict').innerText()).toContain(
      'Xray says that your data is in another region.',
    );
    expect(await page.locator('.case-meta .tag').innerText()).toBe('Waiting for Xray');
    expect(await page.locator('.rail-current').innerText()).toContain('Afterwards');
    expect(await way(page, 'pinned').getAttribute('open')).not.toBeNull();
    expect(await way(page, 'after').getAttribute('open')).toBeNull();
    expect(await way(page, 'pinned').locator('summary').innerText()).toContain('2 of 4 done');
    await way(page, 'after').locator('summary').click();
    for (const words of [
      'Confluence: Settings > Apps > Snapshots Configuration > Xray connection.',
      'See “Connection is open”.',
      'issuetype = Test',
    ])
      expect(await way(page, 'after').innerText()).toContain(words);
    expect(complaints).toEqual([]);
  });

  it('stores each tick and each state, and says when one could not be stored', async () => {
    const ticked = { ...SENT_CASE, ticked: [...SENT_CASE.ticked, 'pinned.ticket'] };
    const { page, calls } = await toCase(SENT_CASE, {
      'cases:tick': [succeed(ticked), fail('disk-full', message('failure.our-fault'))],
      'cases:setState': [succeed({ ...ticked, state: 'solved' })],
    });
    await page.getByLabel('Wait until RadBee says').check();
    await way(page, 'pinned').getByText('3 of 4 done').waitFor();
    await page.getByRole('radio', { name: 'Solved' }).check();
    await page.locator('.case-meta .tag').getByText('Solved').waitFor();
    expect((await calls()).filter(([name]) => /^cases:(tick|setState)$/u.test(name))).toEqual([
      ['cases:tick', { id: CASE_ID, item: 'pinned.ticket', isTicked: true }],
      ['cases:setState', { id: CASE_ID, state: 'solved' }],
    ]);
    await way(page, 'after').locator('input').first().click();
    await page.locator('.notice').waitFor();
    expect(await way(page, 'after').locator('input').first().isChecked()).toBe(false);
  });

  it('brings back what was written to support', async () => {
    const { page, calls } = await toCase({ ...SENT_CASE, note: 'Asked twice already.' });
    await page.locator('.case-verdict button').click();
    await toReview(page);
    expect(await page.locator('textarea').inputValue()).toBe('Asked twice already.');
    expect((await calls()).findLast(([name]) => name === 'evidence:preview')?.[1]).toMatchObject({
      note: 'Asked twice already.',
    });
  });

  it('does not offer it where the latest check is worse than the first', async () => {
    const { page } = await toCase({ ...WORSE_CASE, ticked: [...FIXED_CASE.ticked] });
    await way(page, 'after').getByText('5 of 5 done').waitFor();
    expect(await page.locator('.all-done').count()).toBe(0);
  });

  it('offers to call it solved once every step after the fix is ticked', async () => {
    const { page } = await toCase(FIXED_CASE, {
      'cases:setState': [succeed({ ...FIXED_CASE, state: 'solved' })],
    });
    await page.getByRole('button', { name: 'Set it to “Solved”' }).click();
    await page.locator('.all-done').waitFor({ state: 'detached' });
    expect(await page.getByRole('radio', { name: 'Solved' }).isChecked()).toBe(true);
  });

  it('asks for the keys before it checks again, and says why; the rest is there', async () => {
    const { page, calls } = await toCase(SENT_CASE);
    await page.locator('[data-primary]').click();
    await page.locator('[data-screen="connection"]').waitFor();
    await page
      .getByText('Its keys were not kept, so enter them again. The Client ID was FA4E…4E03.')
      .waitFor();
    expect(await page.locator('[name="clientId"]').inputValue()).toBe('');
    expect(await page.locator('[name="jiraSite"]').inputValue()).toBe('acme.atlassian.net');
    expect((await calls()).map(([name]) => name)).not.toContain('diagnosis:start');
  });

  it('checks at once while the keys are held, and comes back better', async () => {
    const opened = await keepAndFollow();
    const { page } = opened;
    await page.locator('[data-primary]').click();
    await page.locator('[data-screen="checking"]').waitFor();
    await opened.finishRun();
    await page.locator('[data-screen="verdict"]').waitFor();
    await opened.tell('cases:onKept', { kept: FIXED_CASE, problem: null });
    await page.getByRole('button', { name: 'What comes afterwards' }).click();
    await page.locator('.compare').waitFor();
    const last = (await opened.calls()).findLast(([name]) => name === 'diagnosis:start');
    expect(last?.[1]).toMatchObject({ clientSecret: null });
  });
});

describe('before and after', () => {
  it('stands host by host, each change told by a word and a drawing', async () => {
    const { page } = await toCase(FIXED_CASE);
    const changes = page.locator('.compare tbody [data-change]');
    expect(await changes.allInnerTexts()).toEqual(['Better', 'Better', 'Better', 'The same', 'Worse']);
    const drawings = await changes
      .locator('path')
      .evaluateAll((all) => all.map((path) => path.getAttribute('d')));
    expect(new Set(drawings).size).toBe(3);
    expect(await page.locator('.compare tbody tr').nth(1).innerText()).toContain('No region error');
    await page.getByText('It is better than before.').waitFor();
  });

  it('sets any two of several checks beside each other', async () => {
    const { comparison } = FIXED_CASE;
    const { page, calls } = await toCase(WORSE_CASE, { 'cases:compareRuns': [succeed(comparison)] });
    await page.getByText('It is worse than before.').waitFor();
    const [first, second] = WORSE_CASE.runs.map(({ id }) => id);
    await page.getByLabel('Later check').selectOption(second ?? '');
    await page.getByText('It is better than before.').waitFor();
    expect((await calls()).at(-1)).toEqual([
      'cases:compareRuns',
      { id: CASE_ID, before: first, after: second },
    ]);
  });
});

describe('the files of a case', () => {
  it('can be sent while they are there; one that was moved says so', async () => {
    const { page, calls } = await toCase(SENT_CASE, {
      'evidence:showInFolder': [fail('nothing-to-do', message('failure.not-the-same'))],
    });
    const files = page.locator('.bundles > li');
    expect(await files.nth(0).getByRole('button').count()).toBe(3);
    expect(await files.nth(1).getByRole('button').count()).toBe(0);
    await files.nth(1).getByText('it was moved, renamed or deleted').waitFor();
    await files.nth(0).getByRole('button', { name: 'Copy the file and open a new mail' }).click();
    await files.nth(0).locator('.done').getByText('The file is copied').waitFor();
    expect(await spoken(page)).toContain('The file is copied');
    await files.nth(0).getByRole('button', { name: 'Show in folder' }).click();
    await files.nth(0).locator('.notice').getByText('it was changed since it was saved').waitFor();
    expect((await calls()).at(-1)).toEqual([
      'evidence:showInFolder',
      { bundleId: SENT_CASE.bundles[1]?.bundleId },
    ]);
  });
});

describe('checking by itself', () => {
  it('is offered only while the keys are held', async () => {
    const { page } = await toCase(SENT_CASE);
    await page.getByText('For this, check again once with your keys.').waitFor();
    expect(await page.locator('.wait-start').count()).toBe(0);
  });

  it('starts with an interval, says when next and what is held, and stops', async () => {
    const opened = await keepAndFollow({
      'recheck:start': [succeed(SAMPLE_WAITING)],
      'recheck:stop': [succeed({ phase: 'off', ended: 'stopped' })],
    });
    const { page } = opened;
    await page.getByText("Your keys stay in this computer's memory only while this runs.").waitFor();
    await page.getByLabel('How often').selectOption('240');
    await page.getByRole('button', { name: 'Start' }).click();
    await page.locator('.wait-next').getByText('Next check').waitFor();
    expect((await opened.calls()).at(-1)).toEqual(['recheck:start', { minutes: 240 }]);
    await opened.tell('recheck:onState', { ...SAMPLE_WAITING, postponed: 'offline' });
    await page.getByText('This computer was offline, so the check was put off.').waitFor();
    await page.getByRole('button', { name: 'Stop and forget my keys' }).click();
    await page.locator('.wait-end').getByText('It was stopped').waitFor();
    await page.getByText('For this, check again once with your keys.').waitFor();
    expect(await spoken(page)).toBe('It was stopped, and your keys are forgotten.');
  });

  it.each([
    ['healthy', 'Xray answers as it should now.'],
    ['keys-refused', 'Xray does not know these keys any more.'],
    ['too-long', 'It ran for two weeks and has ended.'],
  ] as const)('that ended because of %s says so, and shows what it found', async (ended, words) => {
    const opened = await keepAndFollow({
      'recheck:start': [succeed(SAMPLE_WAITING)],
      'cases:current': [succeed(null), succeed(null), succeed(openedCase(FIXED_CASE))],
    });
    const { page } = opened;
    await page.getByRole('button', { name: 'Start' }).click();
    await page.locator('.wait-running').waitFor();
    await opened.tell('cases:onKept', { kept: FIXED_CASE, problem: null });
    await opened.tell('recheck:onState', { phase: 'off', ended });
    await page.locator('.wait-end').getByText(words).waitFor();
    await page.locator('.compare').waitFor();
  });

  it('that cannot start says why', async () => {
    const { page } = await keepAndFollow({
      'recheck:start': [fail('no-secret-held', message('failure.waiting.no-secret'))],
    });
    await page.getByRole('button', { name: 'Start' }).click();
    await page.locator('.notice').getByText('The Client Secret is no longer in memory.').waitFor();
  });
});

describe('leaving a case that is checked by itself', () => {
  const WAITS: BridgeScript = {
    'recheck:start': [succeed(SAMPLE_WAITING)],
    'cases:list': [succeed(SAMPLE_ROWS)],
    'cases:open': [succeed(openedCase({ ...SENT_CASE, id: '1'.repeat(32), name: 'Another' }))],
    'cases:leave': [succeed(null)],
  };
  const asked = async ({ calls }: OpenedRenderer, name: string): Promise<number> =>
    (await calls()).filter(([called]) => called === name).length;

  async function wait(): Promise<OpenedRenderer> {
    const opened = await keepAndFollow(WAITS);
    await opened.page.getByRole('button', { name: 'Start', exact: true }).click();
    await opened.page.locator('.wait-running').waitFor();
    return opened;
  }
  /** Back over the form, which says what ends the checks, to the list. */
  async function waitAndList(): Promise<OpenedRenderer> {
    const opened = await wait();
    const { page } = opened;
    for (const name of ['verdict', 'connection', 'welcome']) {
      if (name === 'welcome')
        await page.getByText('The app is checking “acme.atlassian.net” by itself.').waitFor();
      await page.locator('.back').click();
      await page.locator(`[data-screen="${name}"]`).waitFor();
    }
    await page.locator('[data-door="cases"]').click();
    return opened;
  }

  it('for another one is asked about first; whoever goes on checking has lost nothing', async () => {
    const opened = await waitAndList();
    const { page } = opened;
    const other = page.locator('.case-name').nth(1);
    await other.click();
    const dialog = page.getByRole('dialog', { name: 'Stop the checks of “acme.atlassian.net”?' });
    await dialog.getByText('If you open another one').waitFor();
    await dialog.getByRole('button', { name: 'Go on checking' }).click();
    await dialog.waitFor({ state: 'detached' });
    expect(await asked(opened, 'cases:open')).toBe(0);
    expect(await other.evaluate((button) => button === document.activeElement)).toBe(true);
    await other.click();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    // Its own case is no other one.
    await page.locator('.case-name').first().click();
    await page.locator('[data-screen="follow-up"] .wait-running').waitFor();
    expect(await asked(opened, 'cases:open')).toBe(0);
  });

  it('for another one ends the checks once that is chosen', async () => {
    const opened = await waitAndList();
    const { page } = opened;
    await page.locator('.case-name').nth(1).click();
    await page.getByRole('button', { name: 'Stop it and open the other' }).click();
    await page.locator('[data-screen="follow-up"]').waitFor();
    expect(await page.locator('h1').innerText()).toBe('Another');
    expect(await asked(opened, 'cases:open')).toBe(1);
    expect(await page.locator('.wait-running').count()).toBe(0);
  });

  it('by closing it is asked about, too; a case that is not checked closes at once', async () => {
    const opened = await wait();
    const { page } = opened;
    const close = page.getByRole('button', { name: 'Close the case' });
    await close.click();
    await page.getByRole('button', { name: 'Go on checking' }).click();
    expect(await asked(opened, 'cases:leave')).toBe(0);
    await close.click();
    await page.getByRole('button', { name: 'Stop it and close the case' }).click();
    await page.locator('[data-screen="welcome"]').waitFor();
    expect(await asked(opened, 'cases:leave')).toBe(1);

    const quiet = await keepAndFollow(WAITS);
    await quiet.page.getByRole('button', { name: 'Close the case' }).click();
    await quiet.page.locator('[data-screen="welcome"]').waitFor();
  });
});

it('a case that is checked by itself is not left by finishing, either, before that was asked', async () => {
  const opened = await openRenderer(browser, {
    ...GOOD,
    'cases:keep': [succeed(SAMPLE_CASE)],
    'recheck:start': [succeed(SAMPLE_WAITING)],
    'cases:leave': [succeed(null)],
  });
  const { page } = opened;
  await toHandOver(opened);
  await page.getByRole('button', { name: 'Finish …' }).click();
  await page.getByRole('button', { name: 'Keep it to come back later' }).click();
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await page.locator('.wait-running').waitFor();
  await page.locator('.back').click();
  const finish = page.getByRole('button', { name: 'Finish and forget my keys' });
  await finish.click();
  await page.getByRole('button', { name: 'Go on checking' }).click();
  expect((await opened.calls()).map(([name]) => name)).not.toContain('cases:leave');
  await finish.click();
  await page.getByRole('button', { name: 'Stop it and close the case' }).click();
  await page.locator('[data-screen="welcome"]').waitFor();
});

describe('a case in which the region was never the cause', () => {
  it('shows who acts and what to do now, and none of the ways of a wrong region', async () => {
    const { page } = await toCase(OTHER_CASE, {
      'cases:open': [succeed(openedCase(OTHER_CASE, BLOCKED_DIAGNOSIS))],
    });
    expect(await page.locator('.owner').innerText()).toContain('Your network team');
    expect(await page.locator('.card .steps li').count()).toBe(3);
    expect(await page.locator('.way').count()).toBe(1);
    expect(await way(page, 'snapshots').getAttribute('open')).toBeNull();
    expect(await page.locator('.state-choice').innerText()).not.toMatch(/Xray|move/u);
    expect(await page.locator('main').innerText()).not.toMatch(/pinned|fresh keys/u);
  });

  it('asks for new keys where they were refused, and does not offer to wait with them', async () => {
    const refused: CaseView = {
      ...OTHER_CASE,
      runs: OTHER_CASE.runs.map((run) => ({
        ...run,
        verdict: { kind: 'credentials-rejected', rule: 'credentials-rejected.invalid' },
      })),
    };
    const { page } = await keepAndFollow({ 'cases:keep': [succeed(refused)] });
    await page.getByText('Xray does not know these keys. Enter new ones').waitFor();
    expect(await page.locator('.wait-start').count()).toBe(0);
  });
});

describe("support's profile", () => {
  const OTHER: BridgeScript = {
    ...GOOD,
    'support:profile': [succeed(SAMPLE_SUPPORT)],
    'support:removeProfile': [
      succeed({
        source: 'default',
        support: { ...SAMPLE_SUPPORT.support, name: 'RadBee', mail: 'support@radbee.com' },
        problem: null,
      }),
    ],
  };

  it('is named where the supporter is, with details on demand, and can be removed', async () => {
    const opened = await openRenderer(browser, OTHER);
    const { page } = opened;
    await page.getByText('Set by your support: Örtliche Hilfe').click();
    expect(await page.locator('.support-facts').innerText()).toContain('help@support.example');
    await page.getByRole('button', { name: 'Our guide' }).click();
    expect((await opened.calls()).at(-1)).toEqual(['support:openLink', { index: 0 }]);
    await toHandOver(opened);
    expect(await page.locator('h1').innerText()).toContain('Örtliche Hilfe');
    await page.getByText('Set by your support: Örtliche Hilfe').click();
    await page.getByRole('button', { name: 'Remove this profile' }).click();
    await page.locator('.support-note').waitFor({ state: 'detached' });
    expect(await page.locator('h1').innerText()).toContain('RadBee');
  });

  it('is opened from the small print, and a refused one tells line and reason', async () => {
    const { page } = await openRenderer(browser, {
      ...GOOD,
      'support:openProfile': [
        succeed(null),
        succeed({
          kind: 'refused',
          problem: { line: 4, reason: message('profile.wrong.mail', { name: 'mail' }) },
        }),
        succeed({ kind: 'taken', shown: SAMPLE_SUPPORT }),
      ],
    });
    const open = page.getByRole('button', { name: 'My support gave me a profile file' });
    await open.click();
    expect(await page.locator('.notice').count()).toBe(0);
    await open.click();
    await page.locator('.notice').getByText('Line 4: “mail” must be one plain mail address').waitFor();
    await open.click();
    await page.getByText('Set by your support: Örtliche Hilfe').waitFor();
    expect(await page.locator('.notice').count()).toBe(0);
  });

  it('beside the program that cannot be used is told at once', async () => {
    const { page } = await openRenderer(browser, {
      ...GOOD,
      'support:profile': [
        succeed({
          source: 'default',
          support: { ...SAMPLE_SUPPORT.support, name: 'RadBee' },
          problem: { line: null, reason: message('profile.empty') },
        }),
      ],
    });
    await page.locator('.notice').getByText('The profile was not taken. The file is empty.').waitFor();
    expect(await page.locator('.support-note').count()).toBe(0);
  });
});
