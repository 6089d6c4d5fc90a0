import {
  MAX_LINKS,
  MAX_TEXT_LENGTH,
  PROFILE_VERSION,
  supportProfileSchema,
} from '../contract/support/support-profile.ts';
import { DEFAULT_SUPPORT } from '../contract/support/default-support.ts';
import type { ProfileProblem, Support, SupportProfile } from '../contract/support/support-profile.ts';
import { MAX_PROFILE_BYTES } from '../contract/values.ts';
import { oneLine } from '../evidence/documents/plain-text.ts';
import { message } from '../i18n/message.ts';
import type { Message } from '../i18n/message.ts';

/** A profile that was read: the support contact it names, or the first problem. */
export type ProfileReading =
  | { readonly ok: true; readonly support: Support }
  | { readonly ok: false; readonly problem: ProfileProblem };

/**
 * Reads a support profile strictly: UTF-8, JSON, every key known and none twice, every value within its limits. Returns
 * the first problem as a sentence that quotes nothing of the file but the path of a key, cut and made visible. Never
 * throws.
 */
export function readProfile(bytes: Uint8Array): ProfileReading {
  if (bytes.length > MAX_PROFILE_BYTES)
    return problem(message('profile.too-large', { most: MAX_PROFILE_BYTES / 1024 }));
  let text: string;
  try {
    // Drops the byte order mark that Notepad writes.
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return problem(message('profile.no-utf8'));
  }
  if (text.trim() === '') return problem(message('profile.empty'));
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return problem(message('profile.no-json'), lineOf(error, text));
  }
  const profile = supportProfileSchema.safeParse(json, { reportInput: true });
  if (!profile.success) return problem(reasonFor(profile.error.issues[0]));
  const twice = repeatedKey(text, profile.data);
  if (twice !== null) return problem(message('profile.twice', { name: twice }));
  return { ok: true, support: supportOf(profile.data) };
}

function problem(reason: Message, line: number | null = null): ProfileReading {
  return { ok: false, problem: { line, reason } };
}

function supportOf({ name, mail, subject, ticket, product, links }: SupportProfile): Support {
  return {
    name,
    mail,
    subject: subject ?? DEFAULT_SUPPORT.subject,
    ticket: ticket ?? null,
    product: product ?? null,
    links: (links ?? []).map((link) => ({ ...link, address: new URL(link.address).href })),
  };
}

/** The line of a syntax error, as far as V8's message has its position. */
function lineOf(error: unknown, text: string): number | null {
  const position = error instanceof Error ? / at position (\d+)/u.exec(error.message)?.[1] : undefined;
  return position === undefined ? null : text.slice(0, Number(position)).split('\n').length;
}

const tooLong = (name: string, most: number): Message => message('profile.wrong.text', { name, most });

/** The reason for a value that does not fit, by the last key of its path. */
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

const MAX_PATH_LENGTH = 40;

type Issue = NonNullable<ReturnType<typeof supportProfileSchema.safeParse>['error']>['issues'][number];

function reasonFor(issue: Issue | undefined): Message {
  const path = [
    ...(issue?.path ?? []),
    ...(issue?.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : []),
  ];
  const key = path.findLast((step) => typeof step === 'string');
  if (issue === undefined || key === undefined) return message('profile.no-object');
  const name = oneLine(path.join('.'), MAX_PATH_LENGTH);
  if (issue.code === 'unrecognized_keys') return message('profile.unknown', { name });
  return issue.input === undefined
    ? message('profile.missing', { name })
    : (WRONG[key]?.(name) ?? message('profile.no-object'));
}

/** A key that stands twice in one object: a reader sees the first, the program takes the last. Null if none does. */
function repeatedKey(text: string, profile: SupportProfile): string | null {
  const left = keysOf(JSON.stringify(profile));
  for (const key of keysOf(text)) {
    const at = left.indexOf(key);
    if (at < 0) return key;
    left.splice(at, 1);
  }
  return null;
}

/** The keys of every object in valid JSON, in order: the strings in front of a colon. */
function keysOf(json: string): string[] {
  const keys: string[] = [];
  for (let start = json.indexOf('"'); start >= 0;) {
    let end = start + 1;
    while (end < json.length && json[end] !== '"') end += json[end] === '\\' ? 2 : 1;
    end += 1;
    if (json.slice(end).trimStart().startsWith(':')) keys.push(String(JSON.parse(json.slice(start, end))));
    start = json.indexOf('"', end);
  }
  return keys;
}
