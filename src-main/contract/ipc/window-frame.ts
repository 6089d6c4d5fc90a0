import * as z from 'zod';

/**
 * Where the window's buttons are. `own`: in the system's title bar. `inset`: at the left of the page, as on macOS. `overlay`: at
 * its right, as on Windows, which shows no menu bar then. `env(titlebar-area-height)` and its like tell the page where.
 */
export const windowFrameSchema = z.enum(['own', 'inset', 'overlay']);
export type WindowFrame = z.infer<typeof windowFrameSchema>;
