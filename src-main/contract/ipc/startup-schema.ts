import * as z from 'zod';

import { shownSupportSchema } from '../profile.ts';
import { languageChoiceSchema } from '../settings.ts';
import { call } from './call.ts';

export const appFactsSchema = z.strictObject({
  version: z.string(),
  electron: z.string(),
  platform: z.enum(['linux', 'darwin', 'win32']),
  packaged: z.boolean(),
});
export type AppFacts = z.infer<typeof appFactsSchema>;

/** What the page asks for before it draws anything. It stands apart so that the first screen does not wait for the other schemas. */
export const startupSchema = {
  app: {
    facts: call(z.null(), appFactsSchema),
    language: call(z.null(), z.strictObject({ language: languageChoiceSchema })),
  },
  support: {
    /** Who helps, and who said so. */
    profile: call(z.null(), shownSupportSchema),
  },
};
