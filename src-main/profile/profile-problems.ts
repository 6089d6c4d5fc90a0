import type { ValueNode } from '@humanwhocodes/momoa';

import { LONGEST_TEXT, MOST_LINKS, PROFILE_VERSION } from '../contract/profile.ts';
import type { ProfileProblem, supportProfileSchema } from '../contract/profile.ts';
import { oneLine } from '../evidence/plain-text.ts';

/** One thing that the schema does not take. */
type Issue = NonNullable<ReturnType<typeof supportProfileSchema.safeParse>['error']>['issues'][number];

const onOneLine = (most: number): string => `must be a text on one line, of at most ${most} characters`;

/** What each key takes, to stand behind its name. */
const RULES: Readonly<Record<string, string>> = {
  version: `must be ${PROFILE_VERSION}`,
  name: onOneLine(LONGEST_TEXT.name),
  mail: 'must be one plain mail address, for example support@example.com',
  subject: onOneLine(LONGEST_TEXT.subject),
  ticket: `must be a number or a short name of letters, digits, dots and dashes, of at most ${LONGEST_TEXT.ticket} characters`,
  product: onOneLine(LONGEST_TEXT.product),
  links: `must be a list of at most ${MOST_LINKS} links, each with "for", "label" and "address"`,
  for: 'must be "guide", "connection" or "other"',
  label: onOneLine(LONGEST_TEXT.label),
  address: `must be a page that begins with https:// and has a host name, of at most ${LONGEST_TEXT.address} characters`,
};

const LONGEST_KEY = 40;
const quoted = (key: string): string => `"${oneLine(key, LONGEST_KEY)}"`;

/** What one complaint of the schema means for the person who writes the file, each with the line of its key. */
export function problemOf(issue: Issue, body: ValueNode): ProfileProblem[] {
  const path = issue.path.filter((step) => typeof step !== 'symbol');
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      line: lineOf([...path, key], body).line,
      reason: `${quoted(key)} is nothing that a support profile can set. Take it out.`,
    }));
  }
  const { line, isThere } = lineOf(path, body);
  const key = path.findLast((step) => typeof step === 'string');
  if (key === undefined)
    return [{ line, reason: 'A support profile is one JSON object, from { to } with keys in it.' }];
  const reason = isThere
    ? `${quoted(key)} ${RULES[key] ?? 'is not as it should be'}.`
    : `${quoted(key)} is missing. It ${RULES[key] ?? 'is needed'}.`;
  return [{ line, reason }];
}

/** Keys that stand twice in one object: whoever reads the file sees the one, and the program takes the other. */
export function keysTwice(node: ValueNode): ProfileProblem[] {
  if (node.type === 'Array') return node.elements.flatMap(({ value }) => keysTwice(value));
  if (node.type !== 'Object') return [];
  const seen = new Set<string>();
  return node.members.flatMap(({ name, value }) => {
    const key = nameOf(name);
    const own = seen.has(key)
      ? [{ line: name.loc.start.line, reason: `${quoted(key)} stands twice. Take one out.` }]
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
