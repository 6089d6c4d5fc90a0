import { join } from 'node:path';

import { app, dialog, ipcMain, net, powerMonitor, screen, session } from 'electron';

import { CASES_FOLDER } from './cases/has-cases.ts';
import { openCaseStore } from './cases/case-store.ts';
import { createPictureStore } from './capture/picture-store.ts';
import { createResidencyPage } from './capture/page/residency-page.ts';
import { captureBeside } from './capture/screen-picture.ts';
import { compose } from './compose.ts';
import type { AppServices } from './compose.ts';
import { fail } from './contract/failure.ts';
import type { Result } from './contract/failure.ts';
import { appFactsSchema, ipcSchema } from './contract/ipc/ipc-schema.ts';
import { planOf } from './diagnosis/run/plan.ts';
import { isPseudoWanted } from './i18n/language.ts';
import { message } from './i18n/message.ts';
import { registerHandlers } from './ipc/register-handlers.ts';
import { createSendEvent } from './ipc/send-event.ts';
import { createChromiumClient } from './network/client/chromium-client.ts';
import { HTTP_LIMITS } from './network/client/http-limits.ts';
import { parsePacAnswer } from './network/proxy/proxy-route.ts';
import { EXTRA_CA_OPTION } from './network/tls/extra-ca.ts';
import { isConnectOverrideAllowed, PRODUCT } from './product.ts';
import { profileBesideProgram } from './profile/beside-program.ts';
import { openSupportContactStore } from './profile/support-contact-store.ts';
import type { SupportContactStore } from './profile/support-contact-store.ts';
import { openSession } from './session/open-session.ts';
import type { Session } from './session/open-session.ts';
import { createPendingWrites, trackWrites } from './session/pending-writes.ts';
import type { SessionPorts } from './session/session-ports.ts';
import { SessionSecrets } from './session/session-secrets.ts';
import { makeReport } from './shell/crash/crash-report.ts';
import { createLog, createRecentLines } from './shell/crash/log.ts';
import type { Log } from './shell/crash/log.ts';
import { seeToFaults } from './shell/crash/crash.ts';
import { createComputer } from './shell/desktop/computer.ts';
import { createDesktop, openExternal, openSupportPage } from './shell/desktop/desktop.ts';
import {
  chooseProfile,
  confirmCapture,
  confirmProfile,
  confirmStop,
  showExtraCaError,
} from './shell/desktop/dialogs.ts';
import { argumentBehind } from './shell/lifecycle/evidence-argument.ts';
import { confirmClose, delayQuitUntil, quitWithSession } from './shell/lifecycle/quit-guard.ts';
import { runtimeFacts } from './shell/menu/about.ts';
import { installContextMenus, openMenuByKey } from './shell/menu/app-menu.ts';
import { menuActions } from './shell/menu/menu-actions.ts';
import { emptySession } from './shell/security/empty-session.ts';
import { setNavigation } from './shell/security/lock-down.ts';
import type { FirstWindow } from './shell/window/start-window.ts';
import { bringForward, movePage } from './shell/window/app-window.ts';
import { rememberWindow } from './shell/window/remember-window.ts';
import { frameOf } from './shell/window/window-frame.ts';
import { watchPresses } from './shell/window/user-activation.ts';
import { placeBeside } from './shell/window/window-place.ts';
import { openSettings } from './storage/settings.ts';
import type { SettingsStore } from './storage/settings.ts';

/** Used for network lookups alone: it resolves the system's proxies and makes the second opinion's calls. */
const NETWORK_SESSION = 'network';

/** Lines of the log that may go along with the evidence. */
const MAX_LOG_LINES = 200;

const MAX_SETTINGS_WAIT_MS = 2000;
/** A disk that takes longer than this is gone. */
const MAX_WRITE_WAIT_MS = 20_000;

/** The person reads the first screen by then, and has not pressed anything yet. */
const WARM_UP_AFTER_MS = 1000;

/** The app at work, for its other instances. */
export interface StartedApp {
  /** Brings the window to the front, and shows the evidence files that are named. */
  focusWindow(evidence: readonly string[]): void;
}

/** What of the app lives as long as its window. */
type Parts = Pick<SessionPorts, 'logLines' | 'secrets' | 'send' | 'supportContacts'> & {
  readonly log: Log;
  readonly settings: SettingsStore;
};

/**
 * The window's composition root: joins Electron to the services and connects them with the window, whose first screen is
 * there. `evidence` are the files that the app was started with. Returns null when the window was closed meanwhile, or, after
 * a dialog that ends the app, when the environment cannot be used.
 */
export async function startApp(first: FirstWindow, evidence: readonly string[]): Promise<StartedApp | null> {
  const { window, translator } = first;
  let opened: Session | null = null;
  const secrets = new SessionSecrets();
  const send = createSendEvent(window.webContents);
  const recentLines = createRecentLines(MAX_LOG_LINES);
  const log = createLog(app.getPath('logs'), secrets.redactLine, () => new Date(), recentLines.add);
  if (PRODUCT.kind === 'test') log(`${PRODUCT.name} ${PRODUCT.version} is nothing for customers.`);
  const facts = runtimeFacts(PRODUCT);
  seeToFaults({
    window,
    loaded: first.loaded,
    t: translator.t,
    log,
    hasRun: () => opened?.hasRun() === true,
    makeReport: (fault) =>
      makeReport({
        fault,
        facts,
        lastLines: recentLines.all(),
        now: new Date(),
        redact: secrets.redactLine,
        isSafeToShare: secrets.isSafeToShare,
      }),
  });

  const settings = await openSettings({ folder: app.getPath('userData'), log });
  delayQuitUntil(app, () => settings.settled(), MAX_SETTINGS_WAIT_MS);
  await translator.choose(settings.current().language);
  const supportContacts = await openSupport(settings, first);
  translator.setSupport(() => supportContacts.shown().support);
  if (window.isDestroyed()) return null;
  const remembered = rememberWindow(window, settings, !first.isWayland);
  first.show();
  remembered.shown();
  installContextMenus(app, window, translator.t);
  if (frameOf(process.platform) === 'overlay') openMenuByKey(window, first.menu.open);

  const composed = composeCore(log);
  if (!composed.ok) {
    dialog.showErrorBox(PRODUCT.name, composed.failure.message);
    app.quit();
    return null;
  }
  const services = composed.value;
  warmUpSoon(services, log);
  void services.checkExtraCa().then((checked) => {
    if (!checked.ok) showExtraCaError(window, checked.failure, translator.t);
  });
  const shared = { logLines: recentLines.all, secrets, send, supportContacts };
  opened = connectWindow(first, services, evidence, { ...shared, log, settings });
  const { addPendingEvidence } = opened;
  first.actOnMenu(menuActions(first, { zoom: remembered.zoom, facts, addPendingEvidence, send }));
  return {
    focusWindow: (files) => {
      if (window.isDestroyed()) return;
      bringForward(window);
      if (files.length === 0) return;
      addPendingEvidence(files, 'argument');
      send('evidence:onPending', null);
    },
  };
}

/** The core, with Chromium's ways to a host. */
function composeCore(log: Log): Result<AppServices> {
  const network = session.fromPartition(NETWORK_SESSION);
  return compose({
    env: process.env,
    extraCa: argumentBehind(process.argv, EXTRA_CA_OPTION),
    folder: process.cwd(),
    log,
    connectOverride: isConnectOverrideAllowed(app.isPackaged),
    resolveRoute: async (url) => parsePacAnswer(await network.resolveProxy(url)),
    secondOpinion: () =>
      createChromiumClient({
        request: (options) => net.request(options),
        session: network,
        limits: HTTP_LIMITS,
        empty: emptySession,
      }),
  });
}

/** Loads what the first call needs while nobody waits for it. */
function warmUpSoon(services: AppServices, log: Log): void {
  setTimeout(() => {
    void services.warmUp().then(async () => {
      for (const problem of await services.problems()) log(problem);
    });
  }, WARM_UP_AFTER_MS);
}

/** Finds out who helps: a profile beside the program, or the one that is kept among the settings. */
function openSupport(
  settings: SettingsStore,
  { window, translator }: FirstWindow,
): Promise<SupportContactStore> {
  return openSupportContactStore({
    besideProgram: profileBesideProgram(app.getPath('downloads')),
    known: () => settings.current().besideProfile,
    ask: (support, from) => confirmProfile(support, from, window, translator.t),
    remember: (besideProfile) => settings.change({ besideProfile }),
    kept: () => settings.current().supportProfile,
    keep: (supportProfile) => settings.change({ supportProfile }),
  });
}

function connectWindow(
  { window, menu, translator, isWayland }: FirstWindow,
  core: AppServices,
  evidence: readonly string[],
  { log, settings, ...shared }: Parts,
): Session {
  const t = (): FirstWindow['translator']['t'] => translator.t;
  const contents = window.webContents;
  const presses = watchPresses(contents);
  const capture = captureBeside(window, isWayland);
  const pendingWrites = createPendingWrites();
  delayQuitUntil(app, () => pendingWrites.ended(), MAX_WRITE_WAIT_MS);
  const casesFolder = join(app.getPath('userData'), CASES_FOLDER);
  const opened = openSession({
    appFacts: appFactsSchema.parse({
      version: PRODUCT.version,
      electron: process.versions.electron,
      platform: process.platform,
      packaged: app.isPackaged,
      frame: frameOf(process.platform),
      hasPseudo: isPseudoWanted(process.env, app.isPackaged),
    }),
    ...shared,
    diagnose: core.diagnose,
    hintsAbout: core.hintsAbout,
    planOf,
    desktop: createDesktop(window, t),
    memory: {
      contact: () => settings.current().contact,
      reportFolder: () => settings.current().reportFolder,
      remember: (change) => settings.change(change),
    },
    pictureStore: createPictureStore(),
    listSources: () => capture.list(),
    captureSource: async (id) =>
      presses.take() || (await confirmCapture(window, t()))
        ? capture.take(id)
        : fail('nothing-to-do', message('failure.capture-declined')),
    residencyPage: createResidencyPage({
      title: `Atlassian – ${PRODUCT.name}`,
      place: () => placeBeside(window.getBounds(), screen.getDisplayMatching(window.getBounds()).workArea),
      onState: (state) => shared.send('residencyPage:onState', state),
      empty: emptySession,
      setNavigation,
    }),
    language: {
      current: () => settings.current().language,
      choose: async (language) => {
        const kept = await settings.change({ language });
        await translator.choose(language);
        menu.rebuild();
        return kept;
      },
    },
    caseStore: trackWrites(openCaseStore({ folder: casesFolder, now: () => new Date() }), pendingWrites),
    pendingWrites,
    movePage: () =>
      void movePage(window).catch((error: unknown) =>
        log(`page not loaded: ${error instanceof Error ? error.message : 'unknown error'}`),
      ),
    computer: createComputer(window, t),
    chooseProfile: () => chooseProfile(window, t()),
    openPage: openSupportPage,
    evidenceArguments: evidence,
    openExternalPage: openExternal,
    openMenu: (place) => menu.open(window, place),
    onAllowedCommands: menu.allow,
  });
  registerHandlers({
    registry: ipcMain,
    schema: ipcSchema,
    services: opened.services,
    ownWebContents: contents,
    log,
  });
  window.on('closed', () => void opened.services.cases.leave(null));
  powerMonitor.on('suspend', () => opened.fallAsleep());
  const allowClose = confirmClose(window, {
    isAtWork: opened.isWaiting,
    ask: () => confirmStop(window, translator.t),
  });
  quitWithSession({
    window,
    powerMonitor,
    isWriting: () => pendingWrites.ended() !== null,
    allowClose,
    quit: () => app.quit(),
  });
  return opened;
}
