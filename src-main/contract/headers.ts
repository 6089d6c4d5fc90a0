import type { Header } from './diagnosis.ts';

/** Returns every value of a header, in order. `name` is lower case. */
export function headerValues(headers: readonly Header[], name: string): string[] {
  return headers.filter((header) => header.name.toLowerCase() === name).map(({ value }) => value);
}

/** Returns a header's values joined by commas (RFC 9110 section 5.2), or null if it was not sent. `name` is lower case. */
export function headerOf(headers: readonly Header[], name: string): string | null {
  const values = headerValues(headers, name);
  return values.length === 0 ? null : values.join(', ');
}
