import * as z from 'zod';

import { siteNameSchema } from '../input/connection-schema.ts';

/** The pages that open in the person's own browser, by name; their addresses stand in the main process alone. */
export const externalPageSchema = z.enum([
  'snapshots',
  'admin',
  'region-error',
  'connection-setup',
  'integration',
  /** Jira, where an admin finds API Keys under Apps > Manage apps > Xray; without a site, how to get there. */
  'api-keys',
  /** Confluence, where Snapshots Configuration is; without a site, how to get there. */
  'snapshots-settings',
]);
export type ExternalPage = z.infer<typeof externalPageSchema>;

/** A page by its name, and the site on which it is to be opened, as far as that is known. */
export const pageRequestSchema = z.strictObject({
  page: externalPageSchema,
  site: siteNameSchema.optional(),
});
