import type { Steps } from '../cooperative-steps.ts';
import { TAG } from './tags.ts';

/** Returns how many values of each kind were removed from a text: every tag in it stands for one. */
export function* removalsByKind(text: string): Steps<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  for (const [tag] of text.matchAll(TAG)) {
    const kind = tag.slice(1, tag.indexOf('#'));
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
    yield;
  }
  return counts;
}

/** Returns how many values were removed from a text. */
export function* countRemovals(text: string): Steps<number> {
  let sum = 0;
  for (const count of (yield* removalsByKind(text)).values()) sum += count;
  return sum;
}
