import { app, protocol } from 'electron';

import { composeWindow, openTestDoor } from './compose-window.ts';
import { handedOverSchema } from './contract/second-instance.ts';
import type { HandedOver } from './contract/second-instance.ts';
import { APP_SCHEME } from './shell/app-scheme.ts';
import { evidenceArgument } from './shell/evidence-argument.ts';
import { lockDownEverything } from './shell/lock-down.ts';
import { tellUnusableFolder, unusableFolder } from './shell/user-data.ts';

// All four must be said before the app is ready.
app.enableSandbox();
lockDownEverything(app);
protocol.registerSchemesAsPrivileged([
  { scheme: APP_SCHEME.scheme, privileges: { ...APP_SCHEME.privileges } },
]);
openTestDoor();

app.on('window-all-closed', () => app.quit());

const handedOver: HandedOver = { evidence: evidenceArgument(process.argv, process.cwd()) };
const unusable = unusableFolder(app);
if (unusable !== null) {
  void tellUnusableFolder(app, unusable);
} else if (app.requestSingleInstanceLock(handedOver)) {
  const opened = app.whenReady().then(() => composeWindow(handedOver.evidence));
  app.on('second-instance', (_event, _argv, _folder, data) => {
    const { evidence } = handedOverSchema.catch({ evidence: null }).parse(data);
    void opened.then((window) => window?.comeForward(evidence));
  });
} else {
  app.quit();
}
