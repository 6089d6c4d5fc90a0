import { useEffect, useState } from 'react';

import { loadLaterScreens } from './load-later.ts';
import type { LaterScreens } from './load-later.ts';

/** By then they are read even if the window always has something to do. */
const LATEST_MS = 500;

/**
 * Returns the screens that come after the first one, or null until they are there. They are read as soon as the first one
 * is drawn, long before anybody can have clicked. If they cannot be read, drawing fails, which `WindowGuard` tells.
 */
export function useLaterScreens(first: LaterScreens | null): LaterScreens | null {
  const [later, setLater] = useState(first);
  useEffect(() => {
    if (first !== null) return;
    const load = async (): Promise<void> => {
      try {
        const loaded = await loadLaterScreens();
        setLater(loaded);
      } catch (error) {
        setLater(() => {
          throw error;
        });
      }
    };
    const waiting = requestIdleCallback(() => void load(), { timeout: LATEST_MS });
    return () => cancelIdleCallback(waiting);
  }, [first]);
  return later;
}
