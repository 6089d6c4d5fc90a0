import { EventEmitter } from 'node:events';

import { describe, expect, it, vi } from 'vitest';

import {
  confirmClose,
  delayQuitUntil,
  quitWithSession,
} from '../../../../src-main/shell/lifecycle/quit-guard.ts';

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

const MAX_WAIT_MS = 2000;

describe('delayQuitUntil', () => {
  it('ends the app at once where there is nothing to wait for', async () => {
    const { app, hasEnded } = electron();
    const done = Promise.resolve();
    delayQuitUntil(app as never, () => null, MAX_WAIT_MS);
    app.quit();
    await turns();
    expect(hasEnded()).toBe(true);

    const other = electron();
    delayQuitUntil(other.app as never, () => done, MAX_WAIT_MS);
    other.app.quit();
    expect(other.hasEnded()).toBe(false);
    await turns();
    expect(other.hasEnded()).toBe(true);
  });

  it('waits until everything is written, and ends also when that fails', async () => {
    const { app, hasEnded } = electron();
    const first = Promise.withResolvers<void>();
    const second = Promise.withResolvers<void>();
    let pending: Promise<void> | null = first.promise;
    delayQuitUntil(app as never, () => pending, MAX_WAIT_MS);
    app.quit();
    await turns();
    expect(hasEnded()).toBe(false);
    pending = second.promise;
    first.reject(new Error('no disk'));
    await turns();
    expect(hasEnded()).toBe(false);
    pending = null;
    second.resolve();
    await turns();
    expect(hasEnded()).toBe(true);
  });

  it('gives up after the limit', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      const { app, hasEnded } = electron();
      delayQuitUntil(app as never, () => new Promise(() => undefined), MAX_WAIT_MS);
      app.quit();
      await vi.advanceTimersByTimeAsync(MAX_WAIT_MS - 1);
      await turns();
      expect(hasEnded()).toBe(false);
      await vi.advanceTimersByTimeAsync(1);
      await turns();
      expect(hasEnded()).toBe(true);
    } finally {
      vi.useRealTimers();
    }
  });
});

describe('confirmClose', () => {
  function closing(isAtWork: boolean) {
    const emitter = new EventEmitter();
    const answers: ((yes: boolean) => void)[] = [];
    const attempts: boolean[] = [];
    const close = (): void => {
      let isPrevented = false;
      emitter.emit('close', { preventDefault: () => void (isPrevented = true) });
      attempts.push(!isPrevented);
    };
    const window = Object.assign(emitter, { close });
    const allowClose = confirmClose(window as never, {
      isAtWork: () => isAtWork,
      ask: () => new Promise((resolve) => answers.push(resolve)),
    });
    return { close, answers, attempts, allowClose };
  }

  it('asks nothing while nothing is at work', () => {
    const { close, answers, attempts } = closing(false);
    close();
    expect([attempts, answers]).toEqual([[true], []]);
  });

  it('asks once at a time, and closes after a yes alone', async () => {
    const { close, answers, attempts } = closing(true);
    close();
    close();
    expect([attempts, answers.length]).toEqual([[false, false], 1]);
    answers[0]?.(false);
    await turns();
    expect(attempts).toEqual([false, false]);
    close();
    answers[1]?.(true);
    await turns();
    expect(attempts).toEqual([false, false, false, true]);
  });

  it('asks nothing of a computer that is shut down', () => {
    const { close, answers, attempts, allowClose } = closing(true);
    allowClose();
    close();
    expect([attempts, answers]).toEqual([[true], []]);
  });
});

function session(isWriting: boolean) {
  const [window, powerMonitor, actions] = [new EventEmitter(), new EventEmitter(), [] as string[]];
  quitWithSession({
    window: window as never,
    powerMonitor: powerMonitor as never,
    isWriting: () => isWriting,
    allowClose: () => void actions.push('asks nothing'),
    quit: () => void actions.push('quits'),
  });
  const event = { preventDefault: () => void actions.push('has the system wait') };
  return { window, powerMonitor, actions, event };
}

describe('the end of the session', () => {
  it('on Windows ends the app without a question', () => {
    const { window, actions, event } = session(false);
    window.emit('query-session-end', event);
    // Somebody may yet say no to it.
    expect(actions).toEqual([]);
    window.emit('session-end', event);
    expect(actions).toEqual(['asks nothing', 'quits']);
  });

  it('on Windows waits for a file that is being written, and for nothing longer', () => {
    const { window, actions, event } = session(true);
    window.emit('query-session-end', event);
    expect(actions).toEqual(['asks nothing', 'has the system wait', 'quits']);
  });

  it.each([
    [true, ['asks nothing', 'has the system wait', 'quits']],
    [false, ['asks nothing', 'quits']],
  ])(
    'on macOS and Linux ends the app; while something is written (%s) the system waits',
    (writing, expected) => {
      const { powerMonitor, actions, event } = session(writing);
      powerMonitor.emit('shutdown', event);
      expect(actions).toEqual(expected);
    },
  );
});
