import { createContext } from 'react';

import type { WindowFrame } from '../../../src-main/contract/ipc/window-frame.ts';
import type { RailStep } from '../../flow/steps.ts';

/** The steps of the way as they stand; null beside it. */
export const RailContext = createContext<readonly RailStep[] | null>(null);

/** Where the window's own buttons are. */
export const FrameContext = createContext<WindowFrame>('own');
