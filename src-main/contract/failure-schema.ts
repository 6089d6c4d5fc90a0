import * as z from 'zod';

import { messageSchema } from './message.ts';
import { FIELD_NAMES, SITE_NAME } from './values.ts';

/** Every way in which a request of the window can fail, as a closed list. */
const failureCodeSchema = z.enum([
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

const fieldNameSchema = z.enum(FIELD_NAMES);
export type FieldName = z.infer<typeof fieldNameSchema>;

/**
 * A failure as data. `message` is one or two plain English sentences: what is wrong and what to do. `phrase` is the same
 * for the window to say in the person's language; null for a failure that no window ever shows. `field` names the form's
 * field that it belongs to, if any.
 */
const failureSchema = z.strictObject({
  code: failureCodeSchema,
  message: z.string().min(1),
  phrase: messageSchema.nullable(),
  field: fieldNameSchema.nullable(),
  /** The site that was probably meant, to be put into the field with one click. */
  suggestion: z.string().regex(SITE_NAME).optional(),
});
export type Failure = z.infer<typeof failureSchema>;

/** The schema of an envelope around `value`. */
export function resultSchema<T extends z.ZodType>(value: T) {
  return z.discriminatedUnion('ok', [
    z.strictObject({ ok: z.literal(true), value }),
    z.strictObject({ ok: z.literal(false), failure: failureSchema }),
  ]);
}
