import * as z from 'zod';

import { siteNameSchema } from './input/connection-schema.ts';
import { messageSchema } from './message.ts';
import { CHECK_IDS, RESIDENCIES } from './values.ts';

/** Short name of an Xray host: `global`, `us`, `eu`, `au`, or the label of one that Xray's descriptor names. */
export const hostIdSchema = z.string().regex(/^[a-z0-9][a-z0-9-]{0,30}$/u);
export type HostId = z.infer<typeof hostIdSchema>;

export const callNameSchema = z.enum(['authenticate', 'data-call']);
export type CallName = z.infer<typeof callNameSchema>;

export const headerSchema = z.strictObject({ name: z.string(), value: z.string() });
export type Header = z.infer<typeof headerSchema>;

/** Milliseconds by phase; null where a phase did not take place (a connection that was used again, a failure before it). */
export const timingSchema = z.strictObject({
  queueMs: z.number().nullable(),
  dnsMs: z.number().nullable(),
  tcpMs: z.number().nullable(),
  tlsMs: z.number().nullable(),
  firstByteMs: z.number().nullable(),
  totalMs: z.number(),
});
export type Timing = z.infer<typeof timingSchema>;

/** The way the bytes took. A proxy is told without its user name and password. */
export const routeSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('direct') }),
  z.strictObject({ kind: z.literal('proxy'), host: z.string(), port: z.int() }),
  /** Chromium found the way by itself and does not tell it. */
  z.strictObject({ kind: z.literal('system') }),
]);
export type Route = z.infer<typeof routeSchema>;

/** What a server's certificate says of itself; dates in ISO 8601. */
export const certificateSchema = z.strictObject({
  subject: z.string(),
  issuer: z.string(),
  /** The issuers of the certificates above it, as far as the server sent them. */
  upperIssuers: z.array(z.string()),
  validFrom: z.string(),
  validTo: z.string(),
});
export type Certificate = z.infer<typeof certificateSchema>;

/** Facts of the connection that carried an exchange; null as a whole if none came about. */
export const connectionFactsSchema = z.strictObject({
  address: z.string(),
  port: z.int(),
  reused: z.boolean(),
  tlsVersion: z.string().nullable(),
  certificate: certificateSchema.nullable(),
});
export type ConnectionFacts = z.infer<typeof connectionFactsSchema>;

/** A body as it is kept: the first 128 KiB as text, the real size told. `text` is null for a binary body. */
export const bodySchema = z.strictObject({
  text: z.string().nullable(),
  /** What the bytes look like, whatever the header says. */
  looksLike: z.enum(['empty', 'zip', 'json', 'html', 'text', 'binary']),
  /** Bytes as they came over the wire, before decoding. */
  wireBytes: z.int().nonnegative(),
  /** Bytes after content decoding that are kept in `text`, or were looked at. */
  keptBytes: z.int().nonnegative(),
  /** True if there was more than is kept. */
  truncated: z.boolean(),
  contentEncoding: z.string().nullable(),
  charset: z.string().nullable(),
  /** `broken-compression`: the content encoding could not be undone; the text is what could be read. */
  problem: z.enum(['broken-compression']).nullable(),
});
export type Body = z.infer<typeof bodySchema>;

export const responseSchema = z.strictObject({
  httpVersion: z.string(),
  statusText: z.string(),
  headers: z.array(headerSchema),
  body: bodySchema,
  /** The Location of a redirect, which is never followed. */
  redirectTo: z.string().nullable(),
  /** Server's Date header minus our clock, in seconds; null without a readable Date. */
  clockDifferenceSeconds: z.number().nullable(),
});
export type Response = z.infer<typeof responseSchema>;

export const requestSchema = z.strictObject({
  method: z.enum(['GET', 'POST']),
  url: z.string(),
  headers: z.array(headerSchema),
  body: z.string().nullable(),
});

/** Where on the way it failed. `cancelled` means that the person stopped it. */
export const failurePhaseSchema = z.enum([
  'dns',
  'connect',
  'proxy',
  'tls',
  'first-byte',
  'body',
  'deadline',
  'cancelled',
]);
export type FailurePhase = z.infer<typeof failurePhaseSchema>;

export const networkFailureSchema = z.strictObject({
  phase: failurePhaseSchema,
  /** A code of Node, undici, OpenSSL or our own, for example ECONNRESET, CERT_HAS_EXPIRED, PROXY_SIGN_IN. */
  code: z.string(),
  /** The technical words, for the details. */
  message: z.string(),
  /** For tls: what is wrong with the certificate. */
  tlsReason: z.enum(['untrusted', 'expired', 'wrong-host', 'protocol']).nullable(),
  /** For tls: the certificate that was refused, when it could be seen. */
  certificate: certificateSchema.nullable(),
  /** What a proxy answered instead of opening a tunnel; headers and title are cut. */
  proxyAnswer: z
    .strictObject({
      status: z.int(),
      statusText: z.string(),
      headers: z.array(headerSchema),
      /** Names of the ways to sign in that it offers: `Negotiate`, `NTLM`. */
      schemes: z.array(z.string()),
      title: z.string().nullable(),
    })
    .optional(),
});
export type NetworkFailure = z.infer<typeof networkFailureSchema>;

/** Which network stack made a call: our own client, or Chromium's, which is asked for a second opinion. */
export const stackSchema = z.enum(['node', 'chromium']);
export type Stack = z.infer<typeof stackSchema>;

const exchangeBase = {
  host: hostIdSchema,
  call: callNameSchema,
  stack: stackSchema,
  /** 1, or 2 for the one retry. */
  attempt: z.int().min(1).max(2),
  /** ISO 8601 UTC. */
  startedAt: z.string(),
  request: requestSchema,
  route: routeSchema,
  connection: connectionFactsSchema.nullable(),
  timing: timingSchema,
};

/** A call and what came back, or the failure in its place. */
export const exchangeSchema = z.discriminatedUnion('outcome', [
  z.strictObject({
    ...exchangeBase,
    outcome: z.literal('answered'),
    status: z.int(),
    response: responseSchema,
  }),
  z.strictObject({
    ...exchangeBase,
    outcome: z.literal('failed'),
    /** The status, if the answer had begun (a body that was cut off). */
    status: z.int().nullable(),
    response: responseSchema.nullable(),
    failure: networkFailureSchema,
  }),
]);
export type Exchange = z.infer<typeof exchangeSchema>;
export type AnsweredExchange = Extract<Exchange, { outcome: 'answered' }>;
export type FailedExchange = Extract<Exchange, { outcome: 'failed' }>;

export const verdictKindSchema = z.enum([
  'cancelled',
  'proxy-sign-in',
  'tls-untrusted',
  'network',
  'intercepted',
  'rate-limited',
  'licence',
  'credentials-rejected',
  'residency',
  'residency-suspected',
  'xray-unavailable',
  'healthy',
  'unclear',
]);
export type VerdictKind = z.infer<typeof verdictKindSchema>;

/** Who has to act. `nobody` goes with a run that was stopped. */
export const ownerSchema = z.enum([
  'you',
  'you-with-xray',
  'network-team',
  'xray-through-radbee',
  'xray',
  'radbee',
  'nobody',
]);
export type Owner = z.infer<typeof ownerSchema>;

/**
 * Who gave an answer. `cloudfront`: the network in front of Xray, or a server behind it that is not the API. `before`: a network
 * that stands before many servers, perhaps before Xray. `between`: something on the way of this computer.
 */
export const whoSchema = z.enum(['xray', 'cloudfront', 'before', 'between', 'atlassian', 'unknown']);
export type Who = z.infer<typeof whoSchema>;

/** Who gave an answer, and the maker of that box or network if it is known. */
export const answeredBySchema = z.strictObject({ who: whoSchema, maker: z.string().nullable() });
export type AnsweredBy = z.infer<typeof answeredBySchema>;

export const residencySchema = z.enum(RESIDENCIES);
export type Residency = z.infer<typeof residencySchema>;

export const verdictSchema = z.strictObject({
  kind: verdictKindSchema,
  /** Id of the rule that matched, for example `residency.region-text`. */
  rule: z.string(),
  owner: ownerSchema,
  /** Who gave the answer that decided; null when there was none. Missing before rules version 3. */
  answeredBy: answeredBySchema.nullable().optional(),
  /** The words of that answer in one line, cut at 200 characters; null if there are none. Missing before rules version 3. */
  quote: z.string().nullable().optional(),
  /** One plain sentence. */
  sentence: z.string(),
  /** What it means, one or two sentences. */
  meaning: z.string(),
  /** Numbered next steps, at most four each. */
  nextSteps: z.strictObject({ pinned: z.array(z.string()), migrating: z.array(z.string()) }),
  /** How the regional hosts differ, one sentence; null when they were not asked. */
  regions: z.string().nullable(),
  /** What the same call gave on Chromium's network stack, one sentence; null when it was not asked. */
  secondOpinion: z.string().nullable(),
});
export type Verdict = z.infer<typeof verdictSchema>;

/** How much a check matters: all is well, worth a look, or wrong. */
export const checkLevelSchema = z.enum(['ok', 'look', 'wrong']);
export type CheckLevel = z.infer<typeof checkLevelSchema>;

/** Something that was looked at beside the verdict, and what was found. */
export const checkSchema = z.strictObject({
  id: z.enum(CHECK_IDS),
  level: checkLevelSchema,
  /** One plain sentence in English. */
  sentence: z.string(),
  /** The same, for a window that speaks another language. */
  phrase: messageSchema,
  /** The facts behind it, by name: a host, a number of seconds, the words of a page. */
  facts: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type Check = z.infer<typeof checkSchema>;

/** How one answer was read: who gave it, by which signs, and what it says. */
export const readingSchema = z.strictObject({
  host: hostIdSchema,
  call: callNameSchema,
  who: whoSchema,
  maker: z.string().nullable(),
  /** By name, with what was found: `server: squid/6.1`. */
  signs: z.array(z.strictObject({ id: z.string(), found: z.string() })),
  form: z.string(),
  /** The meaning of its words, for example `region`, `keys`, `words` (ones that are not known), `none`. */
  says: z.string(),
});
export type Reading = z.infer<typeof readingSchema>;

/** The sentences of a diagnosis in their order, for a window that speaks another language than English. */
export const diagnosisPhrasesSchema = z.strictObject({
  sentence: messageSchema,
  meaning: messageSchema,
  pinned: z.array(messageSchema),
  migrating: z.array(messageSchema),
  regions: messageSchema.nullable(),
  secondOpinion: messageSchema.nullable(),
  notes: z.array(messageSchema),
});
export type DiagnosisPhrases = z.infer<typeof diagnosisPhrasesSchema>;

/** What a token says of itself; its text is never kept. Times in ISO 8601. */
export const tokenFactsSchema = z.strictObject({
  host: hostIdSchema,
  issuer: z.string().nullable(),
  issuedAt: z.string().nullable(),
  expiresAt: z.string().nullable(),
  length: z.int(),
  /** Xray's own name for the customer's installation, by which its support finds it. An identifier and no secret. */
  tenant: z.string().nullable().optional(),
  /** The Atlassian account that made the key. */
  accountId: z.string().nullable().optional(),
});
export type TokenFacts = z.infer<typeof tokenFactsSchema>;

/** How a host behaved, in one word; `stopped` means that the run ended before the host did. */
export const behaviourSchema = z.enum([
  'works',
  'migrating',
  'something-else',
  'another-region',
  'error-page',
  'keys-refused',
  'licence',
  'asks-to-wait',
  'data-refused',
  'own-error',
  'not-reached',
  'no-answer',
  'stopped',
  'other',
]);
export type Behaviour = z.infer<typeof behaviourSchema>;

/** An Xray host that a run asks, and what it gave. */
export const askedHostSchema = z.strictObject({
  id: hostIdSchema,
  /** As a person would say it. */
  name: z.string(),
  baseUrl: z.string(),
  /** Whether it took the credentials; null if it said neither yes nor no. */
  tookKeys: z.boolean().nullable(),
  /** Null while the host has not been asked to the end. */
  behaviour: behaviourSchema.nullable(),
  /** With `works`: what came. Missing before rules version 3. */
  came: z.enum(['zip', 'feature', 'empty', 'xray-error']).nullable().optional(),
  /** All its calls together. */
  totalMs: z.number(),
});
export type AskedHost = z.infer<typeof askedHostSchema>;

/** What a site tells anybody about itself; nulls for what it does not tell. */
export const siteFactsSchema = z.strictObject({
  site: siteNameSchema,
  /** `missing`: Atlassian answers that there is no such site. `unknown`: there was no usable answer. */
  state: z.enum(['found', 'missing', 'unknown']),
  cloudId: z.string().nullable(),
  jiraAddress: z.string().nullable(),
  confluenceAddress: z.string().nullable(),
  deployment: z.string().nullable(),
  /** Why nothing is known of the site: a failure's code, or a status; null when it answered. Missing before rules version 3. */
  problem: z.string().nullable().optional(),
  /** The name to which an old name of the site leads. Missing before rules version 3. */
  renamedTo: siteNameSchema.nullable().optional(),
  /** Whether the site refuses this computer's address by its IP allowlist. Missing before rules version 3. */
  isAllowlisted: z.boolean().optional(),
});
export type SiteFacts = z.infer<typeof siteFactsSchema>;

/** All exchanges of one run, plus the verdict. Inside the main process it still holds secrets; outside it is redacted. */
export const diagnosisSchema = z.strictObject({
  schemaVersion: z.literal(1),
  rulesVersion: z.string(),
  startedAt: z.string(),
  finishedAt: z.string(),
  sites: z.strictObject({ jira: siteNameSchema, confluence: siteNameSchema }),
  /** Shortened: the first four and last four characters. */
  clientId: z.string(),
  verdict: verdictSchema,
  /** What else is worth knowing, one sentence each. Since rules version 3 it is empty, and `checks` holds them. */
  notes: z.array(z.string()),
  /** What was looked at beside the verdict, the most important first. Missing before rules version 3. */
  checks: z.array(checkSchema).optional(),
  /** How each answer was read. Missing before rules version 3. */
  readings: z.array(readingSchema).optional(),
  hosts: z.array(askedHostSchema),
  exchanges: z.array(exchangeSchema),
  tokens: z.array(tokenFactsSchema),
  /** Empty when no site was asked. */
  siteFacts: z.array(siteFactsSchema),
  /** Missing in a diagnosis that was made before there were any. */
  phrases: diagnosisPhrasesSchema.optional(),
});
export type Diagnosis = z.infer<typeof diagnosisSchema>;

/** The steps of a run, in order. */
export const stepNameSchema = z.enum(['reach', 'sign-in', 'data', 'compare', 'read']);
export type StepName = z.infer<typeof stepNameSchema>;

export const progressSchema = z.strictObject({
  step: stepNameSchema,
  state: z.enum(['running', 'done', 'failed', 'skipped']),
  /** Milliseconds that the step took; null while it runs. */
  tookMs: z.number().nullable(),
});
export type Progress = z.infer<typeof progressSchema>;
