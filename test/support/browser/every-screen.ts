import { fail, succeed } from '../../../src-main/contract/failure.ts';
import { message } from '../../../src-main/i18n/message.ts';
import type { ScreenName } from '../../../src-renderer/flow/state/state.ts';
import {
  CASES_STATES,
  FOLLOW_UP_STATES,
  KEPT_CONNECTION_STATES,
  KEPT_HAND_OVER_STATES,
  KEPT_VERDICT_STATES,
  PROFILE_STATES,
} from './every-screen/case-states.ts';
import { DESK_STATES } from './every-screen/desk-states.ts';
import { PICTURE_STATES } from './every-screen/picture-states.ts';
import { CHECKING_STATES, NETWORK, VERDICT_STATES } from './every-screen/result-states.ts';
import {
  heldPicture,
  LONG_NAME,
  LONG_PREVIEW,
  LONG_SAVED,
  RESIDENCY,
  resultOf,
} from './every-screen/samples.ts';
import {
  arrive,
  field,
  filledForm,
  ID,
  primary,
  SECRET,
  state,
  toConnection,
  toHandOver,
  toReview,
  toVerdict,
  unfold,
} from './every-screen/state.ts';
import type { ScreenState } from './every-screen/state.ts';
import type { BridgeScript } from './open-renderer.ts';
import { SAMPLE_SAVED } from '../samples/sample-answers.ts';

/** The hand-over screen after the first of its ways was tried. */
function afterDeed(script: BridgeScript): ScreenState {
  return state(async (opened) => {
    await toHandOver(opened);
    await primary(opened.page).click();
    await opened.page.locator('.surest .done, .surest .notice').waitFor();
  }, script);
}

/** Every screen with every state that looks or behaves differently. A screen without a state does not compile. */
export const EVERY_SCREEN: Readonly<Record<ScreenName | 'help', Readonly<Record<string, ScreenState>>>> = {
  welcome: {
    first: state(async ({ page }) => arrive(page, 'welcome')),
    unfolded: state(async ({ page }) => {
      await arrive(page, 'welcome');
      await unfold(page);
    }),
    ...PROFILE_STATES,
  },
  cases: CASES_STATES,
  'follow-up': FOLLOW_UP_STATES,
  help: {
    'over the welcome': state(async ({ page }) => {
      await arrive(page, 'welcome');
      await page.keyboard.press('F1');
      await arrive(page, 'help');
    }),
    'over the result': state(async (opened) => {
      await toVerdict(opened);
      await opened.page.keyboard.press('F1');
      await arrive(opened.page, 'help');
    }),
  },
  'evidence-file': DESK_STATES,
  connection: {
    ...KEPT_CONNECTION_STATES,
    empty: state(toConnection),
    filled: state((opened) => filledForm(opened)),
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
    'wrong fields': state(async (opened) => {
      await toConnection(opened);
      await field(opened.page, 'jiraSite').fill('https://example.com/');
      await primary(opened.page).click();
      await opened.page.locator('.field-error').first().waitFor();
    }),
    'keys swapped': state(async ({ page, ...opened }) => {
      await toConnection({ page, ...opened });
      await field(page, 'clientId').fill(SECRET);
      await field(page, 'clientSecret').fill(ID);
      await field(page, 'jiraSite').fill('acme');
      await page.locator('.field-note').first().waitFor();
    }),
    'a slip in a site': state(async (opened) => {
      await toConnection(opened);
      await field(opened.page, 'jiraSite').fill('acme.atlasian.net');
      await field(opened.page, 'jiraSite').blur();
      await opened.page.locator('.field-suggestion').waitFor();
    }),
    'a token for a key': state(async (opened) => {
      await filledForm(opened);
      await field(opened.page, 'clientSecret').fill('ATATT3xFfGF0FaKe0FaKe0');
      await field(opened.page, 'clientSecret').blur();
      await opened.page.locator('.field-note').first().waitFor();
    }),
    failed: state(
      async (opened) => {
        await filledForm(opened);
        await primary(opened.page).click();
        await opened.finishRun();
        await opened.page.locator('.notice').waitFor();
      },
      { 'diagnosis:start': [fail('our-fault', message('failure.our-fault'))] },
    ),
    'with its plan': state(async (opened) => {
      await filledForm(opened);
      await unfold(opened.page);
      await opened.page.locator('details tbody').waitFor();
    }),
    'after a check': state(async (opened) => {
      await toVerdict(opened);
      await opened.page.locator('.bar button').first().click();
      await arrive(opened.page, 'connection');
    }),
  },
  checking: CHECKING_STATES,
  verdict: { ...VERDICT_STATES, ...KEPT_VERDICT_STATES },
  picture: PICTURE_STATES,
  review: {
    preparing: state(toReview, { 'evidence:preview': ['never'] }),
    ready: state(async (opened) => {
      await toReview(opened);
      await opened.page.locator('button.file').first().waitFor();
    }),
    failed: state(toReview, {
      'evidence:preview': [fail('evidence-not-clean', message('failure.not-clean'))],
    }),
    'not saved': state(
      async (opened) => {
        await toReview(opened);
        await opened.page.locator('button.file').first().waitFor();
        await primary(opened.page).click();
        await opened.page.locator('.notice').waitFor();
      },
      { 'evidence:save': [fail('disk-full', message('failure.save.disk-full'))] },
    ),
    'twenty files': state(
      async (opened) => {
        await toReview(opened);
        await opened.page
          .locator('button.file')
          .nth(LONG_PREVIEW.files.length - 1)
          .waitFor();
      },
      {
        'diagnosis:start': [
          succeed(
            resultOf({
              ...RESIDENCY,
              siteFacts: [
                {
                  site: 'acme.atlassian.net',
                  state: 'found',
                  cloudId: 'fake',
                  jiraAddress: null,
                  confluenceAddress: null,
                  deployment: null,
                },
              ],
            }),
          ),
        ],
        'evidence:preview': [succeed(LONG_PREVIEW)],
      },
    ),
    'a picture': state(
      async (opened) => {
        await toReview(opened);
        await opened.page.locator('button.file').nth(13).click();
        await opened.page.locator('.files img').waitFor();
      },
      { 'pictures:list': [succeed([heldPicture(1)])], 'evidence:preview': [succeed(LONG_PREVIEW)] },
    ),
  },
  'hand-over': {
    ...KEPT_HAND_OVER_STATES,
    saved: state(toHandOver),
    done: afterDeed({}),
    'not done': afterDeed({ 'evidence:mail': [fail('cannot-open', message('failure.mail'))] }),
    'not left': state(
      async (opened) => {
        await toHandOver(opened);
        await opened.page.locator('.bar-actions button').first().click();
        await opened.page.locator('.dialog-actions button').nth(1).click();
        await opened.page.locator('.notice').waitFor();
      },
      { 'cases:leave': [fail('our-fault', message('failure.our-fault'))] },
    ),
    'for the network team': state(async (opened) => {
      await NETWORK.walk(opened);
      await opened.page.locator('[data-way="review"]').click();
      await arrive(opened.page, 'review');
      await opened.page.locator('button.file').first().waitFor();
      await primary(opened.page).click();
      await arrive(opened.page, 'hand-over');
    }, NETWORK.script),
    'long and large': state(toHandOver, { 'evidence:save': [succeed(LONG_SAVED)] }),
    shared: state(toHandOver, {
      'app:facts': [succeed({ version: '1.2.3', electron: '45', platform: 'darwin', packaged: false })],
      'evidence:save': [succeed({ ...SAMPLE_SAVED, bytes: 8 * 1024 * 1024 })],
    }),
  },
};

/** What stands in the window when no screen can. */
export const FAILURE_PAGES: Readonly<Record<string, ScreenState>> = {
  'opened outside of the app': state(async ({ page }) => {
    await page.locator('.failure-page').waitFor();
  }, 'none'),
  broken: {
    ...state(
      async (opened) => {
        await filledForm(opened);
        await primary(opened.page).click();
        await opened.finishRun();
        await opened.page.locator('.failure-page').waitFor();
      },
      // An answer that the main process never gives: drawing it fails.
      { 'diagnosis:start': [succeed({ diagnosis: {}, transcripts: [] })] },
    ),
    complains: /verdict|undefined/u,
  },
};

/** A state with its place in the table. */
export interface NamedState extends ScreenState {
  readonly name: string;
  readonly screen: string;
}

/** The whole table in one list. */
export const EVERY_STATE: readonly NamedState[] = Object.entries({
  ...EVERY_SCREEN,
  'failure-page': FAILURE_PAGES,
}).flatMap(([screen, states]) =>
  Object.entries(states).map(([name, each]) => ({ ...each, screen, name: `${screen}: ${name}` })),
);
