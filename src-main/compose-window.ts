import { join } from 'node:path';

import { app, dialog, ipcMain, Menu, protocol, screen, session } from 'electron';
import type { BrowserWindow, Rectangle } from 'electron';

import { compose, PRODUCT } from './compose.ts';
import type { Composed } from './compose.ts';
import { openCaseStore } from './cases/case-store.ts';
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
import { EXTERNAL_PAGES } from './shell/external-pages.ts';
import { denyPermissions, lockDownEveryPage, lockDownSession, setNavigation } from './shell/lock-down.ts';
import { createLog, createRecentLines } from './shell/log.ts';
import type { Log } from './shell/log.ts';
import { createMainWindow, openPage } from './shell/main-window.ts';
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
    testDoor: !app.isPackaged,
    resolveRoute: async (url) => parsePacAnswer(await network.resolveProxy(url)),
    secondOpinion: () => createChromiumClient({ session: network, limits: HTTP_LIMITS }),
  });
  if (!composed.ok) {
    dialog.showErrorBox(PRODUCT.name, composed.failure.message);
    app.quit();
    return;
  }
  const early: string[] = [];
  const settings = await openSettings({ folder: app.getPath('userData'), log: (line) => early.push(line) });
  const supportBook = await openSupport(settings);
  const window = createMainWindow({
    title: PRODUCT.name,
    preload: join(DIST, 'preload', 'preload.cjs'),
    devTools: !app.isPackaged,
  });
  const log = connectWindow(window, composed.value, { settings, supportBook });
  for (const line of early) log(line);
  await openPage(window);
}

/** Finds out who helps: a profile beside the program, or the one that is kept among the settings. */
function openSupport(settings: SettingsStore): Promise<SupportBook> {
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
  const { value } = file;
  return value === null ? fail('bad-input', phrase('failure.profile-gone')) : succeed(value);
}

function connectWindow(
  window: BrowserWindow,
  composed: Composed,
  { settings, supportBook }: { readonly settings: SettingsStore; readonly supportBook: SupportBook },
): Log {
  const contents = window.webContents;
  const speaker = createSpeaker(settings, supportBook);
  const desktop = createDesktop(window, speaker);
  const residencyPage = createResidencyPage({
    title: `Atlassian – ${PRODUCT.name}`,
    place: () => besideOf(window.getBounds(), screen.getDisplayMatching(window.getBounds()).workArea),
    onState: (state) => sendEvent(contents, 'residencyPage', state),
    lockSession: denyPermissions,
    setNavigation,
  });
  const recentLines = createRecentLines(MOST_LOG_LINES);
  const { services, redactLine } = openCase({
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
      choose: (language) => settings.change({ language }),
    },
    caseStore: openCaseStore({ folder: join(app.getPath('userData'), 'cases'), now: () => new Date() }),
    computer: createComputer(window),
    say: speaker,
    supportBook,
    chooseProfile: () => chooseProfile(window, speaker()),
    openPage: openSupportPage,
    onCaseKept: (told) => sendEvent(contents, 'caseKept', told),
    onWaiting: (state) => sendEvent(contents, 'waiting', state),
    logLines: recentLines.all,
    evidenceToOpen: fileToOpen(process.argv),
    openAdminPage: () => openExternal('admin'),
    openExternalPage: async (page) => ((await openExternal(page)) ? null : EXTERNAL_PAGES[page]),
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
  const log = createLog(app.getPath('logs'), redactLine, () => new Date(), recentLines.add);
  for (const problem of composed.problems) log(problem);
  reportCrashes(log);
  registerHandlers({ registry: ipcMain, services, ownWebContents: contents, log });
  reviveCrashedPage(window, log, () => openPage(window));
  window.on('closed', () => void services.leaveCase(null));
  return log;
}

/** Gives what menus and dialogs speak at the moment. */
function createSpeaker(settings: SettingsStore, supportBook: SupportBook): () => Say {
  const speakers = new Map<string, Say>();
  return () => {
    const language = languageFor(settings.current().language, [app.getLocale()]);
    const { name: support, mail: supportMail } = supportBook.shown().support;
    const key = `${language} ${support} ${supportMail}`;
    const say = speakers.get(key) ?? createSay(language, { support, supportMail });
    speakers.set(key, say);
    return say;
  };
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
