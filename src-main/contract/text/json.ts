import type * as z from 'zod';

/** Returns the value of a JSON text; undefined for any other text, or one that is nested deeper than the parser goes. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Returns the value of a JSON file in UTF-8; undefined for any other bytes. */
export function parseJsonBytes(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}

/** Returns what `schema` makes of a JSON text, or null if the text does not fit. Never throws. */
export function parseJsonAs<T>(schema: z.ZodType<T>, text: string): T | null {
  return schema.safeParse(parseJson(text)).data ?? null;
}
