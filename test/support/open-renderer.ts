import { fileURLToPath } from 'node:url';

import type { Browser, Page } from 'playwright';

import type { EventName, InvokeName } from '../../src-main/contract/channel-names.ts';
import { EVENT_CHANNELS, INVOKE_CHANNELS } from '../../src-main/contract/channel-names.ts';
import type { Progress } from '../../src-main/contract/diagnosis.ts';
import { DEFAULT_SUPPORT } from '../../src-main/contract/default-support.ts';
import { succeed } from '../../src-main/contract/failure.ts';
import type { Result } from '../../src-main/contract/failure.ts';
import { APP_PAGE, serveAppScheme } from '../../src-main/shell/app-scheme.ts';

/**
 * What the bridge answers, by function; several are given one after another, the last one again and again. `never` is a
 * request that does not come back.
 */
export type BridgeScript = Partial<Record<InvokeName, readonly (Result<unknown> | 'never')[]>>;

/** The built window in a browser, with a scripted bridge in place of the preload's. */
export interface OpenedRenderer {
  readonly page: Page;
  /** Errors of the page and refusals of its content policy. */
  readonly complaints: readonly string[];
  /** Every call of the bridge so far. */
  readonly calls: () => Promise<readonly (readonly [InvokeName, unknown])[]>;
  readonly progress: (value: Progress) => Promise<void>;
  /** Tells the window something on another channel. */
  readonly tell: (name: Exclude<EventName, 'progress'>, value: unknown) => Promise<void>;
  /** Lets `startDiagnosis` answer; it waits until then. */
  readonly finishRun: () => Promise<void>;
}

/** What every window asks for as it begins; a script may say otherwise. */
const ANSWERS: BridgeScript = {
  languageChoice: [succeed({ language: 'system' })],
  supportProfile: [succeed({ source: 'default', support: DEFAULT_SUPPORT, problem: null })],
  listCases: [succeed([])],
  heldPictures: [succeed([])],
};

const DIST = fileURLToPath(new URL('../../dist/renderer', import.meta.url));
const ORIGIN = 'https://window.test';

/**
 * Opens the built window as the app's own scheme would serve it, with the same headers. `watch` runs inside the page before
 * its own scripts.
 */
export async function openRenderer(
  browser: Browser,
  script: BridgeScript,
  { watch, ...options }: Parameters<Browser['newPage']>[0] & { readonly watch?: () => void } = {},
): Promise<OpenedRenderer> {
  const page = await browser.newPage({ viewport: { width: 1040, height: 720 }, ...options });
  page.setDefaultTimeout(10_000);
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });

  let answerTo: (request: Request) => Response | Promise<Response> = () =>
    new Response(null, { status: 500 });
  serveAppScheme(
    {
      handle: (_scheme, handler) => {
        answerTo = handler;
      },
    },
    DIST,
  );
  await page.route(`${ORIGIN}/**`, async (route) => {
    const { pathname } = new URL(route.request().url());
    const response = await answerTo(new Request(new URL(pathname, APP_PAGE)));
    await route.fulfill({
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: Buffer.from(await response.arrayBuffer()),
    });
  });
  await page.addInitScript(installBridge, {
    script: { ...ANSWERS, ...script },
    names: Object.keys(INVOKE_CHANNELS),
    events: Object.keys(EVENT_CHANNELS),
  });
  if (watch !== undefined) await page.addInitScript(watch);
  await page.goto(`${ORIGIN}/index.html`);
  return {
    page,
    complaints,
    calls: () => page.evaluate(() => Reflect.get(window, 'bridgeCalls')),
    progress: (value) => page.evaluate((each) => Reflect.get(window, 'tell')('progress', each), value),
    tell: (name, value) =>
      page.evaluate(([event, each]) => Reflect.get(window, 'tell')(event, each), [name, value] as const),
    finishRun: () => page.evaluate(() => Reflect.get(window, 'finishRun')()),
  };
}

/** Runs inside the page, before its own scripts. */
function installBridge(given: {
  readonly script: BridgeScript;
  readonly names: readonly string[];
  readonly events: readonly string[];
}): void {
  const calls: unknown[] = [];
  const listeners = new Map<string, ((value: unknown) => void)[]>();
  let release: () => void = () => undefined;
  const bridge: Record<string, unknown> = {};
  for (const name of given.events) {
    const own: ((value: unknown) => void)[] = [];
    listeners.set(name, own);
    bridge[`on${name.charAt(0).toUpperCase()}${name.slice(1)}`] = (listener: (value: unknown) => void) => {
      own.push(listener);
      return () => own.splice(own.indexOf(listener), 1);
    };
  }
  for (const name of given.names) {
    const answers: unknown[] = [...(Reflect.get(given.script, name) ?? [{ ok: true, value: null }])];
    bridge[name] = async (input: unknown) => {
      calls.push([name, input]);
      if (name === 'startDiagnosis') await new Promise<void>((resolve) => (release = resolve));
      const answer = answers.length > 1 ? answers.shift() : answers[0];
      return answer === 'never' ? new Promise(() => undefined) : answer;
    };
  }
  Object.assign(window, {
    bridgeCalls: calls,
    tell: (name: string, value: unknown) => listeners.get(name)?.forEach((listener) => listener(value)),
    finishRun: () => release(),
    xrayDoctor: Object.freeze(bridge),
  });
}
