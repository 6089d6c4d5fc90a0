import { MAIL_LIMITS } from '../../../src-main/contract/values.ts';
import { useTranslation } from '../../i18n/translation.tsx';
import { Notice } from '../parts/notice.tsx';

/** Says when a bundle is too large for some mail systems, or for nearly all; nothing below that. */
export function SizeNotice({ bytes }: { readonly bytes: number }) {
  const { t } = useTranslation();
  if (bytes <= MAIL_LIMITS.some) return null;
  const isTooLarge = bytes > MAIL_LIMITS.most;
  return (
    <Notice text={t(isTooLarge ? 'size.tooLarge' : 'size.large')} tone={isTooLarge ? 'wrong' : 'attention'} />
  );
}
