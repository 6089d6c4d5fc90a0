import type { SearchedSecret } from '../../search/find-secrets.ts';

/** Returns what replaces a value that, as a whole, equals a secret too ordinary to be searched for. */
export type WholeValueLookup = (value: string) => string | undefined;

/** Prepares the look-up; letter case and outer white space do not count. */
export function createWholeValueLookup(secrets: readonly SearchedSecret[]): WholeValueLookup {
  const replacements = new Map(
    secrets
      .filter(({ search }) => search === 'whole-value')
      .map(({ value, replacement }) => [folded(value), replacement]),
  );
  return (value) => replacements.get(folded(value));
}

function folded(text: string): string {
  return text.trim().toLowerCase();
}
