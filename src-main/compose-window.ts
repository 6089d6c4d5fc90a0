import { app, dialog, Menu, screen, session } from 'electron';
import type { BrowserWindow, Rectangle } from 'electron';

import { compose } from './compose.ts';
import type { Composed } from './compose.ts';
import { appFactsSchema } from './contract/channels.ts';
import { createPictureShelf } from './capture/picture-shelf.ts';
import { createResidencyPage } from './capture/residency-page.ts';
import { captureSource, listCaptureSources } from './capture/screen-picture.ts';
import { planOf } from './diagnosis/plan.ts';
import { registerHandlers, sendEvent } from './ipc/register-handlers.ts';
import type { HandlerRegistry } from './ipc/waiting-registry.ts';
import { openCase } from './ipc/window-services.ts';
import { createChromiumClient } from './network/chromium-client.ts';
import { HTTP_LIMITS } from './network/http-client.ts';
import { parsePacAnswer } from './network/proxy-route.ts';
import { isTestDoorOpen, PRODUCT } from './product.ts';
import { reportCrashes, reviveCrashedPage } from './shell/crash.ts';
import { createDesktop, openExternal } from './shell/desktop.ts';
import { denyPermissions, setNavigation } from './shell/lock-down.ts';
import { createLog } from './shell/log.ts';
import { openPage } from './shell/main-window.ts';
import { menuTemplate } from './shell/menu.ts';

/** A session for the network's ways alone: it tells the system's proxies and makes the second opinion's calls. */
const NETWORK_SESSION = 'network';

/**
 * Joins Electron to the services and connects them with the window, whose page is there already; its requests come by
 * `registry`. Ends the app with a dialog when the surroundings cannot be used.
 */
export function composeWindow(window: BrowserWindow, registry: HandlerRegistry): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(process.platform)));
  const network = session.fromPartition(NETWORK_SESSION);
  denyPermissions(network);
  const composed = compose({
    env: process.env,
    testDoor: isTestDoorOpen(app.isPackaged),
    resolveRoute: async (url) => parsePacAnswer(await network.resolveProxy(url)),
    secondOpinion: () => createChromiumClient({ session: network, limits: HTTP_LIMITS }),
  });
  if (!composed.ok) {
    dialog.showErrorBox(PRODUCT.name, composed.failure.message);
    app.quit();
    return;
  }
  connectWindow(window, composed.value, registry);
}

/** The first screen answers by then, and nobody has typed anything yet. */
const WARM_UP_AFTER_MS = 1000;

function connectWindow(window: BrowserWindow, composed: Composed, registry: HandlerRegistry): void {
  const contents = window.webContents;
  const desktop = createDesktop(window);
  const residencyPage = createResidencyPage({
    title: `Atlassian – ${PRODUCT.name}`,
    place: () => besideOf(window.getBounds(), screen.getDisplayMatching(window.getBounds()).workArea),
    onState: (state) => sendEvent(contents, 'residencyPage', state),
    lockSession: denyPermissions,
    setNavigation,
  });
  const { services, redactLine } = openCase({
    diagnose: composed.diagnose,
    hintsAbout: composed.hintsAbout,
    planOf,
    desktop,
    shelf: createPictureShelf(),
    listSources: () => listCaptureSources(window),
    captureSource: (id) => captureSource(window, id),
    residencyPage,
    evidenceToOpen: fileToOpen(process.argv),
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
  const log = createLog(app.getPath('logs'), redactLine, () => new Date());
  // While the person reads the first screen.
  setTimeout(() => {
    void composed.warmUp().then(() => {
      for (const problem of composed.problems()) log(problem);
    });
  }, WARM_UP_AFTER_MS);
  reportCrashes(log);
  registerHandlers({ registry, services, ownWebContents: contents, log });
  reviveCrashedPage(window, log, () => openPage(window));
  window.on('closed', () => void services.leaveCase(null));
}

/** The file behind `--open`, as `--open FILE` or `--open=FILE`. */
function fileToOpen(argv: readonly string[]): string | null {
  const at = argv.findIndex((argument) => argument === '--open' || argument.startsWith('--open='));
  const found =
    at < 0 ? '' : argv[at] === '--open' ? (argv[at + 1] ?? '') : (argv[at]?.slice('--open='.length) ?? '');
  return found === '' ? null : found;
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
