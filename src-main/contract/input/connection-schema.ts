import * as z from 'zod';

import { SITE_NAME } from '../values.ts';

/** A site as it is kept: the host name of a Jira or Confluence Cloud site, lower case, `acme.atlassian.net`. */
export const siteNameSchema = z.string().regex(SITE_NAME);
export type SiteName = z.infer<typeof siteNameSchema>;

/**
 * What the window submits. `clientSecret` is null when the main process is to use the secret that it already holds
 * (the window forgets a secret as soon as it was submitted).
 */
export const connectionFormSchema = z.strictObject({
  clientId: z.string().max(4096),
  clientSecret: z.string().max(4096).nullable(),
  jiraSite: z.string().max(4096),
  confluenceSite: z.string().max(4096),
});
export type ConnectionForm = z.infer<typeof connectionFormSchema>;

/** The connection without its secret, as the window may show it again. */
export const connectionShownSchema = z.strictObject({
  clientId: z.string(),
  jiraSite: siteNameSchema,
  confluenceSite: siteNameSchema,
  secretHeld: z.boolean(),
});
export type ConnectionShown = z.infer<typeof connectionShownSchema>;
