import type { Catalog } from '../en/index.ts';
import { CASES } from './cases.ts';
import { CONNECTION } from './connection.ts';
import { EVIDENCE } from './evidence.ts';
import { FAILURES } from './failures.ts';
import { FINDINGS } from './findings.ts';
import { FOLLOW_UP } from './follow-up.ts';
import { FRAME } from './frame.ts';
import { GUIDE } from './guide.ts';
import { KEPT_CASES } from './kept-cases.ts';
import { PICTURE } from './picture.ts';
import { PROBLEMS } from './problems.ts';
import { RESULT } from './result.ts';
import { RULES } from './rules.ts';
import { SHELL } from './shell.ts';
import { STEPS } from './steps.ts';
import { SUPPORT } from './support.ts';

/** Every text in German; people are addressed with “Sie”. */
export const DE: Catalog = {
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
  ...KEPT_CASES,
  ...FOLLOW_UP,
  ...SUPPORT,
  ...SHELL,
};
