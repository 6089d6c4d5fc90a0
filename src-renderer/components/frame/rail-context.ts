import { createContext } from 'react';

import type { RailStep } from '../../flow/steps.ts';

/** The steps of the way as they stand; null beside it. */
export const RailContext = createContext<readonly RailStep[] | null>(null);
