import { createHmac, randomBytes } from 'node:crypto';

const DAY_SECONDS = 24 * 60 * 60;

/**
 * Makes a token in the shape of Xray's (vendor's sample: a JWT, HS256, valid for a day, audience and subject are the
 * client id), signed with `key`. Every token differs from every other, as its account id is random.
 */
export function mintToken(clientId: string, key: Buffer): string {
  const issuedAt = Math.floor(Date.now() / 1000);
  const signed = [
    { alg: 'HS256', typ: 'JWT' },
    {
      tenant: 'f0f0f0f0-0000-4000-8000-00000000fa4e',
      accountId: `712020:${randomBytes(16).toString('hex')}`,
      isXea: false,
      iat: issuedAt,
      exp: issuedAt + DAY_SECONDS,
      aud: clientId,
      iss: 'com.xpandit.plugins.xray',
      sub: clientId,
    },
  ]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.');
  return `${signed}.${createHmac('sha256', key).update(signed).digest('base64url')}`;
}
