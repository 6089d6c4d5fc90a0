/**
 * Lets everything else that waits have its turn. Making and checking evidence is long work in one process with the
 * window, so it asks for this between its pieces.
 */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}

/** Work that can be left between two of its steps and taken up again. */
export type Steps<T> = Generator<void, T, void>;

/** Does all steps at once and returns what they come to. */
export function toEnd<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** How long steps are taken one after another before others have their turn; one of them may take as long again. */
const MAX_STEPS_MS = 8;

/**
 * Takes steps for a moment. Returns what the work came to, or null when it is to be taken up again in another turn.
 */
export function forAMoment<T>(steps: Steps<T>): { readonly value: T } | null {
  const end = performance.now() + MAX_STEPS_MS;
  do {
    const step = steps.next();
    if (step.done === true) return { value: step.value };
  } while (performance.now() < end);
  return null;
}

/** Does work in steps; others have their turn meanwhile. */
export async function inTurns<T>(steps: Steps<T>): Promise<T> {
  for (;;) {
    const moment = forAMoment(steps);
    await nextTurn();
    if (moment !== null) return moment.value;
  }
}
