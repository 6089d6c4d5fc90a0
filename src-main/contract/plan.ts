import * as z from 'zod';

import type { Message } from '../i18n/message.ts';
import type { Sites } from './input/connection.ts';
import { messageSchema } from './message.ts';

/** One request that a run makes, before it is made. */
export const plannedRequestSchema = z.strictObject({
  method: z.enum(['GET', 'POST']),
  url: z.string(),
  /** What it is for. */
  purpose: z.enum(['authenticate', 'data-call', 'further-hosts', 'site', 'xray-status', 'atlassian-status']),
  /** What of the person's it carries. */
  carries: z.enum(['keys', 'token', 'nothing']),
});
export type PlannedRequest = z.infer<typeof plannedRequestSchema>;

/** Every request that a run makes, and sentences about what may come on top. */
export const planSchema = z.strictObject({
  requests: z.array(plannedRequestSchema),
  remarks: z.array(messageSchema),
});
export type Plan = z.infer<typeof planSchema>;

/** What Atlassian says of the sites as they were typed, one sentence a field; null where all is well or not known. */
export const siteHintsSchema = z.strictObject({
  jiraSite: messageSchema.nullable(),
  confluenceSite: messageSchema.nullable(),
});
export type SiteHints = z.infer<typeof siteHintsSchema>;

/** Asks Atlassian anonymously about two sites; resolves with what it says of them. Never rejects for what the network does. */
export type HintsAbout = (sites: Sites) => Promise<Readonly<Record<keyof SiteHints, Message | null>>>;
