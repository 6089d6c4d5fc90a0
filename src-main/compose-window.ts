import { join } from 'node:path';

import { app, dialog, ipcMain, Menu, powerMonitor, protocol, screen, session } from 'electron';
import type { BrowserWindow, Rectangle } from 'electron';

import { compose, PRODUCT } from './compose.ts';
import type { Composed } from './compose.ts';
import { appFactsSchema } from './contract/channels.ts';
import { createPictureShelf } from './capture/picture-shelf.ts';
import { createResidencyPage } from './capture/residency-page.ts';
import { captureSource, listCaptureSources } from './capture/screen-picture.ts';
import { planOf } from './diagnosis/plan.ts';
import { registerHandlers, sendEvent } from './ipc/register-handlers.ts';
import { openCase } from './ipc/window-services.ts';
import { createWorkInHand } from './ipc/work-in-hand.ts';
import { createChromiumClient } from './network/chromium-client.ts';
import { chromiumResolverRules } from './network/connect-to.ts';
import { HTTP_LIMITS } from './network/http-client.ts';
import { parsePacAnswer } from './network/proxy-route.ts';
import { serveAppScheme } from './shell/app-scheme.ts';
import { reportCrashes, reviveCrashedPage } from './shell/crash.ts';
import { createDesktop, openExternal } from './shell/desktop.ts';
import { emptySession } from './shell/empty-session.ts';
import { endWhenWritten } from './shell/end-when-written.ts';
import { askWhenHung } from './shell/hang.ts';
import { watchHelperProcesses } from './shell/helper-processes.ts';
import { keepToOwnPage, setNavigation } from './shell/lock-down.ts';
import { createLog } from './shell/log.ts';
import { createMainWindow, movePage, openPage } from './shell/main-window.ts';
import { menuTemplate } from './shell/menu.ts';

/** Where the built parts lie; the main file is in `dist/main`. */
const DIST = join(import.meta.dirname, '..');

/** A session for the network's ways alone: it tells the system's proxies and makes the second opinion's calls. */
const NETWORK_SESSION = 'network';

/** The test door for Chromium's own network stack; to be called before the app is ready. Does nothing in a packaged app. */
export function openTestDoor(): void {
  const door = app.isPackaged ? '' : (process.env['XRAY_DOCTOR_CONNECT_TO'] ?? '');
  if (door !== '') app.commandLine.appendSwitch('host-resolver-rules', chromiumResolverRules(door));
}

/** The open window, for the other instances of the app. */
export interface OpenedWindow {
  /** Brings the window to the front, and has it show an evidence file if one is named. */
  comeForward(evidence: string | null): void;
}

/**
 * Joins Electron to the services and opens the window, with the evidence file that the app was started with. To be
 * called once the app is ready, after `lockDownEverything`. Ends the app with a dialog, and gives null, when the
 * surroundings cannot be used.
 */
export async function composeWindow(evidence: string | null): Promise<OpenedWindow | null> {
  keepToOwnPage(session.defaultSession);
  serveAppScheme(protocol, join(DIST, 'renderer'));
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(process.platform)));

  const network = session.fromPartition(NETWORK_SESSION);
  const composed = compose({
    env: process.env,
    testDoor: !app.isPackaged,
    resolveRoute: async (url) => parsePacAnswer(await network.resolveProxy(url)),
    secondOpinion: () => createChromiumClient({ session: network, limits: HTTP_LIMITS, empty: emptySession }),
  });
  if (!composed.ok) {
    dialog.showErrorBox(PRODUCT.name, composed.failure.message);
    app.quit();
    return null;
  }
  const window = createMainWindow({
    title: PRODUCT.name,
    preload: join(DIST, 'preload', 'preload.cjs'),
    devTools: !app.isPackaged,
  });
  const opened = connectWindow(window, composed.value, evidence);
  await openPage(window, 'anew');
  return opened;
}

function connectWindow(window: BrowserWindow, composed: Composed, evidence: string | null): OpenedWindow {
  const contents = window.webContents;
  const desktop = createDesktop(window);
  const residencyPage = createResidencyPage({
    title: `Atlassian – ${PRODUCT.name}`,
    place: () => besideOf(window.getBounds(), screen.getDisplayMatching(window.getBounds()).workArea),
    onState: (state) => sendEvent(contents, 'residencyPage', state),
    empty: emptySession,
    setNavigation,
  });
  const inHand = createWorkInHand();
  // A page that does not load shows that itself; whoever is at work does not need a dialog on top of it.
  const tellLoad = (error: unknown): void =>
    log(`page not loaded: ${error instanceof Error ? error.message : 'unknown error'}`);
  const openedCase = openCase({
    diagnose: composed.diagnose,
    hintsAbout: composed.hintsAbout,
    planOf,
    desktop,
    shelf: createPictureShelf(),
    listSources: () => listCaptureSources(window),
    captureSource: (id) => captureSource(window, id),
    residencyPage,
    evidenceToOpen: evidence,
    inHand,
    movePage: () => void movePage(window).catch(tellLoad),
    openAdminPage: () => openExternal('https://admin.atlassian.com/'),
    copyText: (text) => desktop.copyText(text),
    onProgress: (progress) => sendEvent(contents, 'progress', progress),
    onTranscript: (transcript) => sendEvent(contents, 'transcript', transcript),
    onPartialDiagnosis: (diagnosis) => sendEvent(contents, 'partialDiagnosis', diagnosis),
    appFacts: appFactsSchema.parse({
      version: PRODUCT.version,
      electron: process.versions.electron,
      platform: process.platform,
      packaged: app.isPackaged,
    }),
  });
  const { services, redactLine } = openedCase;
  const log = createLog(app.getPath('logs'), redactLine, () => new Date());
  for (const problem of composed.problems) log(problem);
  reportCrashes(log);
  registerHandlers({ registry: ipcMain, services, ownWebContents: contents, log });
  reviveCrashedPage(window, log, () =>
    openPage(window, openedCase.hasRun() ? 'resumed' : 'anew').catch(tellLoad),
  );
  askWhenHung(window, log);
  watchHelperProcesses(app, log);
  powerMonitor.on('suspend', () => openedCase.fallAsleep());
  endWhenWritten(app, () => inHand.ended());
  window.on('closed', () => void services.leaveCase(null));
  return {
    comeForward: (file) => {
      if (window.isDestroyed()) return;
      if (window.isMinimized()) window.restore();
      window.show();
      window.focus();
      if (file === null) return;
      openedCase.offerEvidence(file);
      sendEvent(contents, 'evidenceWaiting', null);
    },
  };
}

const SMALLEST_PAGE = 640;

/** A place of the wizard's height right of it, or left of it, whichever has more room. */
function besideOf(own: Rectangle, area: Rectangle): Rectangle {
  const right = area.x + area.width - (own.x + own.width);
  const left = own.x - area.x;
  const width = Math.min(1000, Math.max(SMALLEST_PAGE, right, left));
  const x =
    right >= left
      ? Math.min(own.x + own.width, area.x + area.width - width)
      : Math.max(area.x, own.x - width);
  return { x, y: own.y, width, height: Math.max(600, own.height) };
}
