import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { shownSupportSchema } from '../../../src-main/contract/support/support-profile.ts';
import { mailText } from '../../../src-main/evidence/documents/mail-draft.ts';
import { markRedacted } from '../../../src-main/evidence/redaction/redacted.ts';
import { readProfile } from '../../../src-main/profile/read-profile.ts';
import { tEnglish, formatUntrusted } from '../../../src-main/i18n/translator.ts';
import { sampleDiagnosis } from '../../support/samples/sample-run.ts';

const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom('us@example.org', 'Xray', 'https://example.org/a', 'guide', 'A-1', 'a\r\nBcc: b@c.de'),
);
const value = fc.oneof(text, fc.jsonValue());
const profile = fc.record(
  {
    version: fc.constantFrom<unknown>(1, 1, 1, 2, '1'),
    name: value,
    mail: fc.oneof(fc.constant('us@example.org'), value),
    subject: value,
    ticket: value,
    product: value,
    links: fc.oneof(fc.array(fc.record({ for: value, label: value, address: value })), value),
  },
  { requiredKeys: ['version', 'name', 'mail'] },
);

/** Whatever it says, it is well formed; and what it gives makes no header of its own. */
function holds(bytes: Uint8Array): void {
  const reading = readProfile(bytes);
  if (!reading.ok) {
    const { line, reason } = reading.problem;
    expect(formatUntrusted(tEnglish, reason, '')).toMatch(/^[^\p{Cc}]+$/u);
    const rows = Buffer.from(bytes)
      .toString('utf8')
      .split(/\r\n|\n|\r/u).length;
    if (line !== null) expect(line).toBeLessThanOrEqual(rows);
    return;
  }
  const { support } = reading;
  expect(shownSupportSchema.safeParse({ source: 'opened', support, problem: null }).success).toBe(true);
  const mail = mailText(
    markRedacted(sampleDiagnosis()),
    { caseId: 'XRD-AAAAAA', residency: 'pinned', fileName: 'a.zip', pictures: 0, mayPassOn: null },
    support,
  );
  expect(mail.to).toMatch(/^[\w.+-]+@[\w.-]+$/u);
  expect(mail.subject).not.toMatch(/[\p{Cc}\u2028\u2029]/u);
  for (const { address } of support.links) expect(new URL(address).protocol).toBe('https:');
}

describe('whatever stands in a profile', () => {
  it('any bytes are taken or refused', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), holds));
  });

  it('any JSON is taken or refused', () => {
    fc.assert(
      fc.property(fc.oneof(profile, fc.jsonValue()), fc.constantFrom(0, 2), (json, indent) =>
        holds(Buffer.from(JSON.stringify(json, null, indent) ?? '')),
      ),
      { numRuns: 500 },
    );
  });
});
