import { randomBytes } from 'node:crypto';

import { BrowserWindow, session as sessions } from 'electron';
import type { Rectangle, Session, WebContents } from 'electron';

import type { Residency } from '../contract/diagnosis.ts';
import { fail, succeed } from '../contract/failure.ts';
import type { Result } from '../contract/failure.ts';
import type { Box, ResidencyCommand, ResidencyFact, ResidencyPageState } from '../contract/picture.ts';
import { phrase } from '../words/phrase.ts';
import type { Phrase } from '../words/phrase.ts';
import { isRefusedSignIn, permissionFor, plainHostOf } from './page-policy.ts';
import type { Permission } from './page-policy.ts';
import { pageHeightSchema, pageReadingSchema, READ_PAGE, UNROLL_PAGE } from './page-script.ts';
import type { PageReading } from './page-script.ts';
import { pageHint, readResidency, residencyOf } from './read-residency.ts';

/** Where the way to the Data residency page begins; its exact address is not documented. */
const START = 'https://admin.atlassian.com/';
/** A world of the page's scripts that the page itself cannot look into. */
const OWN_WORLD = 1001;
/** Taller pictures are of no use to anybody, and cost memory. */
const TALLEST = 16_000;
const CLOSED: ResidencyPageState = {
  isOpen: false,
  host: '',
  isLoading: false,
  canGoBack: false,
  asks: null,
  isRefused: false,
};

export interface ResidencyPageOptions {
  readonly title: string;
  /** Where the window should stand: beside the wizard. */
  readonly place: () => Rectangle;
  readonly onState: (state: ResidencyPageState) => void;
  /** Leaves nothing behind in a session that a later window could find. */
  readonly empty: (session: Session) => Promise<void>;
  /** Lets a page go where this function allows it; without it every navigation is denied. */
  readonly setNavigation: (
    contents: WebContents,
    mayGo: (address: string, isTopFrame: boolean) => boolean,
  ) => void;
}

/** What was taken of the page. Boxes are in pixels of the picture. */
export interface TakenScreenshot {
  readonly png: Uint8Array;
  readonly facts: readonly ResidencyFact[];
  readonly residency: Residency;
  readonly proposals: readonly Box[];
  /** A sentence when it may be the picture of another page. */
  readonly hint: Phrase | null;
}

/** Atlassian's page in a window of ours: no preload, a session in memory under a name that is never used again. */
export interface ResidencyPage {
  open(): Promise<void>;
  command(command: ResidencyCommand): Promise<void>;
  take(part: 'visible' | 'whole'): Promise<Result<TakenScreenshot>>;
  /** Closes the window and empties its session; may be called at any time. */
  forget(): Promise<void>;
}

interface OpenPage {
  readonly window: BrowserWindow;
  readonly session: Session;
  readonly allowedHosts: Set<string>;
  /** The address of a company's sign-in that waits for the person's word. */
  asked: string | null;
}

/** Makes the holder of the one Atlassian window. */
export function createResidencyPage(options: ResidencyPageOptions): ResidencyPage {
  let page: OpenPage | null = null;

  const tell = (): void => options.onState(page === null ? CLOSED : stateOf(page));

  const decide = (own: OpenPage, address: string, isTopFrame: boolean): boolean => {
    const permission: Permission = permissionFor({
      address,
      from: own.window.webContents.getURL(),
      isTopFrame,
      allowedHosts: own.allowedHosts,
    });
    if (permission === 'ask') {
      own.asked = address;
      tell();
    }
    return permission === 'allow';
  };

  const open = async (): Promise<void> => {
    if (page !== null) {
      page.window.focus();
      return;
    }
    const session = sessions.fromPartition(`residency-${randomBytes(12).toString('hex')}`, { cache: false });
    session.webRequest.onBeforeRequest(({ url }, answer) => {
      answer({ cancel: !/^(?:https|wss|data|blob):/u.test(url) });
    });
    const window = new BrowserWindow({
      ...options.place(),
      title: options.title,
      autoHideMenuBar: true,
      webPreferences: {
        session,
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        webviewTag: false,
        disableDialogs: true,
        navigateOnDragDrop: false,
        spellcheck: false,
        devTools: false,
      },
    });
    const own: OpenPage = { window, session, allowedHosts: new Set(), asked: null };
    page = own;
    const { webContents } = window;
    options.setNavigation(webContents, (address, isTopFrame) => decide(own, address, isTopFrame));
    webContents.setWindowOpenHandler(({ url }) => {
      if (decide(own, url, true)) void webContents.loadURL(url);
      return { action: 'deny' };
    });
    const retell = (): void => {
      if (page === own) tell();
    };
    webContents.on('did-navigate', retell);
    webContents.on('did-navigate-in-page', retell);
    webContents.on('did-start-loading', retell);
    webContents.on('did-stop-loading', retell);
    webContents.on('will-prevent-unload', (event) => event.preventDefault());
    webContents.on('render-process-gone', () => window.destroy());
    window.on('closed', () => {
      if (page === own) page = null;
      void options.empty(session).finally(tell);
    });
    tell();
    // A page that does not load shows that itself, and can be loaded again.
    await webContents.loadURL(START).catch(() => undefined);
  };

  const forget = async (): Promise<void> => {
    if (page === null) return;
    const { window, session } = page;
    page = null;
    window.destroy();
    await options.empty(session);
    tell();
  };

  return {
    open,
    forget,
    command: async (command) => {
      if (page === null) return;
      const { webContents } = page.window;
      const { asked } = page;
      switch (command) {
        case 'back':
          webContents.goBack();
          return;
        case 'reload':
          webContents.reload();
          return;
        case 'close':
          await forget();
          return;
        case 'allow-host':
        case 'deny-host': {
          page.asked = null;
          const host = asked === null ? null : plainHostOf(asked);
          if (command === 'allow-host' && asked !== null && host !== null) {
            page.allowedHosts.add(host);
            await webContents.loadURL(asked).catch(() => undefined);
          }
          tell();
        }
      }
    },
    take: async (part) => {
      if (page === null) return fail('nothing-to-do', phrase('failure.page-closed'));
      const { webContents } = page.window;
      try {
        return succeed(part === 'visible' ? await takeVisible(webContents) : await takeWhole(webContents));
      } catch {
        return fail('not-a-picture', phrase('failure.page-not-taken'));
      }
    },
  };
}

function stateOf({ window, asked }: OpenPage): ResidencyPageState {
  const { webContents } = window;
  const address = webContents.getURL();
  return {
    isOpen: true,
    host: plainHostOf(address) ?? '',
    isLoading: webContents.isLoading(),
    canGoBack: webContents.canGoBack(),
    asks: asked === null ? null : plainHostOf(asked),
    isRefused: isRefusedSignIn(address),
  };
}

async function takeVisible(contents: WebContents): Promise<TakenScreenshot> {
  const reading = await read(contents);
  const image = await contents.capturePage();
  const scale = image.getSize().width / Math.max(1, reading.viewport.width);
  return screenshot(new Uint8Array(image.toPNG()), reading, scale);
}

/** Shows the page so tall that nothing of it scrolls, takes it, and puts everything back. */
async function takeWhole(contents: WebContents): Promise<TakenScreenshot> {
  const { width, height } = pageHeightSchema.parse(await runInPage(contents, UNROLL_PAGE));
  contents.debugger.attach('1.3');
  try {
    await contents.debugger.sendCommand('Emulation.setDeviceMetricsOverride', {
      width: Math.round(width),
      height: Math.min(TALLEST, Math.round(height)),
      deviceScaleFactor: 1,
      mobile: false,
    });
    await runInPage(contents, 'new Promise((done) => requestAnimationFrame(() => setTimeout(done, 250)))');
    const reading = await read(contents);
    const taken: unknown = await contents.debugger.sendCommand('Page.captureScreenshot', { format: 'png' });
    const data: unknown = typeof taken === 'object' && taken !== null ? Reflect.get(taken, 'data') : null;
    if (typeof data !== 'string') throw new Error('no picture');
    return screenshot(new Uint8Array(Buffer.from(data, 'base64')), reading, 1);
  } finally {
    await contents.debugger.sendCommand('Emulation.clearDeviceMetricsOverride');
    contents.debugger.detach();
  }
}

function screenshot(png: Uint8Array, reading: PageReading, scale: number): TakenScreenshot {
  const facts = readResidency(reading.rows);
  return {
    png,
    facts,
    residency: residencyOf(facts),
    proposals: reading.privateParts.flatMap((part) => boxOf(part, scale)),
    hint: pageHint(reading.text),
  };
}

/** Two pixels more on each side, since letters reach beyond the box of their text. */
const MARGIN = 2;

function boxOf(part: PageReading['privateParts'][number], scale: number): Box[] {
  const x = Math.max(0, Math.floor(part.x * scale) - MARGIN);
  const y = Math.max(0, Math.floor(part.y * scale) - MARGIN);
  const right = Math.ceil((part.x + part.width) * scale) + MARGIN;
  const bottom = Math.ceil((part.y + part.height) * scale) + MARGIN;
  return right > x && bottom > y ? [{ x, y, width: right - x, height: bottom - y }] : [];
}

async function read(contents: WebContents): Promise<PageReading> {
  return pageReadingSchema.parse(await runInPage(contents, READ_PAGE));
}

async function runInPage(contents: WebContents, code: string): Promise<unknown> {
  return contents.executeJavaScriptInIsolatedWorld(OWN_WORLD, [{ code }]);
}
