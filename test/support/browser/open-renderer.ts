import { once } from 'node:events';
import { createServer } from 'node:http';
import type { ServerResponse } from 'node:http';
import { fileURLToPath } from 'node:url';

import type { Browser, CDPSession, Page } from 'playwright';

import { namesOf } from '../../../src-main/contract/ipc/call.ts';
import { BRIDGE_NAME } from '../../../src-main/contract/ipc/channel.ts';
import type { IpcNames } from '../../../src-main/contract/ipc/channel.ts';
import { ipcSchema } from '../../../src-main/contract/ipc/ipc-schema.ts';
import type { CallChannel, EventChannel } from '../../../src-main/contract/ipc/ipc-schema.ts';
import type { Progress } from '../../../src-main/contract/diagnosis.ts';
import { DEFAULT_SUPPORT } from '../../../src-main/contract/support/default-support.ts';
import { succeed } from '../../../src-main/contract/failure.ts';
import type { Result } from '../../../src-main/contract/failure.ts';
import { APP_PAGE, serveAppScheme } from '../../../src-main/shell/security/app-scheme.ts';
import { portOf } from '../servers/port-of.ts';

/**
 * What the bridge answers, by channel (`evidence:save`); several are given one after another, the last one again and again. `never` is a
 * request that does not come back.
 */
export type BridgeScript = Partial<Record<CallChannel, readonly (Result<unknown> | 'never')[]>>;

/** The built window in a browser, with a scripted bridge in place of the preload's. */
export interface OpenedRenderer {
  readonly page: Page;
  /** Errors of the page and refusals of its content policy. */
  readonly complaints: readonly string[];
  /** Every call of the bridge so far. */
  readonly calls: () => Promise<readonly (readonly [CallChannel, unknown])[]>;
  readonly progress: (value: Progress) => Promise<void>;
  /** Tells the window something on another channel. */
  readonly tell: (name: Exclude<EventChannel, 'diagnosis:onProgress'>, value: unknown) => Promise<void>;
  /** Lets `diagnosis:start` answer; it waits until then. */
  readonly finishRun: () => Promise<void>;
}

/** What every window asks for as it begins; a script may say otherwise. */
const ANSWERS: BridgeScript = {
  'app:language': [succeed({ language: 'system' })],
  'support:profile': [succeed({ source: 'default', support: DEFAULT_SUPPORT, problem: null })],
  'cases:list': [succeed([])],
  'cases:count': [succeed(0)],
  'pictures:list': [succeed([])],
  'evidence:takePending': [succeed([])],
};

const USUAL_VIEWPORT = { width: 1040, height: 720 };

const DIST = fileURLToPath(new URL('../../../dist/renderer', import.meta.url));

/** How somebody looks at the window, and in which country; each is as it is on most computers unless it is named. */
interface Surroundings {
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly reducedMotion?: 'reduce' | 'no-preference';
  readonly forcedColors?: 'active' | 'none';
  readonly locale?: string;
  readonly timezoneId?: string;
  /** Runs inside the page before its own scripts, and needs nothing from outside. */
  readonly watch?: () => void;
}

/** The page of each browser. */
const shared = new WeakMap<Browser, RendererPage>();

/**
 * Opens the built window as the app's own scheme would serve it, with the same headers. Each browser has one page, which is
 * loaded anew each time; that takes a third of the time of a new one. Whoever puts something into it that outlives that, such
 * as a clock, closes it.
 */
export async function openRenderer(
  browser: Browser,
  script: BridgeScript | 'none',
  surroundings: Surroundings = {},
): Promise<OpenedRenderer> {
  const open = shared.get(browser);
  const page = open === undefined || open.isClosed() ? await openRendererPage(browser) : open;
  shared.set(browser, page);
  return page.load(script, surroundings);
}

/** One page in which the window can be loaded again and again, each time with another script. */
interface RendererPage {
  readonly load: (script: BridgeScript | 'none', surroundings: Surroundings) => Promise<OpenedRenderer>;
  readonly isClosed: () => boolean;
}

/** See `openRenderer`. */
async function openRendererPage(browser: Browser): Promise<RendererPage> {
  const page = await browser.newPage({ viewport: USUAL_VIEWPORT });
  page.setDefaultTimeout(10_000);
  const address = await windowAddress();
  const debug = await page.context().newCDPSession(page);
  await debug.send('Page.enable');
  let complaints: string[] = [];
  let loads = 0;
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  let identifier: string | null = null;
  return {
    load: async (script, surroundings) => {
      complaints = [];
      loads += 1;
      if (loads > 1) {
        // What the test before may have left.
        await page.unrouteAll({ behavior: 'ignoreErrors' });
        await page.mouse.move(0, 0);
      }
      await surround(page, debug, surroundings);
      // Unlike Playwright's own way these can be taken back.
      if (identifier !== null) await debug.send('Page.removeScriptToEvaluateOnNewDocument', { identifier });
      const source = beforeItsScripts(script, surroundings.watch);
      ({ identifier } = await debug.send('Page.addScriptToEvaluateOnNewDocument', { source }));
      await page.goto(address);
      return {
        page,
        complaints,
        calls: () => page.evaluate(() => Reflect.get(window, 'bridgeCalls')),
        progress: (value) =>
          page.evaluate((each) => Reflect.get(window, 'tell')('diagnosis:onProgress', each), value),
        tell: (name, value) =>
          page.evaluate(([event, each]) => Reflect.get(window, 'tell')(event, each), [name, value] as const),
        finishRun: () => page.evaluate(() => Reflect.get(window, 'finishRun')()),
      };
    },
    isClosed: () => page.isClosed(),
  };
}

/** Country and clock are set through the debugger: of Playwright's pages each has one for good. */
async function surround(page: Page, debug: CDPSession, surroundings: Surroundings): Promise<void> {
  const { viewport = USUAL_VIEWPORT, reducedMotion = 'no-preference', forcedColors = 'none' } = surroundings;
  const { locale = 'en-US', timezoneId = '' } = surroundings;
  await page.setViewportSize(viewport);
  await page.emulateMedia({ colorScheme: 'light', reducedMotion, forcedColors });
  await debug.send('Emulation.setUserAgentOverride', { userAgent: '', acceptLanguage: locale });
  await debug.send('Emulation.setLocaleOverride', { locale });
  await debug.send('Emulation.setTimezoneOverride', { timezoneId });
}

function beforeItsScripts(script: BridgeScript | 'none', watch: Surroundings['watch']): string {
  const bridge = (given: BridgeScript): string => {
    const all = { script: { ...ANSWERS, ...given }, names: namesOf(ipcSchema), bridgeName: BRIDGE_NAME };
    return `(${String(installBridge)})(${JSON.stringify(all)});`;
  };
  return [script === 'none' ? '' : bridge(script), watch === undefined ? '' : `(${String(watch)})();`].join(
    '\n',
  );
}

let serving: Promise<string> | null = null;

/** The address of the window, from a server of this process that answers as the app's own scheme does. */
function windowAddress(): Promise<string> {
  return (serving ??= serveWindow());
}

async function serveWindow(): Promise<string> {
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
  const answer = async (path: string, response: ServerResponse): Promise<void> => {
    // A browser asks for it by itself, which it does not under the app's own scheme.
    if (path === '/favicon.ico') {
      response.writeHead(204).end();
      return;
    }
    const given = await answerTo(new Request(new URL(path, APP_PAGE)));
    const headers = Object.fromEntries(given.headers);
    // The scripts bear their hash in their name: a browser need not read them anew for each state.
    if (path.startsWith('/assets/')) headers['cache-control'] = 'max-age=3600, immutable';
    response.writeHead(given.status, headers).end(Buffer.from(await given.arrayBuffer()));
  };
  const server = createServer((request, response) => void answer(request.url ?? '/', response));
  server.listen(0, '127.0.0.1').unref();
  await once(server, 'listening');
  return `http://127.0.0.1:${portOf(server)}/index.html`;
}

/** Runs inside the page, before its own scripts. */
function installBridge(given: {
  readonly script: BridgeScript;
  readonly names: IpcNames;
  readonly bridgeName: string;
}): void {
  const calls: unknown[] = [];
  const listeners = new Map<string, ((value: unknown) => void)[]>();
  let release: () => void = () => undefined;
  const subscribe = (channel: string) => {
    const own: ((value: unknown) => void)[] = [];
    listeners.set(channel, own);
    return (listener: (value: unknown) => void) => {
      own.push(listener);
      return () => own.splice(own.indexOf(listener), 1);
    };
  };
  const answerer = (channel: string) => {
    const answers: unknown[] = [...(Reflect.get(given.script, channel) ?? [{ ok: true, value: null }])];
    return async (input: unknown) => {
      calls.push([channel, input]);
      if (channel === 'diagnosis:start') await new Promise<void>((resolve) => (release = resolve));
      const answer = answers.length > 1 ? answers.shift() : answers[0];
      return answer === 'never' ? new Promise(() => undefined) : answer;
    };
  };
  const bridge: Record<string, Record<string, unknown>> = {};
  for (const [group, members] of Object.entries(given.names)) {
    const own: Record<string, unknown> = (bridge[group] = {});
    for (const [name, kind] of Object.entries(members))
      own[name] = (kind === 'event' ? subscribe : answerer)(`${group}:${name}`);
  }
  Object.assign(window, {
    bridgeCalls: calls,
    tell: (channel: string, value: unknown) => listeners.get(channel)?.forEach((listener) => listener(value)),
    finishRun: () => release(),
    [given.bridgeName]: Object.freeze(bridge),
  });
}
