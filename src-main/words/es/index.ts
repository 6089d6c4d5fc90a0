import type { Catalog } from '../en/index.ts';
import { CASES } from './cases.ts';
import { CONNECTION } from './connection.ts';
import { EVIDENCE } from './evidence.ts';
import { FAILURES } from './failures.ts';
import { FINDINGS } from './findings.ts';
import { FRAME } from './frame.ts';
import { GUIDE } from './guide.ts';
import { PICTURE } from './picture.ts';
import { PROBLEMS } from './problems.ts';
import { RESULT } from './result.ts';
import { RULES } from './rules.ts';
import { SHELL } from './shell.ts';
import { STEPS } from './steps.ts';

/** Every text in Spanish; people are addressed with “usted”. */
export const ES: Catalog = {
  ...FRAME,
  ...CONNECTION,
  ...GUIDE,
  ...RESULT,
  ...RULES,
  ...STEPS,
  ...FINDINGS,
  ...PICTURE,
  ...EVIDENCE,
  ...PROBLEMS,
  ...FAILURES,
  ...CASES,
  ...SHELL,
};
