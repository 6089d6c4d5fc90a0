import { describe, expect, it } from 'vitest';

import { isFreeOf } from '../../../../src-main/evidence/search/search-bytes.ts';

const SECRETS = {
  clientSecret: 'f3a9c1e07b5d2846a1b2c3d4e5f60718',
  clientId: '',
  tokens: ['tok3nTok3nTok3nTok3n77'],
  proxyPasswords: [],
  homeFolder: null,
};

describe('the last look at what the terminal prints', () => {
  it.each([
    ['the secret', `Xray said: ${SECRETS.clientSecret}`],
    ['a piece of it', `Xray said: ${SECRETS.clientSecret.slice(4, 18)}`],
    ['its base64', Buffer.from(SECRETS.clientSecret).toString('base64')],
    ['a token', `{"words":"${SECRETS.tokens.join()}"}`],
  ])('finds %s', async (_, text) => {
    expect(await isFreeOf(SECRETS, text)).toBe(false);
  });

  it('lets a report go that holds none', async () => {
    expect(await isFreeOf(SECRETS, 'Xray answers as it should. ‹client-secret#0a1b›')).toBe(true);
  });
});
