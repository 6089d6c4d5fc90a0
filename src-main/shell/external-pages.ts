/** The only pages that are ever opened in the person's own browser. */
export const EXTERNAL_PAGES = {
  snapshots: 'https://snapshots-docs.radbee.com/',
  admin: 'https://admin.atlassian.com/',
} as const;

export type ExternalPage = keyof typeof EXTERNAL_PAGES;

/** Those that the Help menu offers, in its order. */
export const MENU_PAGES = ['snapshots', 'admin'] as const satisfies readonly ExternalPage[];
