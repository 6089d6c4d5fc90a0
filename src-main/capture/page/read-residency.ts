import { residencyProductSchema } from '../../contract/picture.ts';
import type { ResidencyFact } from '../../contract/picture.ts';
import { isMove } from '../../contract/residency-reading.ts';
import { message } from '../../i18n/message.ts';
import type { Message } from '../../i18n/message.ts';

/** The locations of Atlassian's documentation ("Understand data residency"), as they may stand in a cell. */
const LOCATION =
  /\b(?:global|eu|european union|europe|us|usa|united states|australia|au|germany|de|singapore|sg|canada|ca|india|in|south korea|kr|japan|jp|united kingdom|uk|gb|switzerland|ch)\b/iu;
/** The statuses of apps as documented. */
const STATUS = /^(?:pinned|eligible|not eligible|no action available)$/iu;

const MAX_CELL_LENGTH = 80;

/**
 * Returns the facts for Jira, Confluence and Xray from the cells of a page's tables. A row counts when one cell names the
 * product and another one a location or a status.
 */
export function readFacts(rows: readonly (readonly string[])[]): ResidencyFact[] {
  return residencyProductSchema.options.flatMap((product) => {
    for (const row of rows) {
      const name = row.findIndex((cell) => new RegExp(String.raw`\b${product}\b`, 'iu').test(cell));
      if (name < 0) continue;
      const others = row.filter(
        (cell, index) => index !== name && cell !== '' && cell.length <= MAX_CELL_LENGTH,
      );
      const status = others.find((cell) => STATUS.test(cell)) ?? others.find((cell) => isMove(cell)) ?? '';
      const location = others.find((cell) => cell !== status && LOCATION.test(cell)) ?? '';
      if (status !== '' || location !== '') return [{ product, location, status }];
    }
    return [];
  });
}

/** Returns a hint when a page's text does not mention data residency. */
export function pageHint(text: string): Message | null {
  return /data residency/iu.test(text) ? null : message('picture.hint.other-page');
}
