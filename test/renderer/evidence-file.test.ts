import type { Browser, Page } from 'playwright';
import { describe, expect, it } from 'vitest';

import { fail, succeed } from '../../src-main/contract/failure.ts';
import type { Result } from '../../src-main/contract/failure.ts';
import { ARRIVAL_STATES } from '../../src-main/contract/report/verification.ts';
import type { ArrivalState, ArrivedBundle } from '../../src-main/contract/report/verification.ts';
import { inspectForWindow } from '../../src-main/desk/arrived-bundle.ts';
import { message } from '../../src-main/i18n/message.ts';
import { tEnglish } from '../../src-main/i18n/translator.ts';
import { PRODUCT } from '../../src-main/product.ts';
import { arrived, openAtDesk, openMore } from '../support/browser/every-screen/desk-states.ts';
import { GOOD } from '../support/browser/every-screen/state.ts';
import { openRenderer } from '../support/browser/open-renderer.ts';
import type { BridgeScript, OpenedRenderer } from '../support/browser/open-renderer.ts';
import { withChromium } from '../support/browser/with-chromium.ts';
import {
  ARRIVALS,
  changedBundle,
  forge,
  mailWith,
  soundBundle,
} from '../support/samples/arrivals/arrivals.ts';

let browser: Browser;

withChromium.beforeAll(({ chromium }) => {
  browser = chromium;
});

const WIDE = { viewport: { width: 1440, height: 900 } };

const inspect = (name: string, bytes: Buffer): Promise<ArrivedBundle[]> =>
  inspectForWindow(name, bytes, PRODUCT.version);
const inspectState = async (state: ArrivalState): Promise<ArrivedBundle[]> =>
  inspect(`${state}.zip`, await ARRIVALS[state]());

function openWindow(
  answers: readonly (Result<unknown> | 'never')[],
  options: Parameters<typeof openRenderer>[2] = {},
  script: BridgeScript = {},
): Promise<OpenedRenderer> {
  return openRenderer(browser, { ...GOOD, ...script, 'evidence:verify': answers }, options);
}

/** Opens one file whose bundles these are. */
async function openOne(
  bundles: readonly ArrivedBundle[],
  options: Parameters<typeof openRenderer>[2] = {},
  script: BridgeScript = {},
): Promise<OpenedRenderer> {
  const opened = await openWindow([succeed(bundles)], options, script);
  await openAtDesk(opened);
  await opened.page.locator('[data-state]').waitFor();
  return opened;
}

/** The texts that were asked to be copied. */
async function copiedIn({ calls }: OpenedRenderer): Promise<unknown[]> {
  return (await calls()).flatMap(([channel, input]) => (channel === 'app:copyText' ? [input] : []));
}

const live = (page: Page) => page.locator('[aria-live]');
const focused = (page: Page): Promise<string | null> =>
  page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? null);

describe('a file that arrived', () => {
  it.each(ARRIVAL_STATES)('says in which state it is: %s', async (state) => {
    const [bundle] = await inspectState(state);
    if (bundle === undefined) throw new Error('Nothing was found.');
    const { page, complaints } = await openOne([bundle]);
    const banner = page.locator('[data-state]');
    expect(await banner.getAttribute('data-state')).toBe(state);
    expect(await banner.innerText()).toContain(tEnglish(`desk.state.${state}`));
    await live(page)
      .getByText(tEnglish(`desk.state.${state}`))
      .waitFor();
    // One bad file hides neither the others nor what they say.
    expect(await page.locator('button.file').count()).toBe(bundle.files.length);
    expect(await page.locator('.desk-facts').count()).toBe(bundle.case === null ? 0 : 1);
    expect(await page.locator('.rail nav').count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  it('shows case, site, date, result and who acts, beside its picture', async () => {
    const bundles = await inspectState('sound');
    const { page } = await openOne(bundles, WIDE);
    const found = bundles[0]?.case;
    expect(await page.locator('h1').innerText()).toBe('sound.zip');
    const facts = await page.locator('.desk-facts').innerText();
    for (const fact of [
      found?.caseId,
      'acme.atlassian.net',
      '2026-03-01 09:30:00 UTC',
      'Data in another region',
      'Xray, through RadBee',
      'residency.region-text',
    ])
      expect(facts).toContain(fact);
    expect(await page.locator('.desk-hosts').innerText()).toContain('x-amz-cf-id sample-request-id');
    const [left, right] = await page
      .locator('.desk-columns > div')
      .evaluateAll((columns) => columns.map((each) => each.getBoundingClientRect().toJSON()));
    expect(left.top).toBe(right.top);
    expect(left.width + right.width).toBeGreaterThan(1000);
    await page.setViewportSize({ width: 1040, height: 720 });
    const [upper, lower] = await page
      .locator('.desk-columns > div')
      .evaluateAll((columns) => columns.map((each) => each.getBoundingClientRect().toJSON()));
    expect(lower.top).toBeGreaterThanOrEqual(upper.bottom);
  });

  it('gives its ticket and its questions to the clipboard, and says so', async () => {
    const bundles = await inspectState('sound');
    const opened = await openOne(bundles);
    const { page } = opened;
    await page.getByRole('button', { name: 'Copy ticket' }).click();
    await page.locator('[data-copy="letter"] .done').waitFor();
    expect(await live(page).innerText()).toBe('Copied.');
    await page.getByRole('button', { name: 'Copy questions' }).click();
    await page.locator('[data-copy="missing"] .done').waitFor();
    expect(await page.locator('.done').count()).toBe(1);
    const { letter, questions = [] } = bundles[0]?.case ?? {};
    expect(letter?.kind).toBe('ticket');
    expect(questions.length).toBeGreaterThan(2);
    expect(await copiedIn(opened)).toEqual([
      { text: letter?.text },
      { text: questions.map((question, at) => `${at + 1}. ${question}\n`).join('') },
    ]);
  });

  it('says where its ticket could not be copied', async () => {
    const { page } = await openOne(
      await inspectState('sound'),
      {},
      { 'app:copyText': [fail('our-fault', message('failure.our-fault'))] },
    );
    await page.getByRole('button', { name: 'Copy ticket' }).click();
    await page.locator('[data-copy="letter"] .notice').waitFor();
    expect(await page.locator('.done').count()).toBe(0);
  });

  it('says that today’s rules decide otherwise', async () => {
    const { page } = await openOne([arrived({ ruleToday: 'residency.region-text' })]);
    expect(await page.locator('.notice').innerText()).toContain('residency.region-text');
  });

  it('shows what would turn or hide its words instead of obeying it', async () => {
    const zip = await changedBundle((files) =>
      forge(files, 'diagnosis.json', (text) =>
        text.replaceAll('another region', 'an\\u202eother\\u200b region'),
      ),
    );
    const { page } = await openOne(await inspect('invoice\u202egpj.zip', zip));
    const text = await page.locator('[data-screen]').evaluate((screen) => screen.textContent ?? '');
    expect(text).toContain('invoice\\u202egpj.zip');
    expect(text).toContain('an\\u202eother\\u200b region');
    expect(text).not.toMatch(/[\u200b\u202e]/u);
    expect(await page.title()).not.toContain('\u202e');
  });

  it('is told by its own name while it is read, and where it is a folder', async () => {
    const opened = await openWindow(['never']);
    await openAtDesk(opened, 'gp\u202ej.zip');
    const { page } = opened;
    expect(await page.locator('h1').innerText()).toBe('gp\\u202ej.zip');
    // A folder can be dropped, and cannot be read.
    await page.evaluate(() => {
      File.prototype.slice = () => ({ arrayBuffer: () => Promise.reject(new Error('a folder')) }) as never;
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([], 'reports'));
      window.dispatchEvent(new DragEvent('drop', { dataTransfer, cancelable: true }));
    });
    await page.locator('.notice').waitFor();
    expect(await page.locator('.notice').innerText()).toContain("reports can't be read.");
    expect((await opened.calls()).filter(([channel]) => channel === 'evidence:verify')).toHaveLength(1);
    await page.close();
  });
});

describe('a picture', () => {
  it.each(['Enter', 'a click'])(
    'is shown at its own size at %s; Escape closes it where it was',
    async (way) => {
      const { page } = await openOne(await inspectState('sound'));
      const small = page.getByRole('button', { name: 'Enlarge pictures/residency-1.png' });
      if (way === 'Enter') {
        await small.focus();
        await page.keyboard.press('Enter');
      } else await small.click();
      const large = page.locator('dialog.desk-large img');
      await large.waitFor();
      expect(await large.evaluate((image) => image.getBoundingClientRect().width)).toBe(900);
      await page.keyboard.press('Escape');
      await page.locator('dialog').waitFor({ state: 'detached' });
      expect(await focused(page)).toBe('Enlarge pictures/residency-1.png');
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: 'Close' }).click();
      await page.locator('dialog').waitFor({ state: 'detached' });
      expect(await focused(page)).toBe('Enlarge pictures/residency-1.png');
    },
  );
});

describe('several files', () => {
  it('that the main process was given are a list, of which one opens with its texts', async () => {
    const sound = await inspectState('sound');
    const repacked = await inspectState('repacked');
    const opened = await openRenderer(browser, {
      ...GOOD,
      'evidence:takePending': [succeed(['one.zip', 'gp\u202ej.eml']), succeed([])],
      'evidence:verifyTaken': [succeed(sound), succeed(repacked), succeed(sound)],
    });
    const { page } = opened;
    await page.locator('[data-row="repacked"]').waitFor();
    expect(await page.locator('h1').innerText()).toBe('2 files');
    await page.locator('tbody tr button').first().click();
    await page.locator('button.file').first().waitFor();
    expect(
      (await opened.calls()).flatMap(([channel, input]) =>
        channel === 'evidence:verifyTaken' ? [input] : [],
      ),
    ).toEqual([{ at: 0 }, { at: 1 }, { at: 0 }]);
    await page.locator('.bar .back').click();
    await page.locator('.bar .back').click();
    await page.locator('[data-screen="connect"]').waitFor();
  });

  it('that come while others are asked for are asked for as well', async () => {
    const sound = await inspectState('sound');
    const opened = await openRenderer(browser, {
      ...GOOD,
      'evidence:takePending': ['never', succeed(['one.zip'])],
      'evidence:verifyTaken': [succeed(sound)],
    });
    const asked = async () => (await opened.calls()).map(([channel]) => channel);
    await expect.poll(asked).toContain('evidence:takePending');
    await opened.tell('evidence:onPending', null);
    await opened.page.locator('[data-state="sound"]').waitFor();
  });

  it('are a list of one row each, read one after another, of which one opens', async () => {
    const mail = await inspect('mail.eml', mailWith([['one.zip', await soundBundle()]]));
    const repacked = await inspectState('repacked');
    const webPage = await inspectState('web-page');
    const opened = await openWindow([
      succeed(repacked),
      succeed(mail),
      succeed(webPage),
      fail('our-fault', message('failure.our-fault')),
      succeed(repacked),
      succeed(mail),
    ]);
    const { page } = opened;
    await openAtDesk(opened);
    await page.locator('[data-state]').waitFor();
    await openMore(opened, ['mail.eml', 'page.zip', 'broken.zip', 'again.zip']);
    await page.locator('[data-row="repacked"]').waitFor();
    expect(await page.locator('h1').innerText()).toBe('4 files');
    expect(await live(page).innerText()).toBe('4 of 4 files read.');
    expect(
      await page.locator('tbody tr').evaluateAll((rows) => rows.map((row) => row.dataset['row'])),
    ).toEqual(['sound', 'web-page', 'failed', 'repacked']);
    const [first] = await page.locator('tbody tr').allInnerTexts();
    for (const fact of [
      'Sound',
      'mail.eml > one.zip',
      mail[0]?.case?.caseId,
      '2026-03-01 09:30:00 UTC',
      'acme.atlassian.net',
      'Data in another region',
      'Xray, through RadBee',
    ])
      expect(first).toContain(fact);
    const names = (await opened.calls()).flatMap(([channel, input]) =>
      channel === 'evidence:verify' ? [Reflect.get(Object(input), 'name')] : [],
    );
    expect(names.slice(1)).toEqual(['mail.eml', 'page.zip', 'broken.zip', 'again.zip']);
    // Its texts were not kept for the list, so the file is read again.
    await page.getByRole('button', { name: 'mail.eml > one.zip' }).click();
    await page.locator('button.file').first().waitFor();
    expect(await page.locator('h1').innerText()).toBe('mail.eml > one.zip');
    expect(await page.locator('.desk-pictures img').count()).toBe(1);
    await page.locator('.bar .back').click();
    await page.locator('.desk-list').waitFor();
    await page.locator('.bar .back').click();
    await page.locator('[data-screen="connect"]').waitFor();
  });

  it('of one mail are a list as well', async () => {
    const zip = await soundBundle();
    const bundles = await inspect(
      'mail.eml',
      mailWith([
        ['one.zip', zip],
        ['two.zip', zip],
      ]),
    );
    const opened = await openWindow([succeed(bundles)]);
    await openAtDesk(opened, 'mail.eml');
    await opened.page.locator('.desk-list').waitFor();
    await opened.page.getByRole('button', { name: 'mail.eml > two.zip' }).click();
    await opened.page.locator('button.file').first().waitFor();
    expect((await opened.calls()).filter(([channel]) => channel === 'evidence:verify')).toHaveLength(1);
  });
});
