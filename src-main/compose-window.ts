import { join } from 'node:path';

import { app, dialog, ipcMain, nativeImage, powerMonitor, protocol, screen, session } from 'electron';
import type { BrowserWindow, Rectangle } from 'electron';

import { compose } from './compose.ts';
import type { Composed } from './compose.ts';
import { openCaseStore } from './cases/case-store.ts';
import type { CaseStore } from './cases/case-store.ts';
import { appFactsSchema } from './contract/channels.ts';
import { fail, succeed } from './contract/failure.ts';
import type { Result } from './contract/failure.ts';
import { DEFAULT_SUPPORT, MOST_PROFILE_BYTES } from './contract/profile.ts';
import type { Support } from './contract/profile.ts';
import { createPictureShelf } from './capture/picture-shelf.ts';
import { createResidencyPage } from './capture/residency-page.ts';
import { captureSource, listCaptureSources } from './capture/screen-picture.ts';
import { planOf } from './diagnosis/plan.ts';
import type { MenuCommand } from './contract/menu.ts';
import type { LanguageChoice } from './contract/settings.ts';
import { NO_CASE_REDACTION } from './ipc/case-redaction.ts';
import { registerHandlers, sendEvent } from './ipc/register-handlers.ts';
import { openCase } from './ipc/window-services.ts';
import type { OpenCase } from './ipc/window-services.ts';
import { createWorkInHand } from './ipc/work-in-hand.ts';
import type { WorkInHand } from './ipc/work-in-hand.ts';
import { createChromiumClient } from './network/chromium-client.ts';
import { HTTP_LIMITS } from './network/http-client.ts';
import { parsePacAnswer } from './network/proxy-route.ts';
import { profilePlace } from './profile/profile-place.ts';
import type { SupportBook } from './profile/support-book.ts';
import { openSupportBook } from './profile/support-book.ts';
import { isTestDoorOpen, PRODUCT } from './product.ts';
import { showAbout } from './shell/about-box.ts';
import { runtimeFacts } from './shell/about.ts';
import type { AppMenu } from './shell/app-menu.ts';
import { createAppMenu } from './shell/app-menu.ts';
import { serveAppScheme } from './shell/app-scheme.ts';
import { createComputer } from './shell/computer.ts';
import { makeReport } from './shell/crash-report.ts';
import { reportCrashes, reviveCrashedPage } from './shell/crash.ts';
import { chooseProfileFile, createDesktop, openExternal, openSupportPage } from './shell/desktop.ts';
import { emptySession } from './shell/empty-session.ts';
import { endWhenWritten } from './shell/end-when-written.ts';
import { EXTERNAL_PAGES } from './shell/external-pages.ts';
import { chooseEvidence, openLogFolder, openPageOrSay } from './shell/help.ts';
import { keepToOwnPage, setNavigation } from './shell/lock-down.ts';
import type { Log, RecentLines } from './shell/log.ts';
import { createLog, createRecentLines } from './shell/log.ts';
import { createMainWindow, movePage, openPage } from './shell/main-window.ts';
import { offerContextMenus } from './shell/offer-context-menus.ts';
import { rememberedPlace, rememberWindow, zoomOther } from './shell/remember-window.ts';
import { showReport } from './shell/report-window.ts';
import { settleBeforeQuit } from './shell/settle.ts';
import { readWhole } from './storage/atomic-file.ts';
import { openSettings } from './storage/settings.ts';
import type { SettingsStore } from './storage/settings.ts';
import { languageFor } from './words/language.ts';
import type { Language } from './words/language.ts';
import { phrase } from './words/phrase.ts';
import { createSay } from './words/say.ts';
import type { Say } from './words/say.ts';

/** Where the built parts lie; the main file is in `dist/main`. */
const DIST = join(import.meta.dirname, '..');

/** A session for the network's ways alone: it tells the system's proxies and makes the second opinion's calls. */
const NETWORK_SESSION = 'network';

/** Lines of the log that may go along with the evidence. */
const MOST_LOG_LINES = 200;

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
  let settings: SettingsStore | null = null;
  let support: SupportBook | null = null;
  const { say, language } = createSpeaker(
    () => settings?.current().language ?? 'system',
    () => support?.shown().support ?? DEFAULT_SUPPORT,
  );
  offerContextMenus(app, say);

  let window: BrowserWindow | null = null;
  let redaction = NO_CASE_REDACTION;
  const facts = runtimeFacts(PRODUCT);
  const recentLines = createRecentLines(MOST_LOG_LINES);
  const log = createLog(
    app.getPath('logs'),
    (line) => redaction.redactLine(line),
    () => new Date(),
    recentLines.add,
  );
  const askAboutFault = reportCrashes({
    say,
    log,
    window: () => window,
    makeReport: (fault) =>
      makeReport({
        fault,
        facts,
        lastLines: recentLines.all(),
        now: new Date(),
        redact: redaction.redactLine,
        mayLeave: redaction.mayLeave,
      }),
    showReport: (report) => showReport({ parent: window, report, say, language: language() }),
  });
  const kept = await openSettings({ folder: app.getPath('userData'), log });
  settings = kept;
  settleBeforeQuit(app, () => kept.settled());

  const supportBook = await openSupport(kept);
  support = supportBook;
  const network = session.fromPartition(NETWORK_SESSION);
  const composed = compose({
    env: process.env,
    testDoor: isTestDoorOpen(app.isPackaged),
    resolveRoute: async (url) => parsePacAnswer(await network.resolveProxy(url)),
    secondOpinion: () => createChromiumClient({ session: network, limits: HTTP_LIMITS, empty: emptySession }),
  });
  if (!composed.ok) {
    dialog.showErrorBox(PRODUCT.name, composed.failure.message);
    app.quit();
    return null;
  }
  for (const problem of composed.value.problems()) log(problem);

  const icon = nativeImage.createFromPath(join(DIST, 'renderer', 'icon.png'));
  const own = createMainWindow({
    title: PRODUCT.name,
    preload: join(DIST, 'preload', 'preload.cjs'),
    devTools: !app.isPackaged,
    icon,
    zoom: kept.current().zoom,
    ...rememberedPlace(kept.current()),
  });
  window = own;
  const zoom = rememberWindow(own, kept);
  const menu = createAppMenu({
    platform: process.platform,
    appName: PRODUCT.name,
    say,
    actions: {
      command: (command) => void runCommand(command),
      zoom: (step, focused) => {
        if (focused === undefined || focused === own) zoom(step);
        else zoomOther(focused, step);
      },
      openLogFolder: () => void openLogFolder(own, app.getPath('logs'), say),
      openPage: (page) => void openPageOrSay(own, page, say),
      about: () => void showAbout({ window: own, facts, say, icon }),
    },
  });
  // A page that does not load shows that itself; whoever is at work does not need a dialog on top of it.
  const tellLoad = (error: unknown): void =>
    log(`page not loaded: ${error instanceof Error ? error.message : 'unknown error'}`);
  const opened = connectWindow(own, composed.value, {
    log,
    recentLines,
    say,
    settings: kept,
    menu,
    supportBook,
    evidence,
    tellLoad,
  });
  redaction = opened.redaction;
  reviveCrashedPage(own, askAboutFault, log, () =>
    openPage(own, opened.hasRun() ? 'resumed' : 'anew').catch(tellLoad),
  );
  powerMonitor.on('suspend', () => opened.fallAsleep());

  const runCommand = async (command: MenuCommand): Promise<void> => {
    if (command === 'open-file') {
      const path = await chooseEvidence(own, say);
      if (path === null) return;
      opened.offerEvidence(path);
    }
    sendEvent(own.webContents, 'menuCommand', command);
  };
  await openPage(own, 'anew');
  return {
    comeForward: (file) => {
      if (own.isDestroyed()) return;
      if (own.isMinimized()) own.restore();
      own.show();
      own.focus();
      if (file === null) return;
      opened.offerEvidence(file);
      sendEvent(own.webContents, 'evidenceWaiting', null);
    },
  };
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
  shell: {
    readonly log: Log;
    readonly recentLines: RecentLines;
    readonly say: Say;
    readonly settings: SettingsStore;
    readonly menu: AppMenu;
    readonly supportBook: SupportBook;
    readonly evidence: string | null;
    /** Is told when a page did not load. */
    readonly tellLoad: (error: unknown) => void;
  },
): OpenCase {
  const contents = window.webContents;
  const desktop = createDesktop(window, () => shell.say);
  const residencyPage = createResidencyPage({
    title: `Atlassian – ${PRODUCT.name}`,
    place: () => besideOf(window.getBounds(), screen.getDisplayMatching(window.getBounds()).workArea),
    onState: (state) => sendEvent(contents, 'residencyPage', state),
    empty: emptySession,
    setNavigation,
  });
  const inHand = createWorkInHand();
  endWhenWritten(app, () => inHand.ended());
  const caseStore = openCaseStore({ folder: join(app.getPath('userData'), 'cases'), now: () => new Date() });
  const opened = openCase({
    diagnose: composed.diagnose,
    hintsAbout: composed.hintsAbout,
    planOf,
    desktop,
    shelf: createPictureShelf(),
    listSources: () => listCaptureSources(window),
    captureSource: (id) => captureSource(window, id),
    residencyPage,
    language: {
      current: () => shell.settings.current().language,
      choose: async (language) => {
        const kept = await shell.settings.change({ language });
        shell.menu.rebuild();
        return kept;
      },
    },
    logLines: shell.recentLines.all,
    caseStore: toItsEnd(caseStore, inHand),
    inHand,
    movePage: () => void movePage(window).catch(shell.tellLoad),
    computer: createComputer(window, () => shell.say),
    supportBook: shell.supportBook,
    chooseProfile: () => chooseProfile(window, shell.say),
    openPage: openSupportPage,
    onCaseKept: (told) => sendEvent(contents, 'caseKept', told),
    onWaiting: (state) => sendEvent(contents, 'waiting', state),
    evidenceToOpen: shell.evidence,
    openAdminPage: () => openExternal('admin'),
    openExternalPage: async (page) => ((await openExternal(page)) ? null : EXTERNAL_PAGES[page]),
    copyText: (text) => desktop.copyText(text),
    onProgress: (progress) => sendEvent(contents, 'progress', progress),
    onTranscript: (transcript) => sendEvent(contents, 'transcript', transcript),
    onPartialDiagnosis: (diagnosis) => sendEvent(contents, 'partialDiagnosis', diagnosis),
    onAllowedCommands: shell.menu.allow,
    appFacts: appFactsSchema.parse({
      version: PRODUCT.version,
      electron: process.versions.electron,
      platform: process.platform,
      packaged: app.isPackaged,
    }),
  });
  const { services } = opened;
  registerHandlers({ registry: ipcMain, services, ownWebContents: contents, log: shell.log });
  window.on('closed', () => void services.leaveCase(null));
  return opened;
}

/** What menus and dialogs speak: at each word the language of the moment, with the name of whoever helps. */
function createSpeaker(
  choice: () => LanguageChoice,
  support: () => Support,
): {
  readonly say: Say;
  readonly language: () => Language;
} {
  let spoken: { readonly by: string; readonly say: Say } | null = null;
  const language = (): Language => languageFor(choice(), [app.getLocale()]);
  const say: Say = (key, values) => {
    const { name, mail } = support();
    const by = [language(), name, mail].join('\n');
    if (spoken?.by !== by) spoken = { by, say: createSay(language(), { support: name, supportMail: mail }) };
    return spoken.say(key, values);
  };
  return { say, language };
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
