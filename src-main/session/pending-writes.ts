import type { CaseStore } from '../cases/case-store.ts';

/** Work that must come to its end once it has begun, such as the writing of a file. */
export interface WorkInHand {
  /** Counts `work` in until it has ended, and gives it back. */
  during<T>(work: Promise<T>): Promise<T>;
  /** Ends when all of the present work has; null when there is none. Never rejects. */
  ended(): Promise<unknown> | null;
}

/** Makes the counter. */
export function createWorkInHand(): WorkInHand {
  const works = new Set<Promise<unknown>>();
  return {
    during: (work) => {
      const counted = work
        .catch(() => undefined)
        .then(() => {
          works.delete(counted);
        });
      works.add(counted);
      return work;
    },
    ended: () => (works.size === 0 ? null : Promise.all(works)),
  };
}

/** The same store, whose changes are counted in. */
export function storeToItsEnd(store: CaseStore, inHand: WorkInHand): CaseStore {
  return {
    ...store,
    create: (...given) => inHand.during(store.create(...given)),
    change: (...given) => inHand.during(store.change(...given)),
    remove: (...given) => inHand.during(store.remove(...given)),
  };
}
