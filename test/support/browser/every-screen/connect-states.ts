import { fail, succeed } from '../../../../src-main/contract/failure.ts';
import { message } from '../../../../src-main/i18n/message.ts';
import { openedCase, SAMPLE_ROWS, SAMPLE_SUPPORT, SENT_CASE } from '../../samples/sample-cases.ts';
import type { BridgeScript } from '../open-renderer.ts';
import { unfold } from '../page/go.ts';
import { LONG_NAME, LONG_RESULT } from './samples.ts';
import { arrive, field, filledForm, ID, primary, SECRET, state, toChecking, toResult } from './state.ts';
import type { ScreenState } from './state.ts';

const newest = (index: number): BridgeScript => ({
  'cases:count': [succeed(1)],
  'cases:newest': [succeed(SAMPLE_ROWS[index])],
});

/** The form, and a check as it goes on. */
export const CONNECT_STATES: Readonly<Record<string, ScreenState>> = {
  first: state(({ page }) => arrive(page, 'connect')),
  unfolded: state(async ({ page }) => {
    await arrive(page, 'connect');
    await unfold(page);
    await page.locator('details tbody').waitFor();
  }),
  'waiting for Xray': state(({ page }) => page.locator('.kept-line button').first().waitFor(), newest(3)),
  fixed: state(({ page }) => page.locator('.kept-line button').first().waitFor(), newest(5)),
  'check again': state(
    async ({ page }) => {
      await page.locator('.kept-line button').first().click();
      await page.locator('.kept-line:not([data-state])').waitFor();
    },
    { ...newest(3), 'cases:open': [succeed(openedCase(SENT_CASE))] },
  ),
  'secret shown': state(async (opened) => {
    await filledForm(opened);
    await opened.page.locator('.field-line button').click();
    await opened.page.locator('input[name="clientSecret"][type="text"]').waitFor();
  }),
  'long names': state(
    async (opened) => {
      await filledForm(opened, LONG_NAME);
      await field(opened.page, 'clientId').focus();
      await opened.page.locator('.field-note').getByText(LONG_NAME).first().waitFor();
    },
    {
      'diagnosis:lookUpSites': [
        succeed({ jiraSite: message('note.site-missing', { site: LONG_NAME }), confluenceSite: null }),
      ],
    },
  ),
  'wrong fields': state(async ({ page }) => {
    await field(page, 'jiraSite').fill('https://example.com/');
    await primary(page).click();
    await page.locator('.field-error').first().waitFor();
  }),
  'keys swapped': state(async ({ page }) => {
    await field(page, 'clientId').fill(SECRET);
    await field(page, 'clientSecret').fill(ID);
    await field(page, 'jiraSite').fill('acme');
    await page.locator('.field-note').first().waitFor();
  }),
  'a slip in a site': state(async ({ page }) => {
    await field(page, 'jiraSite').fill('acme.atlasian.net');
    await field(page, 'jiraSite').blur();
    await page.locator('.field-suggestion').waitFor();
  }),
  'a token for a key': state(async (opened) => {
    await filledForm(opened);
    await field(opened.page, 'clientSecret').fill('ATATT3xFfGF0FaKe0FaKe0');
    await field(opened.page, 'clientSecret').blur();
    await opened.page.locator('.field-note').first().waitFor();
  }),
  failed: state(
    async (opened) => {
      await toChecking(opened);
      await opened.finishRun();
      await opened.page.locator('.notice').waitFor();
    },
    { 'diagnosis:start': [fail('our-fault', message('failure.our-fault'))] },
  ),
  'after a check': state(async (opened) => {
    await toResult(opened);
    await opened.page.locator('.bar .back').click();
    await arrive(opened.page, 'connect');
  }),
  'of another support': state(async ({ page }) => page.locator('.column > .fold > summary').first().click(), {
    'support:profile': [succeed(SAMPLE_SUPPORT)],
  }),
  'profile refused': state(
    async ({ page }) => {
      await page.locator('.profile-opener > button').click();
      await page.locator('.notice').waitFor();
    },
    {
      'support:openProfile': [
        succeed({
          kind: 'refused',
          problem: { line: null, reason: message('profile.wrong.mail', { name: 'mail' }) },
        }),
      ],
    },
  ),
  'half way': state(async (opened) => {
    await toChecking(opened);
    await opened.progress({ step: 'reach', state: 'done', tookMs: 123 });
    await opened.progress({ step: 'sign-in', state: 'done', tookMs: 12_345 });
    await opened.progress({ step: 'data', state: 'failed', tookMs: 60_000 });
    await opened.progress({ step: 'compare', state: 'running', tookMs: null });
    for (const transcript of LONG_RESULT.transcripts) await opened.tell('diagnosis:onTranscript', transcript);
  }),
  stopping: state(async (opened) => {
    await toChecking(opened);
    await opened.page.locator('.bar-actions button').first().click();
  }),
};
