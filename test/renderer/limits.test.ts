import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { MAX_NOTE_LENGTH } from '../../src-main/contract/values.ts';
import { openRenderer } from '../support/browser/open-renderer.ts';
import { GOOD_ANSWERS, launchChromium, walkTo } from '../support/browser/window-walk.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

describe('a field with a limit', () => {
  it('says so when more is pasted than it takes', async () => {
    const opened = await openRenderer(browser, GOOD_ANSWERS);
    const { page } = opened;
    await walkTo(opened, 'review');
    const note = page.locator('.note textarea');
    await note.focus();
    await page.keyboard.insertText('n'.repeat(MAX_NOTE_LENGTH - 1));
    expect(await page.locator('.note output').count()).toBe(0);
    await page.keyboard.insertText('more than it takes');
    expect(await note.inputValue()).toHaveLength(MAX_NOTE_LENGTH);
    await page.locator('.note output').waitFor();
    expect(await page.locator('.note output').innerText()).toContain('4,000 characters');
  });
});
