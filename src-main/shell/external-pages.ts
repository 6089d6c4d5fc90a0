import type { ExternalPage } from '../contract/pages.ts';

const SNAPSHOTS = 'https://snapshots-docs.radbee.com/';
/** The part of RadBee's documentation that holds the pages on Snapshots Cloud. */
const MANUAL = `${SNAPSHOTS}snapshots-cloud-manual-v2/`;

/** The only pages that are ever opened in the person's own browser. */
export const EXTERNAL_PAGES = {
  snapshots: SNAPSHOTS,
  admin: 'https://admin.atlassian.com/',
  'region-error': `${MANUAL}xray-connection-error-data-is-in-another-region`,
  'connection-setup': `${MANUAL}configuring-the-xray-connection`,
  // Its own address is not known to us; the window says which page to look for there.
  integration: SNAPSHOTS,
} as const satisfies Readonly<Record<ExternalPage, string>>;

/** Those that the Help menu offers, in its order. */
export const MENU_PAGES = ['snapshots', 'admin'] as const satisfies readonly ExternalPage[];
