import type { Page } from 'playwright';

/** More stops than any screen has. */
const MAX_STOPS = 80;

/** A page as somebody meets it who has a keyboard and nothing else. */
export function keyboardOf(page: Page) {
  return {
    /** Presses Tab until the focus is on what `selector` means. Rejects after a whole round without it. */
    tabTo: async (selector: string): Promise<void> => {
      for (let stop = 0; stop < MAX_STOPS; stop += 1) {
        await page.keyboard.press('Tab');
        if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) === true, selector))
          return;
      }
      throw new Error(`Tab does not reach ${selector}`);
    },
    press: (key: string): Promise<void> => page.keyboard.press(key),
    type: (text: string): Promise<void> => page.keyboard.type(text),
  };
}
