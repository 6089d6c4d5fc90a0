import type { Page } from 'playwright';

/** What is typed into the form; the Confluence site stays as it is proposed. */
export interface Typed {
  readonly clientId: string;
  readonly secret: string;
  readonly site?: string;
}

/** From the first screen through the form into a check. Types key by key, as a person does. */
export async function submitForm(page: Page, { clientId, secret, site = 'acme' }: Typed): Promise<void> {
  await page.locator('[data-screen="welcome"] [data-primary]').click();
  await typeKeys(page, { clientId, secret, site });
  await page.locator('[data-screen="connection"] [data-primary]').click();
}

/** Fills the form that is shown. */
export async function typeKeys(page: Page, { clientId, secret, site = 'acme' }: Typed): Promise<void> {
  await page.locator('input[name="clientId"]').fill(clientId);
  await page.locator('input[name="clientSecret"]').pressSequentially(secret);
  await page.locator('input[name="jiraSite"]').fill(site);
}

/** Waits until a run has ended, and gives its verdict. */
export async function verdictOf(page: Page): Promise<string | null> {
  // The primary button waits for the comparison of the hosts.
  await page
    .locator('[data-screen="verdict"] [data-primary]:not([aria-disabled="true"])')
    .waitFor({ timeout: 60_000 });
  return page.locator('[data-verdict]').first().getAttribute('data-verdict');
}

/** From the verdict to the evidence, past the picture where one is asked for. */
export async function toReview(page: Page): Promise<void> {
  await page.locator('[data-screen="verdict"] :is([data-way="picture"], [data-way="review"])').click();
  await page.locator('[data-screen="picture"], [data-screen="review"]').first().waitFor();
  const picture = page.locator('[data-screen="picture"] [data-primary]');
  if ((await picture.count()) > 0) await picture.click();
  await page.locator('[data-screen="review"] [data-primary]').waitFor();
}

/** From the evidence to the saved file. */
export async function save(page: Page): Promise<void> {
  await page.locator('[data-screen="review"] [data-primary]').click();
  await page.locator('[data-screen="hand-over"]').waitFor();
}

/** Leaves the case behind; the app forgets the keys. */
export async function leave(page: Page): Promise<void> {
  await page.locator('[data-screen="hand-over"] footer button:not([data-primary])').last().click();
  // It offers to keep the case first.
  await page.getByRole('button', { name: 'Finish and forget my keys' }).click();
  await page.locator('[data-screen="welcome"]').waitFor();
}
