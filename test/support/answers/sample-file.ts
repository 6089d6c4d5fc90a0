import { readFileSync } from 'node:fs';

import { parse } from 'yaml';
import * as z from 'zod';

import { XRAY_HOSTS } from '../../../src-main/xray/hosts.ts';

/** Reads `test/samples/FILE`. Throws an error that names file, row and field where the schema does not take it. */
export function readSample<T>(file: string, schema: z.ZodType<T>): T {
  const text = readFileSync(new URL(`../../samples/${file}`, import.meta.url), 'utf8');
  const read = schema.safeParse(parse(text, { maxAliasCount: -1 }));
  if (!read.success) throw new Error(`test/samples/${file}:\n${z.prettifyError(read.error)}`);
  return read.data;
}

/** Reads a file of rows by their names; above them stands what several rows share by YAML's own anchors. */
export function rowsIn<T>(file: string, row: z.ZodType<T>): readonly (T & { readonly name: string })[] {
  const fileSchema = z.strictObject({ shared: z.unknown().optional(), rows: z.record(z.string(), row) });
  return Object.entries(readSample(file, fileSchema).rows).map(([name, told]) => ({ name, ...told }));
}

const HOST_IDS = XRAY_HOSTS.map(({ id }) => id);
const placeSchema = z
  .string()
  .refine((id) => id === 'everywhere' || HOST_IDS.includes(id), { error: 'No host has this id.' });

/** What each host does, by the hosts' ids; `everywhere` is what those do that are not named. */
export const hostsSchema = <T>(host: z.ZodType<T>) =>
  z.record(placeSchema, host).transform(({ everywhere: all, ...own }) => ({
    ...(all === undefined ? {} : everywhere(all)),
    ...own,
  }));

/** Every host does the same. */
export function everywhere<T>(host: T): Readonly<Record<string, T>> {
  return Object.fromEntries(HOST_IDS.map((id) => [id, host]));
}
