import type { Browser } from 'playwright';
import { expect, it } from 'vitest';

import { EVERY_SCREEN } from '../support/browser/every-screen.ts';
import { GOOD, toChecking, toSend } from '../support/browser/every-screen/state.ts';
import { openRenderer } from '../support/browser/open-renderer.ts';
import type { BridgeScript, OpenedRenderer } from '../support/browser/open-renderer.ts';
import { withChromium } from '../support/browser/with-chromium.ts';

let browser: Browser;
withChromium.beforeAll(({ chromium }) => {
  browser = chromium;
});

async function toOpenPage(opened: OpenedRenderer): Promise<void> {
  await EVERY_SCREEN.screenshot['our window open']?.walk(opened);
}

/** A button that can do nothing once it was pressed, the way to it, and what then does not come back. */
const BUSY: readonly (readonly [string, (opened: OpenedRenderer) => Promise<void>, BridgeScript])[] = [
  ['Stop', toChecking, { 'diagnosis:cancel': ['never'] }],
  ['Open the email', toSend, { 'evidence:save': ['never'] }],
  ['Capture whole page', toOpenPage, { 'residencyPage:take': ['never'] }],
];

it.each(BUSY)(
  '“%s” keeps the focus while it can do nothing, and does nothing',
  async (name, walk, script) => {
    const opened = await openRenderer(browser, { ...GOOD, ...script });
    const { page } = opened;
    await walk(opened);
    const button = page.getByRole('button', { name: name.replace(' …', ''), exact: !name.endsWith('…') });
    await button.focus();
    await button.press('Enter');
    await page.locator('button[aria-disabled="true"]:focus').waitFor();
    const before = (await opened.calls()).length;
    await page.keyboard.press('Enter');
    // A second answer of the window would have been asked for by now: this one comes after it.
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
    expect(await opened.calls()).toHaveLength(before);
  },
);
