import { describe, expect, it, vi } from 'vitest';

import { showWhenDrawn } from '../../../../src-main/shell/window/show-when-drawn.ts';

const never = new Promise<never>(() => undefined);
const now = Promise.resolve();
const failed = Promise.reject(new Error('not loaded'));
failed.catch(() => undefined);
/** Longer than the test may take: a window that waits for it is not shown in time. */
const NEVER_MS = 1_000_000;

describe('a window is shown on the first of', () => {
  it.each([
    ['ready-to-show', { ready: now, drawn: never, limitMs: NEVER_MS }],
    ['the word of its page', { ready: never, drawn: now, limitMs: NEVER_MS }],
    ['the limit', { ready: never, drawn: never, limitMs: 1 }],
    ['both at once', { ready: now, drawn: now, limitMs: 1 }],
    ['the limit, when its page did not load', { ready: never, drawn: failed, limitMs: 1 }],
  ])('%s, and once', async (_name, signals) => {
    const show = vi.fn<() => void>();
    await showWhenDrawn({ ...signals, show });
    expect(show).toHaveBeenCalledOnce();
  });
});
