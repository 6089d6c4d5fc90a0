import type { ShownCase } from '../../../src-main/contract/case.ts';
import type { Diagnosis } from '../../../src-main/contract/diagnosis.ts';
import { fail, succeed } from '../../../src-main/contract/failure.ts';
import { phrase } from '../../../src-main/words/phrase.ts';
import type { BridgeScript, OpenedRenderer } from '../open-renderer.ts';
import {
  FIXED_CASE,
  openedCase,
  SAMPLE_CASE,
  SAMPLE_ROWS,
  SAMPLE_SUPPORT,
  SAMPLE_WAITING,
  SENT_CASE,
  WORSE_CASE,
} from '../sample-cases.ts';
import { BLOCKED, HEALTHY } from './answers.ts';
import type { Scene } from './scenes.ts';
import { openDetails, primary, screen, SECRET, toHandOver, toVerdict } from './ways.ts';

const ROWS: BridgeScript = { listCases: [succeed(SAMPLE_ROWS)] };
const withCase = (kept: ShownCase, diagnosis?: Diagnosis): BridgeScript => ({
  ...ROWS,
  openCase: [succeed(openedCase(kept, diagnosis))],
});

/** The list of cases, from the first screen. */
export async function toCases({ page }: OpenedRenderer): Promise<void> {
  await page.locator('[data-door="cases"]').click();
  await screen(page, 'cases');
  await page.locator('.cases, .empty, .notice').first().waitFor();
}

/** The first case of the list, opened. */
export async function toFollowUp(opened: OpenedRenderer): Promise<void> {
  await toCases(opened);
  await opened.page.locator('.case-name').first().click();
  await screen(opened.page, 'follow-up');
}

/** A case that is kept and checked, so that the keys are held. */
export async function keepAndFollow(opened: OpenedRenderer): Promise<void> {
  await toVerdict(opened);
  await opened.page.locator('.keep button').click();
  await opened.page.locator('.keep .done').waitFor();
  await opened.page.locator('.keep button').click();
  await screen(opened.page, 'follow-up');
}

const KEEPING: BridgeScript = { ...ROWS, keepCase: [succeed(SAMPLE_CASE)] };

/** The screens of kept cases, in every state that looks different. */
export const CASE_SCENES: readonly Scene[] = [
  { name: 'cases, none', script: {}, go: toCases },
  { name: 'cases, of every kind', script: ROWS, go: toCases },
  {
    name: 'cases, unreadable',
    script: {
      listCases: [
        fail(
          'folder-not-writable',
          phrase('failure.cases.read', { reason: { key: 'failure.file.not-allowed' } }),
        ),
      ],
    },
    go: toCases,
  },
  {
    name: 'cases, one being renamed',
    script: ROWS,
    go: async (opened) => {
      await toCases(opened);
      await opened.page.locator('.case-deeds button').first().click();
      await opened.page.locator('.case-rename').waitFor();
    },
  },
  {
    name: 'cases, one to be deleted',
    script: ROWS,
    go: async (opened) => {
      await toCases(opened);
      await opened.page.locator('.case-deeds button').nth(1).click();
      await opened.page.locator('dialog').waitFor();
    },
  },
  {
    name: 'verdict, kept',
    script: KEEPING,
    go: async (opened) => {
      await toVerdict(opened);
      await opened.page.locator('.keep button').click();
      await opened.page.locator('.keep .done').waitFor();
    },
  },
  {
    name: 'verdict, not kept',
    script: { keepCase: [fail('case-not-clean', phrase('failure.case.not-clean'))] },
    go: async (opened) => {
      await toVerdict(opened);
      await opened.page.locator('.keep button').click();
      await opened.page.locator('.notice').waitFor();
    },
  },
  {
    name: 'hand-over, asked whether to keep',
    script: KEEPING,
    go: async (opened) => {
      await toHandOver(opened);
      await opened.page.locator('.bar-actions button').first().click();
      await opened.page.locator('dialog').waitFor();
    },
  },
  {
    name: 'follow-up, sent',
    script: withCase(SENT_CASE),
    go: async (opened) => {
      await toFollowUp(opened);
      await openDetails(opened.page);
      await opened.page.locator('.bundles button').first().click();
      await opened.page.locator('.bundles .done').waitFor();
    },
  },
  { name: 'follow-up, after the fix', script: withCase(FIXED_CASE, HEALTHY), go: toFollowUp },
  { name: 'follow-up, worse again', script: withCase(WORSE_CASE, BLOCKED), go: toFollowUp },
  { name: 'follow-up, with keys', script: KEEPING, go: keepAndFollow },
  {
    name: 'follow-up, waiting',
    script: { ...KEEPING, startWaiting: [succeed({ ...SAMPLE_WAITING, postponed: 'asked-to-wait' })] },
    go: async (opened) => {
      await keepAndFollow(opened);
      await opened.page.locator('.wait-start button').click();
      await opened.page.locator('.wait-running').waitFor();
    },
  },
  {
    name: 'follow-up, waiting has ended',
    script: withCase(SENT_CASE),
    go: async (opened) => {
      await toFollowUp(opened);
      await opened.tell('waiting', { phase: 'off', ended: 'keys-refused' });
      await opened.page.locator('.wait-end').waitFor();
    },
  },
  {
    name: 'connection, of a kept case',
    script: withCase(SENT_CASE),
    go: async (opened) => {
      await toFollowUp(opened);
      await primary(opened.page);
      await screen(opened.page, 'connection');
      await opened.page.locator('[name="clientSecret"]').fill(SECRET);
    },
  },
  {
    name: 'welcome, of another support',
    script: { supportProfile: [succeed(SAMPLE_SUPPORT)] },
    go: async (opened) => openDetails(opened.page),
  },
  {
    name: 'welcome, profile refused',
    script: {
      openSupportProfile: [
        fail(
          'profile-refused',
          phrase('profile.rule.mail', { where: 'line', line: 4, key: 'mail', isThere: 'yes' }),
        ),
      ],
    },
    go: async (opened) => {
      await opened.page.locator('.profile-opener > button').click();
      await opened.page.locator('.notice').waitFor();
    },
  },
];
