import { randomBytes } from 'node:crypto';
import { lstat } from 'node:fs/promises';

import { compareRuns } from '../cases/compare-runs.ts';
import { cleanCaseName } from '../contract/case.ts';
import type { CaseBundle, CaseView, KeptCase } from '../contract/case.ts';
import type { Diagnosis } from '../contract/diagnosis.ts';
import { NO_KEPT_INTAKE } from '../contract/report/intake.ts';
import { isLocalPath } from '../contract/input/local-path.ts';
import { callTranscripts } from '../evidence/documents/transcript.ts';
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
  const { schemaVersion: _version, bundles, pictures, intake, ...rest } = kept;
  return {
    ...rest,
    intake: intake ?? NO_KEPT_INTAKE,
    name: cleanCaseName(kept.name, kept.sites.jira),
    pictures: pictures.length,
    bundles: await Promise.all(bundles.map(toBundleView)),
    comparison: comparisonOf(kept.runs),
  };
}

/** Returns the latest run beside the last one with a fault if it has none, else beside the first; null if it is the only one. */
function comparisonOf(runs: KeptCase['runs']): CaseView['comparison'] {
  const latest = runs.at(-1);
  const earlier = runs.slice(0, -1);
  const lastWithFault = earlier.findLast(({ verdict }) => verdict.kind !== 'healthy');
  const before = (latest?.verdict.kind === 'healthy' ? lastWithFault : undefined) ?? earlier[0];
  return latest === undefined || before === undefined ? null : compareRuns(before, latest);
}

async function toBundleView(bundle: CaseBundle): Promise<CaseView['bundles'][number]> {
  const { id, zipPath, bytes, mail, savedAt } = bundle;
  return { bundleId: id, ...namesOf(zipPath), bytes, mail, savedAt, isThere: await isThere(zipPath, bytes) };
}

async function isThere(path: string, bytes: number): Promise<boolean> {
  if (!isLocalPath(path, process.platform)) return false;
  const found = await lstat(path).catch(() => null);
  return found?.isFile() === true && found.size === bytes;
}
