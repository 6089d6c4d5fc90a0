import { app, protocol } from 'electron';

import type { SecondInstanceData } from './contract/ipc/second-instance.ts';
import { openWindow } from './open-window.ts';
import { APP_ID, isConnectOverrideAllowed, TOAST_ACTIVATOR_CLSID } from './product.ts';
import type { BuildKind } from './product.ts';
import { APP_SCHEME } from './shell/security/app-scheme.ts';
import { evidenceArgument } from './shell/lifecycle/evidence-argument.ts';
import { lockDownEverything } from './shell/security/lock-down.ts';
import { isPortable } from './shell/lifecycle/platform.ts';
import { runWithoutWindow, missingDisplay, unattendedArguments } from './shell/lifecycle/unattended.ts';
import { unusableFolder } from './shell/lifecycle/user-data.ts';

// Nothing is imported here that can be imported later: the CLI when it is wanted, and of the window at first no
// more than it takes to open it.

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
    evidence: evidenceArgument(process.argv, process.cwd(), process.platform),
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

/** Another start of the app ended and handed over what it was started with. */
async function focusWindow(opened: ReturnType<typeof openWindow>, data: unknown): Promise<void> {
  const { secondInstanceDataSchema } = await import('./contract/ipc/second-instance.ts');
  const { evidence } = secondInstanceDataSchema.catch({ evidence: null }).parse(data);
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
