import { createContext } from 'react';

/** Whether a picture is a step of the way that the window is on. */
export const PictureContext = createContext(true);
