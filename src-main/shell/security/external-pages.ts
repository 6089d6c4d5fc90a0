import type { ExternalPage } from '../../contract/ipc/pages.ts';

const SNAPSHOTS = 'https://snapshots-docs.radbee.com/';

/** The only pages of the app that are opened in the person's browser. */
export const EXTERNAL_PAGES = {
  snapshots: SNAPSHOTS,
  admin: 'https://admin.atlassian.com/',
  'connection-setup': `${SNAPSHOTS}snapshots-cloud-manual-v2/configuring-the-xray-connection`,
  // Their exact addresses are not known; the window says which page to look for there.
  'region-error': SNAPSHOTS,
  integration: SNAPSHOTS,
} as const satisfies Readonly<Record<ExternalPage, string>>;

/** The pages of the Help menu. */
export const MENU_PAGES = ['snapshots', 'admin'] as const satisfies readonly ExternalPage[];
