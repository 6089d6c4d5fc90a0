import { describe, expect, it } from 'vitest';

import {
  credentialHints,
  credentialShape,
  holdsSecret,
  secretWithin,
} from '../../../../src-main/contract/input/credential-shape.ts';
import { checkCredential } from '../../../../src-main/contract/input/connection.ts';
import { LANGUAGE_CODES } from '../../../../src-main/i18n/language.ts';
import { loadCatalog } from '../../../../src-main/i18n/load-catalog.ts';
import { createTranslator, inEnglish } from '../../../../src-main/i18n/translator.ts';
import { ATLASSIAN_TOKEN, ID, JWT, SECRET } from '../../../support/pasted/keys.ts';

const FOREIGN: readonly (readonly [string, string])[] = [
  [ATLASSIAN_TOKEN, 'atlassian-token'],
  ['ATSTT3xFaKe', 'atlassian-token'],
  [JWT, 'jwt'],
  [`Bearer ${JWT}`, 'bearer'],
  ['bearer abc', 'bearer'],
  ['Authorization: Bearer abc', 'bearer'],
  ['••••••••', 'masked'],
  ['********', 'masked'],
  ['fa4e••••••••••••', 'masked'],
  ['0fa4e000-0000-4000-8000-00000000fa4e', 'uuid'],
  ['jane@example.test', 'email'],
  ['https://acme.atlassian.net', 'url'],
  ['ghp_FaKe', 'other-service'],
  ['xoxb-fake', 'other-service'],
  ['${{ secrets.XRAY_CLIENT_ID }}', 'placeholder'],
  ['<CLIENT_ID>', 'placeholder'],
  ['{{client_id}}', 'placeholder'],
  ['$XRAY_CLIENT_ID', 'placeholder'],
  ['%XRAY_CLIENT_ID%', 'placeholder'],
  ['your-client-id', 'placeholder'],
  ['xxxx', 'placeholder'],
  ['XRAY_CLIENT_ID', 'placeholder'],
  ['[client id]', 'placeholder'],
  ['{client_id}', 'placeholder'],
  ['undefined', 'placeholder'],
  ['acme.atlassian.net', 'url'],
  ['', 'empty'],
  ['  ', 'empty'],
  ['only-eu-works', 'unusual'],
];

describe('the shape of credentials', () => {
  it.each(FOREIGN)('of %j is named in both fields', (value, shape) => {
    expect(credentialShape(value, value)).toMatchObject({ id: shape, secret: shape });
  });

  it('of the right ones and of swapped ones', () => {
    expect(credentialShape(` ${ID} `, SECRET)).toEqual({
      id: 'expected',
      secret: 'expected',
      idLength: 32,
      secretLength: 64,
    });
    expect(credentialShape(SECRET, ID)).toMatchObject({ id: 'client-secret', secret: 'client-id' });
    expect(credentialHints(ID, SECRET)).toEqual({ clientId: null, clientSecret: null });
  });

  it.each([
    [SECRET.slice(1), 63],
    [`${SECRET}0`, 65],
  ])('tells the length of a secret with a digit too few or too many', (secret, length) => {
    expect(credentialShape(ID, secret)).toMatchObject({ secret: 'wrong-length', secretLength: length });
    const { clientSecret } = credentialHints(ID, secret);
    expect(clientSecret === null ? '' : inEnglish(clientSecret)).toContain(
      `This has ${length} characters, but Xray's Client Secrets have 64.`,
    );
  });

  it('is told in every language and repeats no part of a value', async () => {
    for (const language of LANGUAGE_CODES) {
      const say = createTranslator(await loadCatalog(language));
      for (const [value] of [...FOREIGN, [SECRET], [ID], [SECRET.slice(1)]] as const) {
        const hints = credentialHints(value, value);
        for (const hint of [hints.clientId, hints.clientSecret]) {
          if (hint === null) continue;
          const sentence = say(hint.key, hint.values);
          expect(sentence.length).toBeGreaterThan(20);
          if (value.length > 12 && !value.startsWith('Authorization'))
            expect(sentence).not.toContain(value.slice(0, 12));
        }
      }
    }
  });

  it('is never a reason to refuse', () => {
    for (const [value, shape] of FOREIGN)
      if (shape !== 'empty') expect(checkCredential(value, 'clientSecret').ok).toBe(true);
  });

  it('names a token that is too long for any key', () => {
    const answer = checkCredential(`eyJ${'FaKe'.repeat(500)}`, 'clientSecret');
    expect(!answer.ok && answer.failure.message).toMatch(/sign-in token/u);
  });
});

describe('a secret in a text', () => {
  it.each([
    [SECRET, SECRET],
    [`x ${SECRET}y`, SECRET],
    [`${SECRET.slice(0, 9)}\u200b${SECRET.slice(9)}`, SECRET],
    [`${ID}${SECRET}`, `${ID}${SECRET}`],
    [`token: ${ATLASSIAN_TOKEN}, x`, ATLASSIAN_TOKEN],
    [`Bearer ${JWT}`, JWT],
  ])('is seen and taken out: %j', (text, secret) => {
    expect(holdsSecret(text)).toBe(true);
    expect(secretWithin(text)).toBe(secret);
  });

  it.each(['', ID, `Client ID: ${ID}`, 'only-eu-works', 'BATATTA', '0fa4e000-0000-4000-8000-00000000fa4e'])(
    'is not seen in %j',
    (text) => {
      expect(holdsSecret(text)).toBe(false);
      expect(secretWithin(text)).toBeNull();
    },
  );
});
