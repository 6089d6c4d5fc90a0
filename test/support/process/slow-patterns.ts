import process from 'node:process';

import { analyse } from 'scslre';

import type { FoundExpression } from '../scripts/regular-expressions.ts';

/** A regular expression that the analysis thinks slow, and that is not. */
export interface Excuse {
  readonly source: string;
  /** Why no text can make it slow. */
  readonly why: string;
}

type Expression = Pick<FoundExpression, 'source' | 'flags'>;

/** What is known of an expression: slow with the reason, not slow, or not decided. */
export type Slowness =
  | { readonly kind: 'slow'; readonly why: string }
  | { readonly kind: 'fast' | 'undecided' };

const TIMEOUT_MS = 1000;
const REPEAT_WITHOUT_LIMIT = /[*+]|\{\d+,\}/u;

/**
 * Returns whether an expression takes more time than its text is long. Two analyses look at it, neither of which runs it:
 * scslre knows every kind of expression, and recheck also a repeat that begins anew inside of itself behind other letters
 * (`<title[^>]*>`), but no look behind. Repeats with an upper limit count as bounded.
 */
export async function slownessOf(expression: Expression): Promise<Slowness> {
  const why = repeatsInOneAnother(expression);
  if (why !== null) return { kind: 'slow', why };
  const source = shortened(expression.source);
  if (!REPEAT_WITHOUT_LIMIT.test(source)) return { kind: 'fast' };
  // Without Java and without a program of its own; it must be said before the package is loaded.
  process.env['RECHECK_BACKEND'] = 'pure';
  const { check } = await import('recheck');
  const flags = expression.flags.replace(/[gy]/gu, '');
  const found = await check(source, flags, { checker: 'automaton', timeout: TIMEOUT_MS });
  if (found.status === 'vulnerable') return { kind: 'slow', why: found.complexity.type };
  return { kind: found.status === 'safe' ? 'fast' : 'undecided' };
}

function repeatsInOneAnother({ source, flags }: Expression): string | null {
  const { reports } = analyse(
    { source, flags },
    { reportTypes: { Move: true, Self: true, Trade: true }, assumeRejectingSuffix: false },
  );
  const [first] = reports.toSorted((one, other) => Number(other.exponential) - Number(one.exponential));
  if (first === undefined) return null;
  const repeats = first.type === 'Trade' ? [first.startQuant, first.endQuant] : [first.quant];
  return `${first.exponential ? 'exponential' : 'polynomial'}: ${repeats.map(({ raw }) => raw).join(' and ')}`;
}

/** An expression with the same repeats, those with a limit at most twice: an automaton has a state for each. */
function shortened(source: string): string {
  return source.replace(
    /(?<!\\[pPu])\{(\d+)(,?)(\d*)\}/gu,
    (_, least: string, comma: string, most: string) => {
      if (comma === '') return `{${Math.min(2, Number(least))}}`;
      return most === '' ? `{${Math.min(2, Number(least))},}` : `{${Math.min(1, Number(least))},2}`;
    },
  );
}

/** One line for each slow expression without an excuse and for each excuse that excuses nothing; and what is undecided. */
export async function complaintsAbout(
  expressions: readonly FoundExpression[],
  excuses: readonly Excuse[],
): Promise<{ readonly complaints: readonly string[]; readonly undecided: readonly string[] }> {
  const complaints: string[] = [];
  const undecided: string[] = [];
  const needed = new Set<string>();
  const known = new Map<string, Slowness>();
  for (const { where, source, flags } of expressions) {
    const text = `/${source}/${flags}`;
    const slowness = known.get(text) ?? (await slownessOf({ source, flags }));
    known.set(text, slowness);
    if (slowness.kind === 'undecided') undecided.push(where);
    if (slowness.kind !== 'slow') continue;
    needed.add(source);
    if (!excuses.some((excuse) => excuse.source === source))
      complaints.push(`${where} ${text} is ${slowness.why}`);
  }
  for (const { source } of excuses)
    if (!needed.has(source)) complaints.push(`/${source}/ is excused and is not slow, or not there`);
  return { complaints, undecided };
}
