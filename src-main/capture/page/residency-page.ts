import { randomBytes } from 'node:crypto';

import { BrowserWindow, session as sessions } from 'electron';
import type { Rectangle, Session, WebContents } from 'electron';

import type { Residency } from '../../contract/diagnosis.ts';
import { fail, succeed } from '../../contract/failure.ts';
import type { Result } from '../../contract/failure.ts';
import type { Box, ResidencyCommand, ResidencyFact, ResidencyPageState } from '../../contract/picture.ts';
import { message } from '../../i18n/message.ts';
import type { Message } from '../../i18n/message.ts';
import { createHostQuestion } from './host-question.ts';
import type { HostQuestion } from './host-question.ts';
import { httpsHostOf } from '../../contract/input/https-host.ts';
import { isRefusedSignIn, permissionFor } from './page-policy.ts';
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
/** Wider than any screen; a page's own word is not enough to make a picture larger than that. */
const WIDEST = 6000;
/** A page that loads late parts takes a quarter of it; one that never ends must not keep the window busy. */
const WHOLE_PAGE_MS = 45_000;
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
  readonly hint: Message | null;
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
  /** Whether a company's sign-in may open, which waits for the person's word. */
  readonly question: HostQuestion;
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
      own.question.ask(address);
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
    const own: OpenPage = { window, session, allowedHosts: new Set(), question: createHostQuestion() };
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
      const { question, allowedHosts } = page;
      switch (command.kind) {
        case 'back':
          question.drop();
          webContents.navigationHistory.goBack();
          return;
        case 'reload':
          question.drop();
          webContents.reload();
          return;
        case 'close':
          await forget();
          return;
        case 'allow-host': {
          const address = question.allow(command.host);
          if (address === null) return;
          allowedHosts.add(command.host);
          await webContents.loadURL(address).catch(() => undefined);
          tell();
          return;
        }
        case 'deny-host':
          question.drop();
          tell();
      }
    },
    take: async (part) => {
      if (page === null) return fail('nothing-to-do', message('failure.page-closed'));
      const { webContents } = page.window;
      try {
        return succeed(part === 'visible' ? await takeVisible(webContents) : await takeWhole(webContents));
      } catch {
        return fail('not-a-picture', message('failure.page-not-taken'));
      }
    },
  };
}

function stateOf({ window, question }: OpenPage): ResidencyPageState {
  const { webContents } = window;
  const address = webContents.getURL();
  return {
    isOpen: true,
    host: httpsHostOf(address) ?? '',
    isLoading: webContents.isLoading(),
    canGoBack: webContents.navigationHistory.canGoBack(),
    asks: question.host(),
    isRefused: isRefusedSignIn(address),
  };
}

async function takeVisible(contents: WebContents): Promise<TakenScreenshot> {
  const reading = await read(contents);
  const image = await contents.capturePage();
  const scale = image.getSize().width / Math.max(1, reading.viewport.width);
  return screenshot(new Uint8Array(image.toPNG()), reading, scale);
}

/**
 * Shows the page so tall that nothing of it scrolls, takes it, and puts everything back. Rejects when it takes too long;
 * the debugger is off then, too, and with it whatever it changed.
 */
async function takeWhole(contents: WebContents): Promise<TakenScreenshot> {
  const { promise: tooLate, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error('The page took too long.')), WHOLE_PAGE_MS);
  const inTime = <T>(work: Promise<T>): Promise<T> => Promise.race([work, tooLate]);
  try {
    const { width, height } = pageHeightSchema.parse(await inTime(runInPage(contents, UNROLL_PAGE)));
    contents.debugger.attach('1.3');
    try {
      await inTime(
        contents.debugger.sendCommand('Emulation.setDeviceMetricsOverride', {
          width: Math.min(WIDEST, Math.round(width)),
          height: Math.min(TALLEST, Math.round(height)),
          deviceScaleFactor: 1,
          mobile: false,
        }),
      );
      await inTime(
        runInPage(contents, 'new Promise((done) => requestAnimationFrame(() => setTimeout(done, 250)))'),
      );
      const reading = await inTime(read(contents));
      const taken: unknown = await inTime(
        contents.debugger.sendCommand('Page.captureScreenshot', { format: 'png' }),
      );
      const data: unknown = typeof taken === 'object' && taken !== null ? Reflect.get(taken, 'data') : null;
      if (typeof data !== 'string') throw new Error('no picture');
      return screenshot(new Uint8Array(Buffer.from(data, 'base64')), reading, 1);
    } finally {
      await endOverride(contents, tooLate);
    }
  } finally {
    clearTimeout(timer);
  }
}

/** Gives the page its own size back and takes the debugger off, whatever has happened to the page meanwhile. */
async function endOverride(contents: WebContents, tooLate: Promise<never>): Promise<void> {
  const isThere = (): boolean => !contents.isDestroyed() && contents.debugger.isAttached();
  if (!isThere()) return;
  const cleared = contents.debugger.sendCommand('Emulation.clearDeviceMetricsOverride');
  await Promise.race([cleared, tooLate]).catch(() => undefined);
  if (isThere()) contents.debugger.detach();
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
