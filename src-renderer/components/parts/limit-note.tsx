import { useTranslation } from '../../i18n/translation.tsx';

/** Says that a field is full, since a field cuts off what is pasted beyond its limit and says nothing; nothing below it. */
export function LimitNote({ text, most }: { readonly text: string; readonly most: number }) {
  const { t } = useTranslation();
  if (text.length < most) return null;
  return <output className="small">{t('field.full', { most })}</output>;
}
