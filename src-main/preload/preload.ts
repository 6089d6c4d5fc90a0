import { contextBridge, ipcRenderer } from 'electron';

import { BRIDGE_NAME, mapGroups } from '../contract/ipc/channel.ts';
import type { IpcNames } from '../contract/ipc/channel.ts';

/** The names of `ipcSchema`; vite.config.ts puts them here, since a sandboxed preload should not carry its schemas. */
declare const IPC_NAMES: IpcNames;

const invoke =
  (channel: string) =>
  (input: unknown): Promise<unknown> =>
    ipcRenderer.invoke(channel, input);

const subscribe =
  (channel: string) =>
  (listener: (value: unknown) => void): (() => void) => {
    const handler = (_event: unknown, value: unknown): void => listener(value);
    ipcRenderer.on(channel, handler);
    return () => void ipcRenderer.removeListener(channel, handler);
  };

contextBridge.exposeInMainWorld(
  BRIDGE_NAME,
  mapGroups(IPC_NAMES, (channel, kind) => (kind === 'call' ? invoke(channel) : subscribe(channel))),
);
