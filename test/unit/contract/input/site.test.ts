import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { siteNameSchema } from '../../../../src-main/contract/input/connection-schema.ts';
import { parseSite } from '../../../../src-main/contract/input/site.ts';

const SAFELINK =
  'https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Facme.atlassian.net%2Fbrowse%2FX-1&data=05%7C02%7Cjane%40example.test%7C0&reserved=0';
const SIGN_IN =
  'https://id.atlassian.com/login?continue=https%3A%2F%2Fid.atlassian.com%2Fjoin%2Fuser-access%3Fresource%3Dari%253Acloud%253Ajira%253A%253Asite%252F0%26continue%3Dhttps%253A%252F%252Facme.atlassian.net%252Fjira&application=jira';

describe('parseSite', () => {
  it.each([
    'acme',
    '  ACME  ',
    'acme.',
    'acme.atlassian.net',
    '"acme.atlassian.net"',
    'acme.atlassian.net/',
    'acme.atlassian.net.',
    'acme.atlassian.net...',
    'https://acme.atlassian.net/jira/software/projects/DEMO/boards/1?x=1#y',
    'http://Acme.atlassian.net/wiki/spaces',
    'https://acme.atlassian.net:443/wiki',
    '\u200bacme.atlassian.net,',
    'ac\u00admeatlassian.net'.replace('meatlassian', 'me.atlassian'),
    'acme.jira.com',
    'https://acme.jira.com/browse/X-1',
    'acme.atlassian.net.mcas.ms',
    'https://acme.atlassian.net.mcas.ms/wiki/spaces/X',
    'https://acme.atlassian.net.us3.mcas.ms/',
    'https://acme.atlassian.net.access.mcas.ms/aad_login',
    'https://acme.atlassian.net.us3.access.mcas.ms/x',
    'https://acme.atlassian.net.mcas-gov.us/x',
    'https://acme.atlassian.net.rproxy.goskope.com/',
    'www.acme.atlassian.net',
    'https://www.acme.atlassian.net/',
    'htps://acme.atlassian.net/browse/X-1',
    'http:/acme.atlassian.net',
    'https//acme.atlassian.net',
    'https:acme.atlassian.net',
    'https:\\\\acme.atlassian.net\\wiki',
    'https:\\/\\/acme.atlassian.net\\/',
    '<https://acme.atlassian.net>',
    '<https://acme.atlassian.net|Jira>',
    '[Jira](https://acme.atlassian.net)',
    '[Jira|https://acme.atlassian.net]',
    '*acme.atlassian.net*',
    '`https://acme.atlassian.net`',
    '<a href="https://acme.atlassian.net/">our Jira</a>',
    'acme.atlassian.net (prod)',
    'Jira: acme.atlassian.net',
    'Jira site = https://acme.atlassian.net/, Confluence = https://acme.atlassian.net/wiki',
    'Our Jira\nhttps://acme.atlassian.net/jira\n\nThanks, Jane',
    SAFELINK,
    SIGN_IN,
    'https://urldefense.com/v3/__https://acme.atlassian.net/browse/X-1__;!!FAKE!fake$',
    'https://urldefense.proofpoint.com/v2/url?u=https-3A__acme.atlassian.net_browse_X-2D1&d=DwMF&c=x',
    'https://www.google.com/url?q=https://acme.atlassian.net/browse/X-1&sa=D',
    'https://slack-redir.net/link?url=https%3A%2F%2Facme.atlassian.net%2Fbrowse',
    'https://protect-eu.mimecast.com/s/fake?domain=acme.atlassian.net',
    'https://linkprotect.cudasvc.com/url?a=https%3a%2f%2facme.atlassian.net%2fwiki&c=E',
    `https://eu-west-1.protection.sophos.com/?d=atlassian.net&u=${btoa('https://acme.atlassian.net/wiki')}`,
    'https://login.microsoftonline.com/x/saml2?SAMLRequest=fake&RelayState=https%3A%2F%2Facme.atlassian.net%2F',
    'https://start.atlassian.com/?site=https%3A%2F%2Facme.atlassian.net',
    'https://acme.atlassian.net/login?dest=https://other.atlassian.net',
    'hxxps://acme[.]atlassian[.]net',
    'https&#58;//acme.atlassian.net',
  ])('understands %j', (text) => {
    expect(parseSite(text, 'jiraSite')).toEqual({ ok: true, value: 'acme.atlassian.net' });
  });

  it('keeps a hyphen that a mail filter has encoded', () => {
    const wrapped = 'https://urldefense.proofpoint.com/v2/url?u=https-3A__acme-2Dtest.atlassian.net_wiki&d=x';
    expect(parseSite(wrapped, 'jiraSite')).toEqual({ ok: true, value: 'acme-test.atlassian.net' });
  });

  it.each([
    'acme.atlassian.com',
    'https://acme.atlassian.com/jira',
    'acme.atlasian.net',
    'acme.attlassian.net',
    'acme.altassian.net',
    'acme.atlassian.ent',
    'acme.atlassian.nte',
    'acme.atlassian.org',
    'acme.atlassian',
    'acme,atlassian.net',
    'acme.atlassian,net',
    'acme. atlassian.net',
    'acme atlassian net',
    'acmeatlassian.net',
    'acme-atlassian.net',
    'https://acme.atlasian.net/browse/X-1',
    'https://acme/',
    'jira.acme.atlassian.net',
    'https://acme.atlassian.net.evil.test/',
    'https://evil.test/acme.atlassian.net',
    'https://user:pw@acme.atlassian.net/',
    'https://acme.atlassian.net:8443/',
    'ftp://acme.atlassian.net/',
  ])('asks whether acme was meant by %j', (text) => {
    const answer = parseSite(text, 'confluenceSite');
    expect(answer).toMatchObject({
      ok: false,
      failure: {
        phrase: { key: 'failure.site.did-you-mean' },
        message: 'Did you mean acme.atlassian.net?',
        field: 'confluenceSite',
        suggestion: 'acme.atlassian.net',
      },
    });
  });

  it.each([
    ['', 'missing'],
    [' \u200b ', 'missing'],
    ['jane.doe@example.test', 'email'],
    ['jane@acme.atlassian.net', 'email'],
    ['Jane Doe <jane.doe@example.test>', 'email'],
    ['"Doe, Jane" <jane.doe@example.test>;', 'email'],
    ['mailto:jane@example.test', 'email'],
    ['https://jira.acme.com', 'own-domain'],
    ['jira.acme.com/browse/X-1', 'own-domain'],
    ['http://jira:8080/secure/Dashboard.jspa', 'own-server'],
    ['jira.acme.internal/browse/X-1', 'own-server'],
    ['localhost:8080', 'own-server'],
    ['https://jira.acme.com:8443/browse/X-1', 'own-server'],
    ['https://jira.acme.com:443/browse/X-1', 'own-domain'],
    ['https://jira.acme.local', 'own-server'],
    ['https://192.168.1.7/', 'own-server'],
    ['acme.example.org', 'own-domain'],
    ['10.1.2.3:8080', 'own-server'],
    ['acme.atlassian-us-gov-mod.net', 'government'],
    ['https://acme.atlassian-us-gov.net/jira', 'government'],
    ['https://admin.atlassian.com/o/123/users', 'administration'],
    ['admin.atlassian.net', 'administration'],
    ['https://id.atlassian.com/login', 'sign-in-page'],
    ['https://home.atlassian.com/o/1?cloudId=2', 'start-page'],
    ['start.atlassian.com', 'start-page'],
    ['https://support.atlassian.com/jira', 'atlassian-page'],
    ['https://www.atlassian.com/software/jira', 'atlassian-page'],
    ['https://api.atlassian.net', 'atlassian-page'],
    ['https://atlassian.net/', 'atlassian-page'],
    ['jira.com', 'atlassian-page'],
    ['https://www.jira.com/x', 'atlassian-page'],
    ['https://bitbucket.org/acme/repo', 'other-product'],
    ['https://xray.cloud.getxray.app/api/v2', 'other-product'],
    ['acme.atlassian.net, northwind.atlassian.net', 'several'],
    ['two words', 'unreadable'],
    ['javascript:alert(1)', 'unreadable'],
    ['-acme', 'unreadable'],
    ['api', 'unreadable'],
    ['x'.repeat(64 * 1024 + 1), 'too-long'],
  ])('names what is wrong with %j', (text, mistake) => {
    const answer = parseSite(text, 'jiraSite');
    expect(!answer.ok && answer.failure.phrase?.key).toBe(`failure.site.${mistake}`);
    expect(!answer.ok && answer.failure.field).toBe('jiraSite');
  });

  it('says where the name of a site with a domain of its own stands', () => {
    const answer = parseSite('https://jira.acme.com', 'jiraSite');
    expect(!answer.ok && answer.failure.message).toMatch(
      /atlassian\.net.*Atlassian Administration > Apps > App URLs.*Default URL \(fallback\)/u,
    );
  });

  it.each([
    ['northwind.jira.com', null],
    ['https://northwind.atlassian.net:443/jira/your-work', null],
    ['northwind.atlasian.net', 'Did you mean northwind.atlassian.net?'],
    ['https://jira.northwind.com', "company's own domain.*ends in atlassian.net"],
    ['jane@northwind.com', 'email address.*address of your Jira site'],
    ['admin.atlassian.com/o/fake/data-residency', 'Atlassian Administration.*paste the address'],
    ['https://id.atlassian.com/login', 'sign-in page.*paste the address'],
    ['https://home.atlassian.com/o/fake', 'start page.*paste the address'],
    ['https://support.atlassian.com/contact', "Atlassian's own pages.*paste the address"],
    ['http://jira:8080', 'server in your own network.*Jira Cloud'],
  ])('understands %j, or says in words of its own what it is and what to do', (text, words) => {
    const answer = parseSite(text, 'jiraSite');
    if (words === null) expect(answer).toEqual({ ok: true, value: 'northwind.atlassian.net' });
    else expect(!answer.ok && answer.failure.message).toMatch(new RegExp(words, 'u'));
  });

  it('never takes the second half of a name for the name', () => {
    for (const text of ['acme_test.atlassian.net', '\u0430cme.atlassian.net', '%2facme.atlassian.net']) {
      const answer = parseSite(text, 'jiraSite');
      if (answer.ok) expect(answer.value).toBe('acme.atlassian.net');
    }
    expect(parseSite('acme_test.atlassian.net', 'jiraSite').ok).toBe(false);
    expect(parseSite('\u0430cme.atlassian.net', 'jiraSite').ok).toBe(false);
  });

  it('gives a site name or a failure for any text, and a suggestion is a site name', () => {
    const near = fc
      .array(
        fc.oneof(
          fc.constantFrom(
            'https://',
            'acme',
            '.atlassian',
            '.net',
            '.',
            '/',
            '@',
            ':443',
            '?u=',
            '%2F',
            '-3A',
            '_',
            ' ',
            ',',
          ),
          fc.string({ unit: 'binary', maxLength: 6 }),
        ),
        { maxLength: 12 },
      )
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), near), (text) => {
        const answer = parseSite(text, 'jiraSite');
        const site = answer.ok ? answer.value : answer.failure.suggestion;
        expect(site === undefined || siteNameSchema.safeParse(site).success).toBe(true);
      }),
      { numRuns: 2000, seed: 20260101 },
    );
  });
});
