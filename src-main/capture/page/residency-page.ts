import { randomBytes } from 'node:crypto';

import { BrowserWindow, session as sessions } from 'electron';
import type { Rectangle, Session, WebContents } from 'electron';

import type { Residency } from '../../contract/diagnosis.ts';
import { fail, succeed } from '../../contract/failure.ts';
import type { Result } from '../../contract/failure.ts';
import type { Box, ResidencyCommand, ResidencyFact, ResidencyPageState } from '../../contract/picture.ts';
import { readResidency } from '../../contract/residency-reading.ts';
import { message } from '../../i18n/message.ts';
import type { Message } from '../../i18n/message.ts';
import { createHostQuestion } from './host-question.ts';
import type { HostQuestion } from './host-question.ts';
import { httpsHostOf } from '../../contract/input/https-host.ts';
import { isRefusedSignIn, permissionFor } from './page-policy.ts';
import type { Permission } from './page-policy.ts';
import {
  EXPAND_SCROLL_AREAS,
  pageHeightSchema,
  pageReadingSchema,
  READ_PAGE,
  screenshotSchema,
} from './page-script.ts';
import type { PageReading } from './page-script.ts';
import { pageHint, readFacts } from './read-residency.ts';

/** The address of the Data residency page itself is not documented. */
const START = 'https://admin.atlassian.com/';
/** An isolated world: the page's scripts cannot see it. */
const ISOLATED_WORLD = 1001;
/** The size comes from the page, so it needs a limit. */
const MAX_HEIGHT = 16_000;
const MAX_WIDTH = 6000;
/** A page that loads late parts takes a quarter of it. */
const WHOLE_PAGE_LIMIT_MS = 45_000;
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
  /** The window's bounds, next to the main window. */
  readonly place: () => Rectangle;
  readonly onState: (state: ResidencyPageState) => void;
  /** See `emptySession`. */
  readonly empty: (session: Session) => Promise<void>;
  /** See `setNavigation`. */
  readonly setNavigation: (
    contents: WebContents,
    mayGo: (address: string, isTopFrame: boolean) => boolean,
  ) => void;
}

/** A picture of the page with what was read from it. Boxes are in pixels of the picture. */
export interface TakenScreenshot {
  readonly png: Uint8Array;
  readonly facts: readonly ResidencyFact[];
  readonly residency: Residency;
  readonly proposals: readonly Box[];
  /** A sentence when it may be the picture of another page. */
  readonly hint: Message | null;
}

/** Atlassian's page in its own window, without a preload and in an in-memory session under a fresh name. */
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
  /** Whether a company's sign-in may open. */
  readonly question: HostQuestion;
}

/** Makes the owner of the one Atlassian window. */
export function createResidencyPage(options: ResidencyPageOptions): ResidencyPage {
  let page: OpenPage | null = null;

  const publish = (): void => options.onState(page === null ? CLOSED : stateOf(page));

  const decide = (own: OpenPage, address: string, isTopFrame: boolean): boolean => {
    const permission: Permission = permissionFor({
      address,
      from: own.window.webContents.getURL(),
      isTopFrame,
      allowedHosts: own.allowedHosts,
    });
    if (permission === 'ask') {
      own.question.ask(address);
      publish();
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
    const publishOwn = (): void => {
      if (page === own) publish();
    };
    webContents.on('did-navigate', publishOwn);
    webContents.on('did-navigate-in-page', publishOwn);
    webContents.on('did-start-loading', publishOwn);
    webContents.on('did-stop-loading', publishOwn);
    webContents.on('will-prevent-unload', (event) => event.preventDefault());
    webContents.on('render-process-gone', () => window.destroy());
    window.on('closed', () => {
      if (page === own) page = null;
      void options.empty(session).finally(publish);
    });
    publish();
    // A page that does not load shows that itself, and can be reloaded.
    await webContents.loadURL(START).catch(() => undefined);
  };

  const forget = async (): Promise<void> => {
    if (page === null) return;
    const { window, session } = page;
    page = null;
    window.destroy();
    await options.empty(session);
    publish();
  };

  return {
    open,
    forget,
    command: async (command) => {
      if (page === null) return;
      const { question, allowedHosts, window } = page;
      const { webContents } = window;
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
          publish();
          return;
        }
        case 'deny-host':
          question.drop();
          publish();
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

/** Captures the page at its full height, so that nothing scrolls. Rejects when it takes too long; the debugger is off then too. */
async function takeWhole(contents: WebContents): Promise<TakenScreenshot> {
  const { promise: tooLate, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error('The page took too long.')), WHOLE_PAGE_LIMIT_MS);
  const inTime = <T>(work: Promise<T>): Promise<T> => Promise.race([work, tooLate]);
  try {
    const { width, height } = pageHeightSchema.parse(await inTime(runInPage(contents, EXPAND_SCROLL_AREAS)));
    contents.debugger.attach('1.3');
    try {
      await inTime(
        contents.debugger.sendCommand('Emulation.setDeviceMetricsOverride', {
          width: Math.min(MAX_WIDTH, Math.round(width)),
          height: Math.min(MAX_HEIGHT, Math.round(height)),
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
      return screenshot(new Uint8Array(Buffer.from(data, 'base64')), reading, 1);
    } finally {
      await endOverride(contents, tooLate);
    }
  } finally {
    clearTimeout(timer);
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

function screenshot(png: Uint8Array, reading: PageReading, scale: number): TakenScreenshot {
  const facts = readFacts(reading.rows);
  return {
    png,
    facts,
    residency: readResidency(facts).residency,
    proposals: reading.privateParts.flatMap((part) => boxOf(part, scale)),
    hint: pageHint(reading.text),
  };
}

/** Letters reach beyond the box of their text. */
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
  return contents.executeJavaScriptInIsolatedWorld(ISOLATED_WORLD, [{ code }]);
}
