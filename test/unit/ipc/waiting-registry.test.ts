import { describe, expect, it } from 'vitest';

import { createWaitingRegistry } from '../../../src-main/ipc/waiting-registry.ts';

type Listener = (message: never, input: unknown) => Promise<unknown>;

const soon = () => new Promise((resolve) => setTimeout(resolve, 5));

describe('createWaitingRegistry', () => {
  const open = () => {
    const registered = new Map<string, Listener>();
    const waiting = createWaitingRegistry(
      { handle: (channel, listener) => void registered.set(channel, listener) },
      ['app:facts', 'case:leave'],
    );
    const ask = async (channel: string, input: unknown): Promise<unknown> =>
      registered.get(channel)?.({} as never, input);
    return { registered, ...waiting, ask };
  };

  /** Whether a promise has ended after a moment. */
  const hasEnded = async (promise: Promise<unknown>): Promise<boolean> =>
    Promise.race([promise.then(() => true), soon().then(() => false)]);

  it('registers every channel at once, and no other', () => {
    const { registered, registry } = open();
    expect([...registered.keys()]).toEqual(['app:facts', 'case:leave']);
    registry.handle('unknown:channel', async () => 'never');
    expect(registered.size).toBe(2);
  });

  it('lets a request wait for its handler and then answers it, with its message and input', async () => {
    const { registry, ask } = open();
    const early = ask('app:facts', 'early');
    expect(await hasEnded(early)).toBe(false);
    registry.handle('app:facts', async (_message, input) => `answer to ${String(input)}`);
    expect(await early).toBe('answer to early');
    expect(await ask('app:facts', 'late')).toBe('answer to late');
  });

  it('keeps the first handler of a channel', async () => {
    const { registry, ask } = open();
    registry.handle('app:facts', async () => 'first');
    registry.handle('app:facts', async () => 'second');
    expect(await ask('app:facts', null)).toBe('first');
  });

  it('tells when somebody has to wait, and not when a handler is there', async () => {
    const { registry, ask, asked } = open();
    registry.handle('app:facts', async () => 'at once');
    await ask('app:facts', null);
    expect(await hasEnded(asked)).toBe(false);
    void ask('case:leave', null);
    expect(await hasEnded(asked)).toBe(true);
  });

  it('passes on what a handler throws', async () => {
    const { registry, ask } = open();
    const early = ask('case:leave', null);
    registry.handle('case:leave', async () => {
      throw new Error('broken');
    });
    await expect(early).rejects.toThrow('broken');
    await expect(ask('case:leave', null)).rejects.toThrow('broken');
  });
});
