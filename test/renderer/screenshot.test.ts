import type { Browser, Page } from 'playwright';
import { describe, expect, it } from 'vitest';

import { fail, succeed } from '../../src-main/contract/failure.ts';
import type { Box, CaptureSources } from '../../src-main/contract/picture.ts';
import { message } from '../../src-main/i18n/message.ts';
import {
  heldPicture,
  LONG_PREVIEW,
  PAGE_BYTES,
  SIX_PICTURES,
} from '../support/browser/every-screen/samples.ts';
import {
  added,
  chooseFacts,
  choosePicture,
  MASKS,
  SCREENSHOT_STATES,
  TAKEN,
  tellPage,
  toEditor,
  toOtherWays,
} from '../support/browser/every-screen/screenshot-states.ts';
import { arrive, GOOD, primary, toScreenshot, toSend } from '../support/browser/every-screen/state.ts';
import type { ScreenState } from '../support/browser/every-screen/state.ts';
import { openRenderer } from '../support/browser/open-renderer.ts';
import type { BridgeScript, OpenedRenderer } from '../support/browser/open-renderer.ts';
import { openState } from '../support/browser/open-state.ts';
import { withChromium } from '../support/browser/with-chromium.ts';
import { unfold } from '../support/browser/page/go.ts';

let browser: Browser;
withChromium.beforeAll(({ chromium }) => {
  browser = chromium;
});

async function open(
  walk: (opened: OpenedRenderer) => Promise<void>,
  script: BridgeScript = {},
): Promise<OpenedRenderer> {
  const opened = await openRenderer(browser, { ...GOOD, ...script });
  await walk(opened);
  return opened;
}

function named(name: string): ScreenState {
  const found = SCREENSHOT_STATES[name];
  if (found === undefined) throw new Error(`There is no state “${name}”.`);
  return found;
}

const callsOf = async ({ calls }: OpenedRenderer, name: string): Promise<unknown[]> =>
  (await calls()).filter(([called]) => called === name).map(([, input]) => input);
const lastEdit = async (opened: OpenedRenderer) =>
  (await callsOf(opened, 'pictures:edit')).at(-1) as { edit: { masks: Box[]; crop: Box | null } };
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

/** Pastes or drops a picture file onto the window, wherever the focus is. */
async function give(page: Page, how: 'paste' | 'drop'): Promise<void> {
  await page.evaluate(
    ([bytes, event]) => {
      const data = new DataTransfer();
      data.items.add(new File([new Uint8Array(bytes)], 'page.png', { type: 'image/png' }));
      document.body.dispatchEvent(
        event === 'paste'
          ? new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })
          : new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }),
      );
    },
    [PAGE_BYTES, how] as const,
  );
}

describe('the place for a screenshot', () => {
  it('wants a picture: its one button chooses it, and going on without one is quiet', async () => {
    const opened = await open(toScreenshot, added());
    const { page } = opened;
    expect(await primary(page).innerText()).toBe('Choose a picture');
    expect(await page.locator('[data-skip]').innerText()).toBe('Continue without a screenshot');
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), primary(page).click()]);
    await chooser.setFiles({ name: 'a.png', mimeType: 'image/png', buffer: Buffer.from(PAGE_BYTES) });
    await page.locator('.editor img').waitFor();
    expect(await primary(page).innerText()).toBe('Continue');
    await primary(page).click();
    await arrive(page, 'send');
    expect(opened.complaints).toEqual([]);
  });

  it.each(['paste', 'drop'] as const)('takes a %s anywhere in the window', async (how) => {
    const opened = await open(toScreenshot, added());
    await give(opened.page, how);
    await opened.page.locator('.editor img').waitFor();
    expect(await callsOf(opened, 'pictures:add')).toMatchObject([{ way: how }]);
    // The heading of what came tells it.
    expect(await opened.page.evaluate(() => document.activeElement?.textContent)).toBe(
      'Check your screenshot',
    );
  });

  it('opens Atlassian’s page in the browser by one button', async () => {
    const opened = await open(toScreenshot);
    await opened.page.getByRole('button', { name: 'Open admin.atlassian.com' }).click();
    expect(await callsOf(opened, 'app:openPage')).toMatchObject([{ page: 'admin' }]);
  });

  it.each([
    ['darwin', '⌘V', 'Control + Shift + Command + 4'],
    ['win32', 'Ctrl + V', 'Windows + Shift + S'],
  ])('names the keys of %s', async (platform, paste, shot) => {
    const opened = await open(toScreenshot, {
      'app:facts': [succeed({ version: '1.2.3', electron: '45', platform, packaged: false })],
    });
    const text = await opened.page.locator('main').innerText();
    expect(text).toContain(paste);
    expect(text).toContain(shot);
  });

  it('has a text to forward for who has no access', async () => {
    const opened = await open(toOtherWays);
    await button(opened.page, 'Copy the text').click();
    expect(await callsOf(opened, 'app:copyText')).toMatchObject([
      { text: expect.stringContaining('admin.atlassian.com') },
    ]);
    await opened.page.locator('.done').getByText('Copied.').waitFor();
    expect(await opened.page.locator('[aria-live]').textContent()).toBe('Copied.');
  });
});

describe('a window or screen that is captured', () => {
  /** Its list on a clock that the test moves on. */
  async function toCapture(chooser: CaptureSources['chooser']): Promise<OpenedRenderer> {
    const opened = await open(toOtherWays, {
      'pictures:listSources': [succeed({ sources: [], permission: null, chooser })],
      'pictures:capture': [fail('nothing-to-do', message('failure.nothing-chosen'))],
    });
    await opened.page.clock.install();
    await button(opened.page, 'Choose a window or screen').click();
    return opened;
  }

  it('is not looked for before it is asked for', async () => {
    const opened = await open(toOtherWays);
    expect(await callsOf(opened, 'pictures:listSources')).toEqual([]);
  });

  it('follows what is opened meanwhile where this app lists', async () => {
    const opened = await toCapture('app');
    await opened.page.getByText('No open window was found').waitFor();
    await opened.page.clock.runFor(9000);
    expect(await callsOf(opened, 'pictures:listSources')).toHaveLength(3);
    // Its clock would be the next one's.
    await opened.page.close();
  });

  it('goes by one button, without list or timer, where the system chooses; a closed dialog is no fault', async () => {
    const opened = await toCapture('system');
    const { page } = opened;
    await page.getByText('Your system then asks what to share').waitFor();
    await page.clock.runFor(60_000);
    expect(await callsOf(opened, 'pictures:listSources')).toHaveLength(1);
    await button(page, 'Choose a window or screen').click();
    await page.locator('.notice[data-tone="attention"]').getByText('choose a window or screen').waitFor();
    expect(await callsOf(opened, 'pictures:capture')).toEqual([{ id: null }]);
    expect(opened.complaints).toEqual([]);
    await page.close();
  });
});

describe('what is private in a screenshot', () => {
  it('is hidden by a box that stands where there is room, and goes far with few keys', async () => {
    const opened = await open(toEditor, added());
    const { page } = opened;
    await button(page, 'Hide something').click();
    await page.locator('.mask:focus').waitFor();
    const [first] = (await lastEdit(opened)).edit.masks;
    // The sample's rows have text from here to here.
    expect(first).toBeDefined();
    const { x, y, height } = first ?? { x: 0, y: 0, height: 0 };
    for (const top of [150, 202, 254, 306, 358, 410])
      expect(y + height <= top || y >= top + 12 || x > 710).toBe(true);

    await page.keyboard.press('ArrowLeft');
    expect((await lastEdit(opened)).edit.masks[0]).toMatchObject({ x: x - 10, y });
    await page.keyboard.press('Shift+ArrowLeft');
    expect((await lastEdit(opened)).edit.masks[0]).toMatchObject({ x: x - 60, y });
    await page.keyboard.press('Alt+ArrowDown');
    expect((await lastEdit(opened)).edit.masks[0]).toMatchObject({ x: x - 60, y, height: height + 10 });
    await page.keyboard.press('Control+ArrowDown');
    expect((await lastEdit(opened)).edit.masks[0]).toMatchObject({ x: x - 60, y: y + 1 });
    // From one end of the picture to the other.
    for (let press = 0; press < 20; press += 1) await page.keyboard.press('Shift+ArrowLeft');
    expect((await lastEdit(opened)).edit.masks[0]).toMatchObject({ x: 0 });
    await page.keyboard.press('Delete');
    expect((await lastEdit(opened)).edit.masks).toEqual([]);
  });

  it('is drawn over with the mouse, cropped, undone, and put back as it was', async () => {
    const opened = await open(toEditor, added());
    const { page } = opened;
    const area = await page.locator('.editor-frame').boundingBox();
    if (area === null) throw new Error('There is no picture.');
    const scale = heldPicture(1).width / area.width;
    const drag = async (from: number, to: number): Promise<void> => {
      await page.mouse.move(area.x + from, area.y + from);
      await page.mouse.down();
      await page.mouse.move(area.x + to, area.y + to);
      await page.mouse.up();
    };
    await drag(30, 90);
    expect((await lastEdit(opened)).edit.masks).toHaveLength(1);
    await page.getByText('1 area hidden').waitFor();
    await page.mouse.click(area.x + 200, area.y + 200);
    await button(page, 'Crop').click();
    await page.getByText('Draw around what you want to keep').waitFor();
    await drag(10, 150);
    const { crop, masks } = (await lastEdit(opened)).edit;
    expect(masks).toHaveLength(1);
    expect(crop?.width).toBeCloseTo(140 * scale, -1);
    await button(page, 'Undo').click();
    expect((await lastEdit(opened)).edit.crop).toBeNull();
    await button(page, 'Redo').click();
    expect((await lastEdit(opened)).edit.crop).toEqual(crop);
    await button(page, 'Cancel').click();
    expect((await lastEdit(opened)).edit).toEqual({ masks: [], crop: null, caption: '' });
    // That can be undone as well.
    await button(page, 'Undo').click();
    expect((await lastEdit(opened)).edit.masks).toHaveLength(1);
    expect(opened.complaints).toEqual([]);
  });

  it('is left by Escape while it is drawn', async () => {
    const opened = await open(toEditor, added());
    const { page } = opened;
    await button(page, 'Crop').click();
    await page.getByText('Draw around what you want to keep').waitFor();
    await page.keyboard.press('Escape');
    await page.getByText('Nothing hidden').waitFor();
    expect(await callsOf(opened, 'pictures:edit')).toEqual([]);
  });

  it('is hidden in the small picture, too', async () => {
    const opened = await openState(browser, named('six screenshots'));
    const { page } = opened;
    for (const [index, { edit }] of SIX_PICTURES.entries()) {
      const small = page.locator('.thumbnails svg').nth(index);
      const rects = await small
        .locator('rect')
        .evaluateAll((all) =>
          all.map((rect) => ['x', 'y', 'width', 'height'].map((name) => Number(rect.getAttribute(name)))),
        );
      expect(rects).toEqual(edit.masks.map(({ x, y, width, height }) => [x, y, width, height]));
      const { x, y, width, height } = edit.crop ?? {
        x: 0,
        y: 0,
        width: heldPicture(1).width,
        height: heldPicture(1).height,
      };
      expect(await small.getAttribute('viewBox')).toBe(`${x} ${y} ${width} ${height}`);
    }
    const fill = await page
      .locator('.thumbnails rect')
      .first()
      .evaluate((rect) => getComputedStyle(rect).fill);
    expect(fill).toBe('rgb(31, 41, 51)');
  });

  it('goes with its screenshot, and the next one or the place comes', async () => {
    const [one, two] = [heldPicture(1), heldPicture(2)];
    const opened = await open(toEditor, {
      'pictures:add': [one, two].map((picture) => succeed({ kind: 'added', picture })),
      'pictures:remove': [succeed([one]), succeed([])],
    });
    const { page } = opened;
    await give(page, 'paste');
    await page.locator('.thumbnails').waitFor();
    expect(await page.locator('.thumbnails button').nth(1).getAttribute('aria-pressed')).toBe('true');
    await button(page, 'Remove screenshot').click();
    await page.locator('.thumbnails').waitFor({ state: 'detached' });
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
    await button(page, 'Remove screenshot').click();
    await page.locator('.place').waitFor();
    expect(await callsOf(opened, 'pictures:remove')).toEqual([{ id: 'picture-2' }, { id: 'picture-1' }]);
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
  });

  it('is never said to be “nothing” in the list of what is sent', async () => {
    const opened = await open(toSend, { 'evidence:preview': [succeed(LONG_PREVIEW)] });
    await unfold(opened.page);
    const names = await opened.page.locator('.file', { hasText: 'pictures/' }).allInnerTexts();
    expect(names.length).toBeGreaterThan(0);
    expect(names.join()).not.toContain('removed');
  });
});

describe('what the page says', () => {
  it('is chosen once from Atlassian’s own words, and comes back as one line', async () => {
    const opened = await open(toEditor, added());
    const { page } = opened;
    for (const name of ['Location of Jira', 'Status of Jira', 'Location of Xray', 'Status of Xray'])
      await page.getByRole('combobox', { name, exact: true }).waitFor();
    await chooseFacts(opened, 'EU', 'Pinned', 'Global', 'Eligible');
    const reading = page.locator('.reading');
    expect(await reading.getAttribute('data-situation')).toBe('movable');
    expect(await reading.innerText()).toContain('An organization admin can also try moving Xray');
    // What the line says already is not said a second time.
    expect(await page.locator('main .notice').allInnerTexts()).toEqual([]);
    await primary(page).click();
    await arrive(page, 'send');
    await expect
      .poll(async () => (await callsOf(opened, 'evidence:preview')).at(-1))
      .toMatchObject({
        residency: 'pinned',
        facts: [
          { product: 'Jira', location: 'EU', status: 'Pinned' },
          { product: 'Xray', location: 'Global', status: 'Eligible' },
        ],
      });
  });

  it('is filled in from the page where it was read, and can be corrected with other words', async () => {
    const opened = await open(async (each) => {
      await tellPage(each);
      await button(each.page, 'Capture whole page').click();
      await each.page.locator('.editor img').waitFor();
    }, TAKEN);
    const { page } = opened;
    const choices = page.locator('.choice select');
    const values = () => choices.evaluateAll((all) => all.map((each) => (each as HTMLSelectElement).value));
    expect(await values()).toEqual(['EU', 'Pinned', 'Global, and a remark of the page', 'Eligible']);
    expect(await page.locator('legend').first().innerText()).toBe('Jira, read from the page');
    // The boxes that were proposed stand from the start.
    expect(await page.locator('.mask').count()).toBe(1);
    await choices.nth(2).selectOption('other');
    const own = page.locator('.choice input:focus');
    await own.fill('Frankfurt');
    expect(await page.locator('.reading').getAttribute('data-situation')).toBe('unknown');
    await own.fill('EU');
    await choices.nth(3).selectOption('Pinned');
    expect(await page.locator('.reading').getAttribute('data-situation')).toBe('pinned');
  });

  it('stays while its only word is replaced by another one, also without a picture', async () => {
    const { page } = await open(toEditor, { ...added(), 'pictures:remove': [succeed([])] });
    const location = page.getByRole('combobox', { name: 'Location of Jira', exact: true });
    await location.selectOption('EU');
    await button(page, 'Remove screenshot').click();
    await page.locator('.place').waitFor();
    await location.selectOption('other');
    await page.locator('.choice input:focus').fill('Frankfurt');
    expect(await page.locator('.choice input').inputValue()).toBe('Frankfurt');
  });

  it('leads back to the result in a move, and to no mail', async () => {
    const opened = await openState(browser, named('a move'));
    const { page } = opened;
    expect(await page.locator('.reading').innerText()).toContain('Wait until it is complete');
    expect(await primary(page).innerText()).toBe('Back to the result');
    await primary(page).click();
    await arrive(page, 'result');
    expect(await primary(page).innerText()).toBe('Check automatically');
  });

  it('is held against how the regions answered', async () => {
    const opened = await openState(browser, named('page and regions apart'));
    expect(await opened.page.locator('main .notice').allInnerTexts()).toEqual([
      expect.stringContaining('only'),
    ]);
  });
});

it('takes a picture that Chromium has to decode, and a chosen one beside it', async () => {
  const opened = await open(toScreenshot, {
    'pictures:add': [
      succeed({ kind: 'decode-first', mediaType: 'image/bmp' }),
      succeed({
        kind: 'added',
        picture: heldPicture(1, { edit: { masks: MASKS, crop: null, caption: '' } }),
      }),
      succeed({ kind: 'added', picture: heldPicture(2) }),
    ],
  });
  await choosePicture(opened);
  expect(await opened.page.locator('.mask').count()).toBe(2);
  await give(opened.page, 'drop');
  await opened.page.locator('.thumbnails').waitFor();
  expect((await callsOf(opened, 'pictures:add')).length).toBe(3);
});
