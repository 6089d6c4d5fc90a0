import en from './en.json' with { type: 'json' };
import type { CompiledMessage } from './format.ts';
import type { Language } from './language.ts';

/** The key of a message. The English file defines which there are. */
export type MessageKey = keyof typeof en;

/**
 * The messages of one language by their keys: ICU messages when Node runs the sources, compiled ones in a build
 * (build/precompile-messages.ts).
 */
export type Messages = Readonly<Record<MessageKey, CompiledMessage>>;

/** Messages, and the language whose rules for plurals, numbers and dates they follow. */
export interface Catalog {
  readonly language: Language;
  readonly messages: Messages;
}

/** Always loaded: evidence, mail and CLI are in English. */
export const ENGLISH: Catalog = { language: 'en', messages: en };

/** Returns whether the app has a message with this key. */
export function isMessageKey(key: string): key is MessageKey {
  return Object.hasOwn(en, key);
}
