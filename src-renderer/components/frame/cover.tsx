import { createContext, useContext, useEffect, useRef } from 'react';
import type { ReactNode } from 'react';

const CoveredContext = createContext(false);

/** Whether another page lies over the screen that asks. */
export function useCovered(): boolean {
  return useContext(CoveredContext);
}

/**
 * Holds a screen that another page may cover. It stays as it is below: nothing in it is drawn anew, nothing scrolls, and
 * the focus comes back to where it was.
 */
export function Coverable(props: { readonly isCovered: boolean; readonly children: ReactNode }) {
  const { isCovered, children } = props;
  const place = useRef<HTMLDivElement>(null);
  const lastFocused = useRef<HTMLElement | null>(null);
  useEffect(() => {
    if (!isCovered) return;
    const screen = place.current;
    return () => {
      const last = lastFocused.current;
      const heading = screen?.querySelector('h1') ?? null;
      (last?.isConnected === true ? last : heading)?.focus({ preventScroll: true });
    };
  }, [isCovered]);
  return (
    <div
      ref={place}
      className="coverable"
      inert={isCovered}
      onFocus={({ target }) => {
        lastFocused.current = target;
      }}
    >
      <CoveredContext value={isCovered}>{children}</CoveredContext>
    </div>
  );
}
