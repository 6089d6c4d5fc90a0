import type { ValueNode } from '@humanwhocodes/momoa';

import { LONGEST_TEXT, MOST_LINKS, PROFILE_VERSION } from '../contract/profile.ts';
import type { supportProfileSchema } from '../contract/profile.ts';
import { oneLine } from '../evidence/plain-text.ts';
import type { MessageKey } from '../words/en/index.ts';
import { phrase } from '../words/phrase.ts';
import type { Phrase, PhraseValues } from '../words/phrase.ts';

/** One thing that the schema does not take. */
type Issue = NonNullable<ReturnType<typeof supportProfileSchema.safeParse>['error']>['issues'][number];

/** The texts for what can be wrong with a profile. */
export type ProblemKey = Extract<MessageKey, `profile.${string}`>;

/** Where nothing in the file is to blame. */
export const NOWHERE = { where: 'file', line: 0 } as const;

/** A problem as the person is told it; its line stands in the sentence, too. */
export interface FoundProblem {
  /** Counted from 1; null when it is about the whole file. */
  readonly line: number | null;
  readonly reason: Phrase;
}

/** A problem with the sentence for it. */
export function problemAt(line: number | null, key: ProblemKey, values: PhraseValues = {}): FoundProblem {
  return { line, reason: phrase(key, { ...(line === null ? NOWHERE : { where: 'line', line }), ...values }) };
}

interface Rule {
  readonly key: ProblemKey;
  readonly most?: number;
}
const onOneLine = (most: number): Rule => ({ key: 'profile.rule.text', most });

/** What each key takes. */
const RULES: Readonly<Record<string, Rule>> = {
  version: { key: 'profile.rule.version', most: PROFILE_VERSION },
  name: onOneLine(LONGEST_TEXT.name),
  mail: { key: 'profile.rule.mail' },
  subject: onOneLine(LONGEST_TEXT.subject),
  ticket: { key: 'profile.rule.ticket', most: LONGEST_TEXT.ticket },
  product: onOneLine(LONGEST_TEXT.product),
  links: { key: 'profile.rule.links', most: MOST_LINKS },
  for: { key: 'profile.rule.for' },
  label: onOneLine(LONGEST_TEXT.label),
  address: { key: 'profile.rule.address', most: LONGEST_TEXT.address },
};

const LONGEST_KEY = 40;
const shown = (key: string): string => oneLine(key, LONGEST_KEY);

/** What one complaint of the schema means for the person who writes the file, each with the line of its key. */
export function problemOf(issue: Issue, body: ValueNode): FoundProblem[] {
  const path = issue.path.filter((step) => typeof step !== 'symbol');
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) =>
      problemAt(lineOf([...path, key], body).line, 'profile.unknown-key', { key: shown(key) }),
    );
  }
  const { line, isThere } = lineOf(path, body);
  const key = path.findLast((step) => typeof step === 'string');
  const rule = key === undefined ? undefined : RULES[key];
  if (key === undefined || rule === undefined) return [problemAt(line, 'profile.no-object')];
  const values = rule.most === undefined ? {} : { most: rule.most };
  return [problemAt(line, rule.key, { key: shown(key), isThere: isThere ? 'yes' : 'no', ...values })];
}

/** Keys that stand twice in one object: whoever reads the file sees the one, and the program takes the other. */
export function keysTwice(node: ValueNode): FoundProblem[] {
  if (node.type === 'Array') return node.elements.flatMap(({ value }) => keysTwice(value));
  if (node.type !== 'Object') return [];
  const seen = new Set<string>();
  return node.members.flatMap(({ name, value }) => {
    const key = nameOf(name);
    const own = seen.has(key)
      ? [problemAt(name.loc.start.line, 'profile.key-twice', { key: shown(key) })]
      : [];
    seen.add(key);
    return [...own, ...keysTwice(value)];
  });
}

/** The line of a key or an element; where it is missing, the line of what it is missing in. */
function lineOf(
  path: readonly (string | number)[],
  body: ValueNode,
): { readonly line: number; readonly isThere: boolean } {
  let node = body;
  let line = body.loc.start.line;
  for (const step of path) {
    if (node.type === 'Object') {
      const member = node.members.findLast(({ name }) => nameOf(name) === step);
      if (member === undefined) return { line, isThere: false };
      line = member.name.loc.start.line;
      node = member.value;
    } else if (node.type === 'Array' && typeof step === 'number') {
      const element = node.elements[step];
      if (element === undefined) return { line, isThere: false };
      line = element.loc.start.line;
      node = element.value;
    } else return { line, isThere: false };
  }
  return { line, isThere: true };
}

type NameNode = Extract<ValueNode, { type: 'Object' }>['members'][number]['name'];

function nameOf(name: NameNode): string {
  return name.type === 'String' ? name.value : name.name;
}
