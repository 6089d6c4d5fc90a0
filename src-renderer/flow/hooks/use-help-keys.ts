import { useEffect } from 'react';

/** F1 opens the help from everywhere, Escape leaves it. */
export function useHelpKeys(isOpen: boolean, open: () => void, close: () => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === 'F1') open();
      // Escape closes an open list of a select first.
      else if (event.key === 'Escape' && isOpen && !event.defaultPrevented) close();
      else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [isOpen, open, close]);
}
