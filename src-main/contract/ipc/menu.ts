import * as z from 'zod';

/** What the menu asks the window to do. */
export const menuCommandSchema = z.enum(['new-check', 'open-file', 'open-settings', 'help']);
export type MenuCommand = z.infer<typeof menuCommandSchema>;

/** The commands that would lose nothing where the window is now; the others are greyed out. */
export const allowedCommandsSchema = z.strictObject({
  commands: z.array(menuCommandSchema).max(menuCommandSchema.options.length),
});

/** A place in the page, in the window's own pixels. */
export const menuPlaceSchema = z.strictObject({
  x: z.number().min(0).max(100_000),
  y: z.number().min(0).max(100_000),
});
