import type { MessageKey } from './en/index.ts';

/** A text that stands inside of another one: the name of a host, half of a sentence. */
export interface MessageRef {
  readonly key: MessageKey;
}

/** What a text is filled with: a name, a number, another text, or names that are to be listed. */
export type PhraseValue = string | number | MessageRef | (string | MessageRef)[];
export type PhraseValues = Readonly<Record<string, PhraseValue>>;

/**
 * A sentence that has not been said yet: which text, and what it is filled with. It crosses from the main process to the
 * window, which says it in the person's language.
 */
export interface Message {
  readonly key: MessageKey;
  readonly values: PhraseValues;
}

/** Makes a phrase. What comes over the wire goes into a value, never into a key. */
export function message(key: MessageKey, values: PhraseValues = {}): Message {
  return { key, values };
}

/**
 * A value that a text may have to do without: `optional('proxy', …)` gives `proxy`, and `hasProxy` with `yes` or `no`
 * for the text to choose by.
 */
export function optional(name: string, value: PhraseValue | undefined): PhraseValues {
  const has = `has${name.charAt(0).toUpperCase()}${name.slice(1)}`;
  return { [has]: value === undefined ? 'no' : 'yes', [name]: value ?? '' };
}
