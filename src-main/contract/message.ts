import * as z from 'zod';

const wordRefSchema = z.strictObject({ key: z.string() });

/**
 * A sentence by the key of its text and the values in it (`i18n/message.ts`). Its keys are looked up when it is said and
 * not here: an evidence file of another version may name texts that this one does not have.
 */
export const messageSchema = z.strictObject({
  key: z.string(),
  values: z.record(
    z.string(),
    z.union([z.string(), z.number(), wordRefSchema, z.array(z.union([z.string(), wordRefSchema]))]),
  ),
});
