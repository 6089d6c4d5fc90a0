import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { app, protocol } from 'electron';

import type { StartedApp } from './app.ts';
import { CASES_FOLDER, hasCases } from './cases/has-cases.ts';
import { nameOf } from './contract/ipc/first-page.ts';
import type { SecondInstanceData } from './contract/ipc/second-instance.ts';
import { APP_ID, isConnectOverrideAllowed, PRODUCT, TOAST_ACTIVATOR_CLSID } from './product.ts';
import type { BuildKind } from './product.ts';
import { profilePlace } from './profile/profile-place.ts';
import { APP_SCHEME } from './shell/security/app-scheme.ts';
import { evidenceArguments } from './shell/lifecycle/evidence-argument.ts';
import { openFirstWindow } from './shell/window/start-window.ts';
import { lockDownEverything } from './shell/security/lock-down.ts';
import { createAppTranslator } from './shell/desktop/app-translator.ts';
import { isPortable } from './shell/lifecycle/platform.ts';
import { runWithoutWindow, missingDisplay, unattendedArguments } from './shell/lifecycle/unattended.ts';
import { unusableFolder } from './shell/lifecycle/user-data.ts';
import { peekSettings } from './storage/peek-settings.ts';

// This decides what starts, and opens the window; all that does the work is behind one import of app.ts, or of cli.ts.

/** What is being built; vite.config.ts puts the word in its place. */
declare const BUILD_KIND: BuildKind;

const WRONG_USAGE = 2;

// Before anything of Chromium is started from here: what a process is given at its start, its children inherit.
const environmentSecret = process.env['XRAY_CLIENT_SECRET'];
delete process.env['XRAY_CLIENT_SECRET'];

// All of this must be said before the app is ready.
app.enableSandbox();
lockDownEverything(app);
protocol.registerSchemesAsPrivileged([
  { scheme: APP_SCHEME.scheme, privileges: { ...APP_SCHEME.privileges } },
]);

const unattended = unattendedArguments(process.argv);
if (unattended === null) startWindow();
else void diagnose(unattended);

function startWindow(): void {
  if (process.platform === 'win32') {
    // The installer gives the same id to its shortcut.
    app.setAppUserModelId(APP_ID);
    // The portable program shows no notifications.
    if (!isPortable(process.platform, process.env)) app.setToastActivatorCLSID(TOAST_ACTIVATOR_CLSID);
  }
  void enableConnectOverride();
  app.on('window-all-closed', () => app.quit());
  const secondInstanceData: SecondInstanceData = {
    evidence: evidenceArguments(process.argv, process.cwd(), process.platform),
  };
  const unusable = unusableFolder(app);
  if (unusable !== null) {
    void import('./shell/lifecycle/show-user-data-error.ts').then(({ showUserDataError }) =>
      showUserDataError(app, unusable),
    );
    return;
  }
  if (!app.requestSingleInstanceLock(secondInstanceData)) {
    app.quit();
    return;
  }
  const opened = app.whenReady().then(() => openWindow(secondInstanceData.evidence));
  app.on('second-instance', (_event, _argv, _folder, data) => {
    void focusWindow(opened, data);
  });
}

/** Opens the window with its first screen drawn, and then lets app.ts do the rest. */
function openWindow(evidence: readonly string[]): ReturnType<typeof openFirstWindow<StartedApp | null>> {
  const userData = app.getPath('userData');
  const settings = peekSettings(userData);
  const translator = createAppTranslator(app);
  // Who helps then must be found out first, since the first screen names them.
  const mayHaveProfile = settings.hasProfile || existsSync(profilePlace());
  const page = {
    language: translator.languageOf(settings.language),
    isChosen: settings.language !== 'system',
    hasKept: hasCases(join(userData, CASES_FOLDER)),
  };
  return openFirstWindow(
    {
      dist: join(import.meta.dirname, '..'),
      title: PRODUCT.name,
      mark: PRODUCT.kind === 'test' ? 'TEST BUILD' : null,
      settings,
      translator: translator,
      firstPage: mayHaveProfile ? null : nameOf(page),
    },
    async (first) => {
      const { startApp } = await import('./app.ts');
      return startApp(first, evidence);
    },
  );
}

/** Another start of the app ended and handed over what it was started with. */
async function focusWindow(opened: ReturnType<typeof openWindow>, data: unknown): Promise<void> {
  const { secondInstanceDataSchema } = await import('./contract/ipc/second-instance.ts');
  const { evidence } = secondInstanceDataSchema.catch({ evidence: [] }).parse(data);
  (await opened)?.focusWindow(evidence);
}

/** Leads Chromium's own network stack through the connect override. A release has neither door nor code. */
async function enableConnectOverride(): Promise<void> {
  // The word itself, not a constant of another file: only so the bundler leaves the import out.
  if (BUILD_KIND !== 'release') {
    const door = isConnectOverrideAllowed(app.isPackaged)
      ? (process.env['XRAY_DOCTOR_CONNECT_TO'] ?? '')
      : '';
    if (door === '') return;
    // Comes back before the app is ready, since nothing is fetched for it.
    const { chromiumResolverRules } = await import('./network/client/connect-override.ts');
    app.commandLine.appendSwitch('host-resolver-rules', chromiumResolverRules(door));
  }
}

/** The CLI in this process, for those who run it unattended. */
async function diagnose(argv: readonly string[]): Promise<void> {
  const missing = missingDisplay(process.platform, process.env);
  if (missing !== null) {
    process.stderr.write(`${missing}\n`);
    process.exit(WRONG_USAGE);
  }
  const { end } = runWithoutWindow(app);
  // Electron sets its own ways to deal with signals until then; ours must come after.
  await app.whenReady();
  const { runCli } = await import('./cli.ts');
  await end(
    await runCli({
      argv,
      environmentSecret,
      connectOverride: isConnectOverrideAllowed(app.isPackaged),
      mayAsk: false,
      downloads: app.getPath('downloads'),
    }),
  );
}
