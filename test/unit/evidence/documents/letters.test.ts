import { readFileSync, writeFileSync } from 'node:fs';

import { beforeAll, describe, expect, it } from 'vitest';

import { BUNDLE_FILES } from '../../../../src-main/contract/report/bundle-files.ts';
import { NO_INTAKE } from '../../../../src-main/contract/report/intake.ts';
import type { Diagnosis } from '../../../../src-main/contract/diagnosis.ts';
import { DEFAULT_SUPPORT } from '../../../../src-main/contract/support/default-support.ts';
import { renderPage } from '../../../../src-main/evidence/bundle/render-text.ts';
import { caseIdOf } from '../../../../src-main/evidence/documents/case-id.ts';
import { openQuestions } from '../../../../src-main/evidence/documents/letters/open-questions.ts';
import { reply } from '../../../../src-main/evidence/documents/letters/reply.ts';
import { letterFor, ticket } from '../../../../src-main/evidence/documents/letters/ticket.ts';
import type { LetterFacts } from '../../../../src-main/evidence/documents/letters/ticket.ts';
import { createRedactor } from '../../../../src-main/evidence/redaction/redactor.ts';
import { play } from '../../../support/answers/play.ts';
import { FULL_FACTS, LETTER_PATTERNS } from '../../../support/samples/arrivals/letter-patterns.ts';
import type { LetterPattern } from '../../../support/samples/arrivals/letter-patterns.ts';
import { makeAuthority } from '../../../support/servers/certificates.ts';
import type { Authority } from '../../../support/servers/certificates.ts';

const GOLDEN = new URL('../../../golden/letters/', import.meta.url);
const SUMMARIES = new URL('../../../golden/summaries/', import.meta.url);

let authority: Authority;
const played = new Map<string, Diagnosis>();

/** The same diagnosis at one moment of 2026, so that its letters are the same each time. */
function atOneMoment(diagnosis: Diagnosis): Diagnosis {
  const startedAt = '2026-11-27T22:37:01.123Z';
  const timing = { queueMs: 0, dnsMs: 1, tcpMs: 4, tlsMs: 9, firstByteMs: 20, totalMs: 40 };
  return {
    ...diagnosis,
    startedAt,
    finishedAt: '2026-11-27T22:37:03.456Z',
    exchanges: diagnosis.exchanges.map((exchange) => ({ ...exchange, startedAt, timing })),
  };
}

async function diagnosisOf(pattern: LetterPattern): Promise<Diagnosis> {
  const { diagnosis } = await play(pattern, authority);
  const secrets = {
    clientSecret: 'fake-secret',
    clientId: 'FAKE',
    tokens: [],
    proxyPasswords: [],
    homeFolder: '/home/sample-person',
  };
  return createRedactor(secrets, Buffer.alloc(16)).redactDiagnosis(atOneMoment(diagnosis));
}

function factsFor(diagnosis: Diagnosis, facts: Partial<LetterFacts> = {}): LetterFacts {
  return {
    caseId: caseIdOf(diagnosis),
    support: { name: 'RadBee', product: 'Snapshots' },
    residencyFacts: [],
    intake: NO_INTAKE,
    hasPicture: false,
    ...facts,
  };
}

function letterOf({ name, facts }: LetterPattern): string {
  const diagnosis = played.get(name);
  if (diagnosis === undefined) throw new Error(name);
  const all = factsFor(diagnosis, facts);
  return letterFor(diagnosis.verdict) === 'ticket' ? ticket(diagnosis, all) : reply(diagnosis, all);
}

const isLetter = (id: string): boolean => id === 'ticket' || id === 'reply';

function summaryOf({ name, facts }: LetterPattern): string {
  const diagnosis = played.get(name);
  if (diagnosis === undefined) throw new Error(name);
  const { caseId, residencyFacts, intake, hasPicture } = factsFor(diagnosis, facts);
  const document = {
    ...diagnosis,
    caseId,
    residency: residencyFacts.length === 0 ? ('unknown' as const) : ('pinned' as const),
    residencyFacts: [...residencyFacts],
    intake,
    pictures: hasPicture ? [{ path: 'pictures/residency-1.png', caption: '' }] : [],
    appVersion: '1.0.0',
    support: DEFAULT_SUPPORT,
  };
  const files = Object.entries(BUNDLE_FILES).flatMap(([id, { path, about }]) =>
    typeof path === 'string' && !(isLetter(id) && id !== letterFor(diagnosis.verdict))
      ? [{ path, about }]
      : [],
  );
  const listed = { createdAt: new Date('2026-11-27T22:37:05Z'), files, missing: [] };
  return renderPage('summary', document, listed) ?? '';
}

beforeAll(async () => {
  authority = await makeAuthority();
  for (const pattern of LETTER_PATTERNS) played.set(pattern.name, await diagnosisOf(pattern));
});

describe('ticket and reply', () => {
  it.each(LETTER_PATTERNS)('$name reads as it was approved', (pattern) => {
    const file = new URL(`${pattern.name}.txt`, GOLDEN);
    const letter = letterOf(pattern);
    if (process.env['XRAY_DOCTOR_WRITE_GOLDEN'] === 'letters') writeFileSync(file, letter);
    expect(letter).toBe(readFileSync(file, 'utf8'));
  });

  it.each(LETTER_PATTERNS)('$name has the summary that was approved', (pattern) => {
    const summary = summaryOf(pattern);
    const file = new URL(`${pattern.name}.txt`, SUMMARIES);
    if (process.env['XRAY_DOCTOR_WRITE_GOLDEN'] === 'letters') writeFileSync(file, summary);
    expect(summary).toBe(readFileSync(file, 'utf8'));
  });

  it.each(LETTER_PATTERNS)('$name is pasted as it is: no indent, no broken line', (pattern) => {
    const letter = letterOf(pattern);
    expect(letter).not.toMatch(/^[ \t]/mu);
    expect(letter).not.toMatch(/\bundefined\b|\bnull\b|NaN/u);
  });

  it('carries every request id and the exact answer of each host', () => {
    const letter = letterOf(LETTER_PATTERNS[2] ?? { name: '' });
    expect(letter).toContain('sample-request-id-in-page==');
    expect(letter).toContain('The Lambda function associated with the CloudFront distribution is invalid');
    expect(letter).toContain('FRA56-P1');
    expect(letter).toContain('{"error":"Issues with keys DEMO-6, DEMO-7 not found"}');
  });

  it('tells Xray that it repeats credentials, without them', () => {
    const letter = letterOf(LETTER_PATTERNS[7] ?? { name: '' });
    expect(letter).toContain('as a security report');
    expect(letter).not.toContain('fake-secret');
  });

  it('asks nothing of a customer who answered everything', () => {
    for (const diagnosis of played.values())
      expect(openQuestions(diagnosis, factsFor(diagnosis, FULL_FACTS))).toEqual([]);
  });

  it('names ids that were removed nowhere', () => {
    const [diagnosis] = played.values();
    if (diagnosis === undefined) throw new Error('Nothing was played.');
    const token = { host: 'global', issuer: null, issuedAt: null, expiresAt: null, length: 200 };
    const tokens = [
      { ...token, tenant: 'sample-tenant', accountId: '‹client-secret#0000›' },
      { ...token, host: 'eu', tenant: 'sample-tenant', accountId: null },
    ];
    const letter = ticket({ ...diagnosis, tokens }, factsFor(diagnosis));
    expect(letter.match(/Xray tenant: sample-tenant/gu)).toHaveLength(1);
    expect(letter).not.toContain('Atlassian account');
  });

  it('is a ticket only where Xray has to act, and nothing for a check that was stopped', () => {
    expect(letterFor({ kind: 'residency' })).toBe('ticket');
    expect(letterFor({ kind: 'credentials-rejected' })).toBe('reply');
    expect(letterFor({ kind: 'cancelled' })).toBeNull();
  });
});

describe('the case id', () => {
  it('follows from the content and has no characters that are mistaken for one another', () => {
    const diagnoses = [...played.values()];
    const ids = diagnoses.map((diagnosis, at) => caseIdOf({ ...diagnosis, startedAt: String(at) }));
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^XRD-[34679ACDEFGHJKMNPQRTVWXY]{6}$/u);
    for (const diagnosis of played.values()) {
      // The transcripts of a run that goes on carry it already.
      expect(caseIdOf(diagnosis)).toBe(
        caseIdOf(Object.assign(structuredClone(diagnosis), { finishedAt: 'later', exchanges: [] })),
      );
    }
  });
});
