/**
 * `npm run contact-sheet`: every state of every screen in four languages, light and dark, on sheets that can be read as a
 * whole, in `out/`. Arguments name the states that are wanted, by a part of their names: `npm run contact-sheet -- picture`.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

import type { Browser, Page } from 'playwright';

import { isLanguage, LANGUAGES } from '../../../src-main/i18n/language.ts';
import { build, isBuildStale } from '../electron-runtime/built-app.ts';
import { REPOSITORY } from '../electron-runtime/places.ts';
import { EVERY_STATE } from '../browser/every-screen.ts';
import { launchChromium, openState } from '../browser/open-state.ts';

const OUT = join(REPOSITORY, 'out');
const THEMES = ['light', 'dark'] as const;
const WINDOW = { width: 960, height: 720 };
/** Higher than any screen that is worth a look. */
const HIGHEST = 2600;
const COLUMNS = 3;
/** How high the shots of one sheet may be together, so that they can still be read when it is looked at as a whole. */
const SHEET_HEIGHT = COLUMNS * 2400;

/** One picture on a sheet: a state by its name, as a data address. */
interface Shot {
  readonly name: string;
  readonly address: string;
  readonly height: number;
}

/** Deals the shots out to sheets, in their order. */
function deal(shots: readonly Shot[]): Shot[][] {
  const sheets: Shot[][] = [];
  let left = 0;
  for (const shot of shots) {
    left -= shot.height;
    const sheet = sheets.at(-1);
    if (sheet !== undefined && left >= 0) sheet.push(shot);
    else {
      sheets.push([shot]);
      left = SHEET_HEIGHT - shot.height;
    }
  }
  return sheets;
}

/** Makes the window so high that nothing of the screen is left to scroll. */
async function unroll(page: Page): Promise<void> {
  await page.setViewportSize(WINDOW);
  const lacking = await page.evaluate(() =>
    Math.max(
      0,
      ...[...document.querySelectorAll('.column')].map(
        ({ scrollHeight, clientHeight }) => scrollHeight - clientHeight,
      ),
    ),
  );
  await page.setViewportSize({ ...WINDOW, height: Math.min(HIGHEST, WINDOW.height + lacking) });
}

/** Lays the shots out in columns, each with its name below, and takes one picture of them all. */
async function compose(browser: Browser, shots: readonly Shot[], path: string): Promise<void> {
  const page = await browser.newPage({
    viewport: { width: (COLUMNS * WINDOW.width) / 2, height: WINDOW.height },
  });
  await page.setContent(`<!doctype html>
    <style>
      body { margin: 12px; background: #888; columns: ${COLUMNS}; column-gap: 12px; font: 14px system-ui; }
      figure { margin: 0 0 12px; break-inside: avoid; }
      figcaption { padding: 4px; background: #fff; }
      img { display: block; width: 100%; }
    </style>
    ${shots.map(({ name, address }) => `<figure><img src="${address}"><figcaption>${name}</figcaption></figure>`).join('')}`);
  await page.evaluate(() => Promise.all([...document.images].map((image) => image.decode())));
  await page.screenshot({ path, fullPage: true });
  await page.close();
}

async function makeSheets(wanted: readonly string[]): Promise<void> {
  if (isBuildStale(REPOSITORY)) await build();
  mkdirSync(OUT, { recursive: true });
  const languages = Object.keys(LANGUAGES).filter(isLanguage);
  const sheets = new Map<string, Shot[]>();
  const browser = await launchChromium();
  try {
    const states = EVERY_STATE.filter(
      ({ name }) => wanted.length === 0 || wanted.some((part) => name.includes(part)),
    );
    for (const state of states) {
      const { page } = await openState(browser, state, { reducedMotion: 'reduce' });
      for (const language of languages) {
        // The page of a fault has no menu; it is in the language of the system.
        const menu = page.locator('.language select').last();
        if ((await menu.count()) > 0) {
          await menu.selectOption(language);
          await page.locator(`html[lang="${language}"]`).waitFor();
        }
        await unroll(page);
        for (const colorScheme of THEMES) {
          await page.emulateMedia({ colorScheme });
          const sheet = `contact-sheet-${language}-${colorScheme}`;
          const shot = await page.screenshot({ caret: 'hide' });
          const address = `data:image/png;base64,${shot.toString('base64')}`;
          const height = page.viewportSize()?.height ?? 0;
          sheets.set(sheet, [...(sheets.get(sheet) ?? []), { name: state.name, address, height }]);
        }
      }
      await page.close();
      process.stderr.write(`${state.name}\n`);
    }
    for (const [name, shots] of sheets) {
      for (const [index, sheet] of deal(shots).entries()) {
        const path = join(OUT, `${name}-${index + 1}.png`);
        await compose(browser, sheet, path);
        process.stdout.write(`${path}\n`);
      }
    }
  } finally {
    await browser.close();
  }
}

await makeSheets(process.argv.slice(2));
