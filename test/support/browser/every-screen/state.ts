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
  'app:facts': [succeed({ version: '1.2.3', electron: '45', platform: 'linux', packaged: false })],
  'diagnosis:lookUpSites': [succeed({ jiraSite: null, confluenceSite: null })],
  'diagnosis:plan': [succeed(SAMPLE_PLAN)],
  'diagnosis:start': [succeed(resultOf(RESIDENCY))],
  'pictures:bytes': [succeed(PAGE_BYTES)],
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

export async function toConnection({ page }: OpenedRenderer): Promise<void> {
  await primary(page).click();
  await arrive(page, 'connection');
}

export async function filledForm(opened: OpenedRenderer, site = 'acme'): Promise<void> {
  const { page } = opened;
  await toConnection(opened);
  await field(page, 'clientId').fill(ID);
  await field(page, 'clientSecret').fill(SECRET);
  await field(page, 'jiraSite').fill(site);
}

export async function toChecking(opened: OpenedRenderer): Promise<void> {
  await filledForm(opened);
  await primary(opened.page).click();
  await arrive(opened.page, 'checking');
}

export async function toVerdict(opened: OpenedRenderer): Promise<void> {
  await toChecking(opened);
  await opened.finishRun();
  await arrive(opened.page, 'verdict');
}

export async function toPicture(opened: OpenedRenderer): Promise<void> {
  await toVerdict(opened);
  await primary(opened.page).click();
  await arrive(opened.page, 'picture');
}

export async function toReview(opened: OpenedRenderer): Promise<void> {
  await toPicture(opened);
  await primary(opened.page).click();
  await arrive(opened.page, 'review');
}

export async function toHandOver(opened: OpenedRenderer): Promise<void> {
  await toReview(opened);
  await opened.page.locator('button.file').first().waitFor();
  await primary(opened.page).click();
  await arrive(opened.page, 'hand-over');
}

/** Opens every fold of the screen. */
export async function unfold(page: Page): Promise<void> {
  for (const fold of await page.locator('main details > summary').all()) {
    if (await fold.isVisible()) await fold.click();
  }
}
