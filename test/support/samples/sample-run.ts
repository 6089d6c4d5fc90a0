import type { Diagnosis, Exchange, Response } from '../../../src-main/contract/diagnosis.ts';
import type { BundleInput } from '../../../src-main/evidence/bundle/prepare-bundle.ts';
import type { FinishedRun } from '../../../src-main/evidence/finished-run.ts';
import type { KnownSecrets } from '../../../src-main/evidence/search/known-secrets.ts';

/** Sample credentials in the shape of Xray's, obviously fake. */
export const SAMPLE_ID = 'FA4E1D00FA4E1D01FA4E1D02FA4E1D03';
export const SAMPLE_SECRET = 'fa4e5ec2e7000102030405060708090a0b0c0d0e0f10111213141516171819fa';

const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A token in the shape of Xray's, with a signature that signs nothing. */
export const SAMPLE_TOKEN = [
  part({ alg: 'HS256', typ: 'JWT' }),
  part({
    tenant: 'fake-tenant',
    iat: 1_772_357_400,
    exp: 1_772_443_800,
    iss: 'com.xpandit.plugins.xray',
    sub: SAMPLE_ID,
  }),
  Buffer.from('not a signature, only a sample!!').toString('base64url'),
].join('.');

export const SAMPLE_SECRETS: KnownSecrets = {
  clientSecret: SAMPLE_SECRET,
  clientId: SAMPLE_ID,
  tokens: [SAMPLE_TOKEN],
  proxyPasswords: [],
  homeFolder: '/home/sample-person',
};

const CERTIFICATE = {
  subject: 'CN=xray.cloud.getxray.app',
  issuer: 'CN=Sample Issuing Authority, O=Sample',
  upperIssuers: ['CN=Sample Root, O=Sample'],
  validFrom: '2026-01-01T00:00:00.000Z',
  validTo: '2027-01-01T00:00:00.000Z',
};

/** A response with a text body; `over` replaces any part. */
export function sampleResponse(text: string, over: Partial<Response> = {}): Response {
  return {
    httpVersion: '1.1',
    statusText: 'OK',
    headers: [
      { name: 'date', value: 'Sun, 01 Mar 2026 09:30:00 GMT' },
      { name: 'content-type', value: 'application/json' },
      { name: 'x-amz-cf-id', value: 'sample-request-id-1' },
    ],
    body: {
      text,
      looksLike: 'json',
      wireBytes: Buffer.byteLength(text),
      keptBytes: Buffer.byteLength(text),
      truncated: false,
      contentEncoding: null,
      charset: 'utf-8',
      problem: null,
    },
    redirectTo: null,
    clockDifferenceSeconds: 1,
    ...over,
  };
}

type Answered = Extract<Exchange, { outcome: 'answered' }>;
type Failed = Extract<Exchange, { outcome: 'failed' }>;

const CARRIED = {
  host: 'global',
  stack: 'node',
  attempt: 1,
  startedAt: '2026-03-01T09:30:00.000Z',
  route: { kind: 'direct' },
  connection: {
    address: '192.0.2.10',
    port: 443,
    reused: false,
    tlsVersion: 'TLSv1.3',
    certificate: CERTIFICATE,
  },
  timing: { queueMs: 0.4, dnsMs: 5, tcpMs: 12, tlsMs: 30, firstByteMs: 40.26, totalMs: 88.04 },
} as const;

/** The global host took the credentials and gave a token. */
export function sampleSignIn(over: Partial<Answered> = {}): Answered {
  return {
    ...CARRIED,
    call: 'authenticate',
    request: {
      method: 'POST',
      url: 'https://xray.cloud.getxray.app/api/v2/authenticate',
      headers: [
        { name: 'content-type', value: 'application/json' },
        { name: 'accept-encoding', value: 'gzip, deflate, br' },
      ],
      body: JSON.stringify({ client_id: SAMPLE_ID, client_secret: SAMPLE_SECRET }),
    },
    outcome: 'answered',
    status: 200,
    response: sampleResponse(JSON.stringify(SAMPLE_TOKEN)),
    ...over,
  };
}

const DATA_REQUEST = {
  method: 'GET',
  url: 'https://xray.cloud.getxray.app/api/v2/export/cucumber?keys=DEMO-6%3BDEMO-7',
  headers: [{ name: 'authorization', value: `Bearer ${SAMPLE_TOKEN}` }],
  body: null,
} satisfies Exchange['request'];

/** The global host refused the data with the region text. */
export function sampleDataCall(over: Partial<Answered> = {}): Answered {
  return {
    ...CARRIED,
    call: 'data-call',
    request: DATA_REQUEST,
    outcome: 'answered',
    status: 401,
    response: sampleResponse(
      '{"error":"Xray data is in another region. Contact support to migrate Xray data to current region."}',
      { statusText: 'Unauthorized' },
    ),
    ...over,
  };
}

/** The data call was reset before any answer. */
export function sampleFailure(over: Partial<Failed> = {}): Failed {
  return {
    ...CARRIED,
    call: 'data-call',
    request: DATA_REQUEST,
    outcome: 'failed',
    status: null,
    response: null,
    failure: {
      phase: 'first-byte',
      code: 'ECONNRESET',
      message: 'read ECONNRESET',
      tlsReason: null,
      certificate: null,
    },
    ...over,
  };
}

/** A residency diagnosis, raw; `over` replaces any part. */
export function sampleDiagnosis(over: Partial<Diagnosis> = {}): Diagnosis {
  return {
    schemaVersion: 1,
    rulesVersion: '1',
    startedAt: '2026-03-01T09:30:00.000Z',
    finishedAt: '2026-03-01T09:30:01.500Z',
    sites: { jira: 'acme.atlassian.net', confluence: 'acme-wiki.atlassian.net' },
    clientId: `${SAMPLE_ID.slice(0, 4)}…${SAMPLE_ID.slice(-4)}`,
    verdict: {
      kind: 'residency',
      rule: 'residency.region-text',
      owner: 'xray-through-radbee',
      sentence: 'Your credentials are right, but Xray looks for the data of this site in the wrong region.',
      meaning: 'Xray signed you in and then refused the data because it lies in another region.',
      nextSteps: {
        pinned: [
          'Send the evidence to RadBee.',
          'Wait until RadBee tells you that Xray has corrected the mapping.',
        ],
        migrating: ['Wait until the move has ended.', 'Enter the credentials in Snapshots again.'],
      },
      regions: null,
      secondOpinion: null,
    },
    notes: [],
    hosts: [
      {
        id: 'global',
        name: 'Global',
        baseUrl: 'https://xray.cloud.getxray.app',
        tookKeys: true,
        behaviour: 'another-region',
        totalMs: 176,
      },
    ],
    exchanges: [sampleSignIn(), sampleDataCall()],
    tokens: [
      {
        host: 'global',
        issuer: 'com.xpandit.plugins.xray',
        issuedAt: '2026-03-01T09:30:00.000Z',
        expiresAt: '2026-03-02T09:30:00.000Z',
        length: SAMPLE_TOKEN.length,
      },
    ],
    siteFacts: [],
    ...over,
  };
}

/** A run that has ended, with the secrets that its diagnosis holds. */
function sampleRun(over: Partial<FinishedRun> = {}): FinishedRun {
  return {
    diagnosis: sampleDiagnosis(),
    secrets: SAMPLE_SECRETS,
    salt: Buffer.from('salt of the samples'),
    ...over,
  };
}

/** What `prepareBundle` takes, for the sample run. */
export function sampleInput(over: Partial<BundleInput> = {}): BundleInput {
  return {
    ...sampleRun(),
    residency: 'unknown',
    pictures: [],
    appVersion: '0.1.0',
    createdAt: new Date('2026-03-01T09:30:01.500Z'),
    ...over,
  };
}
