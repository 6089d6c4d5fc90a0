import { describe, expect, it } from 'vitest';

import { createNotices } from '../../../../src-main/shell/desktop/notifications.ts';
import type { Notices } from '../../../../src-main/shell/desktop/notifications.ts';

const TEXT = { title: 'a title', body: 'a body' };

/** A system that keeps what is done to it; `emit` tells of the last notification. */
function system({ mayNotify = true, isSupported = true }): {
  readonly notices: Notices;
  readonly done: string[];
  readonly emit: (event: string) => void;
} {
  const done: string[] = [];
  const listeners = new Map<string, () => void>();
  return {
    done,
    emit: (event) => listeners.get(event)?.(),
    notices: createNotices({
      mayNotify,
      isSupported: () => {
        done.push('asked for leave');
        return isSupported;
      },
      create: ({ title, body }) => {
        done.push(`made ${title}, ${body}`);
        return {
          on: (event, listener) => void listeners.set(event, listener),
          show: () => done.push('shown'),
        };
      },
      attract: () => done.push('attracted'),
      focusWindow: () => done.push('came forward'),
    }),
  };
}

describe('a notice', () => {
  it('has its leave asked for as waiting starts, is shown, and brings the window forward', () => {
    const { notices, done, emit } = system({});
    notices.prepare();
    expect(done).toEqual(['asked for leave']);
    notices.notify(TEXT);
    emit('click');
    expect(done.slice(2)).toEqual(['made a title, a body', 'shown', 'came forward']);
  });

  it('that failed draws the eye to the app, as one does that is not supported', () => {
    const failing = system({});
    failing.notices.notify(TEXT);
    failing.emit('failed');
    expect(failing.done.slice(-2)).toEqual(['shown', 'attracted']);
    const without = system({ isSupported: false });
    without.notices.notify(TEXT);
    expect(without.done).toEqual(['asked for leave', 'attracted']);
  });

  it('that was closed draws nothing', () => {
    const { notices, done, emit } = system({});
    notices.notify(TEXT);
    emit('close');
    expect(done.at(-1)).toBe('shown');
  });

  it('of the portable program touches nothing of notifications', () => {
    const { notices, done } = system({ mayNotify: false });
    notices.prepare();
    notices.notify(TEXT);
    expect(done).toEqual(['attracted']);
  });
});
