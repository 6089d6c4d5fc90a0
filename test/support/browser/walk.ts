import type { Page } from 'playwright';

/** What is typed into the form. */
export interface Typed {
  readonly clientId: string;
  readonly secret: string;
  readonly site?: string;
}

/** From the form into a check. Types key by key, as a person does. */
export async function submitForm(page: Page, typed: Typed): Promise<void> {
  await typeKeys(page, typed);
  await page.locator('[data-screen="connect"] [data-primary]').click();
}

/** Fills the form that is shown. */
export async function typeKeys(page: Page, { clientId, secret, site = 'acme' }: Typed): Promise<void> {
  await page.locator('input[name="clientId"]').fill(clientId);
  await page.locator('input[name="clientSecret"]').pressSequentially(secret);
  await page.locator('input[name="jiraSite"]').fill(site);
}

/** Waits until a check has ended with all its regions, and returns its verdict. */
export async function verdictOf(page: Page): Promise<string | null> {
  await page.locator('[data-verdict]:not(:has([data-comparing]))').waitFor({ timeout: 60_000 });
  return page.locator('[data-verdict]').first().getAttribute('data-verdict');
}

/** From the result to the report, past the screenshot where one is asked for. */
export async function toSend(page: Page): Promise<void> {
  await page
    .locator('[data-screen="result"] :is([data-way="screenshot"], [data-way="send"])')
    .first()
    .click();
  const send = page.locator('[data-screen="send"]');
  await page.locator('[data-screen="screenshot"]').or(send).waitFor();
  if (!(await send.isVisible())) await page.locator('[data-skip]').click();
  await send.locator('.report-page').waitFor();
}

/** Saves the report without sending it; what would open a folder is up to the caller. */
export async function save(page: Page): Promise<void> {
  await page.locator('[data-screen="send"] summary', { hasText: 'Other ways to send' }).click();
  await page.locator('[data-way="folder"]').click();
  await page.locator('.saved-line[data-saved="true"]').waitFor();
}

/** Takes the saved file to a mail by hand, which ends the way; the app forgets the keys. */
export async function leave(page: Page): Promise<void> {
  await page.locator('[data-way="file"]').click();
  await page.locator('[data-sent]').waitFor();
  await page.locator('[data-primary]').click();
  await page.locator('[data-screen="connect"]').waitFor();
}
