import { useEffect, useEffectEvent, useState } from 'react';

/**
 * Returns the seconds that are left, by the page's clock, and calls `onEnd` when none is. Null stops it; it begins anew when
 * it is given a number again.
 */
export function useCountdown(seconds: number | null, onEnd: () => void): number {
  const [left, setLeft] = useState(seconds ?? 0);
  const end = useEffectEvent(onEnd);
  useEffect(() => {
    if (seconds === null) return;
    // By the clock: the timers of a computer that sleeps stand still.
    const until = Date.now() + seconds * 1000;
    const timer = setInterval(() => {
      const rest = Math.ceil((until - Date.now()) / 1000);
      setLeft(Math.max(0, rest));
      if (rest > 0) return;
      clearInterval(timer);
      end();
    }, 1000);
    return () => clearInterval(timer);
  }, [seconds]);
  return left;
}
