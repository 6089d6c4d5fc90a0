import type { HandlerRegistry, Listener } from './register-handlers.ts';

/** Takes requests before there is anybody to answer them. */
export interface WaitingRegistry {
  /** Where the handlers are registered, in any order and at any time; the first one of a channel stays. */
  readonly registry: HandlerRegistry;
  /** Ends once a request has to wait for a handler that is not there yet. */
  readonly asked: Promise<void>;
}

/**
 * Takes the page's requests while those who answer them are still being loaded: every channel is registered at once with
 * `registry`, and a request waits until its channel has a handler.
 */
export function createWaitingRegistry(
  registry: HandlerRegistry,
  channels: readonly string[],
): WaitingRegistry {
  const asked = Promise.withResolvers<void>();
  const handlers = new Map<string, Listener>();
  const waiting = new Map(channels.map((channel) => [channel, Promise.withResolvers<Listener>()]));
  for (const [channel, { promise }] of waiting) {
    registry.handle(channel, async (message, input) => {
      const handler = handlers.get(channel);
      if (handler !== undefined) return handler(message, input);
      asked.resolve();
      return (await promise)(message, input);
    });
  }
  return {
    registry: {
      handle: (channel, listener) => {
        if (!handlers.has(channel)) handlers.set(channel, listener);
        waiting.get(channel)?.resolve(listener);
      },
    },
    asked: asked.promise,
  };
}
