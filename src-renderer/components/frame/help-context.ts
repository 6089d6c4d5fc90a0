import { createContext } from 'react';

/** Opens the help; null where it is open already. */
export const HelpContext = createContext<(() => void) | null>(null);
