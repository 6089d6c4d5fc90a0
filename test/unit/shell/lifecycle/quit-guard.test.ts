import { describe, expect, it } from 'vitest';

import { quitWhenWritten } from '../../../../src-main/shell/lifecycle/quit-guard.ts';

describe('endWhenWritten', () => {
  it('keeps the app alive for as long as something is written, and ends it then', async () => {
    let willQuit: (event: { preventDefault(): void }) => void = () => undefined;
    const deeds: string[] = [];
    let finish = (): void => undefined;
    let work: Promise<void> | null = new Promise((resolve) => {
      finish = resolve;
    });
    const app = {
      on: (_name: string, listener: typeof willQuit) => {
        willQuit = listener;
      },
      quit: () => void deeds.push('quit'),
      exit: () => void deeds.push('exit'),
    };
    quitWhenWritten(app as never, () => work);
    const ask = (): void => willQuit({ preventDefault: () => void deeds.push('not yet') });
    ask();
    expect(deeds).toEqual(['not yet']);
    finish();
    await work;
    await new Promise(setImmediate);
    expect(deeds).toEqual(['not yet', 'quit']);
    work = null;
    ask();
    expect(deeds).toEqual(['not yet', 'quit']);
  });
});
