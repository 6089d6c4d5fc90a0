/**
 * Resolves after pending I/O was handled, so that the window answers while evidence is made. Uses the global setImmediate:
 * Electron wakes its event loop for that one and not for node:timers/promises (electron, lib/common/init.ts).
 */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}

/** Work that can pause at each `yield`. */
export type Steps<T> = Generator<void, T, void>;

/** Runs all steps at once. Returns their result. */
export function toEnd<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

const MAX_STEPS_MS = 8;

/** Runs steps for 8 ms at a time and handles events in between. Resolves with their result. */
export async function inTurns<T>(steps: Steps<T>): Promise<T> {
  for (;;) {
    const end = performance.now() + MAX_STEPS_MS;
    do {
      const step = steps.next();
      if (step.done === true) return step.value;
    } while (performance.now() < end);
    await nextTurn();
  }
}
