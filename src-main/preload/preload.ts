import { contextBridge, ipcRenderer } from 'electron';

import { BRIDGE_NAME, EVENT_CHANNELS, INVOKE_CHANNELS } from '../contract/ipc/channel-names.ts';

const requests = Object.entries(INVOKE_CHANNELS).map(([name, channel]) => [
  name,
  (input: unknown) => ipcRenderer.invoke(channel, input),
]);

const subscriptions = Object.entries(EVENT_CHANNELS).map(([name, channel]) => [
  `on${name.charAt(0).toUpperCase()}${name.slice(1)}`,
  (listener: (value: unknown) => void) => {
    const handler = (_event: unknown, value: unknown): void => listener(value);
    ipcRenderer.on(channel, handler);
    return () => {
      ipcRenderer.removeListener(channel, handler);
    };
  },
]);

contextBridge.exposeInMainWorld(
  BRIDGE_NAME,
  Object.freeze(Object.fromEntries([...requests, ...subscriptions])),
);
