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

/**
 * Every text that a person sees, in English, as ICU messages (unicode.org, "MessageFormat") by their keys.
 *
 * To add a text: put its key and the English words into the file of its area here, and the same key into the file of the
 * same name of every other language; without that it does not compile. `{support}` and `{supportMail}` stand for the
 * supporter in every text, so that no text names one. In the window, `const { say } = useWords()` gives `say(key, values)`.
 */
export const EN = {
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
} as const;

/** The name of a text; it tells where the text stands. */
export type MessageKey = keyof typeof EN;

/** The texts of one language: one for every key. */
export type Catalog = Readonly<Record<MessageKey, string>>;
