import { createContext } from 'react';

import type { Bridge } from '../../../src-main/contract/ipc/ipc-schema.ts';

/** The bridge, for the parts deep below that ask for bytes of their own. */
export const BridgeContext = createContext<Bridge | null>(null);
