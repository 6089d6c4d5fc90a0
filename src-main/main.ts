import { app, BrowserWindow, protocol } from 'electron';

import { composeWindow, openTestDoor } from './compose-window.ts';
import { isTestDoorOpen } from './product.ts';
import { APP_SCHEME } from './shell/app-scheme.ts';
import { leaveOutTheWindow, missingDisplay, unattendedArguments } from './shell/unattended.ts';

// Both must be said before the app is ready.
app.enableSandbox();
protocol.registerSchemesAsPrivileged([
  { scheme: APP_SCHEME.scheme, privileges: { ...APP_SCHEME.privileges } },
]);

const WRONG_USAGE = 2;

const unattended = unattendedArguments(process.argv);
if (unattended === null) openWindow();
else void diagnose(unattended);

function openWindow(): void {
  openTestDoor();
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
  void app.whenReady().then(composeWindow);
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
