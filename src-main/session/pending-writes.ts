import type { CaseStore } from '../cases/case-store.ts';

/** Work that must come to its end once it has begun, such as the writing of a file. */
export type PendingWrites = ReturnType<typeof createPendingWrites>;

/** Makes the counter. */
export function createPendingWrites() {
  const works = new Set<Promise<unknown>>();
  return {
    /** Counts `work` in until it has ended, and gives it back. */
    track: <T>(work: Promise<T>): Promise<T> => {
      const counted = work
        .catch(() => undefined)
        .then(() => {
          works.delete(counted);
        });
      works.add(counted);
      return work;
    },
    /** Ends when all of the present work has; null when there is none. Never rejects. */
    ended: (): Promise<unknown> | null => (works.size === 0 ? null : Promise.all(works)),
  };
}

/** The same store, whose changes are counted in. */
export function trackWrites(store: CaseStore, pendingWrites: PendingWrites): CaseStore {
  return {
    ...store,
    create: (...given) => pendingWrites.track(store.create(...given)),
    change: (...given) => pendingWrites.track(store.change(...given)),
    remove: (...given) => pendingWrites.track(store.remove(...given)),
  };
}
