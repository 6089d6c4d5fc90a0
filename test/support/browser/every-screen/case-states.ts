import type { CaseView } from '../../../../src-main/contract/case.ts';
import type { Diagnosis } from '../../../../src-main/contract/diagnosis.ts';
import { fail, succeed } from '../../../../src-main/contract/failure.ts';
import { message } from '../../../../src-main/i18n/message.ts';
import { answered, failed, signedIn, ZIP_BYTES } from '../../samples/builders.ts';
import type { BridgeScript, OpenedRenderer } from '../open-renderer.ts';
import {
  FIXED_CASE,
  HEALTHY_CASE,
  openedCase,
  OTHER_CASE,
  SAMPLE_CASE,
  SAMPLE_ROWS,
  SAMPLE_SUPPORT,
  SAMPLE_WAITING,
  SENT_CASE,
  WORSE_CASE,
} from '../../samples/sample-cases.ts';
import { diagnosisOf, LONG_NAME } from './samples.ts';
import { arrive, field, primary, SECRET, state, toHandOver, toVerdict, unfold } from './state.ts';
import type { ScreenState } from './state.ts';

type States = Readonly<Record<string, ScreenState>>;

const HEALTHY = diagnosisOf([signedIn(), answered({ call: 'data-call' }, { status: 200, body: ZIP_BYTES })]);
const BLOCKED = diagnosisOf([failed({ call: 'authenticate' }, { phase: 'connect' })]);
const ROWS: BridgeScript = { 'cases:list': [succeed(SAMPLE_ROWS)] };
const KEEPING: BridgeScript = { ...ROWS, 'cases:keep': [succeed(SAMPLE_CASE)] };
const withCase = (kept: CaseView, diagnosis?: Diagnosis): BridgeScript => ({
  ...ROWS,
  'cases:open': [succeed(openedCase(kept, diagnosis))],
});

/** The list of cases, from the first screen. */
async function toCases({ page }: OpenedRenderer): Promise<void> {
  await page.locator('[data-door="cases"]').click();
  await arrive(page, 'cases');
  await page.locator('.cases, .empty, .notice').first().waitFor();
}

/** The first case of the list, opened. */
async function toFollowUp(opened: OpenedRenderer): Promise<void> {
  await toCases(opened);
  await opened.page.locator('.case-name').first().click();
  await arrive(opened.page, 'follow-up');
}

/** A case that is kept and checked, so that the keys are held. */
async function keepAndFollow(opened: OpenedRenderer): Promise<void> {
  await toVerdict(opened);
  await opened.page.locator('.keep button').click();
  await opened.page.locator('.keep .done').waitFor();
  await opened.page.locator('.keep button').click();
  await arrive(opened.page, 'follow-up');
}

/** The same, and it is checked by itself. */
async function waitFor(opened: OpenedRenderer): Promise<void> {
  await keepAndFollow(opened);
  await opened.page.locator('.wait-start button').click();
  await opened.page.locator('.wait-running').waitFor();
}
const WAITING: BridgeScript = { ...KEEPING, 'recheck:start': [succeed(SAMPLE_WAITING)] };

/** Back from the screen for afterwards, over the result, as far as the form. */
async function backToForm({ page }: OpenedRenderer): Promise<void> {
  for (const name of ['verdict', 'connection']) {
    await page.locator('.back').click();
    await arrive(page, name);
  }
}

/** The list of cases. */
export const CASES_STATES: States = {
  loading: state(
    async ({ page }) => {
      await page.locator('[data-door="cases"]').click();
      await arrive(page, 'cases');
    },
    { 'cases:list': ['never'] },
  ),
  none: state(toCases),
  'of every kind': state(toCases, ROWS),
  many: state(toCases, {
    'cases:list': [
      succeed(
        Array.from({ length: 20 }, (_none, index) => ({
          kind: 'case',
          id: index.toString(16).padStart(32, '0'),
          name: index === 0 ? `${LONG_NAME} and more` : `Case ${index}`,
          site: `${LONG_NAME}.atlassian.net`,
          createdAt: SAMPLE_CASE.createdAt,
          updatedAt: SAMPLE_CASE.updatedAt,
          checkedAt: SAMPLE_CASE.updatedAt,
          verdict: { kind: 'residency', rule: 'residency.region-text' },
          state: 'waiting-for-migration',
          runs: index + 1,
        })),
      ),
    ],
  }),
  failed: state(toCases, {
    'cases:list': [
      fail(
        'folder-not-writable',
        message('failure.case.read', { reason: { key: 'failure.file.not-allowed' } }),
      ),
    ],
  }),
  'one being renamed': state(async (opened) => {
    await toCases(opened);
    await opened.page.locator('.case-deeds button').first().click();
    await opened.page.locator('.case-rename').waitFor();
  }, ROWS),
  'one to be deleted': state(async (opened) => {
    await toCases(opened);
    await opened.page.locator('.case-deeds button').nth(1).click();
    await opened.page.locator('dialog').waitFor();
  }, ROWS),
  'another one while one is checked by itself': state(async (opened) => {
    await waitFor(opened);
    await backToForm(opened);
    await opened.page.locator('.back').click();
    await toCases(opened);
    await opened.page.locator('.case-name').nth(1).click();
    await opened.page.locator('dialog').waitFor();
  }, WAITING),
};

/** A kept case, followed up. */
export const FOLLOW_UP_STATES: States = {
  sent: state(async (opened) => {
    await toFollowUp(opened);
    await unfold(opened.page);
    await opened.page.locator('.bundles button').first().click();
    await opened.page.locator('.bundles .done').waitFor();
  }, withCase(SENT_CASE)),
  'a long name': state(
    toFollowUp,
    withCase({ ...SENT_CASE, name: `${LONG_NAME} ${LONG_NAME}`.slice(0, 80) }),
  ),
  'after the fix': state(toFollowUp, withCase(FIXED_CASE, HEALTHY)),
  'worse again': state(toFollowUp, withCase(WORSE_CASE, BLOCKED)),
  'with keys': state(keepAndFollow, KEEPING),
  'about something else': state(toFollowUp, withCase(OTHER_CASE, BLOCKED)),
  'healthy from the beginning': state(toFollowUp, withCase(HEALTHY_CASE, HEALTHY)),
  waiting: state(waitFor, {
    ...KEEPING,
    'recheck:start': [succeed({ ...SAMPLE_WAITING, postponed: 'asked-to-wait' })],
  }),
  'waiting has ended': state(async (opened) => {
    await toFollowUp(opened);
    await opened.tell('recheck:onState', { phase: 'off', ended: 'keys-refused' });
    await opened.page.locator('.wait-end').waitFor();
  }, withCase(SENT_CASE)),
};

/** What keeping a case adds to the result. */
export const KEPT_VERDICT_STATES: States = {
  kept: state(async (opened) => {
    await toVerdict(opened);
    await opened.page.locator('.keep button').click();
    await opened.page.locator('.keep .done').waitFor();
  }, KEEPING),
  'not kept': state(
    async (opened) => {
      await toVerdict(opened);
      await opened.page.locator('.keep button').click();
      await opened.page.locator('.notice').waitFor();
    },
    { 'cases:keep': [fail('case-not-clean', message('failure.case.not-clean'))] },
  ),
};

export const KEPT_HAND_OVER_STATES: States = {
  'asked whether to keep': state(async (opened) => {
    await toHandOver(opened);
    await opened.page.locator('.bar-actions button').first().click();
    await opened.page.locator('dialog').waitFor();
  }, KEEPING),
};

export const KEPT_CONNECTION_STATES: States = {
  'while a case is checked by itself': state(async (opened) => {
    await waitFor(opened);
    await backToForm(opened);
  }, WAITING),
  'of a kept case': state(async (opened) => {
    await toFollowUp(opened);
    await primary(opened.page).click();
    await arrive(opened.page, 'connection');
    await field(opened.page, 'clientSecret').fill(SECRET);
  }, withCase(SENT_CASE)),
};

/** What support's profile adds to the welcome. */
export const PROFILE_STATES: States = {
  'of another support': state(async ({ page }) => unfold(page), {
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
          problem: { line: 4, reason: message('profile.wrong.mail', { name: 'mail' }) },
        }),
      ],
    },
  ),
};
