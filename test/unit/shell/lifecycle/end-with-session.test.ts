import { EventEmitter } from 'node:events';

import { describe, expect, it } from 'vitest';

import { endWithSession } from '../../../../src-main/shell/lifecycle/end-with-session.ts';

function session(isWriting: boolean) {
  const [window, powerMonitor, deeds] = [new EventEmitter(), new EventEmitter(), [] as string[]];
  endWithSession({
    window: window as never,
    powerMonitor: powerMonitor as never,
    isWriting: () => isWriting,
    allowClose: () => void deeds.push('asks nothing'),
    quit: () => void deeds.push('quits'),
  });
  const event = { preventDefault: () => void deeds.push('has the system wait') };
  return { window, powerMonitor, deeds, event };
}

describe('the end of the session', () => {
  it('on Windows ends the app without a question', () => {
    const { window, deeds, event } = session(false);
    window.emit('query-session-end', event);
    // Somebody may yet say no to it.
    expect(deeds).toEqual([]);
    window.emit('session-end', event);
    expect(deeds).toEqual(['asks nothing', 'quits']);
  });

  it('on Windows waits for a file that is being written, and for nothing longer', () => {
    const { window, deeds, event } = session(true);
    window.emit('query-session-end', event);
    expect(deeds).toEqual(['asks nothing', 'has the system wait', 'quits']);
  });

  it.each([
    [true, ['asks nothing', 'has the system wait', 'quits']],
    [false, ['asks nothing', 'quits']],
  ])(
    'on macOS and Linux ends the app; while something is written (%s) the system waits',
    (writing, expected) => {
      const { powerMonitor, deeds, event } = session(writing);
      powerMonitor.emit('shutdown', event);
      expect(deeds).toEqual(expected);
    },
  );
});
