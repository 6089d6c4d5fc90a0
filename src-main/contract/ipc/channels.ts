import * as z from 'zod';

import {
  caseIdSchema,
  caseKeptSchema,
  caseRowSchema,
  caseStateSchema,
  checkItemSchema,
  keepCaseSchema,
  partIdSchema,
  runComparisonSchema,
  shownCaseSchema,
  waitingMinutesSchema,
  waitingSchema,
} from '../case.ts';
import type { EventName, InvokeName } from './channel-names.ts';
import { connectionFormSchema, connectionShownSchema } from '../input/connection-schema.ts';
import { diagnosisSchema, progressSchema } from '../diagnosis.ts';
import {
  evidenceChoicesSchema,
  evidencePreviewSchema,
  savedBundleSchema,
  transcriptSchema,
} from '../evidence.ts';
import type { Result } from '../failure.ts';
import { STARTUP_CHANNELS } from './startup-channels.ts';
import { externalPageSchema } from './pages.ts';
import { allowedCommandsSchema, menuCommandSchema } from './menu.ts';
import {
  addedPictureSchema,
  bytesSchema,
  captureSourcesSchema,
  heldPictureSchema,
  MAX_PICTURES,
  pictureEditSchema,
  pictureWaySchema,
  residencyCommandSchema,
  residencyPageSchema,
  takenPageSchema,
} from '../picture.ts';
import { planSchema, siteHintsSchema } from '../plan.ts';
import { MAX_LINKS, profileOpeningSchema, shownSupportSchema } from '../profile.ts';
import { languageChoiceSchema } from '../settings.ts';
import { MAX_BUNDLE, MAX_BITMAP_BYTES } from '../values.ts';
import { verifiedBundleSchema } from '../verification.ts';

const nothing = z.null();
const pictureId = z.string().max(64);
const heldPicturesSchema = z.array(heldPictureSchema).max(MAX_PICTURES);

/** Both sites as they were typed. */
const typedSitesSchema = connectionFormSchema.pick({ jiraSite: true, confluenceSite: true });

/** The end of a run: the redacted diagnosis, and each call as it will stand in the bundle. */
export const checkResultSchema = z.strictObject({
  diagnosis: diagnosisSchema,
  transcripts: z.array(transcriptSchema),
});
export type CheckResult = z.infer<typeof checkResultSchema>;

/** What the window was told of a run: its steps, its calls, and the diagnosis once the verdict stood. */
export const runAsToldSchema = z.strictObject({
  progress: z.array(progressSchema),
  transcripts: z.array(transcriptSchema),
  diagnosis: diagnosisSchema.nullable(),
  /** What the person had chosen for the evidence when it began. */
  choices: evidenceChoicesSchema.nullable(),
});
export type RunAsTold = z.infer<typeof runAsToldSchema>;
/** A kept case that is open, and its latest run as a check would have given it; null when that cannot be read any more. */
export const openedCaseSchema = z.strictObject({
  kept: shownCaseSchema,
  latest: checkResultSchema.nullable(),
});
export type OpenedCase = z.infer<typeof openedCaseSchema>;

const caseId = z.strictObject({ id: caseIdSchema });

/** The one table of what crosses IPC: for each request its input and what it returns inside a Result envelope. */
export const CHANNELS = {
  ...STARTUP_CHANNELS,
  /** Remembers the language, and says the menus in it. */
  chooseLanguage: { input: z.strictObject({ language: languageChoiceSchema }), output: nothing },
  /** What the window may show of a connection that the main process still holds; null if it holds none. */
  connectionView: { input: nothing, output: connectionShownSchema.nullable() },
  /** Asks Atlassian, anonymously, whether the sites exist and belong together. */
  lookUpSites: { input: typedSitesSchema, output: siteHintsSchema },
  /** Every request that a run would make; none of them is made. */
  plannedRequests: { input: typedSitesSchema, output: planSchema },
  /** Ends when the run has ended; what is found comes as events meanwhile. */
  startDiagnosis: {
    // What was chosen for the evidence is kept for a page that takes the run over.
    input: connectionFormSchema.extend({ choices: evidenceChoicesSchema.optional() }),
    output: checkResultSchema,
  },
  cancelDiagnosis: { input: nothing, output: nothing },
  /** For a page that begins anew: what it would know of the open case's run; null when there was none. */
  currentRun: { input: nothing, output: runAsToldSchema.nullable() },
  /** Ends with the run that goes on, as `startDiagnosis` does, or at once with the last one. */
  followDiagnosis: { input: nothing, output: checkResultSchema },
  addPicture: {
    input: z.strictObject({
      // One byte more than is taken, so that a file that is too large gets a sentence of its own.
      bytes: bytesSchema.refine((bytes) => bytes.length <= MAX_BITMAP_BYTES + 1),
      way: pictureWaySchema.extract(['paste', 'drop', 'choose']),
    }),
    output: addedPictureSchema,
  },
  pictureBytes: { input: z.strictObject({ id: pictureId }), output: bytesSchema },
  heldPictures: { input: nothing, output: heldPicturesSchema },
  editPicture: {
    input: z.strictObject({ id: pictureId, edit: pictureEditSchema }),
    output: heldPicturesSchema,
  },
  removePicture: { input: z.strictObject({ id: pictureId }), output: heldPicturesSchema },
  movePicture: {
    input: z.strictObject({ id: pictureId, to: z.number().int().min(0).max(MAX_PICTURES) }),
    output: heldPicturesSchema,
  },
  listCaptureSources: { input: nothing, output: captureSourcesSchema },
  /** `id` is null where the system chooses. */
  captureSource: {
    input: z.strictObject({ id: z.string().max(200).nullable() }),
    output: addedPictureSchema,
  },
  openResidencyPage: { input: nothing, output: nothing },
  commandResidencyPage: { input: z.strictObject({ command: residencyCommandSchema }), output: nothing },
  takeResidencyPage: {
    input: z.strictObject({ part: z.enum(['visible', 'whole']) }),
    output: takenPageSchema,
  },
  openAdminPage: { input: nothing, output: nothing },
  /** Opens a page of a closed list in the person's own browser. */
  openExternalPage: { input: z.strictObject({ page: externalPageSchema }), output: nothing },
  copyText: { input: z.strictObject({ text: z.string().max(4000) }), output: nothing },
  previewEvidence: { input: evidenceChoicesSchema, output: evidencePreviewSchema },
  /** Null when the person closed the folder dialog. */
  saveEvidence: {
    input: z.strictObject({ previewId: z.string(), where: z.enum(['downloads', 'choose']) }),
    output: savedBundleSchema.nullable(),
  },
  /** Looks at a file that is said to be a bundle; nothing of it is executed or kept. */
  verifyEvidence: {
    input: z.strictObject({ bytes: bytesSchema.refine((bytes) => bytes.length <= MAX_BUNDLE + 1) }),
    output: verifiedBundleSchema,
  },
  /** The file that the app was started with, or that was handed to it later, looked at; null if there is none. Given once. */
  pendingEvidenceFile: { input: nothing, output: verifiedBundleSchema.nullable() },
  showInFolder: { input: z.strictObject({ bundleId: z.string() }), output: nothing },
  openDraft: { input: z.strictObject({ bundleId: z.string() }), output: nothing },
  /** Puts the file on the clipboard and opens a new mail with address, subject and text. */
  mailWithFile: { input: z.strictObject({ bundleId: z.string() }), output: nothing },
  /** Puts the file on the clipboard. */
  copyFile: { input: z.strictObject({ bundleId: z.string() }), output: nothing },
  /** Begins to drag the file out of the window. */
  dragFile: { input: z.strictObject({ bundleId: z.string() }), output: nothing },
  /** Opens the system's menu to share the file; macOS only. */
  shareFile: { input: z.strictObject({ bundleId: z.string() }), output: nothing },
  copyMailText: {
    input: z.strictObject({ bundleId: z.string(), what: z.enum(['address', 'subject', 'body']) }),
    output: nothing,
  },
  /** Tells which commands of the menu would lose nothing now. */
  menuAllows: { input: allowedCommandsSchema, output: nothing },
  /** Ends waiting; drops every secret, the diagnosis and what was prepared from it. What was kept stays kept. */
  leaveCase: { input: nothing, output: nothing },
  /** Keeps the diagnosis with its pictures, or what has changed in the case that is open. */
  keepCase: { input: keepCaseSchema, output: shownCaseSchema },
  listCases: { input: nothing, output: z.array(caseRowSchema) },
  /** Leaves what is open and opens a kept case. Its keys are not kept; they are asked for when it is checked again. */
  openCase: { input: caseId, output: openedCaseSchema },
  /** The kept case that is open; null if none is. */
  openedCase: { input: nothing, output: openedCaseSchema.nullable() },
  renameCase: { input: caseId.extend({ name: z.string().max(4000) }), output: shownCaseSchema },
  /** Deletes a case for good. Returns the list without it. */
  deleteCase: { input: caseId, output: z.array(caseRowSchema) },
  setCaseState: { input: caseId.extend({ state: caseStateSchema }), output: shownCaseSchema },
  tickCaseItem: {
    input: caseId.extend({ item: checkItemSchema, isTicked: z.boolean() }),
    output: shownCaseSchema,
  },
  /** One run of a case, as the check gave it. */
  caseRun: { input: caseId.extend({ runId: partIdSchema }), output: checkResultSchema },
  /** Two runs of a case beside each other. */
  compareRuns: {
    input: caseId.extend({ before: partIdSchema, after: partIdSchema }),
    output: runComparisonSchema,
  },
  /** Checks the open case by itself from now on, until `stopWaiting`; the keys stay in memory only that long. */
  startWaiting: { input: z.strictObject({ minutes: waitingMinutesSchema }), output: waitingSchema },
  /** Ends it and drops the keys. */
  stopWaiting: { input: nothing, output: waitingSchema },
  waitingShown: { input: nothing, output: waitingSchema },
  /** Asks for a file; null when the person closed the dialog. */
  openSupportProfile: { input: nothing, output: profileOpeningSchema.nullable() },
  removeSupportProfile: { input: nothing, output: shownSupportSchema },
  /** Opens one of support's pages in the person's browser. */
  openSupportLink: {
    input: z.strictObject({
      index: z
        .number()
        .int()
        .min(0)
        .max(MAX_LINKS - 1),
    }),
    output: nothing,
  },
} satisfies Record<InvokeName, { input: z.ZodType; output: z.ZodType }>;

export const EVENTS = {
  progress: progressSchema,
  /** A call has ended; a later one of the same path takes its place. */
  transcript: transcriptSchema,
  /** The verdict stands, and the hosts are still compared. */
  partialDiagnosis: diagnosisSchema,
  residencyPage: residencyPageSchema,
  /** There is an evidence file to ask for. */
  evidenceWaiting: nothing,
  /** An entry of the menu was chosen. For `open-file` the file is asked for by `pendingEvidenceFile`. */
  menuCommand: menuCommandSchema,
  /** Something was written into the open case, or could not be, without the window having asked for it. */
  caseKept: caseKeptSchema,
  waiting: waitingSchema,
} satisfies Record<EventName, z.ZodType>;

export type ChannelInput<N extends InvokeName> = z.infer<(typeof CHANNELS)[N]['input']>;
export type ChannelOutput<N extends InvokeName> = z.infer<(typeof CHANNELS)[N]['output']>;
export type EventValue<N extends EventName> = z.infer<(typeof EVENTS)[N]>;

/** What the main process offers, one function a channel; the same shape is registered and tested. */
export type Services = {
  readonly [N in InvokeName]: (input: ChannelInput<N>) => Promise<Result<ChannelOutput<N>>>;
};

/** The object that the preload puts on `window`: one function a request, one subscription an event. */
export type Bridge = {
  readonly [N in InvokeName]: (input: ChannelInput<N>) => Promise<Result<ChannelOutput<N>>>;
} & {
  /** Calls `listener` for every event; returns the function that stops it. */
  readonly [N in EventName as `on${Capitalize<N>}`]: (listener: (value: EventValue<N>) => void) => () => void;
};
