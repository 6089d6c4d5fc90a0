import * as z from 'zod';

import { FILE_KINDS } from './bundle-files.ts';
import { residencySchema } from '../diagnosis.ts';
import { intakeSchema } from './intake.ts';
import { messageSchema } from '../message.ts';
import { residencyFactSchema } from '../picture.ts';
import { MAX_NOTE_LENGTH, OPTIONAL_PARTS } from '../values.ts';

/** One file of the bundle exactly as it will be written. Text files come whole; a picture comes as a data address. */
export const evidenceFileSchema = z.strictObject({
  path: z.string(),
  bytes: z.int().nonnegative(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/u),
  kind: z.enum(FILE_KINDS),
  text: z.string().nullable(),
  pictureDataUrl: z.string().nullable(),
  /** How many secrets and private details were replaced by tags in this file. */
  removed: z.int().nonnegative(),
});
export type EvidenceFile = z.infer<typeof evidenceFileSchema>;

/** One call at one host, redacted, letter for letter as it will stand in the bundle. */
export const transcriptSchema = z.strictObject({ path: z.string(), text: z.string() });
export type Transcript = z.infer<typeof transcriptSchema>;

const optionalPartSchema = z.enum(OPTIONAL_PARTS);
export type OptionalPart = z.infer<typeof optionalPartSchema>;

/** What the person chooses before the bundle is made. */
export const evidenceChoicesSchema = z.strictObject({
  residency: residencySchema,
  /** What the Data residency page says, as the person confirms it. */
  facts: z.array(residencyFactSchema).max(3),
  /** What the person writes to support; empty for nothing. */
  note: z.string().max(MAX_NOTE_LENGTH),
  intake: intakeSchema,
  /** Parts that are to stay at home. */
  leaveOut: z.array(optionalPartSchema),
  /** Whether pictures are made smaller, so that the file can be mailed. */
  smallerPictures: z.boolean(),
});

export type EvidenceChoices = z.infer<typeof evidenceChoicesSchema>;

export const mailTextSchema = z.strictObject({ to: z.string(), subject: z.string(), body: z.string() });
export type MailText = z.infer<typeof mailTextSchema>;

/** The bundle before it is written. `previewId` names exactly these bytes. */
export const evidencePreviewSchema = z.strictObject({
  previewId: z.string(),
  fileName: z.string(),
  bytes: z.int().nonnegative(),
  files: z.array(evidenceFileSchema),
  removed: z.int().nonnegative(),
  /** What support would like to have and will not find, one sentence each. */
  missing: z.array(messageSchema),
  mail: mailTextSchema,
});
export type EvidencePreview = z.infer<typeof evidencePreviewSchema>;

/** A written bundle. The window learns names only; the path stays in the main process behind `bundleId`. */
export const savedBundleSchema = z.strictObject({
  bundleId: z.string(),
  fileName: z.string(),
  draftName: z.string(),
  folderName: z.string(),
  bytes: z.int().nonnegative(),
  mail: mailTextSchema,
});
export type SavedBundle = z.infer<typeof savedBundleSchema>;

/** The surest way to send on this computer: the draft with the file in it, or a new mail beside the file on the clipboard. */
export const sendWaySchema = z.enum(['draft', 'mail']);
export type SendWay = z.infer<typeof sendWaySchema>;
