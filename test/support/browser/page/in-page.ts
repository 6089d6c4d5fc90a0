import { expect } from 'vitest';

import type { LaunchedApp } from '../../electron-runtime/launching/launch.ts';

/**
 * Runs code in the window's page by way of the main process: Playwright gives a page up for good once it has crashed,
 * also when it lives again.
 */
export function inPage(running: LaunchedApp, code: string): Promise<unknown> {
  return running.app.evaluate(async ({ BrowserWindow }, text) => {
    const answer = BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(text, true);
    // A page that is dead at this moment answers never.
    return Promise.race([answer, new Promise((resolve) => setTimeout(() => resolve(undefined), 2000))]);
  }, code);
}

/** Waits until the window shows something that the selector finds. */
export async function shows(running: LaunchedApp, selector: string): Promise<void> {
  const code = `document.querySelector(${JSON.stringify(selector)}) !== null`;
  await expect.poll(() => inPage(running, code).catch(() => false), { timeout: 30_000 }).toBe(true);
}

/** What the window's page says, as text. */
export async function textOf(running: LaunchedApp, selector: string): Promise<string> {
  return String(
    await inPage(running, `document.querySelector(${JSON.stringify(selector)})?.innerText ?? ''`),
  );
}

/** The process of the window's page. */
export function pageProcess(running: LaunchedApp): Promise<number> {
  return running.app.evaluate(
    ({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId() ?? 0,
  );
}

/** Keeps every dialog from showing, and gives what they say; questions are answered with the global `answer`, or 0. */
export async function recordDialogs(running: LaunchedApp): Promise<() => Promise<string[]>> {
  await running.app.evaluate(({ dialog }) => {
    const said: string[] = [];
    Reflect.set(globalThis, 'said', said);
    Object.assign(dialog, {
      showErrorBox: (title: string, text: string) => void said.push(`${title} ${text}`),
      showMessageBox: async (...given: unknown[]) => {
        const options: unknown = given.at(-1);
        said.push(JSON.stringify(options));
        return { response: Reflect.get(globalThis, 'answer') ?? 0 };
      },
    });
  });
  return () => running.app.evaluate(() => Reflect.get(globalThis, 'said'));
}
