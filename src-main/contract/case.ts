import * as z from 'zod';

import { siteNameSchema } from './input/connection-schema.ts';
import { askedHostSchema, hostIdSchema, residencySchema, verdictKindSchema } from './diagnosis.ts';
import { mailTextSchema, savedBundleSchema } from './report/evidence.ts';
import { keptIntakeSchema } from './report/intake.ts';
import { messageSchema } from './message.ts';
import { MAX_PICTURES, residencyFactSchema } from './picture.ts';
import { MAX_CASE_NAME_LENGTH, MAX_NOTE_LENGTH } from './values.ts';

/** The version of `case.json` that this app writes. */
export const CASE_VERSION = 1;
/** How many runs a case keeps; the first one stays whatever comes. */
export const MAX_RUNS = 50;
/** How many bundles of a case are remembered. */
export const MAX_BUNDLES = 50;
/** How many cases are kept side by side. */
export const MAX_CASES = 500;

/** Random; also the name of the case's folder. */
export const caseIdSchema = z.string().regex(/^[0-9a-f]{32}$/u);
export type CaseId = z.infer<typeof caseIdSchema>;

/** Random; names what belongs to a case: a run, a picture, a bundle. */
export const partIdSchema = z.string().regex(/^[0-9a-f]{16}$/u);

/** How far a case has come, by what the app saw: a check, a saved bundle, a way to send it that worked. */
export const caseStateSchema = z.enum([
  'checked',
  'mail-ready',
  'waiting-for-answer',
  'waiting-for-xray',
  'waiting-for-migration',
  'solved',
]);
export type CaseState = z.infer<typeof caseStateSchema>;

/** What is not to be seen or turns the writing direction, so that one name could look like another. The two joiners stay: scripts and emoji need them. */
const INVISIBLE = /(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Co}\p{Zl}\p{Zp}]/gu;
const VISIBLE = /[^\s\u200c\u200d]/u;

/**
 * A name as it was typed, made fit to be shown: on one line, without what cannot be seen, at most 80 characters. Gives
 * `fallback` when nothing is left.
 */
export function cleanCaseName(typed: string, fallback: string): string {
  const seen = typed.toWellFormed().replace(/\s+/gu, ' ').replaceAll(INVISIBLE, '').normalize('NFC');
  const line = seen.replace(/ +/gu, ' ').trim();
  const name = Array.from(line).slice(0, MAX_CASE_NAME_LENGTH).join('').trim();
  return VISIBLE.test(name) ? name : fallback;
}

const time = z.iso.datetime();

/** The verdict without its words. */
export const verdictIdSchema = z.strictObject({ kind: verdictKindSchema, rule: z.string().max(200) });
export type VerdictId = z.infer<typeof verdictIdSchema>;

/** What a list and a comparison need of a run; the redacted diagnosis itself lies beside it, under the run's id. */
export const caseRunSchema = z.strictObject({
  id: partIdSchema,
  checkedAt: time,
  verdict: verdictIdSchema,
  hosts: z.array(askedHostSchema).max(40),
});
export type CaseRun = z.infer<typeof caseRunSchema>;

/** A picture as it left, masked; its PNG lies beside the case under the picture's id. */
const casePictureSchema = z.strictObject({ id: partIdSchema, caption: z.string().max(200) });

/** A saved bundle's own name, of before too, and no other file's: what stands here is opened and handed over later. */
const BUNDLE_PATH = /[\\/]xray-(?:report|evidence)-[a-z0-9-]+-\d{8}T\d{4}Z(?:-\d{1,2})?\.zip$/iu;

/** A bundle that was saved. The path never leaves the main process; the mail draft lies beside it under the same name. */
const caseBundleSchema = z.strictObject({
  id: partIdSchema,
  zipPath: z.string().max(4096).regex(BUNDLE_PATH),
  sha256: z.string().regex(/^[0-9a-f]{64}$/u),
  bytes: z.int().nonnegative(),
  savedAt: time,
  mail: mailTextSchema,
});
export type CaseBundle = z.infer<typeof caseBundleSchema>;

/** One point of a checklist, by the name that the window of an earlier version gave it. */
const checkItemSchema = z.string().regex(/^[a-z0-9][a-z0-9.-]{0,63}$/u);

/** `case.json`: a diagnosis that is kept, without any secret. */
export const keptCaseSchema = z.strictObject({
  schemaVersion: z.literal(CASE_VERSION),
  id: caseIdSchema,
  /** To be shown through `cleanCaseName` only: a file may hold anything. */
  name: z.string().min(1).max(1000),
  sites: z.strictObject({ jira: siteNameSchema, confluence: siteNameSchema }),
  /** Shortened, as it stands in the redacted diagnosis. */
  clientId: z.string().max(200),
  createdAt: time,
  updatedAt: time,
  state: caseStateSchema,
  /** What the person says of the Data residency page. */
  residency: residencySchema,
  residencyFacts: z.array(residencyFactSchema).max(3),
  /** What the person writes to support; missing in a case that was kept before there was one. */
  note: z.string().max(MAX_NOTE_LENGTH).optional(),
  /** What the person answered of the intake; missing in a case that was kept before there was one. */
  intake: keptIntakeSchema.optional(),
  /** Only read, in a case of before: nothing writes it any more. */
  ticked: z.array(checkItemSchema).max(100).optional(),
  /** In the order in which they were made; never empty. */
  runs: z.array(caseRunSchema).min(1).max(MAX_RUNS),
  /** Only in a case of before: pictures are kept in the saved bundles alone. */
  pictures: z.array(casePictureSchema).max(MAX_PICTURES),
  /** The newest last. */
  bundles: z.array(caseBundleSchema).max(MAX_BUNDLES),
});
/** A case without what is only read of before. */
export type KeptCase = Omit<z.infer<typeof keptCaseSchema>, 'ticked'>;

/** A case that can be opened, as a list shows it. */
export const readableRowSchema = z.strictObject({
  kind: z.literal('case'),
  id: caseIdSchema,
  name: z.string(),
  site: siteNameSchema,
  createdAt: z.string(),
  updatedAt: z.string(),
  checkedAt: z.string(),
  /** Of the latest run. */
  verdict: verdictIdSchema,
  state: caseStateSchema,
  runs: z.int().positive(),
});
export type ReadableRow = z.infer<typeof readableRowSchema>;

/** One line of the list of cases. */
export const caseRowSchema = z.discriminatedUnion('kind', [
  readableRowSchema,
  /** It cannot be read any more; it can be deleted. */
  z.strictObject({
    kind: z.literal('damaged'),
    damaged: z.literal(true),
    id: caseIdSchema,
    reason: messageSchema,
  }),
  /** A newer version of this app made it; it is left as it is, and can be deleted. */
  z.strictObject({ kind: z.literal('newer'), id: caseIdSchema, name: z.string().nullable() }),
]);
export type CaseRow = z.infer<typeof caseRowSchema>;

/** Whether something is nearer to working than before. `different`: it changed, and neither can be said. */
export const changeSchema = z.enum(['better', 'worse', 'same', 'different']);
export type Change = z.infer<typeof changeSchema>;

const hostSideSchema = askedHostSchema.pick({ tookKeys: true, behaviour: true });

/** What one host did before and after; null where it was not asked. */
const hostChangeSchema = z.strictObject({
  id: hostIdSchema,
  name: askedHostSchema.shape.name,
  before: hostSideSchema.nullable(),
  after: hostSideSchema.nullable(),
  change: changeSchema,
});
export type HostChange = z.infer<typeof hostChangeSchema>;

const verdictSideSchema = z.strictObject({ checkedAt: z.string(), verdict: verdictIdSchema });

/** Two runs of a case beside each other. */
export const runComparisonSchema = z.strictObject({
  before: verdictSideSchema,
  after: verdictSideSchema,
  /** Of the verdict. */
  change: changeSchema,
  /** In the order of the later run; hosts that only the earlier one asked come last. */
  hosts: z.array(hostChangeSchema),
});
export type RunComparison = z.infer<typeof runComparisonSchema>;

/** A bundle of a case as the window may know it; its `bundleId` serves every way to send it. */
export const shownBundleSchema = savedBundleSchema.extend({
  savedAt: z.string(),
  /** False when it was moved or deleted meanwhile. */
  isThere: z.boolean(),
});

/** A case as the window shows it. */
export const shownCaseSchema = keptCaseSchema
  .omit({ schemaVersion: true, bundles: true, pictures: true, ticked: true })
  .extend({
    /** Empty for what was not answered. */
    intake: keptIntakeSchema,
    bundles: z.array(shownBundleSchema),
    /** How many pictures belong to it; while the case is open they are held like any other picture. */
    pictures: z.int().nonnegative(),
    /** The run that tells most beside the latest one; null as long as there is one only. */
    comparison: runComparisonSchema.nullable(),
  });
export type CaseView = z.infer<typeof shownCaseSchema>;

/** What the person has stated, for the open case. */
export const keepCaseSchema = z.strictObject({
  residency: residencySchema,
  facts: z.array(residencyFactSchema).max(3),
  note: z.string().max(MAX_NOTE_LENGTH),
  intake: keptIntakeSchema,
});
export type KeepCase = z.infer<typeof keepCaseSchema>;

/** Something was written into the open case without the window having asked for it. */
export const caseKeptSchema = z.strictObject({
  /** Null when it could not be kept. */
  kept: shownCaseSchema.nullable(),
  /** A sentence when something could not be kept. */
  problem: messageSchema.nullable(),
});
export type CaseKept = z.infer<typeof caseKeptSchema>;

/** How often the app may check by itself: a quarter of an hour up to a day. */
export const waitingMinutesSchema = z
  .int()
  .min(15)
  .max(24 * 60);

/** Why the last attempt to check told nothing; the next one may. */
export const postponedSchema = z.enum(['offline', 'not-reached', 'asked-to-wait', 'failed']);
export type Postponed = z.infer<typeof postponedSchema>;

/** Why waiting has ended. */
export const waitingEndSchema = z.enum(['stopped', 'healthy', 'keys-refused', 'too-long']);
export type WaitingEnd = z.infer<typeof waitingEndSchema>;

const waitingFacts = {
  minutes: waitingMinutesSchema,
  /** When it ends by itself at the latest. */
  endsAt: z.string(),
  /** Null until a check told something. */
  lastCheckedAt: z.string().nullable(),
  verdict: verdictIdSchema,
  postponed: postponedSchema.nullable(),
};

/** Whether the app checks by itself, as the window shows it. */
export const waitingSchema = z.discriminatedUnion('phase', [
  z.strictObject({ phase: z.literal('off'), ended: waitingEndSchema.nullable() }),
  z.strictObject({ phase: z.literal('waiting'), ...waitingFacts, nextCheckAt: z.string() }),
  z.strictObject({ phase: z.literal('checking'), ...waitingFacts }),
]);
export type Waiting = z.infer<typeof waitingSchema>;
