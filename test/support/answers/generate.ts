import * as fc from 'fast-check';
import * as z from 'zod';

import type { CallName, Exchange } from '../../../src-main/contract/diagnosis.ts';
import { XRAY_HOSTS } from '../../../src-main/xray/hosts.ts';
import { answered, signedIn } from '../samples/builders.ts';
import { FORMS, WORDLESS_FORMS } from './forms.ts';
import { readSample } from './sample-file.ts';
import { bodyOf, headersOf } from './written-answer.ts';
import type { WrittenAnswer } from './written-answer.ts';

const meaningSchema = z.enum([
  'region',
  'move',
  'credentials',
  'licence',
  'asked-key',
  'not-found',
  'token',
  'right',
  'address-list',
  'outage',
  'other',
  'words-of-others',
]);
type Meaning = z.infer<typeof meaningSchema>;

const headerSetSchema = z.strictObject({
  by: z.enum(['xray', 'between', 'none']),
  headers: z.record(z.string(), z.string()),
});
type HeaderSet = z.infer<typeof headerSetSchema>;

const parts = readSample(
  'answers/generated.yaml',
  z.strictObject({
    words: z.record(meaningSchema, z.array(z.tuple([z.string(), z.string()]))),
    headers: z.tuple([headerSetSchema], headerSetSchema),
  }),
);

/** Each meaning with its words in several languages. */
export const MEANINGS = meaningSchema.options.map((means) => ({ means, said: parts.words[means] }));
const [XRAYS_HEADERS] = parts.headers;

type FormName = keyof typeof FORMS;
type AnyForm = FormName | keyof typeof WORDLESS_FORMS;
const FORM_NAMES = Object.keys(FORMS) as FormName[];
const WORDLESS_NAMES = Object.keys(WORDLESS_FORMS) as (keyof typeof WORDLESS_FORMS)[];

/** An answer whose truths are known because it was built from them. */
export interface GeneratedAnswer {
  readonly call: CallName;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
  readonly form: AnyForm;
  /** Who gave it; `unknown` where nothing in it tells. */
  readonly who: 'xray' | 'cloudfront' | 'between' | 'unknown';
  /** What its words mean; null without words. */
  readonly means: Meaning | null;
  /** The words as a person would read them; null without words. */
  readonly words: string | null;
  /** In which language the words are; null without words. */
  readonly language: string | null;
}

/** How one run’s hosts answered; a host without a token is asked for no data. */
export interface GeneratedRun {
  readonly pattern: keyof typeof PATTERNS;
  readonly hosts: readonly {
    readonly host: string;
    /** Null for a token of the ordinary kind. */
    readonly signIn: GeneratedAnswer | null;
    /** Null where the host gave no token. */
    readonly data: GeneratedAnswer | null;
  }[];
}

const STATUSES = [
  200, 201, 204, 206, 400, 401, 402, 403, 404, 405, 406, 408, 409, 410, 413, 418, 421, 422, 423, 426, 429,
  451, 500, 501, 502, 503, 504, 511, 520, 521, 522, 523, 524, 525, 526, 530,
] as const;

/** Whose answer it is, by its headers first and by its form where the headers allow both. */
function whoGave(headers: HeaderSet, form: AnyForm): GeneratedAnswer['who'] {
  if (headers.by === 'between') return 'between';
  if (headers.by === 'none') return 'unknown';
  if (form === 'html') return 'cloudfront';
  return form === 'gateway-json' ? 'unknown' : 'xray';
}

const wordsArbitrary = fc
  .constantFrom(...MEANINGS)
  .chain(({ means, said }) =>
    fc.constantFrom(...said).map(([language, words]) => ({ means, language, words })),
  );

/** Mostly what is usual, so that the rules behind rare combinations are met often enough, and now and then anything. */
const statusArbitrary = fc.oneof(
  { weight: 2, arbitrary: fc.constantFrom(200, 400, 401, 403, 404, 503) },
  { weight: 1, arbitrary: fc.constantFrom(...STATUSES) },
);
const headersArbitrary = fc.oneof(
  { weight: 1, arbitrary: fc.constant(XRAYS_HEADERS) },
  { weight: 2, arbitrary: fc.constantFrom(...parts.headers) },
);
const formArbitrary = fc.oneof(
  { weight: 1, arbitrary: fc.constant('json-error' as const) },
  { weight: 3, arbitrary: fc.constantFrom(...FORM_NAMES) },
);

/** Words in some form; `headers` is chosen freely, so that who gave it and what it says are independent. */
const wordyArbitrary = fc.record({
  status: statusArbitrary,
  headers: headersArbitrary,
  form: formArbitrary,
  said: wordsArbitrary,
});

const wordlessArbitrary = fc.record({
  status: statusArbitrary,
  headers: headersArbitrary,
  form: fc.constantFrom(...WORDLESS_NAMES),
});

interface Built {
  readonly status: number;
  readonly headers: HeaderSet;
  readonly form: AnyForm;
}
const WITHOUT_WORDS = { means: null, language: null, words: null };

/** An answer in some form, with the headers that somebody left on it. */
function built(
  call: CallName,
  { status, headers, form }: Built,
  written: WrittenAnswer,
  said: Pick<GeneratedAnswer, 'means' | 'language' | 'words'> = WITHOUT_WORDS,
): GeneratedAnswer {
  return {
    call,
    status,
    headers: { ...headers.headers, ...headersOf(written) },
    body: bodyOf(written),
    form,
    who: whoGave(headers, form),
    ...said,
  };
}

/** An answer to one call, of any status, from anybody, in any form. */
export function answerArbitrary(call: CallName): fc.Arbitrary<GeneratedAnswer> {
  const wordy = wordyArbitrary.map((of) =>
    built(call, of, FORMS[of.form](of.said.words, of.status), of.said),
  );
  const wordless = wordlessArbitrary.map((of) => built(call, of, WORDLESS_FORMS[of.form]));
  return fc.oneof({ weight: 6, arbitrary: wordy }, { weight: 1, arbitrary: wordless });
}

/** Returns what is true of `answer` by its construction; a status or a sender is no part of it. */
export function truthsOf({ means, words, form, language, call, status }: GeneratedAnswer) {
  return {
    hasWords: words !== null,
    /** The words refuse credentials, a key or a user. */
    speaksOfCredentials: means === 'credentials',
    speaksOfRegion: means === 'region',
    speaksOfLicence: means === 'licence',
    speaksOfMove: means === 'move',
    /** The words name one of the two keys that were asked for. */
    namesAskedKey: means === 'asked-key',
    /** The words say, in English, that an issue was not found. */
    saysNotFound: (means === 'asked-key' || means === 'not-found') && language === 'en',
    /** A whole zip or the text of a feature. */
    holdsData: call === 'data-call' && status === 200 && (form === 'zip' || form === 'feature'),
  };
}

const WORKS = built('data-call', { status: 200, headers: XRAYS_HEADERS, form: 'zip' }, WORDLESS_FORMS.zip);

type HostOfRun = Omit<GeneratedRun['hosts'][number], 'host'>;

const signInFails = (signIn: GeneratedAnswer): HostOfRun => ({ signIn, data: null });
const dataIs = (data: GeneratedAnswer): HostOfRun => ({ signIn: null, data });

interface Parts {
  readonly signIn: GeneratedAnswer;
  readonly data: GeneratedAnswer;
  /** What this host does where each does something of its own. */
  readonly own: HostOfRun;
}

/** Ways in which hosts are alike or differ. */
const PATTERNS = {
  'all-alike-at-sign-in': (_id, { signIn }) => signInFails(signIn),
  'all-alike-at-data': (_id, { data }) => dataIs(data),
  'only-eu-works': (id, { data }) => dataIs(id === 'eu' ? WORKS : data),
  'only-eu-takes-keys': (id, { signIn, data }) => (id === 'eu' ? dataIs(data) : signInFails(signIn)),
  'global-works': (id, { own }) => (id === 'global' ? dataIs(WORKS) : own),
  'some-refuse': (id, { signIn, data }) => (id === 'us' || id === 'au' ? signInFails(signIn) : dataIs(data)),
  'each-its-own': (_id, { own }) => own,
} satisfies Record<string, (id: string, parts: Parts) => HostOfRun>;
const PATTERN_NAMES = Object.keys(PATTERNS) as (keyof typeof PATTERNS)[];

const oneHostArbitrary: fc.Arbitrary<HostOfRun> = fc.oneof(
  answerArbitrary('authenticate').map(signInFails),
  answerArbitrary('data-call').map(dataIs),
  fc.constant(dataIs(WORKS)),
);

/** A whole run over all hosts, in one of the patterns that tell hosts apart. */
export const runArbitrary: fc.Arbitrary<GeneratedRun> = fc
  .record({
    pattern: fc.oneof(
      { weight: 1, arbitrary: fc.constantFrom(...PATTERN_NAMES.slice(0, 2)) },
      { weight: 1, arbitrary: fc.constantFrom(...PATTERN_NAMES) },
    ),
    signIn: answerArbitrary('authenticate'),
    data: answerArbitrary('data-call'),
    each: fc.array(oneHostArbitrary, { minLength: XRAY_HOSTS.length, maxLength: XRAY_HOSTS.length }),
  })
  .map(({ pattern, signIn, data, each }) => ({
    pattern,
    hosts: XRAY_HOSTS.map(({ id }, index) => ({
      host: id,
      ...PATTERNS[pattern](id, { signIn, data, own: each[index] ?? dataIs(WORKS) }),
    })),
  }));

/** Returns `answer` as the transport would hand it over, without a socket. */
export function exchangeOf(answer: GeneratedAnswer, host = 'global'): Exchange {
  const { call, status, body, headers } = answer;
  return answered({ call, host }, { status, body, headers });
}

/** Returns the exchanges of a run in the order of the hosts; a sign-in of the ordinary kind comes through CloudFront. */
export function exchangesOf({ hosts }: GeneratedRun): Exchange[] {
  return hosts.flatMap(({ host, signIn, data }) => {
    const first = signIn === null ? throughCloudFront(signedIn(host)) : exchangeOf(signIn, host);
    return data === null ? [first] : [first, exchangeOf(data, host)];
  });
}

function throughCloudFront(exchange: Exchange): Exchange {
  if (exchange.outcome !== 'answered') return exchange;
  const headers = Object.entries(XRAYS_HEADERS.headers).map(([name, value]) => ({ name, value }));
  return { ...exchange, response: { ...exchange.response, headers } };
}
