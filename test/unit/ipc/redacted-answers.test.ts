import { expect, it } from 'vitest';

import type { CheckResult, OpenedCase, RunSnapshot } from '../../../src-main/contract/check-result.ts';
import type { EvidencePreview, SavedBundle, Transcript } from '../../../src-main/contract/report/evidence.ts';
import type { SiteHints } from '../../../src-main/contract/plan.ts';
import type { AsRedacted } from '../../../src-main/ipc/redacted-answers.ts';

/** Whether a value that no redactor has seen would be taken as an answer. */
type IsTaken<T> = T extends AsRedacted<T> ? true : false;

it('an answer with a server’s words does not compile unless they are redacted, at any depth', () => {
  // The compiler is what tests this: each line fails to compile once its type takes a raw value.
  const isTaken: {
    readonly check: IsTaken<CheckResult>;
    readonly list: IsTaken<readonly CheckResult[]>;
    readonly snapshot: IsTaken<RunSnapshot>;
    readonly openedCase: IsTaken<OpenedCase>;
    readonly transcript: IsTaken<{ readonly transcripts: Transcript[] }>;
    readonly preview: IsTaken<EvidencePreview>;
    readonly saved: IsTaken<SavedBundle>;
    readonly hints: IsTaken<SiteHints>;
  } = {
    check: false,
    list: false,
    snapshot: false,
    openedCase: false,
    transcript: false,
    preview: false,
    saved: false,
    hints: false,
  };
  const plain: IsTaken<{ readonly count: number; readonly name: string | null }> = true;
  expect(new Set(Object.values(isTaken))).toEqual(new Set([false]));
  expect(plain).toBe(true);
});
