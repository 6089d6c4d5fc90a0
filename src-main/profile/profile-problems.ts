import type { ValueNode } from '@humanwhocodes/momoa';

import { MAX_TEXT_LENGTH, MAX_LINKS, PROFILE_VERSION } from '../contract/profile.ts';
import type { ProfileProblem, supportProfileSchema } from '../contract/profile.ts';
import { oneLine } from '../evidence/documents/plain-text.ts';
import { message } from '../i18n/message.ts';
import type { Message } from '../i18n/message.ts';

/** One thing that the schema does not take. */
type Issue = NonNullable<ReturnType<typeof supportProfileSchema.safeParse>['error']>['issues'][number];

/** What is wrong with each key that is there. */
const WRONG: Readonly<Record<string, (name: string) => Message>> = {
  version: (name) => message('profile.wrong.version', { name, version: PROFILE_VERSION }),
  name: (name) => tooLong(name, MAX_TEXT_LENGTH.name),
  mail: (name) => message('profile.wrong.mail', { name }),
  subject: (name) => tooLong(name, MAX_TEXT_LENGTH.subject),
  ticket: (name) => message('profile.wrong.ticket', { name, most: MAX_TEXT_LENGTH.ticket }),
  product: (name) => tooLong(name, MAX_TEXT_LENGTH.product),
  links: (name) => message('profile.wrong.links', { name, most: MAX_LINKS }),
  for: (name) => message('profile.wrong.for', { name }),
  label: (name) => tooLong(name, MAX_TEXT_LENGTH.label),
  address: (name) => message('profile.wrong.address', { name, most: MAX_TEXT_LENGTH.address }),
};

const tooLong = (name: string, most: number): Message => message('profile.wrong.text', { name, most });

const MAX_KEY_LENGTH = 40;
const shown = (key: string): string => oneLine(key, MAX_KEY_LENGTH);

/** What one complaint of the schema means for the person who writes the file, each with the line of its key. */
export function problemOf(issue: Issue, body: ValueNode): ProfileProblem[] {
  const path = issue.path.filter((step) => typeof step !== 'symbol');
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      line: lineOf([...path, key], body).line,
      reason: message('profile.unknown', { name: shown(key) }),
    }));
  }
  const { line, isThere } = lineOf(path, body);
  const key = path.findLast((step) => typeof step === 'string');
  if (key === undefined) return [{ line, reason: message('profile.no-object') }];
  const name = shown(key);
  const reason = isThere
    ? (WRONG[key]?.(name) ?? message('profile.unknown', { name }))
    : message('profile.missing', { name });
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
      ? [{ line: name.loc.start.line, reason: message('profile.twice', { name: shown(key) }) }]
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
