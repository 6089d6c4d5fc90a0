import * as z from 'zod';

import {
  askedHostSchema,
  checkSchema,
  diagnosisSchema,
  residencySchema,
  verdictSchema,
} from '../diagnosis.ts';
import { evidenceFileSchema } from './evidence.ts';
import { intakeSchema } from './intake.ts';
import { messageSchema } from '../message.ts';
import { residencyFactSchema } from '../picture.ts';

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

/** What is to be said of a file that a customer sent; of the first six, the last that applies. */
export const ARRIVAL_STATES = [
  'sound',
  /** The same files, packed by another program. */
  'repacked',
  'incomplete',
  'damaged',
  /** Made by a newer version of this app. */
  'newer',
  'changed',
  'cut-off',
  'encrypted',
  'outlook-message',
  'winmail',
  'mail-without-file',
  'web-page',
  'empty',
  'no-evidence',
] as const;
export type ArrivalState = (typeof ARRIVAL_STATES)[number];

/** A host of an arrived bundle, with what its vendor needs to find the last call to it. */
const arrivedHostSchema = z.strictObject({
  host: askedHostSchema,
  /** The answer to that call, as a ticket quotes it; empty if there was none. */
  answer: z.string(),
  /** `name value`, one for each id that came. */
  requestIds: z.array(z.string()),
});

/** What support reads of a bundle's `diagnosis.json`; the exchanges stay in the files. */
const arrivedCaseSchema = z.strictObject({
  caseId: z.string(),
  sites: z.strictObject({ jira: z.string(), confluence: z.string() }),
  /** In UTC, as the documents write it. */
  checkedAt: z.string(),
  verdict: verdictSchema.pick({ kind: true, rule: true, owner: true, sentence: true }),
  /** The verdict's sentence, for a window that speaks another language. */
  sentence: messageSchema.nullable(),
  hosts: z.array(arrivedHostSchema),
  residencyFacts: z.array(residencyFactSchema),
  checks: z.array(checkSchema.pick({ level: true, sentence: true, phrase: true })),
  /** What a document of before has in place of checks, in English. */
  remarks: z.array(z.string()),
  pictureCount: z.int().nonnegative(),
  /** The ticket for Xray or the reply to the customer; null for a check that was stopped. */
  letter: z.strictObject({ kind: z.enum(['ticket', 'reply']), text: z.string() }).nullable(),
  /** What is still to be asked, in English. */
  questions: z.array(z.string()),
  appVersion: z.string(),
  rulesVersion: z.string(),
});
export type ArrivedCase = z.infer<typeof arrivedCaseSchema>;

/** One bundle that a customer sent, or a file in which there is none, as `src-main/desk` inspects it. */
export const arrivedBundleSchema = z.strictObject({
  /** The file's name, and the attachment's behind it. */
  source: z.string(),
  state: z.enum(ARRIVAL_STATES),
  problems: z.array(messageSchema),
  notes: z.array(messageSchema),
  /** The rule of today's rules, where it differs from the one that was written. */
  ruleToday: z.string().nullable(),
  /** Null when `diagnosis.json` is missing or cannot be read. */
  case: arrivedCaseSchema.nullable(),
  files: z.array(evidenceFileSchema),
});
export type ArrivedBundle = z.infer<typeof arrivedBundleSchema>;
