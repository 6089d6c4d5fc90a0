import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { fail, succeed } from '../../src-main/contract/failure.ts';
import type { CaptureSources } from '../../src-main/contract/picture.ts';
import { message } from '../../src-main/i18n/message.ts';
import { launchChromium } from '../support/browser/open-state.ts';
import { openRenderer } from '../support/browser/open-renderer.ts';
import type { OpenedRenderer } from '../support/browser/open-renderer.ts';
import { GOOD, toPicture } from '../support/browser/every-screen/state.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

/** The way "Capture a window" on a clock that the test moves on. */
async function toCapture(chooser: CaptureSources['chooser']): Promise<OpenedRenderer> {
  const opened = await openRenderer(browser, {
    ...GOOD,
    'pictures:listSources': [succeed({ sources: [], permission: null, chooser })],
    'pictures:capture': [fail('nothing-to-do', message('failure.nothing-chosen'))],
  });
  await toPicture(opened);
  await opened.page.clock.install();
  await opened.page.getByText('Capture a window').click();
  return opened;
}

const callsOf = async ({ calls }: OpenedRenderer, name: string): Promise<unknown[]> =>
  (await calls()).filter(([called]) => called === name).map(([, input]) => input);

describe('the picture of a window or screen', () => {
  it('follows what is opened meanwhile where this app lists', async () => {
    const opened = await toCapture('app');
    await opened.page.getByText('No window can be seen').waitFor();
    await opened.page.clock.runFor(9000);
    expect(await callsOf(opened, 'pictures:listSources')).toHaveLength(3);
    // Its clock would be the next one's.
    await opened.page.close();
  });

  it('goes by one button, without list or timer, where the system chooses; a closed dialog is no fault', async () => {
    const opened = await toCapture('system');
    const { page } = opened;
    const choose = page.getByRole('button', { name: 'Choose a window or screen' });
    await choose.waitFor();
    await page.clock.runFor(60_000);
    expect(await callsOf(opened, 'pictures:listSources')).toHaveLength(1);
    expect(await page.locator('.sources, .drop button.quiet').count()).toBe(0);
    await choose.click();
    await page
      .locator('.notice[data-tone="attention"]')
      .getByText('No window or screen was chosen')
      .waitFor();
    expect(await callsOf(opened, 'pictures:capture')).toEqual([{ id: null }]);
    expect(await choose.isEnabled()).toBe(true);
    expect(opened.complaints).toEqual([]);
    await page.close();
  });
});
