import type { Translator } from '../../i18n/translation.tsx';
import { openRow } from './desk-state.ts';
import type { DeskState } from './desk-state.ts';

/** What a screen reader is told of the desk. */
export function announceDesk(desk: DeskState, { t, translateFailure }: Translator): string {
  const row = openRow(desk);
  if (row === null) {
    const done = desk.files.filter(({ reading }) => reading.state !== 'reading').length;
    return t('desk.read', { done, count: desk.files.length });
  }
  const { reading } = row.file;
  if (reading.state === 'failed') return translateFailure(reading.failure);
  if (row.bundle === null) return t('desk.reading');
  if (desk.copied !== null)
    return desk.copied.failure === null ? t('desk.copied') : translateFailure(desk.copied.failure);
  return t(`desk.state.${row.bundle.state}`);
}
