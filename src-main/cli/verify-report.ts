import { escapeControlCharacters } from '../contract/input/control-characters.ts';
import { deskPage, inSentences, missingPage, questionsOf } from '../desk/desk-page.ts';
import { flatRow, toCsv } from '../desk/flat-row.ts';
import type { Inspected } from '../desk/inspect.ts';
import { renderLetter } from '../evidence/bundle/render-text.ts';
import { alignedColumns, oneLine, utcTime } from '../evidence/documents/plain-text.ts';

export const VERIFY_HELP = `Checks evidence files as they arrive. Nothing in them is executed, and nothing is written but --html.

  npm run --silent verify -- FILE … [options]

FILE is an evidence file, a mail saved as .eml with one attached, a folder (its files), or - for standard input.
One bundle is shown in full, several in one line each.

Options
  --ticket       the ticket for Xray, where Xray has to act
  --reply        the reply to the customer, where somebody else has to
  --missing      the questions that are still to be asked
  --json         state, problems and diagnosis; a list unless one file was given
  --jsonl        one line of JSON for each bundle, flat
  --csv          one row for each bundle, the same columns
  --diff         two files, before and after, host by host
  --html FILE    also write one page for a browser; FILE ends with .html

Exit codes (for several files: 4 if one was changed, else the highest)
  0  sound: consistent with its own list      5  incomplete      8  nothing to read in it, or encrypted,
  3  sound, but packed again                  6  damaged            or made by a newer version
  4  changed                                  7  cut off         2  wrong usage, or a file that cannot be read
`;

export type Format = 'page' | 'ticket' | 'reply' | 'missing' | 'json' | 'jsonl' | 'csv';

/** Returns what is printed of bundles; `isOne` for one file that holds one bundle. Safe for a terminal. */
export function verifyReport(format: Format, bundles: readonly Inspected[], isOne: boolean): string {
  switch (format) {
    case 'page':
      return isOne ? bundles.map(deskPage).join('') : listPage(bundles);
    case 'ticket':
    case 'reply':
      return sections(bundles, isOne, ({ document }) =>
        document === null ? '' : (renderLetter(format, document) ?? ''),
      );
    case 'missing':
      return sections(bundles, isOne, missingPage);
    case 'json': {
      const results = bundles.map(jsonResult);
      return escapeControlCharacters(`${JSON.stringify(isOne ? results[0] : results, null, 2)}\n`);
    }
    case 'jsonl':
      return bundles
        .map((bundle) => `${escapeControlCharacters(JSON.stringify(flatRow(bundle)))}\n`)
        .join('');
    case 'csv':
      return toCsv(bundles.map(flatRow));
  }
}

function jsonResult({ source, state, problems, notes, document, ruleToday }: Inspected): object {
  return {
    file: source,
    state,
    problems: inSentences(problems),
    notes: inSentences(notes),
    ruleToday,
    document,
  };
}

/** One text for each bundle that has one, under the file's name where there are several. */
function sections(
  bundles: readonly Inspected[],
  isOne: boolean,
  textOf: (bundle: Inspected) => string,
): string {
  const texts = bundles.flatMap((bundle) => {
    const text = textOf(bundle);
    if (text === '') return [];
    return [isOne ? text : `== ${oneLine(bundle.source, 300)}\n\n${text}`];
  });
  return escapeControlCharacters(texts.join('\n').toWellFormed());
}

const HEAD = [
  'State',
  'Time',
  'Case',
  'Site',
  'Rule',
  'Acts',
  'Global/US/EU/AU',
  'Pictures',
  'To ask',
  'File',
];

function listPage(bundles: readonly Inspected[]): string {
  const rows = bundles.map((bundle) => {
    const row = flatRow(bundle);
    const isKnown = bundle.document !== null;
    return [
      row.state,
      utcTime(row.checkedAt),
      row.case,
      oneLine(row.jiraSite, 60),
      oneLine(row.rule, 40),
      row.owner,
      isKnown ? [row.global, row.us, row.eu, row.au].join('/') : '',
      row.pictures,
      isKnown ? String(questionsOf(bundle).length) : '',
      oneLine(row.file, 200),
    ].map((cell) => (cell === '' ? '-' : cell));
  });
  return `${escapeControlCharacters(alignedColumns([HEAD, ...rows]).join('\n'))}\n`;
}
