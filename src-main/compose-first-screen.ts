import { app, nativeImage } from 'electron';
import type { BrowserWindow } from 'electron';

import { DEFAULT_SUPPORT } from './contract/default-support.ts';
import { appFactsSchema, startupSchema } from './contract/ipc/startup-schema.ts';
import type { MenuCommand } from './contract/ipc/menu.ts';
import type { Support } from './contract/profile.ts';
import type { RedactedText } from './evidence/redaction/redacted.ts';
import { registerHandlers } from './ipc/register-handlers.ts';
import type { HandlerRegistry } from './ipc/register-handlers.ts';
import { startupServices } from './session/services/startup-services.ts';
import type { StartupPorts } from './session/services/startup-services.ts';
import { profileBesideProgram } from './profile/profile-place.ts';
import { openSupportContactStore } from './profile/support-contact-store.ts';
import type { SupportContactStore } from './profile/support-contact-store.ts';
import { PRODUCT } from './product.ts';
import { runtimeFacts } from './shell/menu/about.ts';
import { createAppMenu, installContextMenus } from './shell/menu/app-menu.ts';
import type { AppMenu } from './shell/menu/app-menu.ts';
import type { Fault } from './shell/crash/crash-report.ts';
import { reportCrashes, reviveCrashedPage } from './shell/crash/crash.ts';
import { openLogFolder, openPageOrShowAddress } from './shell/menu/help.ts';
import type { EarlyLog, Log } from './shell/crash/log.ts';
import { openPage } from './shell/window/main-window.ts';
import { confirmProfile, showAbout } from './shell/desktop/dialogs.ts';
import { placeWindow, rememberWindow, showWindow, zoomOther } from './shell/window/remember-window.ts';
import { delayQuitUntil } from './shell/lifecycle/quit-guard.ts';
import { createAppTranslator } from './shell/desktop/app-translator.ts';
import type { AppTranslator } from './shell/desktop/app-translator.ts';
import { isWayland } from './shell/lifecycle/platform.ts';
import { openSettings } from './storage/settings.ts';
import type { SettingsStore } from './storage/settings.ts';
import type { Translate } from './i18n/translator.ts';

const MAX_SETTINGS_WAIT_MS = 2000;

/** What there is before: a hidden window whose page is on its way. */
interface Opened {
  readonly window: BrowserWindow;
  /** The file of the app's icon. */
  readonly icon: string;
  readonly log: EarlyLog;
  /** Requests of the page wait here for their handlers. */
  readonly registry: HandlerRegistry;
  /** All that does the work, once it is loaded; null when that cannot be. */
  readonly whole: Promise<OpenedWindow | null>;
}

/** The window with all that does the work, for its menu, its faults and the other instances of the app. */
export interface OpenedWindow {
  /** Brings the window to the front, and has it show an evidence file if one is named. */
  focusWindow(evidence: string | null): void;
  /** Does what an entry of the menu says. */
  runCommand(command: MenuCommand): void;
  /** Whether there is a run that the page would have to tell of if it began anew. */
  hasRun(): boolean;
  /** A report of a fault, as `makeReport` gives it. */
  makeReport(fault: Fault): Promise<RedactedText | null>;
}

/** What stands when the first screen is there, for those who do the work. */
export interface FirstScreen extends StartupPorts, Pick<Opened, 'window' | 'log' | 'registry'> {
  readonly settings: SettingsStore;
  readonly translator: AppTranslator;
  readonly menu: AppMenu;
  readonly isWayland: boolean;
  /** Shows the window, which has its place and its menu by then. */
  readonly show: () => void;
}

/**
 * Gives the window its place and its menu, answers what its page asks for before it draws anything, and from
 * then on sees to faults. Returns null when the window has been closed meanwhile.
 */
export async function composeFirstScreen(opened: Opened): Promise<FirstScreen | null> {
  const { window, log, registry, whole } = opened;
  const settings = await openSettings({ folder: app.getPath('userData'), log: log.log });
  delayQuitUntil(app, () => settings.settled(), MAX_SETTINGS_WAIT_MS);
  let support = (): Support => DEFAULT_SUPPORT;
  const translator = createAppTranslator(
    app,
    () => settings.current().language,
    () => support(),
  );
  await translator.load();
  const supportContacts = await openSupport(settings, translator.t);
  support = () => supportContacts.shown().support;
  if (window.isDestroyed()) return null;
  const onWayland = isWayland({
    platform: process.platform,
    env: process.env,
    ozonePlatform: app.commandLine.getSwitchValue('ozone-platform'),
  });
  placeWindow(window, settings.current(), !onWayland);
  const { zoom, shown } = rememberWindow(window, settings, !onWayland);
  installContextMenus(app, window, translator.t);
  seeToFaults(window, translator, log.log, whole);

  const ports: StartupPorts = {
    appFacts: appFactsSchema.parse({
      version: PRODUCT.version,
      electron: process.versions.electron,
      platform: process.platform,
      packaged: app.isPackaged,
    }),
    language: { current: () => settings.current().language },
    supportContacts,
  };
  registerHandlers({
    registry,
    schema: startupSchema,
    services: startupServices(ports),
    ownWebContents: window.webContents,
    log: log.log,
  });
  const menu = createAppMenu({
    platform: process.platform,
    appName: PRODUCT.name,
    t: translator.t,
    actions: {
      command: (command) => void whole.then((all) => all?.runCommand(command)),
      zoom: (step, focused) => {
        if (focused === undefined || focused === window) zoom(step);
        else zoomOther(focused, step);
      },
      openLogFolder: () => void openLogFolder(window, app.getPath('logs'), translator.t),
      openPage: (page) => void openPageOrShowAddress(window, page, translator.t),
      about: () => {
        const icon = nativeImage.createFromPath(opened.icon);
        void showAbout({ window, facts: runtimeFacts(PRODUCT), t: translator.t, icon });
      },
    },
  });
  return {
    ...ports,
    window,
    log,
    registry,
    settings,
    translator,
    menu,
    isWayland: onWayland,
    show: () => {
      showWindow(window, settings.current());
      shown();
    },
  };
}

/** Asks about what nobody caught, and lets a page that has died come back. */
function seeToFaults(
  window: BrowserWindow,
  { t }: AppTranslator,
  log: Log,
  whole: Promise<OpenedWindow | null>,
): void {
  const ask = reportCrashes({
    t,
    log,
    window: () => window,
    makeReport: async (fault) => (await whole)?.makeReport(fault) ?? null,
    reportFolder: () => app.getPath('logs'),
  });
  const reload = async (): Promise<void> => {
    const hasRun = (await whole)?.hasRun() === true;
    await openPage(window, hasRun ? 'resumed' : 'anew').catch((error: unknown) =>
      // Such a page shows that itself; whoever is at work does not need a dialog on top of it.
      log(`page not loaded: ${error instanceof Error ? error.message : 'unknown error'}`),
    );
  };
  reviveCrashedPage(window, ask, log, reload);
  // It may have died before anybody watched it.
  if (window.webContents.isCrashed()) void reload();
}

/** Finds out who helps: a profile beside the program, or the one that is kept among the settings. */
async function openSupport(settings: SettingsStore, t: Translate): Promise<SupportContactStore> {
  return openSupportContactStore({
    besideProgram: profileBesideProgram(app.getPath('downloads')),
    known: () => settings.current().besideProfile,
    ask: (support) => confirmProfile(support, t),
    remember: (besideProfile) => settings.change({ besideProfile }),
    kept: () => settings.current().supportProfile,
    keep: (supportProfile) => settings.change({ supportProfile }),
  });
}
