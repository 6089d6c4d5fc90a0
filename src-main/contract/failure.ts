import * as z from 'zod';

import type { Phrase } from '../words/phrase.ts';
import { inEnglish } from '../words/say.ts';
import { phraseSchema } from './phrase.ts';

/** Every way in which a request of the window can fail, as a closed list. */
export const failureCodeSchema = z.enum([
  'bad-input',
  'already-running',
  'nothing-to-do',
  'no-secret-held',
  'folder-not-writable',
  'disk-full',
  'file-in-the-way',
  'folder-missing',
  'file-held',
  'evidence-not-clean',
  'not-a-picture',
  'cannot-open',
  'interrupted',
  'case-missing',
  'case-damaged',
  'case-newer',
  'case-not-clean',
  'our-fault',
]);
export type FailureCode = z.infer<typeof failureCodeSchema>;

/** Names of the form's fields, as the window marks them. */
export const fieldNameSchema = z.enum(['clientId', 'clientSecret', 'jiraSite', 'confluenceSite']);
export type FieldName = z.infer<typeof fieldNameSchema>;

/**
 * A failure as data. `message` is one or two plain English sentences: what is wrong and what to do. `phrase` is the same
 * for the window to say in the person's language; null for a failure that no window ever shows. `field` names the form's
 * field that it belongs to, if any.
 */
export const failureSchema = z.strictObject({
  code: failureCodeSchema,
  message: z.string().min(1),
  phrase: phraseSchema.nullable(),
  field: fieldNameSchema.nullable(),
});
export type Failure = z.infer<typeof failureSchema>;

/** The envelope of every answer that crosses IPC; also used inside the main process. */
export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: Failure };

/** Wraps a value as success. */
export function succeed<T>(value: T): Result<T> {
  return { ok: true, value };
}

/** Makes a failed result; `phrase` is what the person is told. */
export function fail(code: FailureCode, phrase: Phrase, field: FieldName | null = null): Result<never> {
  return { ok: false, failure: { code, message: inEnglish(phrase), phrase, field } };
}

/** Makes a failed result that only a terminal or a log will tell, which speak English. */
export function failInTerminal(
  code: FailureCode,
  message: string,
  field: FieldName | null = null,
): Result<never> {
  return { ok: false, failure: { code, message, phrase: null, field } };
}

/** The schema of an envelope around `value`. */
export function resultSchema<T extends z.ZodType>(value: T) {
  return z.discriminatedUnion('ok', [
    z.strictObject({ ok: z.literal(true), value }),
    z.strictObject({ ok: z.literal(false), failure: failureSchema }),
  ]);
}
