import type { Bridge } from '../../src-main/contract/ipc/channels.ts';
import type { SavedBundle } from '../../src-main/contract/evidence.ts';
import type { Result } from '../../src-main/contract/failure.ts';
import type { Say } from '../../src-main/i18n/translator.ts';
import type { Deed } from './state/kept.ts';

/** What has just happened to the saved file, and what to do when it did not. */
export function sayDeed(
  deed: Deed,
  { fileName, folderName }: Pick<SavedBundle, 'fileName' | 'folderName'>,
  say: Say,
): string {
  return say(`deed.done.${deed}`, { name: fileName, folder: folderName });
}

/** The request for what a person does with a saved file. */
export function requestOf(bridge: Bridge, deed: Deed, bundleId: string): Promise<Result<null>> {
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
