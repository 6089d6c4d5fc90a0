import * as z from 'zod';

import { shownSupportSchema } from '../profile.ts';
import { languageChoiceSchema } from '../settings.ts';

export const appFactsSchema = z.strictObject({
  version: z.string(),
  electron: z.string(),
  platform: z.enum(['linux', 'darwin', 'win32']),
  packaged: z.boolean(),
});

/**
 * The rows of the table that the page asks for before it draws anything. They stand apart, so that the first screen does
 * not wait until all the other schemas are made.
 */
export const STARTUP_CHANNELS = {
  appFacts: { input: z.null(), output: appFactsSchema },
  languageChoice: { input: z.null(), output: z.strictObject({ language: languageChoiceSchema }) },
  /** Who helps, and who said so. */
  supportProfile: { input: z.null(), output: shownSupportSchema },
};

export type FirstName = keyof typeof STARTUP_CHANNELS;
