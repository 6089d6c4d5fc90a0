import { createHmac, createSecretKey } from 'node:crypto';
import type { KeyObject } from 'node:crypto';

import type { Steps } from '../cooperative-steps.ts';

/** What a tag says that was removed. */
export type TagKind =
  | 'client-secret'
  | 'token'
  | 'proxy-password'
  | 'password'
  | 'authorization'
  | 'cookie'
  | 'client-id';

/** Makes the tag for a value that is known by its shape only, and counts it. */
export type TagMaker = (kind: TagKind, value: string) => string;

/** Every tag in a text. No more than four hex digits stand in one, so that nothing can hide in something that looks like one. */
export const TAG =
  /‹(?:client-secret|token|proxy-password|password|authorization|cookie|client-id)#[0-9a-f]{4}›/gu;

const ONE_TAG = new RegExp(`^(?:${TAG.source})$`, 'u');

/** Returns whether a text is one tag and nothing else. */
export function isTag(text: string): boolean {
  return text.startsWith('‹') && ONE_TAG.test(text);
}

/** The tag in place of `value`, `‹token#7f3a›`: equal for equal values under one salt, and not computable without it. */
export function tagFor(kind: TagKind, salt: Uint8Array, value: string): string {
  const digits = createHmac('sha256', keyOf(salt)).update(value, 'utf8').digest('hex').slice(0, 4);
  return `‹${kind}#${digits}›`;
}

/** Making a key takes five times as long as its use, and a hostile answer holds ten thousand values. */
const keys = new WeakMap<Uint8Array, KeyObject>();

function keyOf(salt: Uint8Array): KeyObject {
  const known = keys.get(salt);
  if (known !== undefined) return known;
  const key = createSecretKey(salt);
  keys.set(salt, key);
  return key;
}

/** The beginning of a text, at most `length` characters of it; neither a tag nor a character is cut in two. */
export function cutBeforeTag(text: string, length: number): string {
  const head = text.slice(0, length);
  const open = text.length > length ? head.lastIndexOf('‹', length) : -1;
  const isInTag = open > head.lastIndexOf('›') && length - open < MAX_TAG_LENGTH;
  return (isInTag ? head.slice(0, open) : head).toWellFormed();
}

const MAX_TAG_LENGTH = '‹proxy-password#0000›'.length;

/** How many tags of each kind stand in a text. */
export function countTags(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const [tag] of text.matchAll(TAG)) {
    const kind = tag.slice(1, tag.indexOf('#'));
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return counts;
}

/** How many tags are in a text, in steps, for texts of megabytes. */
export function* tagsInSteps(text: string): Steps<number> {
  let count = 0;
  for (const _ of text.matchAll(TAG)) {
    count += 1;
    yield;
  }
  return count;
}
