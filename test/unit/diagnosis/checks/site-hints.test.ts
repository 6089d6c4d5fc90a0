import { describe, expect, it } from 'vitest';

import type { SiteFacts } from '../../../../src-main/contract/diagnosis.ts';
import { siteHints } from '../../../../src-main/diagnosis/checks/site-hints.ts';
import type { Message } from '../../../../src-main/i18n/message.ts';
import { inEnglish } from '../../../../src-main/i18n/translator.ts';

const SITES = { jiraSite: 'acme.atlassian.net', confluenceSite: 'acme-wiki.atlassian.net' } as const;

function facts(site: string, over: Partial<SiteFacts> = {}): SiteFacts {
  return {
    site,
    state: 'found',
    cloudId: `id of ${site}`,
    jiraAddress: `https://${site}`,
    confluenceAddress: `https://${site}`,
    deployment: 'Cloud',
    ...over,
  };
}

const english = (hint: Message | null): string => (hint === null ? '' : inEnglish(hint));

describe('hints about the sites', () => {
  it('a site that does not exist', () => {
    const hints = siteHints(SITES, [
      facts(SITES.jiraSite, { state: 'missing', cloudId: null }),
      facts(SITES.confluenceSite, { state: 'missing', cloudId: null }),
    ]);
    expect(english(hints.jiraSite)).toContain("doesn't know a site named acme.atlassian.net");
    expect(english(hints.confluenceSite)).toContain("doesn't know a site named acme-wiki.atlassian.net");
  });

  it('a Confluence on another site than the one that Jira names', () => {
    const hints = siteHints(SITES, [facts(SITES.jiraSite), facts(SITES.confluenceSite)]);
    expect(hints.jiraSite).toBeNull();
    expect(english(hints.confluenceSite)).toBe(
      'Jira at acme.atlassian.net says that its Confluence is at acme.atlassian.net, but you entered acme-wiki.atlassian.net. Check which one Snapshots runs on.',
    );
  });

  it('another site, when Jira names none', () => {
    const hints = siteHints(SITES, [
      facts(SITES.jiraSite, { confluenceAddress: null }),
      facts(SITES.confluenceSite),
    ]);
    expect(english(hints.confluenceSite)).toContain('is on a different site than Jira');
  });

  it('says nothing about two names of one site, and nothing when nothing is known', () => {
    const same = facts(SITES.confluenceSite, { cloudId: `id of ${SITES.jiraSite}` });
    const quiet = { jiraSite: null, confluenceSite: null };
    expect(siteHints(SITES, [facts(SITES.jiraSite), same])).toEqual(quiet);
    expect(siteHints(SITES, [])).toEqual(quiet);
    const unknown = facts(SITES.jiraSite, { state: 'unknown', cloudId: null });
    expect(siteHints(SITES, [unknown, facts(SITES.confluenceSite)])).toEqual(quiet);
    expect(siteHints({ ...SITES, confluenceSite: SITES.jiraSite }, [facts(SITES.jiraSite)])).toEqual(quiet);
  });
});
