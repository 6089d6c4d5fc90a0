import type { ExternalPage } from '../../contract/ipc/pages.ts';

const SNAPSHOTS = 'https://snapshots-docs.radbee.com/';

/** The only pages that are ever opened in the person's own browser. */
export const EXTERNAL_PAGES = {
  snapshots: SNAPSHOTS,
  admin: 'https://admin.atlassian.com/',
  'connection-setup': `${SNAPSHOTS}snapshots-cloud-manual-v2/configuring-the-xray-connection`,
  // The own addresses of these two are not known to us; the window says which page to look for there.
  'region-error': SNAPSHOTS,
  integration: SNAPSHOTS,
} as const satisfies Readonly<Record<ExternalPage, string>>;

/** Those that the Help menu offers, in its order. */
export const MENU_PAGES = ['snapshots', 'admin'] as const satisfies readonly ExternalPage[];
