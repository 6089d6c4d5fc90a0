import { describe, expect, it } from 'vitest';

import { diagnosisSchema } from '../../../../src-main/contract/diagnosis.ts';
import type { DiagnosisPhrases } from '../../../../src-main/contract/diagnosis.ts';
import { toEnd } from '../../../../src-main/evidence/cooperative-steps.ts';
import { createRedactor } from '../../../../src-main/evidence/redaction/redactor.ts';
import { countRemovals } from '../../../../src-main/evidence/redaction/tags.ts';
import { createByteSearch } from '../../../../src-main/evidence/search/search-bytes.ts';
import type { KnownSecrets } from '../../../../src-main/evidence/search/known-secrets.ts';
import {
  SAMPLE_ID,
  SAMPLE_SECRET,
  SAMPLE_SECRETS,
  SAMPLE_TOKEN,
  sampleDataCall,
  sampleDiagnosis,
  sampleResponse,
} from '../../../support/samples/sample-run.ts';

const SALT = Buffer.from('one salt');
const redact = (text: string, over: Partial<KnownSecrets> = {}): string =>
  createRedactor({ ...SAMPLE_SECRETS, ...over }, SALT).redactResponse(text);

/** The value of a header after redaction. */
async function headerAfter(name: string, value: string): Promise<string | undefined> {
  const response = sampleResponse('{}', { headers: [{ name, value }] });
  const diagnosis = await createRedactor(SAMPLE_SECRETS, SALT).redactDiagnosis(
    sampleDiagnosis({ exchanges: [sampleDataCall({ response })] }),
  );
  return diagnosis.exchanges[0]?.response?.headers[0]?.value;
}

describe('phrases', () => {
  const phrase = (values: DiagnosisPhrases['sentence']['values']) => ({ key: 'note.inspection', values });
  const phrases = {
    sentence: phrase({ proxy: `p-${SAMPLE_SECRET}:80`, hasProxy: 'yes', status: 401 }),
    meaning: phrase({}),
    pinned: [phrase({ a: SAMPLE_TOKEN })],
    migrating: [phrase({ a: ['us', SAMPLE_SECRET, { key: 'host.eu' }] })],
    regions: phrase({ issuer: `O=${SAMPLE_SECRET}` }),
    secondOpinion: phrase({ global: { key: SAMPLE_SECRET } }),
    notes: [phrase({ maker: `Bearer ${SAMPLE_TOKEN.replaceAll('a', 'b')}` })],
  };
  it('lose every secret out of their values, and keep the rest', async () => {
    const redactor = createRedactor(SAMPLE_SECRETS, SALT);
    const diagnosis = await redactor.redactDiagnosis(sampleDiagnosis({ phrases }));
    const text = JSON.stringify(diagnosis.phrases);
    expect(text).not.toContain(SAMPLE_SECRET);
    expect(text).not.toContain('eyJ');
    expect(diagnosis.phrases?.sentence.values).toEqual({
      proxy: expect.stringMatching(/^p-‹client-secret#[0-9a-f]{4}›:80$/u),
      hasProxy: 'yes',
      status: 401,
    });
    expect(diagnosis.phrases?.migrating[0]?.values['a']).toEqual([
      'us',
      expect.stringMatching(/^‹client-secret#/u),
      { key: 'host.eu' },
    ]);
    expect(diagnosisSchema.safeParse(diagnosis).success).toBe(true);
  });

  it('are not invented for a diagnosis without any', async () => {
    const without = await createRedactor(SAMPLE_SECRETS, SALT).redactDiagnosis(sampleDiagnosis());
    expect(without).not.toHaveProperty('phrases');
  });
});

describe('by value', () => {
  const base64 = Buffer.from(`id:${SAMPLE_SECRET}`).toString('base64');
  it.each([
    ['raw', `it was ${SAMPLE_SECRET}.`, /^it was ‹client-secret#[0-9a-f]{4}›\.$/u],
    ['upper case', SAMPLE_SECRET.toUpperCase(), /^‹client-secret#/u],
    ['percent', `?q=${encodeURIComponent(SAMPLE_TOKEN)}&r=1`, /^\?q=‹token#[0-9a-f]{4}›&r=1$/u],
    ['base64', `x ${base64} y`, /^x \w{0,4}‹client-secret#[0-9a-f]{4}›={0,2} y$/u],
    ['hex', Buffer.from(SAMPLE_SECRET).toString('hex'), /^‹client-secret#[0-9a-f]{4}›$/u],
    [
      '12 characters of it',
      `code ${SAMPLE_SECRET.slice(20, 32)} end`,
      /^code ‹client-secret#[0-9a-f]{4}› end$/u,
    ],
    ['one part of the token', `${SAMPLE_TOKEN.split('.')[1]}`, /^‹token#[0-9a-f]{4}›$/u],
    ['JSON in JSON', JSON.stringify(JSON.stringify({ a: `"${SAMPLE_SECRET}"` })), /^"\{.*‹client-secret#/u],
  ])('removes a secret that is written as %s', (_, text, expected) => {
    expect(redact(text)).toMatch(expected);
  });

  it.each([
    ['11 characters of it', SAMPLE_SECRET.slice(20, 31)],
    ['a name with the beginning of the home folder', '/home/sample-personality/x'],
    ['another hex number of the same length', 'ab'.repeat(32)],
    ['prose', 'The Xray license is not valid. Bearer authentication is needed; the client secret was wrong.'],
    ['a path on a web site', 'https://acme.example/home/sample-person'],
  ])('leaves %s', (_, text) => {
    expect(redact(text)).toBe(text);
  });

  it('gives equal values equal tags under one salt, and other tags under another', () => {
    const other = createRedactor(SAMPLE_SECRETS, Buffer.from('two'));
    expect(redact(SAMPLE_SECRET)).toBe(redact(` ${SAMPLE_SECRET}`).trim());
    expect(other.redactResponse(SAMPLE_SECRET)).not.toBe(redact(SAMPLE_SECRET));
    expect(redact(SAMPLE_TOKEN)).not.toBe(redact(SAMPLE_SECRET));
  });

  it('finds a piece of twelve code units that is cut within its first and its last letter', async () => {
    // A bold letter is searched for as a plain one, a smiling face as it is.
    const clientSecret = 'k7-𝐨w2😀q9-zR𝐱5m😀t𝐚8';
    const search = await createByteSearch({ ...SAMPLE_SECRETS, clientSecret });
    const pieces = Array.from({ length: clientSecret.length - 11 }, (_, at) =>
      clientSecret.slice(at, at + 12),
    );
    expect(pieces.filter((piece) => !piece.isWellFormed()).length).toBeGreaterThan(4);
    for (const piece of pieces) {
      expect(redact(`a ${piece}, b`, { clientSecret }), piece).toMatch(
        /^a ?‹client-secret#[0-9a-f]{4}›, b$/u,
      );
      const withoutHalves = piece.toWellFormed();
      expect(redact(`a ${withoutHalves}, b`, { clientSecret }), piece).toMatch(
        /^a ?\ufffd?‹client-secret#[0-9a-f]{4}›\ufffd?, b$/u,
      );
      expect(toEnd(search(Buffer.from(piece))), piece).not.toEqual([]);
    }
  });

  it('shortens the client id', () => {
    expect(redact(`id ${SAMPLE_ID}, ${SAMPLE_ID.toLowerCase()}`)).toBe('id FA4E…1D03, FA4E…1D03');
  });

  it('removes the beginning of a secret at the end of a body that was cut off', async () => {
    const response = sampleResponse(`{"echo":"${SAMPLE_SECRET.slice(0, 7)}`);
    const diagnosis = await createRedactor(SAMPLE_SECRETS, SALT).redactDiagnosis(
      sampleDiagnosis({
        exchanges: [
          sampleDataCall({ response: { ...response, body: { ...response.body, truncated: true } } }),
        ],
      }),
    );
    expect(diagnosis.exchanges[0]?.response?.body.text).toMatch(/^\{"echo":"‹client-secret#[0-9a-f]{4}›$/u);
  });
});

describe('a secret of hardly any letters', () => {
  const secret = '<&B››a&››>&B3+%3>Ba>>€_‹é_😀_😀 ›\\';

  it.each([
    ['its last character looks like an escape', `<&lt;&amp;B››a&amp;››>&amp;B3+%3>Ba>>€_‹é_😀_😀 ›\\>`],
    ['raw', `it was ${secret}!`],
    ['in JSON', JSON.stringify({ echo: `<${secret}>` })],
  ])('is found although no part of it can be told from prose: %s', (_, text) => {
    expect(redact(text, { clientSecret: secret })).not.toContain('Ba>>€_');
  });
});

describe('by shape, when the value is not known', () => {
  const jwt = `eyJhbGciOiJub25lIn0.${Buffer.from('{"sub":"somebody"}').toString('base64url')}.c2lnbmF0dXJl`;
  it.each([
    ['a JWT', `token ${jwt} end`, /^token ‹token#[0-9a-f]{4}› end$/u],
    ['a bearer', 'Bearer abcdef0123456789XYZ', /^Bearer ‹authorization#[0-9a-f]{4}›$/u],
    [
      'a proxy password in an address',
      'via http://jan:hunter2@proxy:8080',
      /^via http:\/\/‹password#[0-9a-f]{4}›@proxy:8080$/u,
    ],
    ['a cookie line', 'cookie: a=b; c=d', /^cookie: ‹cookie#[0-9a-f]{4}›$/u],
    ['a form field', 'user=jan&password=hunter2', /^user=jan&password=‹password#[0-9a-f]{4}›$/u],
    [
      'a JSON field',
      '{"n":12345678901234567890,"access_token":"0a1b2c3d4e5f"}',
      /^\{"n":12345678901234567890,"access_token":"‹token#/u,
    ],
  ])('removes %s', (_, text, expected) => {
    expect(redact(text)).toMatch(expected);
  });

  it.each([
    ['authorization', 'Basic amFuOmh1bnRlcjI=', /^Basic ‹authorization#[0-9a-f]{4}›$/u],
    ['Proxy-Authorization', 'NTLM TlRMTVNTUAAB', /^NTLM ‹authorization#/u],
    ['set-cookie', 'sid=abc; Path=/; HttpOnly', /^sid=‹cookie#[0-9a-f]{4}›; Path=\/; HttpOnly$/u],
    ['cookie', 'sid=abc', /^‹cookie#[0-9a-f]{4}›$/u],
    ['x-api-key', 'abc', /^‹token#[0-9a-f]{4}›$/u],
    ['x-request-id', 'abc', /^abc$/u],
    ['retry-after', '59.86', /^59\.86$/u],
    [
      'www-authenticate',
      'Bearer realm="xray", error="invalid_token"',
      /^Bearer realm="xray", error="invalid_token"$/u,
    ],
  ])('treats the header %s by its meaning', async (name, value, expected) => {
    expect(await headerAfter(name, value)).toMatch(expected);
  });
});

describe('a diagnosis', () => {
  it('keeps to its schema, and the facts of a token stay', async () => {
    const raw = sampleDiagnosis();
    const diagnosis = await createRedactor(SAMPLE_SECRETS, SALT).redactDiagnosis(raw);
    expect(diagnosisSchema.parse(diagnosis)).toEqual(diagnosis);
    expect(diagnosis.tokens).toEqual(raw.tokens);
    expect(diagnosis.exchanges[0]?.response?.body.text).toMatch(/^"‹token#[0-9a-f]{4}›"$/u);
    expect(toEnd(countRemovals(JSON.stringify(diagnosis)))).toBe(3);
  });

  it('tells no secret that was typed into the field of a site', async () => {
    const site = `${SAMPLE_SECRET.slice(0, 40)}.atlassian.net`;
    const diagnosis = await createRedactor(SAMPLE_SECRETS, SALT).redactDiagnosis(
      sampleDiagnosis({ sites: { jira: site, confluence: 'acme.atlassian.net' } }),
    );
    expect(diagnosis.sites.jira).toMatch(/^client-secret-[0-9a-f]{4}\.atlassian\.net$/u);
    expect(diagnosisSchema.safeParse(diagnosis).success).toBe(true);
  });
});

describe('secrets that are none', () => {
  it('copes with empty ones', () => {
    const none = { clientSecret: '', clientId: '', tokens: [''], proxyPasswords: [''], homeFolder: null };
    expect(createRedactor(none, SALT).redactResponse('just words')).toBe('just words');
  });

  it.each(['a', 'OK', 'Xray', 'error'])(
    'removes the short one %j where it stands as a value, and leaves sentences of ours',
    async (clientSecret) => {
      const redactor = createRedactor({ ...SAMPLE_SECRETS, clientSecret }, SALT);
      const diagnosis = await redactor.redactDiagnosis(
        sampleDiagnosis({
          exchanges: [
            sampleDataCall({
              response: sampleResponse(JSON.stringify({ client_secret: clientSecret, got: clientSecret })),
            }),
          ],
        }),
      );
      expect(diagnosis.verdict).toEqual(sampleDiagnosis().verdict);
      expect(diagnosis.exchanges[0]?.response?.body.text).toMatch(
        /^\{"client_secret":"‹client-secret#[0-9a-f]{4}›","got":"‹client-secret#[0-9a-f]{4}›"\}$/u,
      );
    },
  );
});

describe('the home folder', () => {
  it.each([
    ['/home/jan-peter', 'open /home/jan-peter/.config', 'open ~/.config'],
    ['/home/jan', 'file:///home/jan/x', 'file:~/x'],
    ['/home/jan', 'file%3A%2F%2F%2Fhome%2Fjan%2Fx', 'file%3A~%2Fx'],
    ['C:\\Users\\Jan (work)', 'in c:/users/jan (work)/x and C:\\\\Users\\\\Jan (work)', 'in ~/x and ~'],
    [
      '/root',
      'not /root, but /rooted and https://a.example/root',
      'not ~, but /rooted and https://a.example/root',
    ],
    ['/home/jan', '/home/jan/home/jan', '~/home/jan'],
    ['/', 'https://a.example/ /', 'https://a.example/ /'],
    ['', 'nothing', 'nothing'],
  ])('%j', (homeFolder, text, expected) => {
    const redactor = createRedactor({ ...SAMPLE_SECRETS, homeFolder }, SALT);
    const once = redactor.redactDocument(text);
    expect(once.replace('~~', '~/home/jan')).toBe(expected);
    expect(redactor.redactDocument(once)).toBe(once);
  });
});

describe('a secret that holds a word of ours', () => {
  it('is removed, and the word alone stays, whatever stands beside it', () => {
    const clientSecret = 'marker-reset-authenticate-3e7d21a6845b9f0c';
    const redactor = createRedactor({ ...SAMPLE_SECRETS, clientSecret }, SALT);
    const ours =
      'POST https://xray.cloud.getxray.app/api/v2/authenticate failed; global: authenticate\n# 1-authenticate.txt';
    expect(redactor.redactDocument(ours)).toBe(ours);
    expect(redactor.redactDocument(`It was ${clientSecret}.`)).not.toContain('reset-authenticate');
  });
});
