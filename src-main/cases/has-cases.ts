import { readdirSync } from 'node:fs';

/** The folder of the kept cases, in that of the user's data. */
export const CASES_FOLDER = 'cases';

/** What a case's folder is called, as `caseIdSchema` has it. */
const CASE_NAME = /^[0-9a-f]{32}$/u;

/** Whether a case is kept in `folder`, at once and by the names alone; false if that cannot be seen. Never throws. */
export function hasCases(folder: string): boolean {
  try {
    return readdirSync(folder).some((name) => CASE_NAME.test(name));
  } catch {
    return false;
  }
}
