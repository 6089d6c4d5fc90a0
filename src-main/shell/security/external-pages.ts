import type { SiteName } from '../../contract/input/connection-schema.ts';
import type { ExternalPage } from '../../contract/ipc/pages.ts';

const SNAPSHOTS = 'https://snapshots-docs.radbee.com/';
const MANUAL = `${SNAPSHOTS}snapshots-cloud-manual-v2/`;
const CONNECTION_SETUP = `${MANUAL}configuring-the-xray-connection`;

/** The only pages of the app that are opened in the person's browser while no site is known. */
export const EXTERNAL_PAGES = {
  snapshots: SNAPSHOTS,
  // The address of the Data residency page holds the organization's id, which nothing tells us.
  admin: 'https://admin.atlassian.com/',
  'region-error': `${MANUAL}xray-connection-error-data-is-in-another-region`,
  'connection-setup': CONNECTION_SETUP,
  // Its exact address is not known; the window says which page to look for there.
  integration: SNAPSHOTS,
  'api-keys': CONNECTION_SETUP,
  'snapshots-settings': CONNECTION_SETUP,
} as const satisfies Readonly<Record<ExternalPage, string>>;

/** Pages of a site. Further paths are not documented, and those of apps change with Forge: the window says where to click. */
const SITE_PATHS: Readonly<Partial<Record<ExternalPage, string>>> = {
  'api-keys': '/',
  'snapshots-settings': '/wiki',
};

/** Returns the address of a page: on the site where it is a page of a site that is known, else the one of the list. */
export function addressOf(page: ExternalPage, site: SiteName | null): string {
  const path = SITE_PATHS[page];
  return path === undefined || site === null ? EXTERNAL_PAGES[page] : `https://${site}${path}`;
}

/** The pages of the Help menu. */
export const MENU_PAGES = ['snapshots', 'admin'] as const satisfies readonly ExternalPage[];
