import * as z from 'zod';

import { diagnosisSchema, residencySchema } from './diagnosis.ts';
import { evidenceFileSchema } from './evidence.ts';
import { intakeSchema } from './intake.ts';
import { messageSchema } from './message.ts';
import { residencyFactSchema } from './picture.ts';

/** `diagnosis.json` of a bundle, which the CLI also prints with --json. */
export const evidenceDocumentSchema = diagnosisSchema.extend({
  /** What the person says of the Data residency page. */
  residency: residencySchema,
  residencyFacts: z.array(residencyFactSchema),
  pictures: z.array(z.strictObject({ path: z.string(), caption: z.string() })),
  appVersion: z.string(),
  /** The name by which people speak of the check; missing in documents of before. */
  caseId: z.string().optional(),
  /** What the customer answered; missing in documents of before. */
  intake: intakeSchema.optional(),
  /** Who supports the customer, and the product that uses Xray, as the texts name them; missing in documents of before. */
  support: z.strictObject({ name: z.string(), product: z.string().nullable() }).optional(),
});
export type EvidenceDocument = z.infer<typeof evidenceDocumentSchema>;

/** What `verifyBundle` found in a file. */
export const verifiedBundleSchema = z.strictObject({
  state: z.enum(['sound', 'tampered', 'not-a-bundle']),
  /** Empty for a sound bundle. */
  problems: z.array(messageSchema),
  /** Null when it cannot be read. */
  document: evidenceDocumentSchema.nullable(),
  files: z.array(evidenceFileSchema),
});
export type VerifiedBundle = z.infer<typeof verifiedBundleSchema>;
