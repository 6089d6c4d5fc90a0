import type { LaunchedApp } from '../electron-runtime/launching/launch.ts';

/** Keeps what every IPC handler answers and every event that is sent, inside the main process. */
export async function recordIpc(running: LaunchedApp): Promise<void> {
  await running.app.evaluate(({ ipcMain, BrowserWindow }) => {
    const record: { answers: unknown[]; events: unknown[] } = { answers: [], events: [] };
    Reflect.set(globalThis, 'ipcRecord', record);
    const handlers: Map<string, (...args: unknown[]) => Promise<unknown>> = Reflect.get(
      ipcMain,
      '_invokeHandlers',
    );
    for (const [channel, handler] of handlers) {
      handlers.set(channel, async (...args) => {
        const answer = await handler(...args);
        record.answers.push(answer);
        return answer;
      });
    }
    for (const window of BrowserWindow.getAllWindows()) {
      const send = window.webContents.send.bind(window.webContents);
      window.webContents.send = (channel, ...values) => {
        record.events.push(values);
        send(channel, ...values);
      };
    }
  });
}

/** What was answered and sent since. */
export async function recordedIpc(running: LaunchedApp): Promise<{ answers: unknown[]; events: unknown[] }> {
  return running.app.evaluate(() => Reflect.get(globalThis, 'ipcRecord'));
}
