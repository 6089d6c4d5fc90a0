import type { WebContents } from 'electron';

import { readResidency } from '../../contract/residency/residency-reading.ts';
import {
  EXPAND_SCROLL_AREAS,
  pageHeightSchema,
  pageReadingSchema,
  READ_PAGE,
  screenshotSchema,
} from './page-script.ts';
import type { PageReading } from './page-script.ts';
import { proposeMasks } from './propose-masks.ts';
import { pageHint, readFacts } from './read-residency.ts';

/** An isolated world: the page's scripts cannot see it. */
const ISOLATED_WORLD = 1001;
/** The size comes from the page, so it needs a limit. */
const MAX_HEIGHT = 16_000;
const MAX_WIDTH = 6000;
/** A page that loads late parts takes a quarter of it. */
const LIMIT_MS = 45_000;

/** A picture of the page with what was read from it. */
export type TakenScreenshot = ReturnType<typeof screenshot>;

/** Captures what is visible, or the page at its full height. Rejects when it takes too long; no debugger is attached then. */
export async function takePage(contents: WebContents, part: 'visible' | 'whole'): Promise<TakenScreenshot> {
  const { promise: tooLate, reject } = Promise.withResolvers<never>();
  // A page that loops forever answers nothing.
  const timer = setTimeout(() => reject(new Error('The page took too long.')), LIMIT_MS);
  tooLate.catch(() => undefined);
  const inTime = <T>(work: Promise<T>): Promise<T> => Promise.race([work, tooLate]);
  try {
    return await (part === 'visible' ? takeVisible(contents, inTime) : takeWhole(contents, inTime, tooLate));
  } finally {
    clearTimeout(timer);
  }
}

type InTime = <T>(work: Promise<T>) => Promise<T>;

async function takeVisible(contents: WebContents, inTime: InTime): Promise<TakenScreenshot> {
  const reading = await inTime(read(contents));
  const image = await inTime(contents.capturePage());
  const size = image.getSize();
  const scale = size.width / Math.max(1, reading.viewport.width);
  return screenshot(new Uint8Array(image.toPNG()), reading, { ...size, scale });
}

/** Lays the page out at its full height, so that nothing scrolls. */
async function takeWhole(
  contents: WebContents,
  inTime: InTime,
  tooLate: Promise<never>,
): Promise<TakenScreenshot> {
  const whole = pageHeightSchema.parse(await inTime(runInPage(contents, EXPAND_SCROLL_AREAS)));
  const width = Math.min(MAX_WIDTH, Math.round(whole.width));
  const height = Math.min(MAX_HEIGHT, Math.round(whole.height));
  contents.debugger.attach('1.3');
  try {
    await inTime(
      contents.debugger.sendCommand('Emulation.setDeviceMetricsOverride', {
        width,
        height,
        deviceScaleFactor: 1,
        mobile: false,
      }),
    );
    await inTime(
      runInPage(contents, 'new Promise((done) => requestAnimationFrame(() => setTimeout(done, 250)))'),
    );
    const reading = await inTime(read(contents));
    const { data } = screenshotSchema.parse(
      await inTime(contents.debugger.sendCommand('Page.captureScreenshot', { format: 'png' })),
    );
    return screenshot(new Uint8Array(Buffer.from(data, 'base64')), reading, { width, height, scale: 1 });
  } finally {
    await endOverride(contents, tooLate);
  }
}

/** Restores the page's size and detaches the debugger, whatever happened to the page. */
async function endOverride(contents: WebContents, tooLate: Promise<never>): Promise<void> {
  const isThere = (): boolean => !contents.isDestroyed() && contents.debugger.isAttached();
  if (!isThere()) return;
  const cleared = contents.debugger.sendCommand('Emulation.clearDeviceMetricsOverride');
  await Promise.race([cleared, tooLate]).catch(() => undefined);
  if (isThere()) contents.debugger.detach();
}

function screenshot(
  png: Uint8Array,
  reading: PageReading,
  picture: { readonly width: number; readonly height: number; readonly scale: number },
) {
  const { facts, cells } = readFacts(reading.rows);
  return {
    png,
    facts,
    residency: readResidency(facts).residency,
    /** In pixels of the picture. */
    proposals: proposeMasks(
      reading,
      cells.map(({ box }) => box),
      picture,
    ),
    /** A sentence when it may be the picture of another page. */
    hint: pageHint(reading.text),
  };
}

async function read(contents: WebContents): Promise<PageReading> {
  return pageReadingSchema.parse(await runInPage(contents, READ_PAGE));
}

async function runInPage(contents: WebContents, code: string): Promise<unknown> {
  return contents.executeJavaScriptInIsolatedWorld(ISOLATED_WORLD, [{ code }]);
}
