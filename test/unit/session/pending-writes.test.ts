import { describe, expect, it } from 'vitest';

import { createPendingWrites } from '../../../src-main/session/pending-writes.ts';

describe('work in hand', () => {
  it('ends when all of it has ended, also what failed', async () => {
    const inHand = createPendingWrites();
    expect(inHand.ended()).toBeNull();
    let finish = (): void => undefined;
    const slow = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const first = inHand.track(slow);
    const second = inHand.track(Promise.reject(new Error('broken')));
    await expect(second).rejects.toThrow('broken');
    let hasEnded = false;
    const ended = inHand.ended()?.then(() => {
      hasEnded = true;
    });
    await Promise.resolve();
    expect(hasEnded).toBe(false);
    finish();
    await first;
    await ended;
    expect(hasEnded).toBe(true);
    expect(inHand.ended()).toBeNull();
  });
});
