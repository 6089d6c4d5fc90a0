import type * as z from 'zod';

/** Returns a JSON text's value, or undefined if it is not JSON or is nested deeper than the parser goes. Never throws. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Returns what `schema` makes of a JSON text, or null if the text does not fit. Never throws. */
export function parseJsonAs<T>(schema: z.ZodType<T>, text: string): T | null {
  return schema.safeParse(parseJson(text)).data ?? null;
}
