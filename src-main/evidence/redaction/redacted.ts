import { createHash } from 'node:crypto';

import { cutBeforeTag } from './tags.ts';

/**
 * The mark of what has been through the redactor. It is a private member, so that nothing else in the program fits the
 * type by its form, and a copy that was changed (`{ ...diagnosis, notes }`, a template, a sum of texts) loses it.
 */
declare class Mark {
  private readonly redacted: true;
}

/** A value that the redactor has made. Whatever shows, sends, copies or writes something takes this and nothing else. */
export type Redacted<T> = T & Mark;
export type RedactedText = Redacted<string>;

/**
 * Marks a value. For the redactor (`redact.ts`) and for the functions below alone, which test/architecture.test.ts sees
 * to; it is the one cast that makes the type.
 */
export function markRedacted<T>(value: T): Redacted<T> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return value as Redacted<T>;
}

/** What may stand in a sentence of ours. */
type Filling = string | number | Date;

/**
 * Redacted, if every text in the sentence is redacted itself or one of words that stand in our source. A text that is not
 * known before the program runs is `string`, and then the sentence is no more than that.
 */
type Closed<F extends readonly Filling[]> = true extends {
  [I in keyof F]: string extends F[I] ? true : false;
}[number]
  ? string
  : RedactedText;

/** Makes a text out of words that stand in our source and of redacted ones: ``closed`Evidence: ${path}` ``. */
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

/** The first characters of a redacted text, without half of a tag or a character at its end. */
export function firstOf(text: RedactedText, characters: number): RedactedText {
  return markRedacted(cutBeforeTag(text, characters));
}

/** Redacted texts, one behind the other. */
export function joined(texts: readonly RedactedText[], between: '\n' | '\r\n' | ''): RedactedText {
  return markRedacted(texts.join(between));
}

/** A part of what is redacted is redacted. */
export function partOf<T, K extends keyof T>(whole: Redacted<T>, key: K): Redacted<T[K]> {
  return markRedacted(whole[key]);
}

/**
 * What may stand beside redacted parts: texts only redacted or from a closed list; numbers, truth values and nothing as
 * they are; lists and objects of these.
 */
type Safe<T> = T extends string
  ? string extends T
    ? Redacted<T>
    : T
  : T extends number | boolean | null | undefined
    ? T
    : T extends readonly (infer I)[]
      ? readonly Safe<I>[]
      : Redacted<T> | { readonly [K in keyof T]: Safe<T[K]> };

/** An object of redacted parts. */
export function madeOf<T extends object>(parts: Safe<T>): Redacted<T> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return markRedacted(parts as unknown as T);
}

/** The SHA-256 of bytes, which tells nothing of them. */
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

/** The same value as its schema gives it: in the schema's order, and nothing that the schema does not know. */
export function parsedBy<T>(schema: { parse(value: unknown): T }, value: Redacted<object>): Redacted<T> {
  return markRedacted(schema.parse(value));
}

/** A redacted value as JSON that people can read, with a line's end. */
export function jsonOf(value: Redacted<object>): RedactedText {
  return markRedacted(`${JSON.stringify(value, null, 2)}\n`);
}
