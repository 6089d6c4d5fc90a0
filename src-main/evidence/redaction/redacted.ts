import { createHash } from 'node:crypto';

import { cutBeforeTag } from './tags.ts';

/** A private member, so that no other type fits by its form, and a changed copy (`{ ...diagnosis, notes }`) loses the mark. */
declare class Mark {
  private readonly redacted: true;
}

/** A value that the redactor has made. All that shows, sends, copies or writes something takes this alone. */
export type Redacted<T> = T & Mark;
export type RedactedText = Redacted<string>;

/** Marks a value. Only for redactor.ts and the functions below, as test/architecture.test.ts checks. */
export function markRedacted<T>(value: T): Redacted<T> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return value as Redacted<T>;
}

/** What may stand in a sentence of the app. */
type Filling = string | number | Date;

/** Redacted if every text in the sentence is redacted or a literal of the source; else no more than a string. */
type Closed<F extends readonly Filling[]> = true extends {
  [I in keyof F]: string extends F[I] ? true : false;
}[number]
  ? string
  : RedactedText;

/** Returns a text made of literals and of redacted texts: ``closed`Evidence: ${path}` ``. */
export function closed<const F extends readonly Filling[]>(
  words: TemplateStringsArray,
  ...fillings: F
): Closed<F> {
  const text = words
    .map((before, index) => {
      const filling = fillings[index] ?? '';
      return `${before}${filling instanceof Date ? filling.toISOString() : filling}`;
    })
    .join('');
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return text as Closed<F>;
}

/** Returns the first characters of a redacted text; cuts neither a tag nor a surrogate pair in two. */
export function firstOf(text: RedactedText, characters: number): RedactedText {
  return markRedacted(cutBeforeTag(text, characters));
}

/** Joins redacted texts. */
export function joined(texts: readonly RedactedText[], between: '\n' | '\r\n' | ''): RedactedText {
  return markRedacted(texts.join(between));
}

/** A part of what is redacted is redacted. */
export function partOf<T, K extends keyof T>(whole: Redacted<T>, key: K): Redacted<T[K]> {
  return markRedacted(whole[key]);
}

/** What may stand next to redacted parts: redacted texts and literals, numbers, booleans, null, lists and objects of these. */
type Safe<T> = T extends string
  ? string extends T
    ? Redacted<T>
    : T
  : T extends number | boolean | null | undefined
    ? T
    : T extends readonly (infer I)[]
      ? readonly Safe<I>[]
      : Redacted<T> | { readonly [K in keyof T]: Safe<T[K]> };

/** An object in which every text is redacted, or a word of a closed list. */
export type WithRedacted<T> = { readonly [K in keyof T]: Safe<T[K]> };

/** An object of redacted parts. */
export function madeOf<T extends object>(parts: Safe<T>): Redacted<T> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return markRedacted(parts as unknown as T);
}

/** Returns the SHA-256 of bytes in hex, which gives nothing of them away. */
export function sumOf(bytes: Uint8Array): RedactedText {
  return markRedacted(createHash('sha256').update(bytes).digest('hex'));
}

/** A redacted object with further members. */
export function withMore<T extends object, M extends object>(
  whole: Redacted<T>,
  more: Safe<M>,
): Redacted<T & M> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return markRedacted(Object.assign({}, whole, more) as T & M);
}

/** Returns the value as its schema parses it: in the schema's order, without unknown fields. Throws a ZodError. */
export function parsedBy<T>(schema: { parse(value: unknown): T }, value: Redacted<object>): Redacted<T> {
  return markRedacted(schema.parse(value));
}

/** Returns a redacted value as indented JSON with a line end. */
export function jsonOf(value: Redacted<object>): RedactedText {
  return markRedacted(`${JSON.stringify(value, null, 2)}\n`);
}
