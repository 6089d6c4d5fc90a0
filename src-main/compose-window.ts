import { join } from 'node:path';

import { app, dialog, net, powerMonitor, screen, session } from 'electron';
import type { BrowserWindow } from 'electron';

import type { FirstScreen, OpenedWindow } from './compose-first-screen.ts';
import { compose } from './compose.ts';
import type { AppServices } from './compose.ts';
import { openCaseStore } from './cases/case-store.ts';
import { createPictureStore } from './capture/picture-store.ts';
import { createResidencyPage } from './capture/page/residency-page.ts';
import { captureBeside } from './capture/screen-picture.ts';
import { fail } from './contract/failure.ts';
import type { MenuCommand } from './contract/ipc/menu.ts';
import { planOf } from './diagnosis/run/plan.ts';
import { ipcSchema } from './contract/ipc/ipc-schema.ts';
import { registerHandlers } from './ipc/register-handlers.ts';
import { createSendEvent } from './ipc/send-event.ts';
import type { SendEvent } from './ipc/send-event.ts';
import { openSession } from './session/open-session.ts';
import type { Session } from './session/open-session.ts';
import { SessionSecrets } from './session/session-secrets.ts';
import { createPendingWrites, trackWrites } from './session/pending-writes.ts';
import type { PendingWrites } from './session/pending-writes.ts';
import { createChromiumClient } from './network/client/chromium-client.ts';
import { EXTRA_CA_OPTION } from './network/tls/extra-ca.ts';
import { HTTP_LIMITS } from './network/client/http-limits.ts';
import { parsePacAnswer } from './network/proxy/proxy-route.ts';
import { isConnectOverrideAllowed, PRODUCT } from './product.ts';
import { runtimeFacts } from './shell/menu/about.ts';
import { createComputer } from './shell/desktop/computer.ts';
import { makeReport } from './shell/crash/crash-report.ts';
import { createDesktop, openExternal, openSupportPage } from './shell/desktop/desktop.ts';
import { emptySession } from './shell/security/empty-session.ts';
import { argumentBehind } from './shell/lifecycle/evidence-argument.ts';
import { EXTERNAL_PAGES } from './shell/security/external-pages.ts';
import { setNavigation } from './shell/security/lock-down.ts';
import type { Log, RecentLines } from './shell/crash/log.ts';
import { createLog, createRecentLines } from './shell/crash/log.ts';
import { movePage } from './shell/window/main-window.ts';
import { watchPresses } from './shell/window/user-activation.ts';
import {
  chooseEvidence,
  chooseProfile,
  confirmCapture,
  confirmStop,
  showExtraCaError,
} from './shell/desktop/dialogs.ts';
import { confirmClose, delayQuitUntil, quitWithSession } from './shell/lifecycle/quit-guard.ts';
import { placeBeside } from './shell/window/window-place.ts';
import { message } from './i18n/message.ts';

/** A session for the network's ways alone: it tells the system's proxies and makes the second opinion's calls. */
const NETWORK_SESSION = 'network';

/** Lines of the log that may go along with the evidence. */
const MAX_LOG_LINES = 200;

/** A disk that takes longer than this is gone. */
const MAX_WRITE_WAIT_MS = 20_000;

/** The person reads the first screen by then, and has not pressed anything yet. */
const WARM_UP_AFTER_MS = 1000;

/**
 * Joins Electron to the services and connects them with the window, whose first screen is there. `evidence` is the file
 * that the app was started with. Ends the app with a dialog, and returns null, when the environment cannot be used.
 */
export function composeWindow(first: FirstScreen, evidence: string | null): OpenedWindow | null {
  const secrets = new SessionSecrets();
  const send = createSendEvent(first.window.webContents);
  const recentLines = createRecentLines(MAX_LOG_LINES);
  const log = createLog(app.getPath('logs'), secrets.redactLine, () => new Date(), recentLines.add);
  if (PRODUCT.kind === 'test') log(`${PRODUCT.name} ${PRODUCT.version} is nothing for customers.`);
  first.log.passTo(log);

  const network = session.fromPartition(NETWORK_SESSION);
  const appServices = compose({
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
  if (!appServices.ok) {
    dialog.showErrorBox(PRODUCT.name, appServices.failure.message);
    app.quit();
    return null;
  }
  warmUpSoon(appServices.value, log);
  void appServices.value.checkExtraCa().then((checked) => {
    if (!checked.ok) showExtraCaError(first.window, checked.failure, first.translator.t);
  });

  const tellLoad = (error: unknown): void =>
    log(`page not loaded: ${error instanceof Error ? error.message : 'unknown error'}`);
  const pendingWrites = createPendingWrites();
  const opened = connectWindow(first, appServices.value, {
    log,
    recentLines,
    evidence,
    secrets,
    send,
    tellLoad,
    pendingWrites,
  });
  powerMonitor.on('suspend', () => opened.fallAsleep());
  const allowClose = confirmClose(first.window, {
    isAtWork: opened.isWaiting,
    ask: () => confirmStop(first.window, first.translator.t),
  });
  quitWithSession({
    window: first.window,
    powerMonitor,
    isWriting: () => pendingWrites.ended() !== null,
    allowClose,
    quit: () => app.quit(),
  });
  return {
    ...forOthers(first, opened, send),
    hasRun: opened.hasRun,
    makeReport: (fault) =>
      makeReport({
        fault,
        facts: runtimeFacts(PRODUCT),
        lastLines: recentLines.all(),
        now: new Date(),
        redact: secrets.redactLine,
        isSafeToShare: secrets.isSafeToShare,
      }),
  };
}

/** Loads what the first call needs while nobody waits for it. */
function warmUpSoon(appServices: AppServices, log: Log): void {
  setTimeout(() => {
    void appServices.warmUp().then(async () => {
      for (const problem of await appServices.problems()) log(problem);
    });
  }, WARM_UP_AFTER_MS);
}

function forOthers(
  { window, translator }: FirstScreen,
  opened: Session,
  send: SendEvent,
): Pick<OpenedWindow, 'runCommand' | 'focusWindow'> {
  const run = async (command: MenuCommand): Promise<void> => {
    if (command === 'open-file') {
      const path = await chooseEvidence(window, translator.t);
      if (path === null) return;
      opened.setPendingEvidence(path, 'dialog');
    }
    send('app:onMenuCommand', command);
  };
  return {
    runCommand: (command) => void run(command),
    focusWindow: (file) => {
      if (window.isDestroyed()) return;
      if (window.isMinimized()) window.restore();
      window.show();
      window.focus();
      if (file === null) return;
      opened.setPendingEvidence(file, 'argument');
      send('evidence:onPending', null);
    },
  };
}

function connectWindow(
  first: FirstScreen,
  appServices: AppServices,
  own: {
    readonly log: Log;
    readonly recentLines: RecentLines;
    readonly evidence: string | null;
    readonly secrets: SessionSecrets;
    readonly send: SendEvent;
    /** Is told when a page did not load. */
    readonly tellLoad: (error: unknown) => void;
    readonly pendingWrites: PendingWrites;
  },
): Session {
  const { window, settings, menu } = first;
  const t = (): FirstScreen['translator']['t'] => first.translator.t;
  const contents = window.webContents;
  const desktop = createDesktop(window, t);
  const presses = watchPresses(contents);
  const capture = captureBeside(window, first.isWayland);
  const { pendingWrites } = own;
  delayQuitUntil(app, () => pendingWrites.ended(), MAX_WRITE_WAIT_MS);
  const caseStore = openCaseStore({ folder: join(app.getPath('userData'), 'cases'), now: () => new Date() });
  const opened = openSession({
    ...first,
    diagnose: appServices.diagnose,
    hintsAbout: appServices.hintsAbout,
    planOf,
    desktop,
    pictureStore: createPictureStore(),
    listSources: () => capture.list(),
    captureSource: async (id) =>
      presses.take() || (await confirmCapture(window, t()))
        ? capture.take(id)
        : fail('nothing-to-do', message('failure.capture-declined')),
    residencyPage: residencyPageBeside(window, own.send),
    language: {
      ...first.language,
      choose: async (language) => {
        const kept = await settings.change({ language });
        await first.translator.load();
        menu.rebuild();
        return kept;
      },
    },
    logLines: own.recentLines.all,
    caseStore: trackWrites(caseStore, pendingWrites),
    pendingWrites,
    movePage: () => void movePage(window).catch(own.tellLoad),
    computer: createComputer(window, t),
    chooseProfile: () => chooseProfile(window, t()),
    openPage: openSupportPage,
    pendingEvidenceFile: own.evidence,
    openExternalPage: async (page) => ((await openExternal(page)) ? null : EXTERNAL_PAGES[page]),
    secrets: own.secrets,
    send: own.send,
    onAllowedCommands: menu.allow,
  });
  const { services } = opened;
  registerHandlers({
    registry: first.registry,
    schema: ipcSchema,
    services,
    ownWebContents: contents,
    log: own.log,
  });
  window.on('closed', () => void services.cases.leave(null));
  return opened;
}

function residencyPageBeside(window: BrowserWindow, send: SendEvent): ReturnType<typeof createResidencyPage> {
  return createResidencyPage({
    title: `Atlassian – ${PRODUCT.name}`,
    place: () => placeBeside(window.getBounds(), screen.getDisplayMatching(window.getBounds()).workArea),
    // It is told of its own end too, which may come with or after that of our window.
    onState: (state) => send('residencyPage:onState', state),
    empty: emptySession,
    setNavigation,
  });
}
