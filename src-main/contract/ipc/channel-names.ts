/**
 * Names and directions of every IPC channel, without schemas, so that the preload carries no zod.
 * `channels.ts` gives each name its schemas; a type there keeps the two lists equal.
 */
export const INVOKE_CHANNELS = {
  appFacts: 'app:facts',
  languageChoice: 'settings:language',
  chooseLanguage: 'settings:choose-language',
  connectionView: 'connection:shown',
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
  openExternalPage: 'page:open',
  copyText: 'clipboard:copy',
  previewEvidence: 'evidence:preview',
  saveEvidence: 'evidence:save',
  verifyEvidence: 'evidence:verify',
  pendingEvidenceFile: 'evidence:to-open',
  showInFolder: 'evidence:show-in-folder',
  openDraft: 'evidence:open-draft',
  mailWithFile: 'evidence:mail-with-file',
  copyFile: 'evidence:copy-file',
  dragFile: 'evidence:drag',
  shareFile: 'evidence:share',
  copyMailText: 'evidence:copy-mail-text',
  menuAllows: 'menu:allows',
  leaveCase: 'case:leave',
  keepCase: 'case:keep',
  listCases: 'case:list',
  openCase: 'case:open',
  openedCase: 'case:opened',
  renameCase: 'case:rename',
  deleteCase: 'case:delete',
  setCaseState: 'case:set-state',
  tickCaseItem: 'case:tick',
  caseRun: 'case:run',
  compareRuns: 'case:compare',
  startWaiting: 'waiting:start',
  stopWaiting: 'waiting:stop',
  waitingShown: 'waiting:shown',
  supportProfile: 'profile:shown',
  openSupportProfile: 'profile:open',
  removeSupportProfile: 'profile:remove',
  openSupportLink: 'profile:open-link',
} as const;

/** Channels on which the main process tells the window something. */
export const EVENT_CHANNELS = {
  progress: 'diagnosis:progress',
  transcript: 'diagnosis:transcript',
  partialDiagnosis: 'diagnosis:partial',
  residencyPage: 'residency-page:state',
  evidenceWaiting: 'evidence:waiting',
  menuCommand: 'menu:command',
  caseKept: 'case:kept',
  waiting: 'waiting:state',
} as const;

/** Name under which the preload puts the bridge on `window`. */
export const BRIDGE_NAME = 'xrayDoctor';

export type InvokeName = keyof typeof INVOKE_CHANNELS;
export type EventName = keyof typeof EVENT_CHANNELS;
