import * as z from 'zod';

import { CASE_VERSION, cleanCaseName, keptCaseSchema } from '../contract/case.ts';
import type { CaseRow, KeptCase } from '../contract/case.ts';
import { diagnosisSchema } from '../contract/diagnosis.ts';
import type { Diagnosis } from '../contract/diagnosis.ts';
import { limitedJson, limitedJsonInTurns } from '../evidence/bundle/limited-json.ts';
import { message } from '../i18n/message.ts';
import type { Message } from '../i18n/message.ts';

/** Bytes of the files of a case; what is larger is neither written nor read. */
export const MAX_BYTES = {
  case: 4 * 1024 * 1024,
  run: 16 * 1024 * 1024,
  picture: 64 * 1024 * 1024,
} as const;

/** What the bytes of a `case.json` are. */
export type CaseReading =
  | { readonly kind: 'case'; readonly kept: KeptCase }
  | { readonly kind: 'newer'; readonly name: string | null }
  | { readonly kind: 'damaged'; readonly reason: Message };

const anyVersionSchema = z.looseObject({ schemaVersion: z.number(), name: z.unknown() });

/** Reads `case.json`. Any bytes give one of the three; never throws. */
export function parseCase(bytes: Uint8Array): CaseReading {
  const json = limitedJson(bytes);
  if (json === undefined) return { kind: 'damaged', reason: message('damage.unreadable') };
  const kept = keptCaseSchema.safeParse(json);
  if (kept.success) return { kind: 'case', kept: kept.data };
  const version = anyVersionSchema.safeParse(json);
  if (version.success && version.data.schemaVersion > CASE_VERSION) {
    const { name } = version.data;
    return { kind: 'newer', name: typeof name === 'string' ? cleanCaseName(name, '') || null : null };
  }
  return { kind: 'damaged', reason: message('damage.no-case') };
}

/** The bytes of `case.json`, out of which `parseCase` reads the same case; null for what is none (a fault of ours). */
export function writeCase(kept: KeptCase): Uint8Array | null {
  const { success, data } = keptCaseSchema.safeParse(kept);
  return success ? Buffer.from(`${JSON.stringify(data, null, 2)}\n`, 'utf8') : null;
}

const runFileSchema = z.strictObject({ schemaVersion: z.literal(CASE_VERSION), diagnosis: diagnosisSchema });

/** Reads the file of one run; null for whatever is none. Others have their turn meanwhile. Never rejects. */
export async function parseRun(bytes: Uint8Array): Promise<Diagnosis | null> {
  return runFileSchema.safeParse(await limitedJsonInTurns(bytes)).data?.diagnosis ?? null;
}

/** The bytes of a run's file; null for what is none. Takes the redacted diagnosis. */
export function writeRun(diagnosis: Diagnosis): Uint8Array | null {
  const { success, data } = runFileSchema.safeParse({ schemaVersion: CASE_VERSION, diagnosis });
  return success ? Buffer.from(`${JSON.stringify(data)}\n`, 'utf8') : null;
}

/** The line of the list for a case that could be read. */
export function rowOf(kept: KeptCase): CaseRow {
  const latest = kept.runs.at(-1);
  return latest === undefined
    ? { kind: 'damaged', damaged: true, id: kept.id, reason: message('damage.no-case') }
    : {
        kind: 'case',
        id: kept.id,
        name: cleanCaseName(kept.name, kept.sites.jira),
        site: kept.sites.jira,
        createdAt: kept.createdAt,
        updatedAt: kept.updatedAt,
        checkedAt: latest.checkedAt,
        verdict: latest.verdict,
        state: kept.state,
        runs: kept.runs.length,
      };
}
