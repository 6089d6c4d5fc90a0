import type { Bridge } from '../../src-main/contract/ipc/ipc-schema.ts';
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
      return bridge.evidence.mail({ bundleId });
    case 'share':
      return bridge.evidence.share({ bundleId });
    case 'draft':
      return bridge.evidence.openDraft({ bundleId });
    case 'folder':
      return bridge.evidence.showInFolder({ bundleId });
    case 'file':
      return bridge.evidence.copyFile({ bundleId });
    case 'drag':
      return bridge.evidence.drag({ bundleId });
    case 'address':
    case 'subject':
    case 'body':
      return bridge.evidence.copyMailText({ bundleId, what: deed });
  }
}
