import type { isTrustedFrame } from './trusted-frame.ts';

type Message = Parameters<typeof isTrustedFrame>[0];
type Listener = (message: Message, input: unknown) => Promise<unknown>;

/** The part of Electron's ipcMain that we use. */
export interface HandlerRegistry {
  handle(channel: string, listener: Listener): void;
}

/**
 * Takes the page's requests while those who answer them are still being loaded: every channel is registered at once,
 * and a request waits until the handler of its channel is registered with the registry that this gives.
 */
export function createWaitingRegistry(
  registry: HandlerRegistry,
  channels: readonly string[],
): HandlerRegistry {
  const handlers = new Map(channels.map((channel) => [channel, Promise.withResolvers<Listener>()]));
  for (const [channel, { promise }] of handlers) {
    registry.handle(channel, async (message, input) => (await promise)(message, input));
  }
  return {
    handle: (channel, listener) => handlers.get(channel)?.resolve(listener),
  };
}
