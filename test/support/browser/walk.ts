import type { Page } from 'playwright';

import type { LaunchedApp } from '../electron-runtime/launching/launch.ts';

/** What is typed into the form. */
export interface Typed {
  readonly clientId: string;
  readonly secret: string;
  readonly site?: string;
}

/** From the form into a check. */
export async function submitForm(page: Page, typed: Typed): Promise<void> {
  await typeKeys(page, typed);
  await page.locator('[data-screen="connect"] [data-primary]').click();
}

/** Fills the form that is shown. The secret comes whole, as whoever copied it in Xray pastes it. */
export async function typeKeys(page: Page, { clientId, secret, site = 'acme' }: Typed): Promise<void> {
  await page.locator('input[name="clientId"]').fill(clientId);
  await page.locator('input[name="clientSecret"]').fill(secret);
  await page.locator('input[name="jiraSite"]').fill(site);
}

/** Waits until a check has ended with all its regions, and returns its verdict. */
export async function verdictOf(page: Page): Promise<string | null> {
  await page.locator('[data-verdict]:not(:has([data-comparing]))').waitFor({ timeout: 60_000 });
  return page.locator('[data-verdict]').first().getAttribute('data-verdict');
}

/** Opens the fold that holds what the selector finds, unless it is open. */
export async function unfold(page: Page, inside: string): Promise<void> {
  const closed = page.locator(`main details.fold:not([open]):has(${inside}) > summary`).first();
  if ((await closed.count()) > 0) await closed.click();
}

/** From the result to the report, past the screenshot where one is asked for. */
export async function toSend(page: Page): Promise<void> {
  await page
    .locator('[data-screen="result"] :is([data-way="screenshot"], [data-way="send"])')
    .first()
    .click();
  const sending = page.locator('[data-screen="send"]');
  await page.locator('[data-screen="screenshot"]').or(sending).waitFor();
  if (!(await sending.isVisible())) await page.locator('[data-skip]').click();
  await sending.locator('.report-page').waitFor();
}

/** Saves the report without sending it; what would open a folder is up to the caller. */
export async function save(page: Page): Promise<void> {
  await unfold(page, '[data-way="folder"]');
  await page.locator('[data-way="folder"]').click();
  await page.locator('.saved-line[data-saved="true"]').waitFor();
}

/** Sends the report by the one green button; what would open another program is up to the caller. */
export async function send(page: Page): Promise<void> {
  await page.locator('[data-screen="send"] [data-primary]:not([aria-disabled="true"])').click();
  await page.locator('[data-sent]').waitFor();
}

/** From the last sentence to the first screen; the app forgets the keys. */
export async function finish(page: Page): Promise<void> {
  await page.locator('[data-screen="send"]:has([data-sent]) [data-primary]').click();
  await page.locator('[data-screen="connect"]').waitFor();
}

/** Lets the app open nothing outside of itself, and tells what it would have opened. */
export async function keepOpened({ app }: LaunchedApp): Promise<() => Promise<string[]>> {
  await app.evaluate(({ shell }) => {
    const opened: string[] = [];
    Reflect.set(globalThis, 'opened', opened);
    Object.assign(shell, {
      openExternal: async (address: string) => void opened.push(address),
      openPath: async (path: string) => {
        opened.push(path);
        return '';
      },
      showItemInFolder: (path: string) => void opened.push(path),
    });
  });
  return () => app.evaluate(() => Reflect.get(globalThis, 'opened'));
}

/** Saves the report by copying its file, which starts no other program. */
export async function saveByCopying(page: Page): Promise<void> {
  await unfold(page, '[data-way="file"]');
  await page.locator('[data-way="file"]').click();
  await page.locator('[data-sent]').waitFor();
}
