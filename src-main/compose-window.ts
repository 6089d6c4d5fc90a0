import { join } from 'node:path';

import { app, dialog, ipcMain, Menu, protocol, screen, session } from 'electron';
import type { BrowserWindow, Rectangle } from 'electron';

import { compose } from './compose.ts';
import type { Composed } from './compose.ts';
import { appFactsSchema } from './contract/channels.ts';
import { createPictureShelf } from './capture/picture-shelf.ts';
import { createResidencyPage } from './capture/residency-page.ts';
import { captureSource, listCaptureSources } from './capture/screen-picture.ts';
import { planOf } from './diagnosis/plan.ts';
import { registerHandlers, sendEvent } from './ipc/register-handlers.ts';
import { openCase } from './ipc/window-services.ts';
import { createChromiumClient } from './network/chromium-client.ts';
import { chromiumResolverRules } from './network/connect-to.ts';
import { HTTP_LIMITS } from './network/http-client.ts';
import { parsePacAnswer } from './network/proxy-route.ts';
import { HAS_TEST_DOOR, isTestDoorOpen, PRODUCT } from './product.ts';
import { serveAppScheme } from './shell/app-scheme.ts';
import { reportCrashes, reviveCrashedPage } from './shell/crash.ts';
import { createDesktop, openExternal } from './shell/desktop.ts';
import { denyPermissions, lockDownEveryPage, lockDownSession, setNavigation } from './shell/lock-down.ts';
import { createLog } from './shell/log.ts';
import { createMainWindow, openPage } from './shell/main-window.ts';
import { menuTemplate } from './shell/menu.ts';

/** Where the built parts lie; the main file is in `dist/main`. */
const DIST = join(import.meta.dirname, '..');

/** A session for the network's ways alone: it tells the system's proxies and makes the second opinion's calls. */
const NETWORK_SESSION = 'network';

/** The test door for Chromium's own network stack; to be called before the app is ready. Does nothing in a release. */
export function openTestDoor(): void {
  if (!HAS_TEST_DOOR || !isTestDoorOpen(app.isPackaged)) return;
  const door = process.env['XRAY_DOCTOR_CONNECT_TO'] ?? '';
  if (door !== '') app.commandLine.appendSwitch('host-resolver-rules', chromiumResolverRules(door));
}

/**
 * Joins Electron to the services and opens the window. To be called once the app is ready. Ends the app with a dialog
 * when the surroundings cannot be used.
 */
export async function composeWindow(): Promise<void> {
  lockDownEveryPage(app);
  lockDownSession(session.defaultSession);
  serveAppScheme(protocol, join(DIST, 'renderer'));
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
  const window = createMainWindow({
    title: PRODUCT.name,
    preload: join(DIST, 'preload', 'preload.cjs'),
    devTools: !app.isPackaged,
  });
  connectWindow(window, composed.value);
  await openPage(window);
}

function connectWindow(window: BrowserWindow, composed: Composed): void {
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
  for (const problem of composed.problems) log(problem);
  reportCrashes(log);
  registerHandlers({ registry: ipcMain, services, ownWebContents: contents, log });
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
