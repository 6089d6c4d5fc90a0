import type { Page } from 'playwright';

/** Waits until the window's script has taken the page over: that its first screen can be seen says nothing of that. */
export async function untilAwake(page: Page): Promise<void> {
  // A plain page holds an empty frame until then, a drawn one is inert.
  await page.locator('#root:not([inert]) > :not(#resumed)').first().waitFor({ state: 'attached' });
}
