import { app, BrowserWindow, protocol } from 'electron';

import { composeWindow, openTestDoor } from './compose-window.ts';
import { APP_SCHEME } from './shell/app-scheme.ts';

// All three must be said before the app is ready.
app.enableSandbox();
protocol.registerSchemesAsPrivileged([
  { scheme: APP_SCHEME.scheme, privileges: { ...APP_SCHEME.privileges } },
]);

openTestDoor();

app.on('window-all-closed', () => app.quit());

if (app.requestSingleInstanceLock()) {
  app.on('second-instance', () => {
    const window = BrowserWindow.getAllWindows()[0];
    if (window?.isMinimized() === true) window.restore();
    window?.focus();
  });
  void app.whenReady().then(composeWindow);
} else {
  app.quit();
}
