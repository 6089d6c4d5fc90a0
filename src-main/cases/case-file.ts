import * as z from 'zod';

import { CASE_VERSION, cleanCaseName, keptCaseSchema } from '../contract/case.ts';
import type { KeptCase, ReadableRow } from '../contract/case.ts';
import { diagnosisSchema } from '../contract/diagnosis.ts';
import type { Diagnosis } from '../contract/diagnosis.ts';
import { limitedJson, limitedJsonInTurns } from '../evidence/bundle/limited-json.ts';
import { message } from '../i18n/message.ts';
import type { Message } from '../i18n/message.ts';

/** A larger file is neither written nor read. */
export const MAX_BYTES = {
  case: 4 * 1024 * 1024,
  run: 16 * 1024 * 1024,
  picture: 64 * 1024 * 1024,
} as const;

/** The content of a `case.json`. */
export type CaseReading =
  | { readonly kind: 'case'; readonly kept: KeptCase }
  | { readonly kind: 'newer'; readonly name: string | null }
  | { readonly kind: 'damaged'; readonly reason: Message };

const anyVersionSchema = z.looseObject({ schemaVersion: z.number(), name: z.unknown() });

/** Reads any bytes as `case.json`; never throws. */
export function parseCase(bytes: Uint8Array): CaseReading {
  const json = limitedJson(bytes);
  if (json === undefined) return { kind: 'damaged', reason: message('damage.unreadable') };
  const kept = keptCaseSchema.safeParse(json);
  if (kept.success) {
    const { ticked: _ticked, ...own } = kept.data;
    return { kind: 'case', kept: own };
  }
  const version = anyVersionSchema.safeParse(json);
  if (version.success && version.data.schemaVersion > CASE_VERSION) {
    const { name } = version.data;
    return { kind: 'newer', name: typeof name === 'string' ? cleanCaseName(name, '') || null : null };
  }
  return { kind: 'damaged', reason: message('damage.no-case') };
}

/** Returns the bytes of `case.json`, which `parseCase` reads back; null for what does not fit the schema. */
export function writeCase(kept: KeptCase): Uint8Array | null {
  const { success, data } = keptCaseSchema.safeParse(kept);
  return success ? Buffer.from(`${JSON.stringify(data, null, 2)}\n`, 'utf8') : null;
}

const runFileSchema = z.strictObject({ schemaVersion: z.literal(CASE_VERSION), diagnosis: diagnosisSchema });

/** Reads the file of one run without blocking the main thread; null for what does not fit the schema. Never rejects. */
export async function parseRun(bytes: Uint8Array): Promise<Diagnosis | null> {
  return runFileSchema.safeParse(await limitedJsonInTurns(bytes)).data?.diagnosis ?? null;
}

/** Returns the bytes of a run's file; null for what does not fit the schema. Takes the redacted diagnosis. */
export function writeRun(diagnosis: Diagnosis): Uint8Array | null {
  const { success, data } = runFileSchema.safeParse({ schemaVersion: CASE_VERSION, diagnosis });
  return success ? Buffer.from(`${JSON.stringify(data)}\n`, 'utf8') : null;
}

/** Returns the row of a case in the list; null for one without a run, which the schema takes for none. */
export function rowOf({ id, name, sites, createdAt, updatedAt, state, runs }: KeptCase): ReadableRow | null {
  const latest = runs.at(-1);
  if (latest === undefined) return null;
  const { checkedAt, verdict } = latest;
  return {
    kind: 'case',
    id,
    name: cleanCaseName(name, sites.jira),
    site: sites.jira,
    createdAt,
    updatedAt,
    checkedAt,
    verdict,
    state,
    runs: runs.length,
  };
}
