import { createHmac, createSecretKey } from 'node:crypto';
import type { KeyObject } from 'node:crypto';

import type { Steps } from '../cooperative-steps.ts';

/** What was removed, as the tag names it. */
export type TagKind =
  | 'client-secret'
  | 'token'
  | 'proxy-password'
  | 'password'
  | 'authorization'
  | 'cookie'
  | 'client-id';

/** Returns the tag for a removed value. */
export type TagMaker = (kind: TagKind, value: string) => string;

/** Matches every tag. Four hex digits at most, so that nothing can hide in something that looks like a tag. */
export const TAG =
  /‹(?:client-secret|token|proxy-password|password|authorization|cookie|client-id)#[0-9a-f]{4}›/gu;

const ONE_TAG = new RegExp(`^(?:${TAG.source})$`, 'u');
const MAX_TAG_LENGTH = '‹proxy-password#0000›'.length;

/** Returns whether a text is one tag and nothing else. */
export function isTag(text: string): boolean {
  return text.startsWith('‹') && ONE_TAG.test(text);
}

/** Returns the tag for `value`, `‹token#7f3a›`: equal values get equal tags, and no one can compute it without the salt. */
export function tagFor(kind: TagKind, salt: Uint8Array, value: string): string {
  const digits = createHmac('sha256', keyOf(salt)).update(value, 'utf8').digest('hex').slice(0, 4);
  return `‹${kind}#${digits}›`;
}

/** Making a key costs five times as much as using it, and a hostile answer holds ten thousand values. */
const keys = new WeakMap<Uint8Array, KeyObject>();

function keyOf(salt: Uint8Array): KeyObject {
  const key = keys.get(salt) ?? createSecretKey(salt);
  keys.set(salt, key);
  return key;
}

/** Returns at most `length` characters of a text; cuts neither a tag nor a surrogate pair in two. */
export function cutBeforeTag(text: string, length: number): string {
  const head = text.slice(0, length);
  const open = text.length > length ? head.lastIndexOf('‹', length) : -1;
  const isInTag = open > head.lastIndexOf('›') && length - open < MAX_TAG_LENGTH;
  return (isInTag ? head.slice(0, open) : head).toWellFormed();
}

/** Returns how many values of each kind were removed from a text: every tag in it stands for one. */
export function* removalsByKind(text: string): Steps<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  for (const [tag] of text.matchAll(TAG)) {
    const kind = tag.slice(1, tag.indexOf('#'));
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
    yield;
  }
  return counts;
}

/** Returns how many values were removed from a text. */
export function* countRemovals(text: string): Steps<number> {
  let sum = 0;
  for (const count of (yield* removalsByKind(text)).values()) sum += count;
  return sum;
}
