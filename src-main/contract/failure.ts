import * as z from 'zod';

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
  'evidence-not-clean',
  'not-a-picture',
  'cannot-open',
  'interrupted',
  'our-fault',
]);
export type FailureCode = z.infer<typeof failureCodeSchema>;

/** Names of the form's fields, as the window marks them. */
export const fieldNameSchema = z.enum(['clientId', 'clientSecret', 'jiraSite', 'confluenceSite']);
export type FieldName = z.infer<typeof fieldNameSchema>;

/**
 * A failure as data. `message` is one or two plain English sentences: what is wrong and what to do.
 * `field` names the form's field that it belongs to, if any.
 */
export const failureSchema = z.strictObject({
  code: failureCodeSchema,
  message: z.string().min(1),
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

/** Makes a failed result; `message` is shown to the person as it is. */
export function fail(code: FailureCode, message: string, field: FieldName | null = null): Result<never> {
  return { ok: false, failure: { code, message, field } };
}

/** The schema of an envelope around `value`. */
export function resultSchema<T extends z.ZodType>(value: T) {
  return z.discriminatedUnion('ok', [
    z.strictObject({ ok: z.literal(true), value }),
    z.strictObject({ ok: z.literal(false), failure: failureSchema }),
  ]);
}
