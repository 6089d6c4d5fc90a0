import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { succeed } from '../../src-main/contract/failure.ts';
import { classify } from '../../src-main/diagnosis/verdict/classify.ts';
import { answered, signedIn, ZIP_BYTES } from '../support/samples/builders.ts';
import { EVERY_STATE } from '../support/browser/every-screen.ts';
import { ID } from '../support/browser/every-screen/state.ts';
import { openRenderer } from '../support/browser/open-renderer.ts';
import { openState } from '../support/browser/open-state.ts';
import { SAMPLE_DIAGNOSIS, SAMPLE_RESULT } from '../support/samples/sample-answers.ts';
import { GOOD_ANSWERS, launchChromium, walkTo } from '../support/browser/window-walk.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

/** A run of the global host whose data call, or whose sign-in, ended like this. */
function resultOf(exchanges: Parameters<typeof classify>[0]['exchanges']) {
  const verdict = classify({ exchanges, cancelled: false, now: new Date('2026-01-02T03:04:07Z') });
  return succeed({
    ...SAMPLE_RESULT,
    diagnosis: { ...SAMPLE_DIAGNOSIS, exchanges: [...exchanges], verdict },
  });
}

describe('the result', () => {
  it('tells both situations with what each is, what happens next and how long it takes', async () => {
    const opened = await openRenderer(browser, GOOD_ANSWERS);
    const { page } = opened;
    await walkTo(opened, 'verdict');
    const pinned = page.getByRole('radio', { name: 'Pinned, and no move is going on' });
    const about = await pinned.evaluate((radio) => {
      const id = radio.getAttribute('aria-describedby') ?? '';
      return document.querySelector(`[id="${id}"]`)?.textContent ?? '';
    });
    expect(about).toContain('What happens next');
    expect(about).toContain('a few business days');
    await page.getByText('As long as the move takes.').click();
    expect(await page.getByRole('radio', { name: 'A move is scheduled or in progress' }).isChecked()).toBe(
      true,
    );
    expect(await page.locator('.steps li').first().textContent()).toContain('Wait until');
  });

  it('explains, folded, why a token proves nothing, and marks the reading of this answer', async () => {
    const opened = await openRenderer(browser, GOOD_ANSWERS);
    const { page } = opened;
    await walkTo(opened, 'verdict');
    const why = page.getByText('a token alone proves nothing');
    expect(await why.isVisible()).toBe(false);
    await page.getByText('Why does the sign-in work and the connection still fail?').click();
    await why.waitFor();
    await page.getByText('How the answers are read').click();
    expect(await page.locator('.readings .own').allInnerTexts()).toHaveLength(1);
    expect(await page.locator('.readings .own').innerText()).toContain('speaks of another region');
    await page.getByText('Technical details').click();
    await page.getByText('The sign-in exchanges your Client ID').waitFor();
  });

  it.each([
    [
      'healthy',
      [signedIn(), answered({ call: 'data-call' }, { status: 200, body: ZIP_BYTES })],
      'The data call gives data',
      'tone-good',
    ],
    [
      'credentials-rejected',
      [
        answered(
          { call: 'authenticate' },
          { status: 401, body: '{"error":"Authentication failed. Invalid client credentials!"}' },
        ),
      ],
      'The sign-in is refused',
      'tone-wrong',
    ],
  ] as const)('asks for no situation when it is %s', async (kind, exchanges, reading, tone) => {
    const opened = await openRenderer(browser, {
      ...GOOD_ANSWERS,
      'diagnosis:start': [resultOf([...exchanges])],
    });
    const { page } = opened;
    await walkTo(opened, 'verdict');
    expect(await page.locator(`[data-verdict="${kind}"]`).count()).toBe(1);
    expect(await page.getByRole('radio').count()).toBe(0);
    expect(await page.locator('.mark').getAttribute('class')).toContain(tone);
    expect(await page.getByText('Why does the sign-in work').count()).toBe(0);
    await page.getByText('How the answers are read').click();
    expect(await page.locator('.readings .own').innerText()).toContain(reading);
  });

  it.each([
    ['residency', 'Next: the picture', 'Check again'],
    ['wrong keys', 'Enter new keys', 'Review the evidence'],
    ['no network', 'Check again', 'Review the evidence'],
    ['asked to wait', 'Check again', 'Review the evidence'],
    ['opened on the way', 'Review the evidence', 'Check again'],
    ['healthy', 'Keep it and go on in Snapshots', 'Review the evidence'],
    ['unclear', 'Review the evidence', 'Check again'],
  ])('leads on with what helps first: %s', async (name, first, beside) => {
    const wanted = EVERY_STATE.find((each) => each.name === `verdict: ${name}`);
    if (wanted === undefined) throw new Error(`no state ${name}`);
    const { page } = await openState(browser, wanted);
    expect(await page.locator('.bar-actions button').allInnerTexts()).toEqual([beside, first]);
    expect(await page.locator('[data-primary]').innerText()).toBe(first);
  });

  it.each(['residency', 'suspected', 'wrong keys', 'no network', 'unclear'])(
    'says what to do now without any scrolling: %s',
    async (name) => {
      const wanted = EVERY_STATE.find((each) => each.name === `verdict: ${name}`);
      if (wanted === undefined) throw new Error(`no state ${name}`);
      const { page } = await openState(browser, wanted);
      const { steps, fold } = await page.evaluate(() => ({
        steps: document.querySelector('.card .steps li')?.getBoundingClientRect().bottom ?? Infinity,
        fold: document.querySelector('.bar')?.getBoundingClientRect().top ?? 0,
      }));
      expect(steps).toBeLessThanOrEqual(fold);
    },
  );

  it('leads from keys that are wrong to the form, where all but the secret still stands', async () => {
    const wanted = EVERY_STATE.find((each) => each.name === 'verdict: wrong keys');
    if (wanted === undefined) throw new Error('no such state');
    const { page } = await openState(browser, wanted);
    await page.locator('[data-primary]').click();
    await page.locator('[data-screen="connection"]').waitFor();
    expect(await page.locator('input[name="clientId"]').inputValue()).toBe(ID);
    await page.getByText('Kept from before. Type to replace it.').waitFor();
  });
});
