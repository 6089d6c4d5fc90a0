/**
 * Lets everything else that waits have its turn. Making and checking evidence is long work in one process with the
 * window, so it asks for this between its pieces.
 */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}
