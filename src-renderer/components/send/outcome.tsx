import { isSending } from '../../flow/state.ts';
import type { Action, Report } from '../../flow/state.ts';
import { useTranslation } from '../../i18n/translation.tsx';
import { Icon } from '../parts/icon.tsx';
import { Notice } from '../parts/notice.tsx';

/** What came of the last thing that was done with the saved file, beside its button; nothing if it was none of `deeds`. That the file is on its way has a screen of its own. */
export function Outcome({ report, deeds }: { readonly report: Report; readonly deeds: readonly Action[] }) {
  const { t, translateFailure } = useTranslation();
  const { last, saved } = report;
  if (last.state === 'none' || last.state === 'doing' || !deeds.includes(last.deed)) return null;
  if (last.state === 'failed') return <Notice text={translateFailure(last.failure)} />;
  const { deed } = last;
  if (isSending(deed)) return null;
  return (
    <p className="small done">
      <Icon name="good" />
      <span>{t(`deed.done.${deed}`, { name: saved?.fileName ?? '', folder: saved?.folderName ?? '' })}</span>
    </p>
  );
}
