import type { CaseRow } from '../../../../src-main/contract/case.ts';
import { fail, succeed } from '../../../../src-main/contract/failure.ts';
import { message } from '../../../../src-main/i18n/message.ts';
import { SAMPLE_ROWS, SAMPLE_WAITING, SENT_CASE } from '../../samples/sample-cases.ts';
import type { BridgeScript, OpenedRenderer } from '../open-renderer.ts';
import { toKept } from './result-states.ts';
import { LONG_NAME } from './samples.ts';
import { arrive, state } from './state.ts';
import type { ScreenState } from './state.ts';

/** The list is reached from the line above the form, which tells the newest check. */
const listed = (rows: readonly CaseRow[]): BridgeScript => ({
  'cases:count': [succeed(rows.length)],
  'cases:newest': [succeed(SAMPLE_ROWS[3])],
  'cases:list': [succeed(rows)],
});

export async function toHistory({ page }: OpenedRenderer): Promise<void> {
  await page.locator('.kept-line button').last().click();
  await arrive(page, 'history');
}

async function toList(opened: OpenedRenderer): Promise<void> {
  await toHistory(opened);
  await opened.page.locator('.history, .lead, .notice').first().waitFor();
}

export const MANY_ROWS: readonly CaseRow[] = SAMPLE_ROWS.map((row, index) =>
  row.kind === 'case' ? { ...row, site: `${index === 1 ? LONG_NAME : `acme-${index}`}.atlassian.net` } : row,
);

/** The checks that are kept on this computer. */
export const HISTORY_STATES: Readonly<Record<string, ScreenState>> = {
  loading: state(toHistory, { ...listed([]), 'cases:list': ['never'] }),
  none: state(toList, listed([])),
  'of every kind': state(toList, listed(MANY_ROWS)),
  many: state(
    toList,
    listed(
      Array.from({ length: 20 }, (_none, index): CaseRow => ({
        kind: 'case',
        id: index.toString(16).padStart(32, '0'),
        name: 'a name of before',
        site: `acme-${index}.atlassian.net`,
        createdAt: SENT_CASE.createdAt,
        updatedAt: SENT_CASE.updatedAt,
        checkedAt: SENT_CASE.updatedAt,
        verdict: { kind: 'residency', rule: 'residency.region-text' },
        state: 'waiting-for-migration',
        runs: index + 1,
      })),
    ),
  ),
  'not listed': state(toList, {
    ...listed([]),
    'cases:list': [
      fail(
        'folder-not-writable',
        message('failure.case.read', { reason: { key: 'failure.file.not-allowed' } }),
      ),
    ],
  }),
  'one to be forgotten': state(async (opened) => {
    await toList(opened);
    await opened.page.locator('.history > li > button').first().click();
    await opened.page.locator('dialog').waitFor();
  }, listed(MANY_ROWS)),
  'one that stays': state(
    async (opened) => {
      await toList(opened);
      await opened.page.locator('.history > li > button').first().click();
      await opened.page.locator('dialog button.wrong').click();
      await opened.page.locator('.history .notice').waitFor();
    },
    { ...listed(MANY_ROWS), 'cases:remove': [fail('our-fault', message('failure.our-fault'))] },
  ),
  'another one while one is checked automatically': state(async (opened) => {
    const { page } = opened;
    await toKept(opened, SENT_CASE);
    await opened.tell('recheck:onState', SAMPLE_WAITING);
    await page.locator('.kept-foot button').last().click();
    await arrive(page, 'history');
    await page.locator('.history-row > button').nth(1).click();
    await page.locator('dialog').waitFor();
  }, listed(MANY_ROWS)),
};
