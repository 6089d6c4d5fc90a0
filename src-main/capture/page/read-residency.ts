import { MAX_FACT_LENGTH, residencyProductSchema } from '../../contract/picture.ts';
import type { ResidencyFact } from '../../contract/picture.ts';
import { isMove } from '../../contract/residency/residency-reading.ts';
import { message } from '../../i18n/message.ts';
import type { Message } from '../../i18n/message.ts';

/** The locations of Atlassian's documentation ("Understand data residency"), as they may stand in a cell. */
const LOCATION =
  /\b(?:global|eu|european union|europe|us|usa|united states|australia|au|germany|de|singapore|sg|canada|ca|india|in|south korea|kr|japan|jp|united kingdom|uk|gb|switzerland|ch)\b/iu;
/** The statuses of apps as documented. */
const STATUS = /^(?:pinned|eligible|not eligible|no action available)$/iu;

/** The names of a product, the surest first: "Some app for Jira" names an app and not Jira. */
const PRODUCT_NAMES: Readonly<Record<ResidencyFact['product'], readonly RegExp[]>> = {
  Jira: [/^jira(?: software)?$/iu, /^jira\b/iu, /^(?!.*\bxray\b)(?!.*\bfor jira\b).*\bjira\b/iu],
  Confluence: [/^confluence$/iu, /^confluence\b/iu, /^(?!.*\bfor confluence\b).*\bconfluence\b/iu],
  Xray: [/^xray(?: test management)?(?: for jira)?$/iu, /^xray\b/iu, /\bxray\b/iu],
};

/**
 * Returns the facts for Jira, Confluence and Xray from the cells of a page's tables, and the cells that say so. A row counts when one cell names the
 * product and another one a location or a status. An organization with several sites has several rows of a product: where
 * they differ, the page does not tell which one is meant, and nothing is read.
 */
export function readFacts<Cell extends { readonly text: string }>(
  rows: readonly (readonly Cell[])[],
): { readonly facts: ResidencyFact[]; readonly cells: readonly Cell[] } {
  const found = residencyProductSchema.options.flatMap((product) => {
    for (const form of PRODUCT_NAMES[product]) {
      const same = rows.flatMap((row) => readRow(row, product, form));
      const [first] = same;
      if (first === undefined) continue;
      const isOne = same.every(
        ({ fact }) => fact?.location === first.fact?.location && fact?.status === first.fact?.status,
      );
      return isOne ? same : same.map(({ cells }) => ({ fact: null, cells }));
    }
    return [];
  });
  const facts = residencyProductSchema.options.flatMap((product) => {
    const own = found.find(({ fact }) => fact?.product === product)?.fact;
    return own === undefined || own === null ? [] : [own];
  });
  return { facts, cells: found.flatMap(({ cells }) => cells) };
}

function readRow<Cell extends { readonly text: string }>(
  row: readonly Cell[],
  product: ResidencyFact['product'],
  form: RegExp,
): { readonly fact: ResidencyFact | null; readonly cells: readonly Cell[] }[] {
  const name = row.find(({ text }) => form.test(text));
  if (name === undefined) return [];
  const others = row.filter(
    (cell) => cell !== name && cell.text !== '' && cell.text.length <= MAX_FACT_LENGTH,
  );
  const status = others.find(({ text }) => STATUS.test(text)) ?? others.find(({ text }) => isMove(text));
  const location = others.find((cell) => cell !== status && LOCATION.test(cell.text));
  if (status === undefined && location === undefined) return [];
  const fact = { product, location: location?.text ?? '', status: status?.text ?? '' };
  return [{ fact, cells: [name, location, status].filter((cell) => cell !== undefined) }];
}

/** Returns a hint when a page's text does not mention data residency. */
export function pageHint(text: string): Message | null {
  return /data residency/iu.test(text) ? null : message('picture.hint.other-page');
}
