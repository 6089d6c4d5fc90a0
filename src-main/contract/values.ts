/**
 * Limits and closed lists that both the schemas and the window need. The window takes them from here, and failures and forms
 * from `failure.ts` and `connection.ts`, so that no schema comes along: its answers are checked in the main process, and all
 * schemas with zod are 111 kB and 20 ms (measured) before the window answers anybody.
 */

/** Names of the form's fields, as the window marks them. */
export const FIELD_NAMES = ['clientId', 'clientSecret', 'jiraSite', 'confluenceSite'] as const;

/** The host name of a Jira or Confluence Cloud site, lower case. */
export const SITE_NAME = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.atlassian\.net$/u;

/** What the person says of the Data residency page as a whole. */
export const RESIDENCIES = ['pinned', 'migrating', 'unknown'] as const;

/** What is looked at beside the verdict, the most important first. */
export const CHECK_IDS = [
  'echoed-secret',
  'system-roots',
  'token-dates',
  'clock',
  'key-shape',
  'allowlist',
  'keys-split',
  'region-split',
  'inspection',
  'site-missing',
  'site-renamed',
  'site-elsewhere',
  'residency-move-app',
  'residency-contradiction',
  'site-lookup',
  'xray-status',
  'atlassian-status',
] as const;

/** What the Data residency page speaks of. */
export const RESIDENCY_PRODUCTS = ['Jira', 'Confluence', 'Xray'] as const;

/** Parts of a bundle that support can do without. */
export const OPTIONAL_PARTS = ['pictures', 'site-facts', 'log', 'note'] as const;

/** Characters of what the person writes to support. */
export const MAX_NOTE_LENGTH = 4000;

/** Characters of an answer to a question of the intake. */
export const MAX_INTAKE_LENGTH = 200;

/** Characters of a case's name. */
export const MAX_CASE_NAME_LENGTH = 80;

const MEGABYTE = 1024 * 1024;

/** Bytes of a bundle: some mail systems refuse more than the first, nearly all of them more than the second. */
export const MAIL_LIMITS = { some: 7 * MEGABYTE, most: 18 * MEGABYTE } as const;

/** Bytes; larger than any bundle that can be mailed, and small enough to be looked at in memory. */
export const MAX_BUNDLE = 48 * MEGABYTE;

/** Bytes of a file that a customer sent: a mail holds the bundle as base64, which is a third longer. */
export const MAX_ARRIVAL = 2 * MAX_BUNDLE;

/** Characters of the name of such a file. */
export const MAX_ARRIVAL_NAME = 255;

/** Characters that the window may put on the clipboard: a ticket of four hosts with their whole answers has about 8,000. */
export const MAX_COPIED_TEXT = 64 * 1024;

/** Bytes of a bitmap of Windows that is looked at at all, which is not packed: this is one of a 5K screen. */
export const MAX_BITMAP_BYTES = 64 * MEGABYTE;

/** Bytes of a support profile that is looked at at all. */
export const MAX_PROFILE_BYTES = 16 * 1024;
