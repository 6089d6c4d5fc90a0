import type { Action, Report } from '../../flow/state.ts';
import { useTranslation } from '../../i18n/translation.tsx';
import { Icon } from '../parts/icon.tsx';
import { Notice } from '../parts/notice.tsx';

/** What came of the last thing that was done with the saved file, beside its button; nothing if it was none of `deeds`. */
export function Outcome({ report, deeds }: { readonly report: Report; readonly deeds: readonly Action[] }) {
  const { t, translateFailure } = useTranslation();
  const { last, saved } = report;
  if (last.state === 'none' || last.state === 'doing' || !deeds.includes(last.deed)) return null;
  return last.state === 'failed' ? (
    <Notice text={translateFailure(last.failure)} />
  ) : (
    <p className="small done">
      <Icon name="good" />
      <span>
        {t(`deed.done.${last.deed}`, { name: saved?.fileName ?? '', folder: saved?.folderName ?? '' })}
      </span>
    </p>
  );
}
