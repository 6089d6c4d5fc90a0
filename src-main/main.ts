import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

import { app, BrowserWindow, ipcMain, Menu, protocol, session } from 'electron';

import { INVOKE_CHANNELS } from './contract/channel-names.ts';
import { createWaitingRegistry } from './ipc/waiting-registry.ts';
import { isTestDoorOpen, PRODUCT } from './product.ts';
import type { BuildKind } from './product.ts';
import { APP_SCHEME, serveAppScheme } from './shell/app-scheme.ts';
import { lockDownEveryPage, lockDownSession } from './shell/lock-down.ts';
import { createMainWindow, openPage } from './shell/main-window.ts';
import { leaveOutTheWindow, missingDisplay, unattendedArguments } from './shell/unattended.ts';

// What the first screen does not need is imported once it is drawn: schemas, evidence, pictures, and later the transport.

/** What is being built; vite.config.ts puts the word in its place. */
declare const BUILD_KIND: BuildKind;

/** Where the built parts lie; the main file is in `dist/main`. */
const DIST = join(import.meta.dirname, '..');

/** The rest is loaded by then, whatever became of the page. */
const LATEST_MS = 3000;

const WRONG_USAGE = 2;

// All of this must be said before the app is ready.
app.enableSandbox();
protocol.registerSchemesAsPrivileged([
  { scheme: APP_SCHEME.scheme, privileges: { ...APP_SCHEME.privileges } },
]);
const unattended = unattendedArguments(process.argv);
if (unattended === null) startWindow();
else void diagnose(unattended);

function startWindow(): void {
  void openTestDoor();
  // Electron would build a menu of its own first.
  Menu.setApplicationMenu(null);
  app.on('window-all-closed', () => app.quit());
  if (!app.requestSingleInstanceLock()) {
    app.quit();
    return;
  }
  app.on('second-instance', () => {
    const window = BrowserWindow.getAllWindows()[0];
    if (window?.isMinimized() === true) window.restore();
    window?.focus();
  });
  void app.whenReady().then(openWindow);
}

async function openWindow(): Promise<void> {
  lockDownEveryPage(app);
  lockDownSession(session.defaultSession);
  serveAppScheme(protocol, join(DIST, 'renderer'));
  const registry = createWaitingRegistry(ipcMain, Object.values(INVOKE_CHANNELS));
  const window = createMainWindow({
    title: PRODUCT.name,
    preload: join(DIST, 'preload', 'preload.cjs'),
    devTools: !app.isPackaged,
  });
  const drawn = once(window, 'ready-to-show');
  const opened = openPage(window);
  await Promise.race([drawn, setTimeout(LATEST_MS)]);
  const { composeWindow } = await import('./compose-window.ts');
  composeWindow(window, registry);
  await opened;
}

/** Leads Chromium's own network stack through the test door. A release has neither door nor code. */
async function openTestDoor(): Promise<void> {
  // The word itself, not a constant of another file: only so the bundler leaves the import out.
  if (BUILD_KIND !== 'release') {
    const door = isTestDoorOpen(app.isPackaged) ? (process.env['XRAY_DOCTOR_CONNECT_TO'] ?? '') : '';
    if (door === '') return;
    // Comes back before the app is ready, since nothing is fetched for it.
    const { chromiumResolverRules } = await import('./network/connect-to.ts');
    app.commandLine.appendSwitch('host-resolver-rules', chromiumResolverRules(door));
  }
}

/** The terminal twin in this process, for those who run it unattended. */
async function diagnose(argv: readonly string[]): Promise<void> {
  const missing = missingDisplay(process.platform, process.env);
  if (missing !== null) {
    process.stderr.write(`${missing}\n`);
    process.exit(WRONG_USAGE);
  }
  const { end } = leaveOutTheWindow(app);
  // Electron sets its own ways to deal with signals until then; ours must come after.
  await app.whenReady();
  const { runTerminal } = await import('./cli.ts');
  await end(await runTerminal({ argv, testDoor: isTestDoorOpen(app.isPackaged), mayAsk: false }));
}
