import type { Page } from 'playwright';

import type { OpenedRenderer } from '../open-renderer.ts';
import { samplePng } from '../sample-png.ts';

/** Credentials in the shape of Xray's, obviously fake. */
const ID = 'FA4E1D00FA4E1D01FA4E1D02FA4E1D03';
export const SECRET = 'fa4e5ec2e7000102030405060708090a0b0c0d0e0f10111213141516171819fa';

/** Waits for a screen. */
export const screen = (page: Page, name: string) => page.locator(`[data-screen="${name}"]`).waitFor();
/** Presses the one primary button. */
export const primary = (page: Page) => page.locator('[data-primary]').click();
/** Unfolds whatever is folded. */
export const openDetails = (page: Page) =>
  page.locator('details').evaluateAll((all) => {
    for (const details of all) if (details instanceof HTMLDetailsElement) details.open = true;
  });

export async function toForm({ page }: OpenedRenderer): Promise<void> {
  await primary(page);
  await screen(page, 'connection');
}

export async function toCheck(opened: OpenedRenderer): Promise<void> {
  const { page } = opened;
  await toForm(opened);
  await page.locator('[name="clientId"]').fill(ID);
  await page.locator('[name="clientSecret"]').fill(SECRET);
  await page.locator('[name="jiraSite"]').fill('acme');
  await primary(page);
  await screen(page, 'checking');
}

export async function toVerdict(opened: OpenedRenderer): Promise<void> {
  await toCheck(opened);
  await opened.finishRun();
  await screen(opened.page, 'verdict');
}

export async function toPicture(opened: OpenedRenderer, way = 0): Promise<void> {
  await toVerdict(opened);
  await primary(opened.page);
  await screen(opened.page, 'picture');
  await opened.page.locator('.tabs label').nth(way).click();
}

export async function takePicture(opened: OpenedRenderer): Promise<void> {
  await toPicture(opened);
  const file = { name: 'shot.png', mimeType: 'image/png', buffer: Buffer.from(samplePng(300, 200)) };
  await opened.page.locator('input[type="file"]').setInputFiles(file);
  await opened.page.locator('.mask').first().waitFor();
}

export async function toReview(opened: OpenedRenderer): Promise<void> {
  await toVerdict(opened);
  await primary(opened.page);
  await screen(opened.page, 'picture');
  await primary(opened.page);
  await screen(opened.page, 'review');
}

export async function toHandOver(opened: OpenedRenderer): Promise<void> {
  await toReview(opened);
  await primary(opened.page);
  await screen(opened.page, 'hand-over');
}

export async function openFile({ page }: OpenedRenderer): Promise<void> {
  const file = { name: 'xray-evidence-acme.zip', mimeType: 'application/zip', buffer: Buffer.from('zip') };
  await page.locator('input[type="file"]').setInputFiles(file);
  await screen(page, 'evidence-file');
  await page.locator('.panel, .notice').first().waitFor();
}
