import * as fc from 'fast-check';

import type { Diagnosis, DiagnosisPhrases } from '../../../src-main/contract/diagnosis.ts';
import type { BundleInput } from '../../../src-main/evidence/bundle/prepare-bundle.ts';
import type { KnownSecrets } from '../../../src-main/evidence/search/known-secrets.ts';
import { samplePng } from '../samples/pictures/sample-png.ts';
import {
  SAMPLE_SECRETS,
  sampleDataCall,
  sampleDiagnosis,
  sampleFailure,
  sampleResponse,
  sampleSignIn,
} from '../samples/sample-run.ts';

/**
 * Where the planting begins: the same in every run, so that a red suite means a change of ours. `PLANTED_SEED=random`
 * looks for secrets that nobody has tried; what it finds becomes a case of its own.
 */
export function plantingSeed(): number {
  const wanted = process.env['PLANTED_SEED'] ?? '';
  return wanted === 'random'
    ? Math.floor(Math.random() * 2 ** 31)
    : Number(wanted === '' ? 20_261_125 : wanted);
}

/** Dresses in which an answer may hold a secret, each as a program would write it. */
export const DRESSES: Readonly<Record<string, (secret: string) => string>> = {
  raw: (secret) => secret,
  upper: (secret) => secret.toUpperCase(),
  lower: (secret) => secret.toLowerCase(),
  json: (secret) => JSON.stringify(secret),
  'json twice': (secret) => JSON.stringify(JSON.stringify(secret)),
  'json, escaped': (secret) =>
    secret.replace(/[^]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`),
  percent: (secret) => encodeURIComponent(secret),
  'percent twice': (secret) => encodeURIComponent(encodeURIComponent(secret)),
  form: (secret) => new URLSearchParams({ q: secret }).toString(),
  base64: (secret) => Buffer.from(secret).toString('base64'),
  'base64 of basic': (secret) => Buffer.from(`u:${secret}`).toString('base64'),
  'base64 of json': (secret) => Buffer.from(`{"s":"${secret}"}`).toString('base64'),
  base64url: (secret) => Buffer.from(`xy${secret}z`).toString('base64url'),
  hex: (secret) => Buffer.from(secret).toString('hex'),
  'hex, upper': (secret) => Buffer.from(secret).toString('hex').toUpperCase(),
  html: (secret) => secret.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;'),
  'first 14': (secret) => secret.slice(0, 14),
  'last 14': (secret) => secret.slice(-14),
  'middle 12': (secret) => secret.slice(3, 15),
};

/** Places of an exchange into which a server, a proxy or a mistake may put text. */
export const PLACES: Readonly<Record<string, (text: string) => Diagnosis>> = {
  'header value': (text) => withResponse({ headers: [{ name: 'x-echo', value: `a ${text} b` }] }),
  'header name': (text) => withResponse({ headers: [{ name: `x-${text}`, value: 'b' }] }),
  cookie: (text) => withResponse({ headers: [{ name: 'set-cookie', value: `sid=${text}; Path=/` }] }),
  'json body': (text) => withBody(JSON.stringify({ error: { echoed: [`<${text}>`] }, n: 1 })),
  'json field name': (text) => withBody(JSON.stringify({ [`k ${text}`]: true })),
  'html body': (text) => withBody(`<html><title>Sign in</title><a href="/x?y=${text}">go</a></html>`),
  'plain body': (text) => withBody(`The request was: ${text}\r\nEnd.`),
  'cut body': (text) => withBody(`{"error":"you sent ${text}`),
  url: (text) =>
    withExchanges(
      sampleDataCall({
        request: {
          method: 'GET',
          url: `https://xray.cloud.getxray.app/${text}`,
          headers: [{ name: 'x-sent', value: text }],
          body: null,
        },
      }),
    ),
  redirect: (text) => withResponse({ redirectTo: `https://portal.example/in?next=${text}` }),
  'status text': (text) => withResponse({ statusText: `No ${text}` }),
  'failure message': (text) =>
    withExchanges(
      sampleSignIn(),
      sampleFailure(),
      sampleFailure({
        attempt: 2,
        failure: {
          phase: 'tls',
          code: 'CERT',
          message: `refused ${text}`,
          tlsReason: 'untrusted',
          certificate: {
            subject: `CN=${text}`,
            issuer: `O=${text}`,
            upperIssuers: [`O=${text}`],
            validFrom: 'x',
            validTo: 'y',
          },
        },
      }),
    ),
  'answer of a proxy': (text) =>
    withExchanges(
      sampleSignIn(),
      sampleFailure({
        failure: {
          phase: 'proxy',
          code: 'PROXY_STATUS_403',
          message: 'The proxy answered 403.',
          tlsReason: null,
          certificate: null,
          proxyAnswer: {
            status: 403,
            statusText: `No ${text}`,
            headers: [
              { name: 'x-echo', value: text },
              { name: 'location', value: `https://portal.example/in?next=${text}` },
            ],
            schemes: [text],
            title: `Blocked: ${text}`,
          },
        },
      }),
    ),
  proxy: (text) =>
    withExchanges(sampleDataCall({ route: { kind: 'proxy', host: `proxy-${text}.example`, port: 8080 } })),
  quote: (text) => withVerdict({ quote: `It said ${text}`, answeredBy: { who: 'between', maker: text } }),
  checks: (text) =>
    sampleDiagnosis({
      checks: [
        {
          id: 'xray-status',
          level: 'look',
          sentence: `Trouble: ${text}`,
          phrase: { key: 'check.xray-status', values: { hasWords: 'yes', words: text } },
          facts: { words: text },
        },
      ],
    }),
  readings: (text) =>
    sampleDiagnosis({
      readings: [
        {
          host: 'global',
          call: 'data-call',
          who: 'between',
          maker: text,
          signs: [{ id: 'server', found: `server: ${text}` }],
          form: 'page',
          says: 'words',
        },
      ],
    }),
  verdict: (text) => withVerdict({ sentence: `Xray said "${text}".`, regions: `us said ${text}` }),
  'value of a phrase': (text) => withPhrase({ proxy: `proxy-${text}`, hasProxy: 'yes' }),
  'list in a phrase': (text) => withPhrase({ regions: ['us', { key: 'host.eu' }, text], count: 3 }),
  'key in a phrase': (text) => withPhrase({ global: { key: text }, [text]: 1 }),
};

/** Places into which a person types or pastes, and the log. */
const TYPED_PLACES: Readonly<Record<string, (text: string) => Partial<BundleInput>>> = {
  note: (text) => ({ note: `We tried it with ${text} and it failed.` }),
  caption: (text) => ({ pictures: [{ ...PICTURE, caption: `as seen by ${text}` }] }),
  fact: (text) => ({ residencyFacts: [{ product: 'Xray', location: text, status: `Pinned ${text}` }] }),
  log: (text) => ({
    log: ['2026-03-01T09:30:00.000Z started', `2026-03-01T09:30:00.500Z uncaught: ${text}`],
  }),
};
const PICTURE = { bytes: samplePng(240, 120), width: 240, height: 120 };

/** The sample diagnosis with values in one of its phrases. */
function withPhrase(values: DiagnosisPhrases['sentence']['values']): Diagnosis {
  const plain = { key: 'rule.network.proxy', values: {} };
  return sampleDiagnosis({
    phrases: {
      sentence: { key: 'rule.network.proxy', values },
      meaning: plain,
      pinned: [plain],
      migrating: [{ key: 'step.check-again', values }],
      regions: { key: 'regions.working', values },
      secondOpinion: { key: 'second.fails', values },
      notes: [{ key: 'note.inspection', values }],
    },
  });
}

const withExchanges = (...exchanges: Diagnosis['exchanges']): Diagnosis => sampleDiagnosis({ exchanges });

const withVerdict = (over: Partial<Diagnosis['verdict']>): Diagnosis =>
  sampleDiagnosis({ verdict: { ...sampleDiagnosis().verdict, ...over } });

const withResponse = (over: Partial<ReturnType<typeof sampleResponse>>): Diagnosis =>
  withExchanges(sampleSignIn(), sampleDataCall({ response: sampleResponse('{}', over) }));

/** The sample diagnosis with `text` as the body of the data call. */
export const withBody = (text: string): Diagnosis =>
  withExchanges(sampleSignIn(), sampleDataCall({ response: sampleResponse(text) }));

/** A secret in the alphabet of Xray's. */
export const hexSecret = fc.string({
  unit: fc.constantFrom(...Array.from('0123456789abcdef')),
  minLength: 24,
  maxLength: 64,
});
const freeSecret = fc.oneof(
  fc.string({ unit: 'binary-ascii', minLength: 16, maxLength: 60 }),
  fc.string({ unit: 'grapheme', minLength: 16, maxLength: 40 }),
  fc.string({
    unit: fc.constantFrom(...Array.from('aB3"\\/+%&<>\'= -_é€‹›😀')),
    minLength: 16,
    maxLength: 40,
  }),
);
/** As the form takes it: trimmed, without control characters, and so mixed that it can be told from prose. */
export const secret = fc
  .oneof(hexSecret, freeSecret)
  .map((text) =>
    text
      .replace(/[\u0000-\u001f\u007f]/gu, 'k')
      .trim()
      .toWellFormed(),
  )
  .filter((text) => {
    const different = new Set(text.toLowerCase().match(/[\p{L}\p{N}]/gu) ?? []).size;
    return text.length >= 12 && different >= 4 && !/^[\d\s.:/-]*$/u.test(text);
  });

const dress = fc.constantFrom(...Object.keys(DRESSES));
/** Every place where a secret is planted. */
export const PLACE_NAMES: readonly string[] = [...Object.keys(PLACES), ...Object.keys(TYPED_PLACES)];
const place = fc.constantFrom(...PLACE_NAMES);

/**
 * Whether the piece that is planted is made longer by what stands around it in a file: JSON writes a quote as \", and a
 * secret that goes on with these two characters seems to stand there with two more than were planted.
 */
function growsByChance(plan: { readonly secret: string; readonly dress: string }): boolean {
  if (plan.dress === 'first 14') return /^["\\]/u.test(plan.secret.slice(14));
  return plan.dress === 'last 14' && /["\\]$/u.test(plan.secret.slice(0, -14));
}

/** A secret, and a diagnosis that holds it in some dress at some place. */
export const planted = fc
  .record({ secret, dress, place, asToken: fc.boolean() })
  .filter((plan) => !growsByChance(plan))
  .map((plan) => {
    const text = (DRESSES[plan.dress] ?? String)(plan.secret);
    const diagnosis = PLACES[plan.place]?.(text) ?? sampleDiagnosis();
    const typed = TYPED_PLACES[plan.place]?.(text) ?? {};
    // The sample's token is left to be found by its shape.
    const secrets: KnownSecrets = plan.asToken
      ? { ...SAMPLE_SECRETS, tokens: [plan.secret] }
      : { ...SAMPLE_SECRETS, tokens: [], clientSecret: plan.secret };
    return { ...plan, text, diagnosis, typed, secrets, input: { diagnosis, secrets, ...typed } };
  });
