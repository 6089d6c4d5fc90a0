import { describe, expect, it } from 'vitest';

import {
  checkCredential,
  parseConnection,
  trimPasted,
} from '../../../../src-main/contract/input/connection.ts';

const ID = '0123456789ABCDEF0123456789ABCDEF';
const SECRET = 'f'.repeat(64);

describe('pasted credentials', () => {
  it('takes quotes, spaces and invisible characters off', () => {
    expect(trimPasted(` “\u00a0${ID}\u200b”, \n`)).toBe(ID);
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
