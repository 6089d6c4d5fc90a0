import { describe, expect, it } from 'vitest';

import type { Exchange, SiteFacts } from '../../../src-main/contract/diagnosis.ts';
import { notesOf, siteHints } from '../../../src-main/diagnosis/notes.ts';
import { phrase } from '../../../src-main/words/phrase.ts';
import type { Phrase } from '../../../src-main/words/phrase.ts';
import { inEnglish } from '../../../src-main/words/say.ts';
import { answered } from '../../support/builders.ts';

const SITES = { jiraSite: 'acme.atlassian.net', confluenceSite: 'acme-wiki.atlassian.net' } as const;
const NOTHING = { siteFacts: [], statusNote: null, sites: SITES, exchanges: [] };

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

function withClock(clockDifferenceSeconds: number): Exchange {
  const exchange = answered({ call: 'authenticate' }, { status: 401 });
  if (exchange.outcome !== 'answered') throw new Error('unreachable');
  return { ...exchange, response: { ...exchange.response, clockDifferenceSeconds } };
}

describe('what is worth knowing', () => {
  it('is nothing when all is well', () => {
    expect(notesOf(NOTHING)).toEqual([]);
    expect(notesOf({ ...NOTHING, exchanges: [withClock(300)] })).toEqual([]);
  });

  it.each([
    [301, '5 minutes behind'],
    [-720, '12 minutes ahead of'],
    [4 * 3600, '4 hours behind'],
    [-30 * 86_400, '30 days ahead of'],
  ])('a clock that is wrong by %i seconds', (seconds, words) => {
    expect(notesOf({ ...NOTHING, exchanges: [withClock(seconds)] }).map(inEnglish)).toEqual([
      `The clock of this computer is ${words} Xray's. Set it right: sign-ins and certificates depend on it.`,
    ]);
  });

  it('who opens a connection that is trusted all the same', () => {
    const exchange: Exchange = {
      ...answered({ call: 'authenticate' }, { status: 401 }),
      connection: {
        address: '192.0.2.1',
        port: 443,
        reused: false,
        tlsVersion: 'TLSv1.3',
        certificate: {
          subject: 'CN=xray.cloud.getxray.app',
          issuer: 'CN=Acme Proxy, O=Acme',
          upperIssuers: ['CN=Netskope Root, O=Netskope'],
          validFrom: '',
          validTo: '',
        },
      },
    };
    expect(notesOf({ ...NOTHING, exchanges: [exchange] }).map(inEnglish)[0]).toContain(
      'Netskope opens the secure connection',
    );
  });

  it("Atlassian's own trouble", () => {
    const statusNote = phrase('note.atlassian', { hasWords: 'no', words: '' });
    expect(notesOf({ ...NOTHING, statusNote })).toEqual([statusNote]);
  });
});

const english = (hint: Phrase | null): string => (hint === null ? '' : inEnglish(hint));

describe('hints about the sites', () => {
  it('a site that does not exist', () => {
    const hints = siteHints(SITES, [
      facts(SITES.jiraSite, { state: 'missing', cloudId: null }),
      facts(SITES.confluenceSite, { state: 'missing', cloudId: null }),
    ]);
    expect(english(hints.jiraSite)).toContain('knows no site acme.atlassian.net');
    expect(english(hints.confluenceSite)).toContain('knows no site acme-wiki.atlassian.net');
  });

  it('a Confluence on another site than the one that Jira names', () => {
    const hints = siteHints(SITES, [facts(SITES.jiraSite), facts(SITES.confluenceSite)]);
    expect(hints.jiraSite).toBeNull();
    expect(english(hints.confluenceSite)).toBe(
      'Jira at acme.atlassian.net says that its Confluence is at acme.atlassian.net, and you entered acme-wiki.atlassian.net. See which one Snapshots runs on.',
    );
  });

  it('another site, when Jira names none', () => {
    const hints = siteHints(SITES, [
      facts(SITES.jiraSite, { confluenceAddress: null }),
      facts(SITES.confluenceSite),
    ]);
    expect(english(hints.confluenceSite)).toContain('is another site than your Jira');
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
