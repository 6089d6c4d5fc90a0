import type { FormState } from '../../flow/state/form.ts';
import type { OpenCase } from '../../flow/state/open-case.ts';
import { useTranslation } from '../../i18n/translation.tsx';

/** Says on the form that a kept case is open, and why its keys are asked for again. */
export function ReopenedNote({ open, form }: { readonly open: OpenCase; readonly form: FormState }) {
  const { t } = useTranslation();
  const { kept } = open;
  if (kept === null || form.secretHeld) return null;
  return <p className="panel reopened">{t('keep.reopened', { name: kept.name, clientId: kept.clientId })}</p>;
}
