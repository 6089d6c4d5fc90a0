import { randomBytes } from 'node:crypto';
import { lstat } from 'node:fs/promises';

import { compareRuns } from '../cases/compare-runs.ts';
import { cleanCaseName } from '../contract/case.ts';
import type { CaseBundle, CaseView, KeptCase } from '../contract/case.ts';
import type { Diagnosis } from '../contract/diagnosis.ts';
import { succeed } from '../contract/failure.ts';
import type { Result } from '../contract/failure.ts';
import { isLocalPath } from '../contract/input/local-path.ts';
import { callTranscripts } from '../evidence/documents/call-transcripts.ts';
import { createRedactor } from '../evidence/redaction/redactor.ts';
import type { RedactedCheck } from '../ipc/redacted-answers.ts';
import { namesOf } from './saved-file.ts';
import type { SessionSecrets } from './session-secrets.ts';

/** Returns a kept run as the check gave it. A case file may be anybody's, so it is redacted once more. */
export async function toCheckResult(kept: Diagnosis, secrets: SessionSecrets): Promise<RedactedCheck> {
  const redactor = createRedactor(secrets.known(), randomBytes(16));
  const diagnosis = await redactor.redactDiagnosis(kept);
  return { diagnosis, transcripts: await callTranscripts(diagnosis, redactor) };
}

/** Returns a case as the window may know it: without paths, its name fit to be shown. */
export async function toCaseView(kept: KeptCase): Promise<CaseView> {
  const { schemaVersion: _version, bundles, pictures, ...rest } = kept;
  const first = kept.runs[0];
  const latest = kept.runs.at(-1);
  return {
    ...rest,
    name: cleanCaseName(kept.name, kept.sites.jira),
    pictures: pictures.length,
    bundles: await Promise.all(bundles.map(toBundleView)),
    comparison:
      first === undefined || latest === undefined || first === latest ? null : compareRuns(first, latest),
  };
}

async function toBundleView(bundle: CaseBundle): Promise<CaseView['bundles'][number]> {
  const { id, zipPath, bytes, mail, savedAt } = bundle;
  return { bundleId: id, ...namesOf(zipPath), bytes, mail, savedAt, isThere: await isThere(zipPath, bytes) };
}

async function isThere(path: string, bytes: number): Promise<boolean> {
  if (!isLocalPath(path, process.platform)) return false;
  try {
    const stat = await lstat(path);
    return stat.isFile() && stat.size === bytes;
  } catch {
    return false;
  }
}

/** `toCaseView` for a result. */
export async function toResultView(result: Result<KeptCase>): Promise<Result<CaseView>> {
  return result.ok ? succeed(await toCaseView(result.value)) : result;
}
