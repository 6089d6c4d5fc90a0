import * as fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';

import { BUNDLE_FILES } from '../../../../src-main/contract/report/bundle-files.ts';
import { verdictKindSchema } from '../../../../src-main/contract/diagnosis.ts';
import type { Check, Diagnosis, Exchange } from '../../../../src-main/contract/diagnosis.ts';
import { DEFAULT_SUPPORT } from '../../../../src-main/contract/support/default-support.ts';
import { CHECK_IDS, RESIDENCIES } from '../../../../src-main/contract/values.ts';
import type { EvidenceDocument } from '../../../../src-main/contract/report/verification.ts';
import { kindOf, RULES } from '../../../../src-main/diagnosis/verdict/rules.ts';
import { renderLetter, renderPage } from '../../../../src-main/evidence/bundle/render-text.ts';
import { mailText } from '../../../../src-main/evidence/documents/mail-draft.ts';
import { MAX_SUMMARY_LINES } from '../../../../src-main/evidence/documents/summary.ts';
import { letterFor } from '../../../../src-main/evidence/documents/letters/ticket.ts';
import type { Redacted } from '../../../../src-main/evidence/redaction/redacted.ts';
import { createRedactor } from '../../../../src-main/evidence/redaction/redactor.ts';
import { ENGLISH, isMessageKey } from '../../../../src-main/i18n/catalog.ts';
import { play } from '../../../support/answers/play.ts';
import { LABELLED } from '../../../support/answers/rows.ts';
import { FULL_FACTS, LETTER_PATTERNS } from '../../../support/samples/arrivals/letter-patterns.ts';
import { sampleDiagnosis } from '../../../support/samples/sample-run.ts';
import { makeAuthority } from '../../../support/servers/certificates.ts';

interface Named {
  readonly name: string;
  readonly diagnosis: Redacted<Diagnosis>;
  /** The same with a mark in place of all that Xray, a network or the customer says. */
  readonly marked: Redacted<Diagnosis>;
}

const REDACTOR = createRedactor(
  { clientSecret: 'fake-secret', clientId: 'FAKE', tokens: [], proxyPasswords: [], homeFolder: '/home/x' },
  Buffer.alloc(16),
);

/** Every rule, labelled answer and pattern. */
let everything: Named[];

beforeAll(async () => {
  const authority = await makeAuthority();
  const played: Named[] = [];
  const rows = [...LETTER_PATTERNS, ...LABELLED];
  // Some of them wait for what does not come, which the others need not wait for.
  const playOn = async (): Promise<void> => {
    for (let row = rows.shift(); row !== undefined; row = rows.shift()) {
      const { diagnosis } = await play(row, authority);
      played.push(await prepare(row.name, diagnosis));
    }
  };
  await Promise.all(Array.from({ length: 5 }, playOn));
  everything = [...played, ...(await everyRule())];
}, 120_000);

async function prepare(name: string, raw: Diagnosis): Promise<Named> {
  const diagnosis = await REDACTOR.redactDiagnosis(raw);
  return { name, diagnosis, marked: await REDACTOR.redactDiagnosis(withMarkedQuotes(diagnosis)) };
}

/** Every rule, also one that no row leads to, with and without the values of its sentence. */
async function everyRule(): Promise<Named[]> {
  const phrase = (key: string, values = {}) => ({ key, values });
  return Promise.all(
    RULES.flatMap(({ id }) =>
      [{}, { call: 'data', hasMaker: 'yes', maker: 'Sample', regions: [{ key: 'host.eu' }, 'EXTRA'] }].map(
        async (values) => {
          const { verdict } = sampleDiagnosis();
          const empty = { pinned: [], migrating: [], regions: null, secondOpinion: null, notes: [] };
          const phrases = {
            ...empty,
            sentence: phrase(`rule.${id}`, values),
            meaning: phrase(`meaning.${id}`, values),
          };
          return prepare(
            id,
            sampleDiagnosis({ phrases, verdict: { ...verdict, rule: id, kind: kindOf(id) } }),
          );
        },
      ),
    ),
  );
}

const QUOTED = 'QUOTED';

/** The same diagnosis with a mark in place of all that Xray, a network or the customer says. */
function withMarkedQuotes(diagnosis: Diagnosis): Diagnosis {
  const marked = <E extends Exchange>(exchange: E): E => {
    const { response } = exchange;
    const text = response?.body.text?.includes('‹token#') === true ? response.body.text : QUOTED;
    return {
      ...exchange,
      response: response && { ...response, statusText: QUOTED, body: { ...response.body, text } },
      ...('failure' in exchange && { failure: { ...exchange.failure, message: QUOTED } }),
    };
  };
  return {
    ...diagnosis,
    exchanges: diagnosis.exchanges.map(marked),
    verdict: { ...diagnosis.verdict, quote: QUOTED },
  };
}

type Answers = Pick<EvidenceDocument, 'residency' | 'residencyFacts' | 'intake' | 'pictures'>;

const NO_ANSWERS: Answers = { residency: 'unknown', residencyFacts: [], pictures: [], intake: undefined };
const { intake: FULL_INTAKE, residencyFacts: FULL_RESIDENCY = [] } = FULL_FACTS;
const FULL_ANSWERS: Answers = {
  residency: 'pinned',
  residencyFacts: [...FULL_RESIDENCY],
  pictures: [{ path: 'pictures/residency-1.png', caption: QUOTED }],
  intake: FULL_INTAKE && {
    ...FULL_INTAKE,
    snapshotsError: QUOTED,
    since: QUOTED,
    keysMadeBy: QUOTED,
    keysMadeAt: QUOTED,
  },
};

const documentOf = (diagnosis: Diagnosis, answers: Answers): EvidenceDocument => ({
  ...diagnosis,
  ...answers,
  appVersion: '0.1.0',
  support: DEFAULT_SUPPORT,
});

const MISSING = Object.entries(ENGLISH.messages).flatMap(([key, text]) =>
  isMessageKey(key) && key.startsWith('missing.') && typeof text === 'string' ? [text] : [],
);

function listedFor({ verdict }: Pick<Diagnosis, 'verdict'>, missing: readonly string[] = []) {
  const rows = Object.entries(BUNDLE_FILES).filter(
    ([id]) => (id !== 'ticket' && id !== 'reply') || id === letterFor(verdict),
  );
  const files = rows.map(([, { path, about }]) => ({ path: typeof path === 'string' ? path : 'x', about }));
  return { createdAt: new Date('2026-11-27T22:37:05Z'), files, missing };
}

/** The pronouns that a text may not have, by its voice. Addressed are: by ticket and pages nobody, by the reply the customer, by the mail support. */
const FORBIDDEN = {
  about: /\b(?:you|your|yours|we|our|ours|my|this computer)\b/iu,
  reply: /\bthis site|\bthe customer|\bthis computer|\bour (?:data|keys?|sites?|network|computer)\b|\bmy\b/iu,
  mail: /(?<!thank )\byou\b|\byours?\b|\bthis site|\bthe customer/iu,
} as const;

function textsOf({ marked: diagnosis }: Named, answers: Answers) {
  const document = documentOf(diagnosis, answers);
  const listed = listedFor(diagnosis);
  const mail = mailText(
    diagnosis,
    {
      caseId: 'XRD-ACDEF3',
      residency: answers.residency,
      fileName: 'FILE.zip',
      pictures: 1,
      mayPassOn: false,
    },
    DEFAULT_SUPPORT,
  );
  return {
    summary: renderPage('summary', document, listed),
    details: renderPage('details', document, listed),
    ticket: renderLetter('ticket', document),
    reply: renderLetter('reply', document),
    mail: `${mail.subject}\n${mail.body}`,
  };
}

function badLines(text: string | null, pattern: RegExp): string[] {
  return (text ?? '').split('\n').filter((line) => pattern.test(line));
}

describe('the three voices', () => {
  it.each([
    ['with nothing answered', NO_ANSWERS],
    ['with everything answered', FULL_ANSWERS],
  ])('hold for every rule, labelled answer and pattern, %s', (_name, answers) => {
    expect(new Set(everything.map(({ diagnosis }) => diagnosis.verdict.kind))).toEqual(
      new Set(verdictKindSchema.options),
    );
    for (const named of everything) {
      const texts = textsOf(named, answers);
      for (const name of ['summary', 'details', 'ticket'] as const)
        expect(badLines(texts[name], FORBIDDEN.about), `${named.name}: ${name}`).toEqual([]);
      expect(badLines(texts.reply, FORBIDDEN.reply), `${named.name}: reply`).toEqual([]);
      expect(badLines(texts.mail, FORBIDDEN.mail), `${named.name}: mail`).toEqual([]);
      if (texts.reply !== null) expect(texts.reply, named.name).toMatch(/\byour?\b/iu);
      for (const text of Object.values(texts)) expect(text ?? '').not.toMatch(/\bundefined\b|\bnull\b|NaN/u);
    }
  });

  it('hold for every check, whatever it found', () => {
    for (const id of CHECK_IDS)
      for (const level of ['ok', 'look', 'wrong'] as const)
        for (const facts of [
          {},
          { answering: 'eu', stated: 'EU' },
          { jira: 'EU', xray: 'US' },
        ] as Check['facts'][]) {
          const check: Check = { id, level, sentence: 'Yours.', phrase: { key: 'x', values: {} }, facts };
          const text = renderPage(
            'details',
            documentOf(sampleDiagnosis({ checks: [check] }), NO_ANSWERS),
            listedFor(sampleDiagnosis()),
          );
          expect(badLines(text, FORBIDDEN.about), id).toEqual([]);
        }
  });

  it('hold for every sentence about what is missing', () => {
    expect(MISSING.length).toBeGreaterThan(5);
    for (const text of MISSING) expect(text).not.toMatch(FORBIDDEN.about);
  });

  it('would find the words of the window', () => {
    const { sentence, meaning } = sampleDiagnosis().verdict;
    expect(badLines(`${sentence}\n${meaning}`, FORBIDDEN.about)).toEqual([sentence, meaning]);
  });
});

describe('summary.txt', () => {
  const lineCount = (text: string): number => text.trimEnd().split('\n').length;

  it('has at most thirty lines for every rule, labelled answer and pattern', () => {
    for (const { name, diagnosis } of everything)
      for (const answers of [NO_ANSWERS, FULL_ANSWERS])
        for (const residency of RESIDENCIES) {
          const document = documentOf(diagnosis, { ...answers, residency });
          const text = renderPage('summary', document, listedFor(diagnosis, MISSING.slice(0, 5)));
          expect(lineCount(text), `${name}:\n${text}`).toBeLessThanOrEqual(MAX_SUMMARY_LINES);
          expect(text).toContain(diagnosis.verdict.rule);
          expect(text).toContain('details.txt');
        }
  });

  it('has at most thirty lines whatever stands in it, and says where the rest is', () => {
    const long = fc.string({ maxLength: 900, unit: fc.constantFrom('a', 'é', ' ', '\n', '‹', '.') });
    fc.assert(
      fc.property(
        fc.array(long, { maxLength: 30 }),
        fc.array(long, { maxLength: 30 }),
        fc.nat({ max: 30 }),
        long,
        (missing, words, hostCount, rule) => {
          const sample = sampleDiagnosis();
          const [host] = sample.hosts;
          const checks = words.map((word): Check => ({
            id: 'xray-status',
            level: 'look',
            sentence: '',
            phrase: { key: 'x', values: {} },
            facts: { words: word },
          }));
          const diagnosis = sampleDiagnosis({
            checks,
            verdict: { ...sample.verdict, rule, quote: words.join(' ') },
            hosts:
              host === undefined
                ? []
                : Array.from({ length: hostCount }, (_, at) => ({ ...host, id: `h${at}` })),
            tokens: words.map((tenant) => ({
              host: 'eu',
              issuer: null,
              issuedAt: null,
              expiresAt: null,
              length: 1,
              tenant,
            })),
          });
          const text = renderPage(
            'summary',
            documentOf(diagnosis, FULL_ANSWERS),
            listedFor(diagnosis, missing),
          );
          expect(lineCount(text)).toBeLessThanOrEqual(MAX_SUMMARY_LINES);
          expect(text).toMatch(/^MORE {9}details\.txt/mu);
          for (const label of [
            'CONCLUSION',
            'FOR SUPPORT',
            'ATLASSIAN',
            'IDS',
            'CUSTOMER',
            'CHECKS',
            'NOT IN HERE',
          ])
            expect(text).toMatch(new RegExp(`^${label} `, 'mu'));
        },
      ),
      { seed: 17, numRuns: 200 },
    );
  });
});
