import type { App, Session, WebContents } from 'electron';

import { isOwnPage } from '../../ipc/trusted-frame.ts';

/** The schemes that any session may request, with a narrower rule each; `file:` is not among them. */
const KNOWN_SCHEMES = /^(?:app|https|wss|data|blob|devtools):/u;

/**
 * Denies everything in a session: permissions, devices, downloads, local files. Spelling is off, since Chromium would
 * fetch dictionaries from Google for every session.
 */
export function lockDownSession(session: Session): void {
  session.setSpellCheckerLanguages([]);
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.on('will-download', (event) => event.preventDefault());
  session.webRequest.onBeforeRequest((details, answer) => {
    answer({ cancel: !KNOWN_SCHEMES.test(details.url) });
  });
}

/** A proxy that is not there, also for connections that no request handler sees. */
const NO_NETWORK = {
  mode: 'fixed_servers',
  proxyRules: 'http://127.0.0.1:9',
  // Otherwise Chromium connects to this computer directly.
  proxyBypassRules: '<-loopback>',
} as const;

/**
 * Closes a session to everything but the app's own page: requests are cancelled, and WebRTC, which no request handler and
 * no content policy sees, finds a proxy that is not there. Load a page with scripts only after it has resolved.
 */
export async function keepToOwnPage(session: Session): Promise<void> {
  session.webRequest.onBeforeRequest((details, answer) => {
    const stays =
      isOwnPage(details.url) || details.url.startsWith('data:') || details.url.startsWith('devtools:');
    answer({ cancel: !stays });
  });
  await session.setProxy(NO_NETWORK);
}

type IsAllowed = (address: string, isTopFrame: boolean) => boolean;

const navigationRules = new WeakMap<object, IsAllowed>();

/** Lets one page navigate where `isAllowed` says so. */
export function setNavigation(contents: object, isAllowed: IsAllowed): void {
  navigationRules.set(contents, isAllowed);
}

/**
 * Refuses navigation, redirects, new windows and webviews in a page, unless `setNavigation` allows them. WebRTC goes
 * through the network's proxy or not at all, since no content policy covers it.
 */
export function lockDownPage(contents: WebContents): void {
  const check = (event: {
    readonly url: string;
    readonly isMainFrame: boolean;
    preventDefault(): void;
  }): void => {
    if (navigationRules.get(contents)?.(event.url, event.isMainFrame) !== true) event.preventDefault();
  };
  contents.on('will-navigate', check);
  contents.on('will-redirect', check);
  contents.on('will-frame-navigate', check);
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
}

/**
 * Locks down every page and session, including any created later. Call it before the app is ready, since the first session
 * is made then. No client certificate is sent: by default Electron picks the first one of the store (electronjs.org, "app").
 */
export function lockDownEverything(app: App): void {
  // A DNS lookup alone can leak data, and no content policy covers it.
  app.commandLine.appendSwitch('blink-settings', 'dnsPrefetchingEnabled=false');
  app.on('web-contents-created', (_event, contents) => lockDownPage(contents));
  app.on('session-created', lockDownSession);
  app.on('select-client-certificate', (event, _contents, _url, _list, answer) => {
    event.preventDefault();
    answer();
  });
}
