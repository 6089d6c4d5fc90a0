import * as z from 'zod';

import type { EventName, InvokeName } from './channel-names.ts';
import { connectionFormSchema, connectionShownSchema } from './connection.ts';
import { diagnosisSchema, progressSchema } from './diagnosis.ts';
import {
  evidenceChoicesSchema,
  evidencePreviewSchema,
  savedBundleSchema,
  transcriptSchema,
} from './evidence.ts';
import type { Result } from './failure.ts';
import {
  addedPictureSchema,
  bytesSchema,
  captureSourcesSchema,
  heldPictureSchema,
  MOST_PICTURE_BYTES,
  MOST_PICTURES,
  pictureEditSchema,
  pictureWaySchema,
  residencyCommandSchema,
  residencyPageSchema,
  takenPageSchema,
} from './picture.ts';
import { planSchema, siteHintsSchema } from './plan.ts';
import { LARGEST_BUNDLE, verifiedBundleSchema } from './verification.ts';

const nothing = z.null();
const pictureId = z.string().max(64);
const heldPicturesSchema = z.array(heldPictureSchema).max(MOST_PICTURES);

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
});
export type RunAsTold = z.infer<typeof runAsToldSchema>;

export const appFactsSchema = z.strictObject({
  version: z.string(),
  electron: z.string(),
  platform: z.enum(['linux', 'darwin', 'win32']),
  packaged: z.boolean(),
});

/** The one table of what crosses IPC: for each request its input and what it gives inside a Result envelope. */
export const CHANNELS = {
  appFacts: { input: nothing, output: appFactsSchema },
  /** What the window may show of a connection that the main process still holds; null if it holds none. */
  connectionShown: { input: nothing, output: connectionShownSchema.nullable() },
  /** Asks Atlassian, anonymously, whether the sites exist and belong together. */
  lookUpSites: { input: typedSitesSchema, output: siteHintsSchema },
  /** Every request that a run would make; none of them is made. */
  plannedRequests: { input: typedSitesSchema, output: planSchema },
  /** Ends when the run has ended; what is found comes as events meanwhile. */
  startDiagnosis: { input: connectionFormSchema, output: checkResultSchema },
  cancelDiagnosis: { input: nothing, output: nothing },
  /** For a page that begins anew: what it would know of the open case's run; null when there was none. */
  currentRun: { input: nothing, output: runAsToldSchema.nullable() },
  /** Ends with the run that goes on, as `startDiagnosis` does, or at once with the last one. */
  followDiagnosis: { input: nothing, output: checkResultSchema },
  addPicture: {
    input: z.strictObject({
      // One byte more than is taken, so that a file that is too large gets a sentence of its own.
      bytes: bytesSchema.refine((bytes) => bytes.length <= MOST_PICTURE_BYTES + 1),
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
    input: z.strictObject({ id: pictureId, to: z.number().int().min(0).max(MOST_PICTURES) }),
    output: heldPicturesSchema,
  },
  listCaptureSources: { input: nothing, output: captureSourcesSchema },
  captureSource: { input: z.strictObject({ id: z.string().max(200) }), output: addedPictureSchema },
  openResidencyPage: { input: nothing, output: nothing },
  commandResidencyPage: { input: z.strictObject({ command: residencyCommandSchema }), output: nothing },
  takeResidencyPage: {
    input: z.strictObject({ part: z.enum(['visible', 'whole']) }),
    output: takenPageSchema,
  },
  openAdminPage: { input: nothing, output: nothing },
  copyText: { input: z.strictObject({ text: z.string().max(4000) }), output: nothing },
  previewEvidence: { input: evidenceChoicesSchema, output: evidencePreviewSchema },
  /** Null when the person closed the folder dialog. */
  saveEvidence: {
    input: z.strictObject({ previewId: z.string(), where: z.enum(['downloads', 'choose']) }),
    output: savedBundleSchema.nullable(),
  },
  /** Looks at a file that is said to be a bundle; nothing of it is executed or kept. */
  verifyEvidence: {
    input: z.strictObject({ bytes: bytesSchema.refine((bytes) => bytes.length <= LARGEST_BUNDLE + 1) }),
    output: verifiedBundleSchema,
  },
  /** The file that the app was started with, or that was handed to it later, looked at; null if there is none. Given once. */
  evidenceToOpen: { input: nothing, output: verifiedBundleSchema.nullable() },
  showInFolder: { input: z.strictObject({ bundleId: z.string() }), output: nothing },
  openDraft: { input: z.strictObject({ bundleId: z.string() }), output: nothing },
  /** Puts the file on the clipboard and opens a new mail with address, subject and text. */
  mailWithFile: { input: z.strictObject({ bundleId: z.string() }), output: nothing },
  /** Begins to drag the file out of the window. */
  dragFile: { input: z.strictObject({ bundleId: z.string() }), output: nothing },
  /** Opens the system's menu to share the file; macOS only. */
  shareFile: { input: z.strictObject({ bundleId: z.string() }), output: nothing },
  copyMailText: {
    input: z.strictObject({ bundleId: z.string(), what: z.enum(['address', 'subject', 'body']) }),
    output: nothing,
  },
  /** Drops every secret, the diagnosis and what was prepared from it. */
  leaveCase: { input: nothing, output: nothing },
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
  /** Calls `listener` for every event; gives the function that stops it. */
  readonly [N in EventName as `on${Capitalize<N>}`]: (listener: (value: EventValue<N>) => void) => () => void;
};
