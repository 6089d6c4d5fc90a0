/** The middle of the values; NaN for none. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

/** A line of the table of all benchmarks. */
export interface Outcome {
  /** What was measured, with its unit. */
  readonly what: string;
  /** What ran beside ours. */
  readonly beside: string;
  readonly other: string;
  readonly ours: string;
  /** Ours by the other one, or the difference. */
  readonly compared: string;
  /** Empty if there is none. */
  readonly aim: string;
}

/** What a benchmark found: its own tables as text, and its lines for the table of all. */
export interface Report {
  readonly details: string;
  readonly outcomes: readonly Outcome[];
}

/** The table of all benchmarks. */
export function tableOfAll(outcomes: readonly Outcome[]): string {
  return table(
    ['what', 'beside', 'the other', 'ours', 'compared', 'aim'],
    outcomes.map(({ what, beside, other, ours, compared, aim }) => [
      what,
      beside,
      other,
      ours,
      compared,
      aim,
    ]),
  );
}

/** A contestant of a race: one round of its work. */
export interface Contestant {
  readonly name: string;
  readonly run: () => Promise<unknown>;
  /** Waited for after each round, outside of the time that is taken. */
  readonly after?: () => Promise<unknown>;
}

/**
 * Lets the contestants run in turns, each round in another order, after two rounds that do not count. Gives the median of
 * each in milliseconds, in the order of the contestants.
 */
export async function race(contestants: readonly Contestant[], rounds: number): Promise<number[]> {
  const times = contestants.map((): number[] => []);
  for (let round = -2; round < rounds; round += 1) {
    for (let turn = 0; turn < contestants.length; turn += 1) {
      const index = (turn + round + contestants.length * 2) % contestants.length;
      const started = performance.now();
      await contestants[index]?.run();
      if (round >= 0) times[index]?.push(performance.now() - started);
      await contestants[index]?.after?.();
    }
  }
  return times.map(median);
}

/** A table in Markdown with aligned columns; the first column is text, the others are numbers. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join(' | ')} |`;
  const rule = `| ${widths.map((width, column) => (column === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`)).join(' | ')} |`;
  return [line(head), rule, ...rows.map(line)].join('\n');
}
