import { describe, expect, it } from 'vitest';

import type { Exchange, VerdictKind } from '../../../../src-main/contract/diagnosis.ts';
import { verdictKindSchema } from '../../../../src-main/contract/diagnosis.ts';
import { classify } from '../../../../src-main/diagnosis/verdict/classify.ts';
import { RULES } from '../../../../src-main/diagnosis/verdict/rules.ts';
import {
  answered,
  failed,
  LAMBDA_PAGE,
  REGION_TEXT,
  signedIn,
  WRONG_KEYS,
  ZIP_BYTES,
} from '../../../support/samples/builders.ts';

const now = new Date('2026-01-02T03:04:05Z');
const SIGN_IN = { call: 'authenticate' } as const;
const DATA = { call: 'data-call' } as const;
const PAGE = '<!doctype html><html><title>Sign in to Guest Wi-Fi</title></html>';
const CLOUDFRONT = '<HTML><TITLE>ERROR: The request could not be satisfied</TITLE></HTML>';
const euWorks = [signedIn('eu'), answered({ ...DATA, host: 'eu' }, { status: 200, body: ZIP_BYTES })];

function certificate(issuer: string) {
  return {
    subject: 'CN=x',
    issuer,
    upperIssuers: [],
    validFrom: '2026-01-01T00:00:00.000Z',
    validTo: '2026-02-01T00:00:00.000Z',
  };
}

/** One way to reach every rule: id, exchanges, cancelled. */
const WAYS: readonly (readonly [rule: string, exchanges: readonly Exchange[], cancelled?: boolean])[] = [
  ['cancelled.by-person', [signedIn(), failed(DATA, { phase: 'cancelled' })], true],
  ['proxy-sign-in.407', [failed(SIGN_IN, { phase: 'proxy', code: 'PROXY_SIGN_IN' })]],
  ['tls-untrusted.expired', [failed(SIGN_IN, { phase: 'tls', tlsReason: 'expired' })]],
  ['tls-untrusted.wrong-host', [failed(SIGN_IN, { phase: 'tls', tlsReason: 'wrong-host' })]],
  [
    'tls-untrusted.inspected',
    [failed(SIGN_IN, { phase: 'tls', tlsReason: 'untrusted', certificate: certificate('O=Zscaler Inc.') })],
  ],
  ['tls-untrusted.unknown-issuer', [failed(SIGN_IN, { phase: 'tls', tlsReason: 'untrusted' })]],
  ['network.dns', [failed(SIGN_IN, { phase: 'dns' })]],
  ['network.connect', [failed(SIGN_IN, { phase: 'connect' })]],
  ['network.proxy', [failed(SIGN_IN, { phase: 'proxy' })]],
  ['network.tls', [failed(SIGN_IN, { phase: 'tls' })]],
  ['network.proxy-settings', [failed(SIGN_IN, { phase: 'proxy', code: 'PROXY_ADDRESS' })]],
  ['network.no-answer', [signedIn(), failed(DATA, { phase: 'first-byte' })]],
  ['network.cut-off', [signedIn(), failed(DATA, { phase: 'body' })]],
  ['network.deadline', [failed(SIGN_IN, { phase: 'deadline' })]],
  ['intercepted.web-page', [answered(SIGN_IN, { status: 200, body: PAGE })]],
  [
    'intercepted.redirect',
    [answered(SIGN_IN, { status: 302, headers: { location: 'https://login.example/' } })],
  ],
  ['intercepted.guest-network', [answered(SIGN_IN, { status: 511, body: PAGE })]],
  [
    'intercepted.answer',
    [answered(SIGN_IN, { status: 403, body: 'no', headers: { server: 'Zscaler/6.2' } })],
  ],
  ['intercepted.proxy-guest', [failed(SIGN_IN, { phase: 'proxy', code: 'PROXY_GUEST_SIGN_IN' })]],
  ['network.socks', [failed(SIGN_IN, { phase: 'proxy', code: 'PROXY_SOCKS_ONLY' })]],
  ['rate-limited.429', [answered(SIGN_IN, { status: 429, headers: { 'retry-after': '59.86' } })]],
  [
    'rate-limited.words',
    [signedIn(), answered(DATA, { status: 503, body: '{"error":"Rate limit exceeded."}' })],
  ],
  ['licence.payment', [signedIn(), answered(DATA, { status: 402 })]],
  ['licence.text', [answered(SIGN_IN, { status: 401, body: 'The Xray license is not valid.' })]],
  ['credentials-rejected.invalid', [answered(SIGN_IN, { status: 401, body: WRONG_KEYS })]],
  [
    'credentials-rejected.refused',
    [answered(SIGN_IN, { status: 403, body: '{"error":"User is not active."}' })],
  ],
  ['residency.region-text', [signedIn(), answered(DATA, { status: 401, body: REGION_TEXT })]],
  [
    'residency-suspected.migration',
    [signedIn(), answered(DATA, { status: 409, body: '{"error":"Data migration is in progress."}' })],
  ],
  [
    'residency-suspected.region-words',
    [signedIn(), answered(DATA, { status: 400, body: '{"error":"Please use the regional endpoint."}' })],
  ],
  ['residency-suspected.cloudfront-lambda', [signedIn(), answered(DATA, { status: 503, body: LAMBDA_PAGE })]],
  [
    'residency-suspected.refused-but-region-works',
    [signedIn(), answered(DATA, { status: 403, body: '{"error":"No."}' }), ...euWorks],
  ],
  [
    'residency-suspected.failed-but-region-works',
    [signedIn(), answered(DATA, { status: 500, body: 'x' }), ...euWorks],
  ],
  [
    'residency-suspected.refused-without-known-text',
    [signedIn(), answered(DATA, { status: 403, body: '{"error":"Forbidden"}' })],
  ],
  [
    'residency-suspected.keys-known-elsewhere',
    [answered(SIGN_IN, { status: 401, body: WRONG_KEYS }), ...euWorks],
  ],
  ['residency-suspected.sign-in-region-text', [answered(SIGN_IN, { status: 401, body: REGION_TEXT })]],
  [
    'residency-suspected.sign-in-lambda-but-region-works',
    [answered(SIGN_IN, { status: 503, body: LAMBDA_PAGE }), ...euWorks],
  ],
  ['xray-unavailable.cloudfront', [answered(SIGN_IN, { status: 503, body: CLOUDFRONT })]],
  ['xray-unavailable.sign-in', [answered(SIGN_IN, { status: 500, body: 'An error' })]],
  ['xray-unavailable.data', [signedIn(), answered(DATA, { status: 502, body: 'Bad gateway' })]],
  ['healthy.zip', [signedIn(), answered(DATA, { status: 200, body: ZIP_BYTES })]],
  ['healthy.empty', [signedIn(), answered(DATA, { status: 200 })]],
  [
    'healthy.xray-error',
    [signedIn(), answered(DATA, { status: 404, body: '{"error":"Test issue with key DEMO-6 not found."}' })],
  ],
  ['healthy.feature', [signedIn(), answered(DATA, { status: 200, body: '@DEMO-6\nFeature: fake' })]],
  [
    'unclear.allowlist',
    [
      signedIn(),
      answered(DATA, {
        status: 400,
        body: '{"error":"The IP address has been rejected because it is not on the allowed list"}',
      }),
    ],
  ],
  [
    'unclear.atlassian',
    [signedIn(), answered(DATA, { status: 400, body: '{"errorMessages":["No."],"errors":{}}' })],
  ],
  [
    'unclear.not-installed',
    [
      signedIn(),
      answered(DATA, { status: 400, body: '{"error":"Xray is not installed on this Jira instance."}' }),
    ],
  ],
  [
    'unclear.permission',
    [
      signedIn(),
      answered(DATA, {
        status: 403,
        body: '{"error":"User does not have permission to browse project DEMO"}',
      }),
    ],
  ],
  [
    'unclear.account',
    [signedIn(), answered(DATA, { status: 400, body: '{"error":"The user of this API key is inactive."}' })],
  ],
  [
    'unclear.contradiction',
    [signedIn(), answered(DATA, { status: 401, body: REGION_TEXT, headers: { server: 'Zscaler/6.2' } })],
  ],
  [
    'unclear.network-before-xray',
    [answered(SIGN_IN, { status: 403, body: '<h1>403 Forbidden</h1>', headers: { server: 'awselb/2.0' } })],
  ],
  ['unclear.no-token', [answered(SIGN_IN, { status: 200, body: '{"access_token":"fake"}' })]],
  ['unclear.xray-words', [answered(SIGN_IN, { status: 404, body: '{"error":"Not here."}' })]],
  ['unclear.request-syntax', [answered(SIGN_IN, { status: 400, body: 'Wrong request syntax.' })]],
  [
    'unclear.token-refused',
    [
      signedIn(),
      answered(DATA, { status: 401, body: '{"error":"Invalid JWT: TokenExpiredError: jwt expired"}' }),
    ],
  ],
  [
    'unclear.redirect-within-xray',
    [
      signedIn(),
      answered(DATA, { status: 302, headers: { location: 'https://eu.xray.cloud.getxray.app/' } }),
    ],
  ],
  ['unclear.cloudfront', [signedIn(), answered(DATA, { status: 404, body: CLOUDFRONT })]],
  [
    'unclear.web-page',
    [signedIn(), answered(DATA, { status: 502, body: '<html><title>502 Bad Gateway</title></html>' })],
  ],
  ['unclear.sign-in-answer', [answered(SIGN_IN, { status: 403, body: 'no' })]],
  ['unclear.data-answer', [signedIn(), answered(DATA, { status: 200, body: 'hello' })]],
  ['unclear.no-answer', []],
];

describe('classify', () => {
  it.each(WAYS.map(([rule, exchanges, cancelled = false]) => ({ rule, exchanges, cancelled })))(
    '$rule',
    ({ rule, exchanges, cancelled }) => {
      const verdict = classify({ exchanges, cancelled, now });
      expect(verdict.rule).toBe(rule);
      expect(verdict.kind).toBe(rule.split('.')[0]);
      expect(verdict.sentence).toMatch(/^[A-Z].*[.]$/u);
      expect(verdict.meaning).toMatch(/^[A-Z].*[.]$/u);
      for (const steps of Object.values(verdict.nextSteps)) {
        expect(steps.length).toBeGreaterThan(0);
        expect(steps.length).toBeLessThanOrEqual(3);
        // The first step depends on nothing that somebody else does before.
        expect(steps[0]).toMatch(/^(?!If|Or|Then)/u);
      }
    },
  );

  it('has a way to every rule and to every kind', () => {
    const reached = new Set<string>(WAYS.map(([rule]) => rule));
    expect(RULES.map(({ id }) => id).filter((id) => !reached.has(id))).toEqual([]);
    const kinds = new Set<VerdictKind>(
      WAYS.map(([, exchanges, cancelled = false]) => classify({ exchanges, cancelled, now }).kind),
    );
    expect([...kinds].sort()).toEqual([...verdictKindSchema.options].sort());
  });

  it('names what it found: the wait, the maker, the proxy, the region', () => {
    const sentence = (id: string): string => {
      const [, exchanges = []] = WAYS.find(([rule]) => rule === id) ?? [];
      return classify({ exchanges, cancelled: false, now }).sentence;
    };
    expect(sentence('rate-limited.429')).toContain('60 seconds');
    expect(sentence('tls-untrusted.inspected')).toContain('Zscaler');
    expect(sentence('residency-suspected.refused-but-region-works')).toContain('Frankfurt');
    expect(sentence('intercepted.redirect')).toContain('login.example');
  });

  it('takes the last attempt of a call', () => {
    const verdict = classify({
      exchanges: [
        failed({ ...SIGN_IN, attempt: 1 }, { phase: 'first-byte' }),
        { ...signedIn(), attempt: 2 },
        answered(DATA, { status: 401, body: REGION_TEXT }),
      ],
      cancelled: false,
      now,
    });
    expect(verdict.kind).toBe('residency');
  });

  it('does not call a broken compression healthy', () => {
    const verdict = classify({
      exchanges: [signedIn(), answered(DATA, { status: 200, problem: 'broken-compression' })],
      cancelled: false,
      now,
    });
    expect(verdict.kind).toBe('unclear');
  });
});
