import * as z from 'zod';

/** The pages that open in the person's own browser, by name; their addresses stand in the main process alone. */
export const externalPageSchema = z.enum([
  'snapshots',
  'admin',
  'region-error',
  'connection-setup',
  'integration',
]);
export type ExternalPage = z.infer<typeof externalPageSchema>;
