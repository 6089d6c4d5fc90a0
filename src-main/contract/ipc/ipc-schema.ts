import * as z from 'zod';

import {
  caseIdSchema,
  caseKeptSchema,
  caseRowSchema,
  keepCaseSchema,
  readableRowSchema,
  shownCaseSchema,
  waitingMinutesSchema,
  waitingSchema,
} from '../case.ts';
import { checkResultSchema, openedCaseSchema, runSnapshotSchema } from '../check-result.ts';
import { connectionFormSchema, connectionShownSchema } from '../input/connection-schema.ts';
import { diagnosisSchema, progressSchema } from '../diagnosis.ts';
import {
  evidenceChoicesSchema,
  evidencePreviewSchema,
  savedBundleSchema,
  sendWaySchema,
  transcriptSchema,
} from '../report/evidence.ts';
import { contactSchema } from '../report/intake.ts';
import type { Result } from '../failure.ts';
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
import { MAX_LINKS, profileOpeningSchema, shownSupportSchema } from '../support/support-profile.ts';
import { languageChoiceSchema } from '../settings.ts';
import {
  MAX_ARRIVAL,
  MAX_ARRIVAL_NAME,
  MAX_BITMAP_BYTES,
  MAX_COPIED_TEXT,
  MAX_PROFILE_BYTES,
} from '../values.ts';
import { arrivedBundleSchema } from '../report/verification.ts';
import { call, event } from './call.ts';
import type { Call, Event } from './call.ts';
import { allowedCommandsSchema, menuCommandSchema, menuPlaceSchema } from './menu.ts';
import { pageRequestSchema } from './pages.ts';
import { windowFrameSchema } from './window-frame.ts';

const nothing = z.null();
const pictureId = z.strictObject({ id: z.string().max(64) });
const pictures = z.array(heldPictureSchema).max(MAX_PICTURES).readonly();
const typedSites = connectionFormSchema.pick({ jiraSite: true, confluenceSite: true });
const bundleId = z.strictObject({ bundleId: z.string() });
const caseId = z.strictObject({ id: caseIdSchema });

export const appFactsSchema = z.strictObject({
  version: z.string(),
  electron: z.string(),
  platform: z.enum(['linux', 'darwin', 'win32']),
  packaged: z.boolean(),
  /** Missing: `own`. */
  frame: windowFrameSchema.optional(),
  /** Whether the pseudo-language stands in the list of languages; missing: no. */
  hasPseudo: z.boolean().optional(),
});
export type AppFacts = z.infer<typeof appFactsSchema>;

/** Takes one byte more than the limit, so that a file that is too large gets a sentence of its own. */
const fileOf = (maxBytes: number) => bytesSchema.refine((bytes) => bytes.length <= maxBytes + 1);

/**
 * Everything that crosses IPC. From this declaration come the names of the channels (`evidence:save`), the preload's bridge
 * (`bridge.evidence.save`), its registration, and the types of those who ask and answer. The answers of a group are in
 * `src-main/session/services/<group>-service.ts`.
 */
export const ipcSchema = {
  app: {
    /** This, the language, the support contact and `cases.count` are what the page asks for before it draws anything. */
    facts: call(nothing, appFactsSchema),
    language: call(nothing, z.strictObject({ language: languageChoiceSchema })),
    /** Remembers the language, also for the menus. */
    chooseLanguage: call(z.strictObject({ language: languageChoiceSchema }), nothing),
    /** Opens a page of a closed list, or its place on the person's site, in their own browser. */
    openPage: call(pageRequestSchema, nothing),
    copyText: call(z.strictObject({ text: z.string().max(MAX_COPIED_TEXT) }), nothing),
    /** Opens the app's menu below a button of the page, where the window's frame shows no menu bar. */
    openMenu: call(menuPlaceSchema, nothing),
    /** The commands of the menu that would lose nothing now. */
    allowCommands: call(allowedCommandsSchema, nothing),
    /** An entry of the menu was chosen. For `open-file` the files are asked for by `evidence.takePending`. */
    onMenuCommand: event(menuCommandSchema),
  },
  support: {
    /** Who helps, and who said so. */
    profile: call(nothing, shownSupportSchema),
    /** Asks for a file; null when the person closed the dialog. */
    openProfile: call(nothing, profileOpeningSchema.nullable()),
    /** Asks about one that was dropped onto the window; null when the person said no. */
    openDropped: call(z.strictObject({ bytes: fileOf(MAX_PROFILE_BYTES) }), profileOpeningSchema.nullable()),
    removeProfile: call(nothing, shownSupportSchema),
    /** Opens one of support's pages in the person's browser. */
    openLink: call(
      z.strictObject({
        index: z
          .int()
          .min(0)
          .max(MAX_LINKS - 1),
      }),
      nothing,
    ),
  },
  diagnosis: {
    /** What the window may show of the connection that is held; null if there is none. */
    connection: call(nothing, connectionShownSchema.nullable()),
    /** Asks Atlassian, anonymously, whether the sites exist and belong together. */
    lookUpSites: call(typedSites, siteHintsSchema),
    /** Every request that a run would make; none of them is made. */
    plan: call(typedSites, planSchema),
    /** Resolves when the run has ended; what is found comes as events meanwhile. */
    start: call(
      // What was chosen for the evidence is kept for a page that is reloaded.
      connectionFormSchema.extend({ choices: evidenceChoicesSchema.optional() }),
      checkResultSchema,
    ),
    cancel: call(nothing, nothing),
    /** What was published of the run so far; null when there was none. */
    snapshot: call(nothing, runSnapshotSchema.nullable()),
    /** Resolves with the run that goes on, as `start` does, or at once with the last one. */
    follow: call(nothing, checkResultSchema),
    onProgress: event(progressSchema),
    /** A call has ended; a later one of the same path takes its place. */
    onTranscript: event(transcriptSchema),
    /** The verdict stands, and the hosts are still compared. */
    onVerdict: event(diagnosisSchema),
  },
  pictures: {
    add: call(
      z.strictObject({
        bytes: fileOf(MAX_BITMAP_BYTES),
        way: pictureWaySchema.extract(['paste', 'drop', 'choose']),
      }),
      addedPictureSchema,
    ),
    bytes: call(pictureId, bytesSchema),
    list: call(nothing, pictures),
    edit: call(pictureId.extend({ edit: pictureEditSchema }), pictures),
    remove: call(pictureId, pictures),
    listSources: call(nothing, captureSourcesSchema),
    /** `id` is null where the system chooses. */
    capture: call(z.strictObject({ id: z.string().max(200).nullable() }), addedPictureSchema),
  },
  residencyPage: {
    open: call(nothing, nothing),
    command: call(z.strictObject({ command: residencyCommandSchema }), nothing),
    /** Takes a picture of the page, and what it says. */
    take: call(z.strictObject({ part: z.enum(['visible', 'whole']) }), takenPageSchema),
    onState: event(residencyPageSchema),
  },
  evidence: {
    preview: call(evidenceChoicesSchema, evidencePreviewSchema),
    /** Whom support may answer, as it was remembered when a report was last saved; empty for nobody. */
    contact: call(nothing, contactSchema),
    /** The name of the folder into which `save` with `usual` would write now. */
    folder: call(nothing, z.strictObject({ folderName: z.string() })),
    /** Saves into the folder that was chosen last, else Downloads. Null when the person closed the folder dialog. */
    save: call(
      z.strictObject({ previewId: z.string(), where: z.enum(['usual', 'choose']) }),
      savedBundleSchema.nullable(),
    ),
    /** The surest way to send on this computer. */
    sendWay: call(nothing, z.strictObject({ way: sendWaySchema })),
    /** Inspects what a customer sent: one result for each bundle in it, at least one. Nothing of it is executed or kept. */
    verify: call(
      z.strictObject({ name: z.string().max(MAX_ARRIVAL_NAME), bytes: fileOf(MAX_ARRIVAL) }),
      z.array(arrivedBundleSchema),
    ),
    /** The names of the files that the app was started with or handed later, or that were chosen in the menu. Given once. */
    takePending: call(nothing, z.array(z.string())),
    /** Inspects one of the files of which `takePending` gave the names last. */
    verifyTaken: call(z.strictObject({ at: z.int().min(0) }), z.array(arrivedBundleSchema)),
    /** There are files for `takePending`. */
    onPending: event(nothing),
    showInFolder: call(bundleId, nothing),
    openDraft: call(bundleId, nothing),
    /** Puts the file on the clipboard and opens a new mail with address, subject and text. */
    mail: call(bundleId, nothing),
    /** Puts the file on the clipboard. */
    copyFile: call(bundleId, nothing),
    /** Begins to drag the file out of the window. */
    drag: call(bundleId, nothing),
    /** Opens the system's menu to share the file; macOS only. */
    share: call(bundleId, nothing),
    copyMailText: call(bundleId.extend({ what: z.enum(['address', 'subject', 'body']) }), nothing),
  },
  cases: {
    /** Writes what the person has stated into the open case; a check is kept by itself. */
    keep: call(keepCaseSchema, shownCaseSchema),
    list: call(nothing, z.array(caseRowSchema)),
    /** How many cases are kept, without reading them. */
    count: call(nothing, z.int().min(0)),
    /** The readable case that changed last; null if there is none. */
    newest: call(nothing, readableRowSchema.nullable()),
    /** Leaves what is open and opens a kept case. Its keys are not kept; they are asked for when it is checked again. */
    open: call(caseId, openedCaseSchema),
    /** The kept case that is open; null if none is. */
    current: call(nothing, openedCaseSchema.nullable()),
    /** Deletes a case for good; with the open one goes all that `leave` drops. Returns the list without it. */
    remove: call(caseId, z.array(caseRowSchema)),
    /** Ends the re-check; drops every secret, the diagnosis and what was prepared from it. What was kept stays kept. */
    leave: call(nothing, nothing),
    /** Something was written into the open case, or could not be, without the window having asked for it. */
    onKept: event(caseKeptSchema),
  },
  recheck: {
    /** Checks the open case by itself from now on, until `stop`; the keys stay in memory only that long. */
    start: call(z.strictObject({ minutes: waitingMinutesSchema }), waitingSchema),
    /** Ends it and drops the keys. */
    stop: call(nothing, waitingSchema),
    state: call(nothing, waitingSchema),
    onState: event(waitingSchema),
  },
};

export type IpcSchema = typeof ipcSchema;
type Group = keyof IpcSchema;

type ChannelOf<K extends 'call' | 'event'> = {
  [G in Group]: {
    [N in keyof IpcSchema[G] & string]: IpcSchema[G][N] extends { kind: K } ? `${G}:${N}` : never;
  }[keyof IpcSchema[G] & string];
}[Group];
/** The channels on which the window asks, such as `evidence:save`. */
export type CallChannel = ChannelOf<'call'>;
/** The channels on which the main process tells something. */
export type EventChannel = ChannelOf<'event'>;

type EventAt<C extends EventChannel> = C extends `${infer G extends Group}:${infer N}`
  ? IpcSchema[G][N & keyof IpcSchema[G]]
  : never;
export type EventValue<C extends EventChannel> = EventAt<C> extends Event<infer V> ? z.infer<V> : never;

type BridgeFunction<C> =
  C extends Call<infer I, infer O>
    ? (input: z.infer<I>) => Promise<Result<z.infer<O>>>
    : C extends Event<infer V>
      ? (listener: (value: z.infer<V>) => void) => () => void
      : never;

/** The object that the preload puts on `window`. A subscription returns the function that ends it. */
export type Bridge = {
  readonly [G in Group]: { readonly [N in keyof IpcSchema[G]]: BridgeFunction<IpcSchema[G][N]> };
};
