import type { Bridge } from '../../src-main/contract/ipc/channels.ts';
import type { SavedBundle } from '../../src-main/contract/evidence.ts';
import type { Result } from '../../src-main/contract/failure.ts';
import type { Translate } from '../../src-main/i18n/translator.ts';
import type { Action } from './state/kept.ts';

/** What has just happened to the saved file, and what to do when it did not. */
export function describeLastAction(
  deed: Action,
  { fileName, folderName }: Pick<SavedBundle, 'fileName' | 'folderName'>,
  t: Translate,
): string {
  return t(`deed.done.${deed}`, { name: fileName, folder: folderName });
}

/** The request for what a person does with a saved file. */
export function requestOf(bridge: Bridge, deed: Action, bundleId: string): Promise<Result<null>> {
  switch (deed) {
    case 'mail':
      return bridge.mailWithFile({ bundleId });
    case 'share':
      return bridge.shareFile({ bundleId });
    case 'draft':
      return bridge.openDraft({ bundleId });
    case 'folder':
      return bridge.showInFolder({ bundleId });
    case 'file':
      return bridge.copyFile({ bundleId });
    case 'drag':
      return bridge.dragFile({ bundleId });
    case 'address':
    case 'subject':
    case 'body':
      return bridge.copyMailText({ bundleId, what: deed });
  }
}
