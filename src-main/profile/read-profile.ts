import { evaluate, parse } from '@humanwhocodes/momoa';
import type { DocumentNode } from '@humanwhocodes/momoa';

import { MAX_PROFILE_BYTES, supportProfileSchema } from '../contract/profile.ts';
import { DEFAULT_SUPPORT } from '../contract/default-support.ts';
import type { ProfileProblem, Support, SupportProfile } from '../contract/profile.ts';
import { message } from '../i18n/message.ts';
import type { Message } from '../i18n/message.ts';
import { keysTwice, problemOf } from './profile-problems.ts';

/** A profile that was read: whom it names, or the first thing that is wrong with it. */
export type ProfileReading =
  | { readonly ok: true; readonly support: Support }
  | { readonly ok: false; readonly problem: ProfileProblem };

/**
 * Reads a support profile strictly: UTF-8, JSON, every key known and none twice, every value within its limits. Gives
 * the first thing that is wrong with its line and a sentence; the file's own words are repeated only as far as a key's
 * name, cut and made visible. Never throws.
 */
export function readProfile(bytes: Uint8Array): ProfileReading {
  if (bytes.length > MAX_PROFILE_BYTES)
    return wrong(null, message('profile.too-large', { most: MAX_PROFILE_BYTES / 1024 }));
  const text = decode(bytes);
  if (text === null) return wrong(lineOfBadByte(bytes), message('profile.no-utf8'));
  if (text.trim() === '') return wrong(null, message('profile.empty'));
  let document: DocumentNode;
  try {
    document = parse(text, { mode: 'json' });
  } catch (error) {
    return wrong(lineOf(error), message('profile.no-json'));
  }
  const value = evaluate(document);
  const profile = supportProfileSchema.safeParse(value);
  const problems = [
    ...keysTwice(document.body),
    ...(profile.error?.issues ?? []).flatMap((issue) => problemOf(issue, document.body)),
  ];
  const [first] = problems.sort((one, other) => (one.line ?? 0) - (other.line ?? 0));
  if (first !== undefined) return { ok: false, problem: first };
  return profile.success
    ? { ok: true, support: supportOf(profile.data) }
    : wrong(null, message('profile.no-object'));
}

function wrong(line: number | null, reason: Message): ProfileReading {
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

/** Notepad puts a byte order mark in front. */
function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function lineOfBadByte(bytes: Uint8Array): number {
  const text = Buffer.from(bytes).toString('utf8');
  return text.slice(0, text.indexOf('\ufffd')).split('\n').length;
}

function lineOf(error: unknown): number | null {
  return error instanceof Error && 'line' in error && typeof error.line === 'number' ? error.line : null;
}
