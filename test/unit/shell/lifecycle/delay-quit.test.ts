import { describe, expect, it } from 'vitest';

import { delayQuitUntil } from '../../../../src-main/shell/lifecycle/delay-quit.ts';

/** Electron, as far as it ends: a `quit` is nothing as long as the event of the one before is not over. */
function electron() {
  let willQuit: (event: { preventDefault(): void }) => void = () => undefined;
  let isQuitting = false;
  let hasEnded = false;
  const app = {
    on: (_name: string, listener: typeof willQuit) => {
      willQuit = listener;
    },
    quit: () => {
      if (isQuitting) return;
      isQuitting = true;
      let isPrevented = false;
      willQuit({
        preventDefault: () => {
          isPrevented = true;
        },
      });
      // What was promised in the event comes before its end, as in the real one.
      void microtasks().then(() => {
        isQuitting = false;
        hasEnded ||= !isPrevented;
      });
    },
  };
  return { app, hasEnded: () => hasEnded };
}

async function microtasks(): Promise<void> {
  for (let turn = 0; turn < 50; turn += 1) await Promise.resolve();
}

async function turns(): Promise<void> {
  for (let turn = 0; turn < 5; turn += 1) await new Promise(setImmediate);
}

describe('settleBeforeQuit', () => {
  it('ends the app at once where there is nothing to wait for', async () => {
    const { app, hasEnded } = electron();
    delayQuitUntil(app as never, async () => undefined);
    app.quit();
    expect(hasEnded()).toBe(false);
    await turns();
    expect(hasEnded()).toBe(true);
  });

  it('waits until what was changed is written, and ends also when that fails', async () => {
    const { app, hasEnded } = electron();
    let fail = (): void => undefined;
    const written = new Promise<void>((_resolve, reject) => {
      fail = () => reject(new Error('no disk'));
    });
    delayQuitUntil(app as never, () => written);
    app.quit();
    await turns();
    expect(hasEnded()).toBe(false);
    fail();
    await turns();
    expect(hasEnded()).toBe(true);
  });
});
