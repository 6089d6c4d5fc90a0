import { randomBytes } from 'node:crypto';

import { BrowserWindow, session as sessions } from 'electron';
import type { Rectangle, Session, WebContents } from 'electron';

import { fail, succeed } from '../../contract/failure.ts';
import type { Result } from '../../contract/failure.ts';
import type { ResidencyCommand, ResidencyPageState } from '../../contract/picture.ts';
import { message } from '../../i18n/message.ts';
import { createHostQuestion } from './host-question.ts';
import type { HostQuestion } from './host-question.ts';
import { httpsHostOf } from '../../contract/input/https-host.ts';
import { isRefusedSignIn, permissionFor } from './page-policy.ts';
import type { Permission } from './page-policy.ts';
import { takePage } from './take-page.ts';
import type { TakenScreenshot } from './take-page.ts';

/** The address of the Data residency page itself is not documented. */
const START = 'https://admin.atlassian.com/';
/** The load was replaced by another one. */
const ERR_ABORTED = -3;
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

interface OpenPage {
  readonly window: BrowserWindow;
  readonly session: Session;
  readonly allowedHosts: Set<string>;
  /** Whether a company's sign-in may open. */
  readonly question: HostQuestion;
  /** Whether the page that was asked for is there, and not Chromium's own page about a failure. */
  isLoaded: boolean;
}

/**
 * Makes the owner of the one Atlassian window: Atlassian's page without a preload, and in an in-memory session under a fresh
 * name.
 */
export function createResidencyPage(options: ResidencyPageOptions) {
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
    const own: OpenPage = {
      window,
      session,
      allowedHosts: new Set(),
      question: createHostQuestion(),
      isLoaded: false,
    };
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
    webContents.on('did-navigate', () => {
      own.isLoaded = true;
      publishOwn();
    });
    webContents.on('did-fail-load', (_event, code, _reason, _address, isMainFrame) => {
      if (!isMainFrame || code === ERR_ABORTED) return;
      own.isLoaded = false;
      publishOwn();
    });
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

  /** Closes the window and empties its session; may be called at any time. */
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
    command: async (command: ResidencyCommand): Promise<void> => {
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
    take: async (part: 'visible' | 'whole'): Promise<Result<TakenScreenshot>> => {
      if (page === null) return fail('nothing-to-do', message('failure.page-closed'));
      if (!page.isLoaded) return fail('not-a-picture', message('failure.page-not-loaded'));
      try {
        return succeed(await takePage(page.window.webContents, part));
      } catch {
        return fail('not-a-picture', message('failure.page-not-taken'));
      }
    },
  };
}

function stateOf({ window, question, isLoaded }: OpenPage): ResidencyPageState {
  const { webContents } = window;
  const address = webContents.getURL();
  return {
    isOpen: true,
    // A page that did not load is not shown, whatever the address says.
    host: isLoaded ? (httpsHostOf(address) ?? '') : '',
    isLoading: webContents.isLoading(),
    canGoBack: webContents.navigationHistory.canGoBack(),
    asks: question.host(),
    isRefused: isRefusedSignIn(address),
  };
}
