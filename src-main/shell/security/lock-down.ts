import type { App, Session, WebContents, WebRequest } from 'electron';

import { isOwnPage } from '../../ipc/trusted-frame.ts';

type LockableSession = Pick<
  Session,
  | 'setPermissionRequestHandler'
  | 'setPermissionCheckHandler'
  | 'setDevicePermissionHandler'
  | 'setSpellCheckerLanguages'
  | 'on'
> & { readonly webRequest: Pick<WebRequest, 'onBeforeRequest'> };

/** What a session of ours may ask for at all; each has a narrower rule of its own. No file of this computer is among it. */
const KNOWN_SCHEMES = /^(?:app|https|wss|data|blob|devtools):/u;

/**
 * Grants nothing to whatever runs in a session: no permission, no device, no download, no file of this computer. And no
 * spelling: Chromium would fetch dictionaries from Google as soon as there is a session, whatever its pages say.
 */
export function lockDownSession(session: LockableSession): void {
  session.setSpellCheckerLanguages([]);
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.on('will-download', (event) => event.preventDefault());
  session.webRequest.onBeforeRequest((details, answer) => {
    answer({ cancel: !KNOWN_SCHEMES.test(details.url) });
  });
}

/** A port at which nothing listens, for everything: also for what no request handler sees. */
const NO_NETWORK = {
  mode: 'fixed_servers',
  proxyRules: 'http://127.0.0.1:9',
  // Without it, Chromium goes to this computer directly.
  proxyBypassRules: '<-loopback>',
} as const;

/**
 * Closes a session to everything but our own page: no request leaves for the network, and a call between browsers, which
 * no request handler and no content policy sees, finds a proxy that is not there. Resolves once that holds; a page with
 * scripts is to be loaded after it.
 */
export async function keepToOwnPage(
  session: Pick<Session, 'setProxy'> & { readonly webRequest: Pick<WebRequest, 'onBeforeRequest'> },
): Promise<void> {
  session.webRequest.onBeforeRequest((details, answer) => {
    const stays =
      isOwnPage(details.url) || details.url.startsWith('data:') || details.url.startsWith('devtools:');
    answer({ cancel: !stays });
  });
  await session.setProxy(NO_NETWORK);
}

type MayGo = (address: string, isTopFrame: boolean) => boolean;

/** Pages that may go somewhere, each by a rule of its own. */
const navigations = new WeakMap<object, MayGo>();

/** Lets one page go where `mayGo` allows it. */
export function setNavigation(contents: object, mayGo: MayGo): void {
  navigations.set(contents, mayGo);
}

/**
 * Keeps one page where it is, unless a rule was set for it: no navigation, no redirect, no new window, no webview. Calls
 * between browsers go through the network's proxy or not at all, since no content policy holds them back.
 */
export function lockDownPage(
  contents: Pick<WebContents, 'on' | 'setWindowOpenHandler' | 'setWebRTCIPHandlingPolicy'>,
): void {
  const check = (event: {
    readonly url: string;
    readonly isMainFrame: boolean;
    preventDefault(): void;
  }): void => {
    if (navigations.get(contents)?.(event.url, event.isMainFrame) !== true) event.preventDefault();
  };
  contents.on('will-navigate', check);
  contents.on('will-redirect', check);
  contents.on('will-frame-navigate', check);
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
}

/**
 * Locks down every page and every session that the app will ever make, also one that nobody thought of. To be called
 * before the app is ready, since the first session is made then. No certificate of the person's is shown to anybody:
 * left alone, Electron would take the first one of the store without a word (electronjs.org, "app").
 */
export function lockDownEverything(
  app: Pick<App, 'on'> & { readonly commandLine: Pick<App['commandLine'], 'appendSwitch'> },
): void {
  // A page could tell something to whoever answers for a name, by the name alone; no policy of content is asked.
  app.commandLine.appendSwitch('blink-settings', 'dnsPrefetchingEnabled=false');
  app.on('web-contents-created', (_event, contents) => lockDownPage(contents));
  app.on('session-created', lockDownSession);
  app.on('select-client-certificate', (event, _contents, _url, _list, answer) => {
    event.preventDefault();
    answer();
  });
}
