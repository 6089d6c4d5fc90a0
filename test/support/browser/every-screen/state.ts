import type { Page } from 'playwright';

import { succeed } from '../../../../src-main/contract/failure.ts';
import type { BridgeScript, OpenedRenderer } from '../open-renderer.ts';
import { SAMPLE_PLAN, SAMPLE_PREVIEW, SAMPLE_SAVED } from '../../samples/sample-answers.ts';
import { PAGE_BYTES, RESIDENCY, resultOf } from './samples.ts';

/** One state of a screen: what the main process answers, and the way there. */
export interface ScreenState {
  readonly script: BridgeScript | 'none';
  /** Nothing of it depends on the language of the window. */
  readonly walk: (opened: OpenedRenderer) => Promise<void>;
  /** How the fault that leads here shows on the console, if one does. */
  readonly complains?: RegExp;
}

export const ID = 'FA4E1D00FA4E1D01FA4E1D02FA4E1D03';
export const SECRET = 'fa4e5ec2e7000102030405060708090a0b0c0d0e0f10111213141516171819fa';

/** A main process that does all that it is asked for, and finds that the data is looked for in another region. */
export const GOOD: BridgeScript = {
  'app:facts': [
    succeed({ version: '1.2.3', electron: '45', platform: 'linux', packaged: false, hasPseudo: true }),
  ],
  'diagnosis:lookUpSites': [succeed({ jiraSite: null, confluenceSite: null })],
  'diagnosis:plan': [succeed(SAMPLE_PLAN)],
  'diagnosis:start': [succeed(resultOf(RESIDENCY))],
  'pictures:bytes': [succeed(PAGE_BYTES)],
  'cases:newest': [succeed(null)],
  'cases:current': [succeed(null)],
  'recheck:state': [succeed({ phase: 'off', ended: null })],
  'evidence:sendWay': [succeed({ way: 'mail' })],
  'evidence:folder': [succeed({ folderName: 'Downloads' })],
  'evidence:contact': [succeed({ contactName: '', contactMail: '' })],
  'evidence:preview': [succeed(SAMPLE_PREVIEW)],
  'evidence:save': [succeed(SAMPLE_SAVED)],
};

/** A state that the good main process leads to, but for `script`; `none` is a page without a bridge. */
export function state(walk: ScreenState['walk'], script: ScreenState['script'] = {}): ScreenState {
  return { script: script === 'none' ? script : { ...GOOD, ...script }, walk };
}

export const primary = (page: Page) => page.locator('[data-primary]');
export const field = (page: Page, name: string) => page.locator(`input[name="${name}"]`);

export async function arrive(page: Page, name: string): Promise<void> {
  await page.locator(`[data-screen="${name}"]`).waitFor();
}

/** The form with keys and a site. */
export async function filledForm({ page }: OpenedRenderer, site = 'acme'): Promise<void> {
  await field(page, 'clientId').fill(ID);
  await field(page, 'clientSecret').fill(SECRET);
  await field(page, 'jiraSite').fill(site);
}

/** A check that goes on. */
export async function toChecking(opened: OpenedRenderer): Promise<void> {
  await filledForm(opened);
  await primary(opened.page).click();
  await opened.page.locator('.run').waitFor();
}

export async function toResult(opened: OpenedRenderer): Promise<void> {
  await toChecking(opened);
  await opened.finishRun();
  await arrive(opened.page, 'result');
}

export async function toScreenshot(opened: OpenedRenderer): Promise<void> {
  await toResult(opened);
  await primary(opened.page).click();
  await arrive(opened.page, 'screenshot');
}

/** The last step, with the report made. A result about the region leads there past the screenshot. */
export async function toSend(opened: OpenedRenderer): Promise<void> {
  const { page } = opened;
  await toResult(opened);
  await primary(page).click();
  const screenshot = page.locator('[data-screen="screenshot"]');
  const send = page.locator('[data-screen="send"]');
  await screenshot.or(send).waitFor();
  if (await screenshot.isVisible()) await page.locator('[data-skip]').click();
  await page.locator('[data-screen="send"] .report-page').waitFor();
}

/** The screens of the way in their order. */
export const SCREENS_OF_THE_WAY = ['connect', 'result', 'screenshot', 'send'] as const;
export type ScreenOfTheWay = (typeof SCREENS_OF_THE_WAY)[number];

/** Walks from the first screen to another one of the way, without a word of any language. */
export async function walkTo(opened: OpenedRenderer, screen: ScreenOfTheWay): Promise<void> {
  const walks = {
    connect: () => arrive(opened.page, 'connect'),
    result: () => toResult(opened),
    screenshot: () => toScreenshot(opened),
    send: () => toSend(opened),
  };
  await walks[screen]();
}

/** Opens every fold of the screen. */
export async function unfold(page: Page): Promise<void> {
  for (const fold of await page.locator('main details > summary').all()) {
    if (await fold.isVisible()) await fold.click();
  }
}
