import { getuid } from 'node:process';

import { chromium } from 'playwright';
import type { Browser, Locator, Page } from 'playwright';

import { succeed } from '../../../src-main/contract/failure.ts';
import { findChromium } from './chromium.ts';
import type { BridgeScript, OpenedRenderer } from './open-renderer.ts';
import { SAMPLE_PLAN, SAMPLE_PREVIEW, SAMPLE_RESULT, SAMPLE_SAVED } from '../samples/sample-answers.ts';

/** What the bridge answers when everything goes well and the verdict is the wrong region. */
export const GOOD_ANSWERS: BridgeScript = {
  'app:facts': [succeed({ version: '1.2.3', electron: '45', platform: 'linux', packaged: false })],
  'diagnosis:lookUpSites': [succeed({ jiraSite: null, confluenceSite: null })],
  'diagnosis:plan': [succeed(SAMPLE_PLAN)],
  'diagnosis:start': [succeed(SAMPLE_RESULT)],
  'evidence:preview': [succeed(SAMPLE_PREVIEW)],
  'evidence:save': [succeed(SAMPLE_SAVED)],
};

/** A Chromium for the built window. Throws when there is none. */
export async function launchChromium(): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === null) throw new Error('Chromium is needed for these tests; run npm test.');
  // Chromium does not start as root with its sandbox; the product's own sandbox is tested in Electron.
  return chromium.launch({ executablePath, chromiumSandbox: getuid?.() !== 0 });
}

export const screenOf = (page: Page, name: string): Locator => page.locator(`[data-screen="${name}"]`);
export const primaryOf = (page: Page): Locator => page.locator('[data-primary]');

/** The screens of the way in their order. */
export const SCREENS_OF_THE_WAY = [
  'welcome',
  'connection',
  'checking',
  'verdict',
  'picture',
  'review',
  'hand-over',
] as const;
export type ScreenOfTheWay = (typeof SCREENS_OF_THE_WAY)[number];

/** Walks from the welcome to a screen by each one's primary button, without a word of any language. */
export async function walkTo(opened: OpenedRenderer, last: ScreenOfTheWay): Promise<void> {
  for (const name of SCREENS_OF_THE_WAY) {
    await screenOf(opened.page, name).waitFor();
    if (name === last) return;
    if (name === 'connection') {
      await opened.page.locator('[name="clientId"]').fill('FA4E1D00FA4E1D01FA4E1D02FA4E1D03');
      await opened.page.locator('[name="clientSecret"]').fill('fa4e5ec2'.repeat(8));
      await opened.page.locator('[name="jiraSite"]').fill('acme');
    }
    if (name === 'checking') await opened.finishRun();
    else await primaryOf(opened.page).click();
  }
}
