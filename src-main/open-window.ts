import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

import { app, ipcMain, Menu, protocol, session } from 'electron';

import type { OpenedWindow } from './compose-first-screen.ts';
import { channelsOf } from './contract/ipc/channel.ts';
import type { IpcNames } from './contract/ipc/channel.ts';
import { createWaitingRegistry } from './ipc/waiting-registry.ts';
import { PRODUCT } from './product.ts';
import { serveAppScheme } from './shell/security/app-scheme.ts';
import { keepToOwnPage } from './shell/security/lock-down.ts';
import { createEarlyLog } from './shell/crash/log.ts';
import { createMainWindow, openPage } from './shell/window/main-window.ts';
import { SHOW_LATEST_MS, showWhenDrawn } from './shell/window/show-when-drawn.ts';

/** The names of `ipcSchema`; vite.config.ts puts them here, so that no schema has to be read first. */
declare const IPC_NAMES: IpcNames;

/** Where the built parts lie; the main file is in `dist/main`. */
const DIST = join(import.meta.dirname, '..');

/** So long what the page has drawn takes to get to the screen. */
const TO_THE_SCREEN_MS = 100;
/**
 * Opens the window in three steps, each of which loads no more than it needs: the window, whose page then starts in a
 * process of its own; meanwhile what the first screen shows and asks for (`composeFirstScreen`); and once that is on the
 * screen all that does the work (`composeWindow`). What the page asks for too early waits. To be called once the app is
 * ready, after `lockDownEverything`. `evidence` is the file that the app was started with. Returns null when the
 * environment cannot be used, or when the window was closed again.
 */
export async function openWindow(evidence: string | null): Promise<OpenedWindow | null> {
  // Electron would build a menu of its own first.
  Menu.setApplicationMenu(null);
  const closed = keepToOwnPage(session.defaultSession);
  const served = new Promise<void>((resolve) =>
    serveAppScheme(protocol, join(DIST, 'renderer'), (address) => {
      if (address.endsWith('.js')) resolve();
    }),
  );
  const waiting = createWaitingRegistry(ipcMain, channelsOf(IPC_NAMES, 'call'));
  const log = createEarlyLog();
  const icon = join(DIST, 'renderer', 'icon.png');
  const preload = join(DIST, 'preload', 'preload.cjs');
  const window = createMainWindow({
    title: PRODUCT.name,
    mark: PRODUCT.kind === 'test' ? 'TEST BUILD' : null,
    preload,
    devTools: !app.isPackaged,
    icon,
  });
  const readyToShow = new Promise<void>((resolve) => window.once('ready-to-show', resolve));
  closed
    .then(() => openPage(window, 'anew'))
    .catch((error: unknown) =>
      log.log(`page not loaded: ${error instanceof Error ? error.message : 'unknown error'}`),
    );

  // Node reads the code behind its web classes when the first of them is named: now, while the page's process starts,
  // and not when that page waits for its first answer.
  void globalThis.Response;

  const whole = Promise.withResolvers<OpenedWindow | null>();
  // The page has its script then, and is busy with it; what comes next costs no time.
  await Promise.race([served, setTimeout(SHOW_LATEST_MS)]);
  const { composeFirstScreen } = await import('./compose-first-screen.ts');
  const first = await composeFirstScreen({
    window,
    icon,
    log,
    registry: waiting.registry,
    whole: whole.promise,
  });
  if (first === null) return null;
  // It asks for more than it is given once it has drawn itself.
  const drawn = waiting.asked.then(() => setTimeout(TO_THE_SCREEN_MS));
  void showWhenDrawn({ ready: readyToShow, drawn, show: first.show });

  // A page that has asked for nothing by then has a fault; the rest must come all the same.
  await Promise.race([drawn, setTimeout(SHOW_LATEST_MS)]);
  if (window.isDestroyed()) return null;
  try {
    const { composeWindow } = await import('./compose-window.ts');
    whole.resolve(composeWindow(first, evidence));
  } catch (error) {
    // Whoever waits for it has to be told, the report of this very fault among them.
    whole.resolve(null);
    throw error;
  }
  return whole.promise;
}
