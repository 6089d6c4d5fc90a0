import type * as later from './later.tsx';

/** The screens that come after the first one. */
export type LaterScreens = typeof later;

/** Reads them; rejects if that cannot be done. Once read, they are given again without reading. */
export async function loadLaterScreens(): Promise<LaterScreens> {
  return import('./later.tsx');
}
