import type { Header } from '../diagnosis.ts';

/** Returns the values of a header, in the order in which they came. `name` is in lower case. */
export function headerValues(headers: readonly Header[], name: string): string[] {
  return headers.filter((header) => header.name.toLowerCase() === name).map(({ value }) => value);
}

/** Returns the values of a header, joined (RFC 9110 section 5.2); null if it was not sent. `name` is in lower case. */
export function headerOf(headers: readonly Header[], name: string): string | null {
  const values = headerValues(headers, name);
  return values.length === 0 ? null : values.join(', ');
}
