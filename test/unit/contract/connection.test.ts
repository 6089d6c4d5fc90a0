import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  checkCredential,
  credentialHints,
  parseConnection,
  parseCredentialBlock,
  parseSite,
  trimPasted,
} from '../../../src-main/contract/connection.ts';
import { siteNameSchema } from '../../../src-main/contract/connection-schema.ts';

const ID = '0123456789ABCDEF0123456789ABCDEF';
const SECRET = 'f'.repeat(64);

describe('parseSite', () => {
  it.each([
    ['acme', 'acme.atlassian.net'],
    ['  ACME  ', 'acme.atlassian.net'],
    ['acme.atlassian.net', 'acme.atlassian.net'],
    ['"acme.atlassian.net"', 'acme.atlassian.net'],
    ['acme.atlassian.net/', 'acme.atlassian.net'],
    ['acme.atlassian.net.', 'acme.atlassian.net'],
    ['https://acme.atlassian.net/jira/software/projects/DEMO/boards/1?x=1#y', 'acme.atlassian.net'],
    ['http://Acme-Test2.atlassian.net/wiki/spaces', 'acme-test2.atlassian.net'],
    ['acme.atlassian.net/wiki', 'acme.atlassian.net'],
    ['\u200bacme.atlassian.net,', 'acme.atlassian.net'],
  ])('understands %j', (text, site) => {
    expect(parseSite(text, 'jiraSite')).toEqual({ ok: true, value: site });
  });

  it.each([
    '',
    '   ',
    'acme.example.org',
    'https://acme.atlassian.net.evil.org/',
    'https://evil.org/acme.atlassian.net',
    'https://user:pw@acme.atlassian.net/',
    'https://acme.atlassian.net:8443/',
    'https://admin.atlassian.com/o/123',
    'ftp://acme.atlassian.net/',
    'javascript:alert(1)',
    'two words',
    'a.b.atlassian.net',
    '-acme',
    'api.atlassian.net',
  ])('refuses %j with a sentence tied to the field', (text) => {
    const answer = parseSite(text, 'confluenceSite');
    expect(answer.ok).toBe(false);
    if (!answer.ok) expect(answer.failure).toMatchObject({ code: 'bad-input', field: 'confluenceSite' });
  });

  it('gives a site name or a failure for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const answer = parseSite(text, 'jiraSite');
        return !answer.ok || siteNameSchema.safeParse(answer.value).success;
      }),
    );
  });
});

describe('pasted credentials', () => {
  it('takes quotes, spaces and invisible characters off', () => {
    expect(trimPasted(` “\u00a0${ID}\u200b”, \n`)).toBe(ID);
  });

  it.each([
    `Client ID: ${ID}\nClient Secret: ${SECRET}`,
    `{"client_id":"${ID}","client_secret":"${SECRET}"}`,
    `XRAY_CLIENT_ID=${ID}\nXRAY_CLIENT_SECRET='${SECRET}'`,
    `Client Id\t${ID}\nClient Secret\t${SECRET}`,
    `${ID} ${SECRET}`,
    `"${SECRET}"\n"${ID}"`,
  ])('finds both values in %j', (block) => {
    expect(parseCredentialBlock(block)).toEqual({ clientId: ID, clientSecret: SECRET });
  });

  it.each(['', ID, SECRET, 'hello world', `${ID} ${ID}`])('finds no pair in %j', (text) => {
    expect(parseCredentialBlock(text)).toBeNull();
  });

  it('hints at values in the wrong field and at unusual ones, and refuses neither', () => {
    expect(credentialHints(ID, SECRET)).toEqual([]);
    expect(credentialHints(SECRET, ID)).toEqual(['id-looks-like-secret', 'secret-looks-like-id']);
    expect(credentialHints('healthy-zip', 'short')).toEqual(['id-unusual', 'secret-unusual']);
    expect(credentialHints('', '')).toEqual([]);
    expect(checkCredential('healthy-zip', 'clientId')).toEqual({
      ok: true,
      value: 'healthy-zip',
    });
  });

  it.each(['', '  ', 'a\nb', 'x'.repeat(1025)])('refuses what can be no credential: %j', (text) => {
    expect(checkCredential(text, 'clientSecret').ok).toBe(false);
  });
});

describe('parseConnection', () => {
  const form = { clientId: ` ${ID} `, clientSecret: SECRET, jiraSite: 'acme', confluenceSite: 'acme' };

  it('gives the trimmed connection', () => {
    expect(parseConnection(form, null)).toEqual({
      ok: true,
      value: {
        clientId: ID,
        clientSecret: SECRET,
        jiraSite: 'acme.atlassian.net',
        confluenceSite: 'acme.atlassian.net',
      },
    });
  });

  it('takes the held secret when none was typed, and only then', () => {
    const held = parseConnection({ ...form, clientSecret: null }, 'held-secret');
    expect(held.ok && held.value.clientSecret).toBe('held-secret');
    const typed = parseConnection(form, 'held-secret');
    expect(typed.ok && typed.value.clientSecret).toBe(SECRET);
    const missing = parseConnection({ ...form, clientSecret: null }, null);
    expect(!missing.ok && missing.failure.field).toBe('clientSecret');
  });

  it.each(['clientId', 'clientSecret', 'jiraSite', 'confluenceSite'] as const)(
    'ties a wrong %s to its field',
    (field) => {
      const answer = parseConnection({ ...form, [field]: ' ' }, null);
      expect(!answer.ok && answer.failure.field).toBe(field);
    },
  );
});
