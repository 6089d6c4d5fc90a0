import type { MessageKey } from './catalog.ts';

/** Another message as a value: the name of a host, half of a sentence. */
export interface MessageRef {
  readonly key: MessageKey;
}

/** The value of an argument: a name, a number, another message, or names that are to be listed. */
export type MessageValue = string | number | MessageRef | (string | MessageRef)[];
export type MessageValues = Readonly<Record<string, MessageValue>>;

/**
 * A sentence before it is translated. It crosses from the main process to the window, which formats it in the person's
 * language.
 */
export interface Message {
  readonly key: MessageKey;
  readonly values: MessageValues;
}

/** Makes a message. What comes from the network goes into a value, never into a key. */
export function message(key: MessageKey, values: MessageValues = {}): Message {
  return { key, values };
}

/**
 * Returns the values for an argument that may be missing: `optional('proxy', …)` gives `proxy`, and `hasProxy` with `yes`
 * or `no` for the message to select by.
 */
export function optional(name: string, value: MessageValue | undefined): MessageValues {
  const has = `has${name.charAt(0).toUpperCase()}${name.slice(1)}`;
  return { [has]: value === undefined ? 'no' : 'yes', [name]: value ?? '' };
}
