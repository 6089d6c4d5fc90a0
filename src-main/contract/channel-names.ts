/**
 * Names and directions of every IPC channel, without schemas, so that the preload carries no zod.
 * `channels.ts` gives each name its schemas; a type there keeps the two lists equal.
 */
export const INVOKE_CHANNELS = {
  appFacts: 'app:facts',
  connectionShown: 'connection:shown',
  lookUpSites: 'sites:look-up',
  plannedRequests: 'diagnosis:plan',
  startDiagnosis: 'diagnosis:start',
  cancelDiagnosis: 'diagnosis:cancel',
  currentRun: 'diagnosis:current',
  followDiagnosis: 'diagnosis:follow',
  addPicture: 'picture:add',
  pictureBytes: 'picture:bytes',
  heldPictures: 'picture:held',
  editPicture: 'picture:edit',
  removePicture: 'picture:remove',
  movePicture: 'picture:move',
  listCaptureSources: 'capture:list',
  captureSource: 'capture:take',
  openResidencyPage: 'residency-page:open',
  commandResidencyPage: 'residency-page:command',
  takeResidencyPage: 'residency-page:take',
  openAdminPage: 'admin-page:open',
  copyText: 'clipboard:copy',
  previewEvidence: 'evidence:preview',
  saveEvidence: 'evidence:save',
  verifyEvidence: 'evidence:verify',
  evidenceToOpen: 'evidence:to-open',
  showInFolder: 'evidence:show-in-folder',
  openDraft: 'evidence:open-draft',
  mailWithFile: 'evidence:mail-with-file',
  dragFile: 'evidence:drag',
  shareFile: 'evidence:share',
  copyMailText: 'evidence:copy-mail-text',
  leaveCase: 'case:leave',
} as const;

/** Channels on which the main process tells the window something. */
export const EVENT_CHANNELS = {
  progress: 'diagnosis:progress',
  transcript: 'diagnosis:transcript',
  partialDiagnosis: 'diagnosis:partial',
  residencyPage: 'residency-page:state',
  evidenceWaiting: 'evidence:waiting',
} as const;

/** Name under which the preload puts the bridge on `window`. */
export const BRIDGE_NAME = 'xrayDoctor';

export type InvokeName = keyof typeof INVOKE_CHANNELS;
export type EventName = keyof typeof EVENT_CHANNELS;
