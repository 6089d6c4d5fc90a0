import type * as z from 'zod';

import type { CheckResult, RunSnapshot } from '../contract/check-result.ts';
import type { Diagnosis } from '../contract/diagnosis.ts';
import type {
  EvidenceChoices,
  EvidencePreview,
  SavedBundle,
  Transcript,
} from '../contract/report/evidence.ts';
import type { Call, Schema } from '../contract/ipc/call.ts';
import type { IpcSchema } from '../contract/ipc/ipc-schema.ts';
import type { Result } from '../contract/failure.ts';
import type { SiteHints } from '../contract/plan.ts';
import type { RedactedPreview } from '../evidence/bundle/prepare-bundle.ts';
import type { RedactedTranscript } from '../evidence/documents/transcript.ts';
import type { RedactedIntake } from '../evidence/documents/diagnosis-document.ts';
import type { RedactedMail } from '../evidence/documents/mail-draft.ts';
import type { Redacted, RedactedText } from '../evidence/redaction/redacted.ts';
import type { Message } from '../i18n/message.ts';

type IsSame<A, B> = [A, B] extends [B, A] ? true : false;

/**
 * A value as it may be sent to the window: wherever a server's words stand in it, at any depth, they have been through the
 * redactor. So a call that answers with a diagnosis does not compile with a raw one.
 */
export type AsRedacted<T> = T extends unknown
  ? IsSame<T, Diagnosis> extends true
    ? Redacted<Diagnosis>
    : IsSame<T, Transcript> extends true
      ? RedactedTranscript
      : IsSame<T, EvidenceChoices> extends true
        ? EvidenceChoices & { note: RedactedText; intake: RedactedIntake }
        : IsSame<T, EvidencePreview> extends true
          ? RedactedPreview
          : IsSame<T, SavedBundle> extends true
            ? SavedBundle & { mail: RedactedMail }
            : IsSame<T, SiteHints> extends true
              ? { [K in keyof SiteHints]: Redacted<Message> | null }
              : T extends string | number | boolean | null | undefined | Uint8Array
                ? T
                : { [K in keyof T]: AsRedacted<T[K]> }
  : never;

export type RedactedCheck = AsRedacted<CheckResult>;
export type RedactedRun = AsRedacted<RunSnapshot>;

/** Those who answer the calls of a schema, in the same groups. */
export type ServicesOf<S extends Schema> = {
  readonly [G in keyof S]: {
    readonly [N in keyof S[G] as S[G][N] extends Call ? N : never]: S[G][N] extends Call<infer I, infer O>
      ? (input: z.infer<I>) => Promise<Result<AsRedacted<z.infer<O>>>>
      : never;
  };
};

export type Services = ServicesOf<IpcSchema>;
