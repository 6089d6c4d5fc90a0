import { join } from 'node:path';

import { app, dialog, ipcMain, Menu, powerMonitor, protocol, screen, session } from 'electron';
import type { BrowserWindow, Rectangle } from 'electron';

import { compose, PRODUCT } from './compose.ts';
import type { Composed } from './compose.ts';
import { openCaseStore } from './cases/case-store.ts';
import type { CaseStore } from './cases/case-store.ts';
import { appFactsSchema } from './contract/channels.ts';
import { fail, succeed } from './contract/failure.ts';
import type { Result } from './contract/failure.ts';
import { MOST_PROFILE_BYTES } from './contract/profile.ts';
import { createPictureShelf } from './capture/picture-shelf.ts';
import { createResidencyPage } from './capture/residency-page.ts';
import { captureSource, listCaptureSources } from './capture/screen-picture.ts';
import { planOf } from './diagnosis/plan.ts';
import { registerHandlers, sendEvent } from './ipc/register-handlers.ts';
import { openCase } from './ipc/window-services.ts';
import { createWorkInHand } from './ipc/work-in-hand.ts';
import type { WorkInHand } from './ipc/work-in-hand.ts';
import { createChromiumClient } from './network/chromium-client.ts';
import { chromiumResolverRules } from './network/connect-to.ts';
import { HTTP_LIMITS } from './network/http-client.ts';
import { parsePacAnswer } from './network/proxy-route.ts';
import { profilePlace } from './profile/profile-place.ts';
import { openSupportBook } from './profile/support-book.ts';
import type { SupportBook } from './profile/support-book.ts';
import { serveAppScheme } from './shell/app-scheme.ts';
import { createComputer } from './shell/computer.ts';
import { reportCrashes, reviveCrashedPage } from './shell/crash.ts';
import { chooseProfileFile, createDesktop, openExternal, openSupportPage } from './shell/desktop.ts';
import { emptySession } from './shell/empty-session.ts';
import { endWhenWritten } from './shell/end-when-written.ts';
import { askWhenHung } from './shell/hang.ts';
import { watchHelperProcesses } from './shell/helper-processes.ts';
import { keepToOwnPage, setNavigation } from './shell/lock-down.ts';
import { createLog, createRecentLines } from './shell/log.ts';
import type { Log } from './shell/log.ts';
import { createMainWindow, movePage, openPage } from './shell/main-window.ts';
import { menuTemplate } from './shell/menu.ts';
import { readWhole } from './storage/atomic-file.ts';
import { openSettings } from './storage/settings.ts';
import type { SettingsStore } from './storage/settings.ts';
import { languageFor } from './words/language.ts';
import { phrase } from './words/phrase.ts';
import { createSay } from './words/say.ts';
import type { Say } from './words/say.ts';

/** Where the built parts lie; the main file is in `dist/main`. */
const DIST = join(import.meta.dirname, '..');

/** A session for the network's ways alone: it tells the system's proxies and makes the second opinion's calls. */
const NETWORK_SESSION = 'network';

/** Lines of the log that may go along with the evidence. */
const MOST_LOG_LINES = 200;

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

  const early: string[] = [];
  const settings = await openSettings({
    folder: app.getPath('userData'),
    log: (line) => void early.push(line),
  });
  const supportBook = await openSupport(settings);
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
  const { log, opened } = connectWindow(window, composed.value, { settings, supportBook, evidence });
  for (const line of early) log(line);
  await openPage(window, 'anew');
  return opened;
}

/** Finds out who helps: a profile beside the program, or the one that is kept among the settings. */
async function openSupport(settings: SettingsStore): Promise<SupportBook> {
  const place = profilePlace({ platform: process.platform, execPath: process.execPath, env: process.env });
  return openSupportBook({
    besideProgram: () => readProfileFile(place),
    kept: () => settings.current().supportProfile,
    keep: (supportProfile) => settings.change({ supportProfile }),
  });
}

function readProfileFile(path: string): Promise<Result<Uint8Array | null>> {
  return readWhole(path, MOST_PROFILE_BYTES, 'profile');
}

async function chooseProfile(window: BrowserWindow, say: Say): Promise<Result<Uint8Array> | null> {
  const path = await chooseProfileFile(window, say);
  const file = path === null ? null : await readProfileFile(path);
  if (file === null || !file.ok) return file;
  return file.value === null ? fail('bad-input', phrase('failure.profile.gone')) : succeed(file.value);
}

function connectWindow(
  window: BrowserWindow,
  composed: Composed,
  {
    settings,
    supportBook,
    evidence,
  }: {
    readonly settings: SettingsStore;
    readonly supportBook: SupportBook;
    readonly evidence: string | null;
  },
): { readonly log: Log; readonly opened: OpenedWindow } {
  const contents = window.webContents;
  const speaker = createSpeaker(settings, supportBook);
  const desktop = createDesktop(window, speaker);
  const residencyPage = createResidencyPage({
    title: `Atlassian – ${PRODUCT.name}`,
    place: () => besideOf(window.getBounds(), screen.getDisplayMatching(window.getBounds()).workArea),
    onState: (state) => sendEvent(contents, 'residencyPage', state),
    empty: emptySession,
    setNavigation,
  });
  const recentLines = createRecentLines(MOST_LOG_LINES);
  const inHand = createWorkInHand();
  // A page that does not load shows that itself; whoever is at work does not need a dialog on top of it.
  const tellLoad = (error: unknown): void =>
    log(`page not loaded: ${error instanceof Error ? error.message : 'unknown error'}`);
  const caseStore = openCaseStore({ folder: join(app.getPath('userData'), 'cases'), now: () => new Date() });
  const openedCase = openCase({
    diagnose: composed.diagnose,
    hintsAbout: composed.hintsAbout,
    planOf,
    desktop,
    shelf: createPictureShelf(),
    listSources: () => listCaptureSources(window),
    captureSource: (id) => captureSource(window, id),
    residencyPage,
    language: {
      current: () => settings.current().language,
      choose: (language) => inHand.during(settings.change({ language })),
    },
    caseStore: toItsEnd(caseStore, inHand),
    computer: createComputer(window, speaker),
    supportBook,
    chooseProfile: () => chooseProfile(window, speaker()),
    openPage: openSupportPage,
    onCaseKept: (told) => sendEvent(contents, 'caseKept', told),
    onWaiting: (state) => sendEvent(contents, 'waiting', state),
    logLines: recentLines.all,
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
  const log = createLog(app.getPath('logs'), redactLine, () => new Date(), recentLines.add);
  for (const problem of composed.problems) log(problem);
  reportCrashes(log);
  registerHandlers({ registry: ipcMain, services, ownWebContents: contents, log });
  reviveCrashedPage(window, log, () =>
    openPage(window, openedCase.hasRun() ? 'resumed' : 'anew').catch(tellLoad),
  );
  askWhenHung(window, log);
  watchHelperProcesses(app, log);
  powerMonitor.on('suspend', openedCase.fallAsleep);
  endWhenWritten(app, () => inHand.ended());
  window.on('closed', () => void services.leaveCase(null));
  const comeForward = (file: string | null): void => {
    if (window.isDestroyed()) return;
    if (window.isMinimized()) window.restore();
    window.show();
    window.focus();
    if (file === null) return;
    openedCase.offerEvidence(file);
    sendEvent(contents, 'evidenceWaiting', null);
  };
  return { log, opened: { comeForward } };
}

/** The same store, whose changes the app waits for before it ends. */
function toItsEnd(store: CaseStore, inHand: WorkInHand): CaseStore {
  return {
    ...store,
    create: (...given) => inHand.during(store.create(...given)),
    change: (...given) => inHand.during(store.change(...given)),
    remove: (...given) => inHand.during(store.remove(...given)),
  };
}

/** Gives what menus, dialogs and messages speak at the moment, with the name of whoever helps. */
function createSpeaker(settings: SettingsStore, supportBook: SupportBook): () => Say {
  let spoken: { readonly by: string; readonly say: Say } | null = null;
  return () => {
    const language = languageFor(settings.current().language, [app.getLocale()]);
    const { name, mail } = supportBook.shown().support;
    const by = [language, name, mail].join('\n');
    if (spoken?.by !== by) spoken = { by, say: createSay(language, { support: name, supportMail: mail }) };
    return spoken.say;
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
