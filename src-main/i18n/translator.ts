import { ENGLISH, isMessageKey } from './catalog.ts';
import type { Catalog, MessageKey } from './catalog.ts';
import { compileMessage } from './compile.ts';
import { createFormatter } from './format.ts';
import type { CompiledMessage } from './format.ts';
import type { Message, MessageRef, MessageValue, MessageValues } from './message.ts';

/** Values that every message can use. */
export interface CommonValues {
  /** The name of whoever supports the person. */
  readonly support: string;
  /** The supporter's mail address. */
  readonly supportMail: string;
}

const DEFAULT_VALUES: CommonValues = { support: 'RadBee', supportMail: 'support@radbee.com' };

/** Returns the text for a key with its values filled in. Throws for an argument without a value. */
export type Translate = (key: MessageKey, values?: MessageValues) => string;

/**
 * Returns the `t` of one language. Numbers and plurals follow the language, dates `dateLocale` or else the language, and a list
 * of names is joined as the language does it.
 */
export function createTranslator(
  { language, messages }: Catalog,
  commonValues: CommonValues = DEFAULT_VALUES,
  dateLocale?: string,
): Translate {
  const format = createFormatter(language, dateLocale);
  const compiled = new Map<MessageKey, CompiledMessage>();
  const nameOf = (value: string | MessageRef): string => (typeof value === 'string' ? value : t(value.key));
  const toText = (value: MessageValue): string | number => {
    if (typeof value === 'number') return value;
    return Array.isArray(value) ? joinNames(value.map(nameOf), language) : nameOf(value);
  };
  const t: Translate = (key, values = {}) => {
    let message = compiled.get(key);
    if (message === undefined) {
      const source = messages[key];
      message = typeof source === 'string' ? compileMessage(source) : source;
      compiled.set(key, message);
    }
    const texts = Object.entries(values).map(([name, value]) => [name, toText(value)]);
    return format(message, { ...commonValues, ...Object.fromEntries(texts) });
  };
  return t;
}

/** English, the language of the CLI and of everything that leaves this computer. */
export const tEnglish: Translate = createTranslator(ENGLISH);

/** Returns a message in English. */
export function inEnglish({ key, values }: Message): string {
  return tEnglish(key, values);
}

/** A message from outside, with keys that nobody has checked. */
export interface ReceivedMessage {
  readonly key: string;
  readonly values: Readonly<
    Record<string, string | number | { readonly key: string } | (string | { readonly key: string })[]>
  >;
}

/**
 * Translates a message from outside. Returns `english`, which came along with it, where there is no message or where
 * another version of the app made it, with keys or values that this one does not know.
 */
export function formatUntrusted(
  t: Translate,
  received: ReceivedMessage | null | undefined,
  english: string,
): string {
  if (received === null || received === undefined || !isKnown(received)) return english;
  try {
    return t(received.key, received.values);
  } catch {
    return english;
  }
}

function isKnown(received: ReceivedMessage): received is Message {
  return [received, ...Object.values(received.values).flat()].every(
    (value) => typeof value !== 'object' || isMessageKey(value.key),
  );
}

/** Joins names to a list. Where a name has a comma itself, semicolons separate them. */
function joinNames(names: readonly string[], language: string): string {
  const hasCommas = names.some((name) => name.includes(','));
  return new Intl.ListFormat(language, { type: 'conjunction' })
    .formatToParts(names)
    .map(({ type, value }) => (type === 'literal' && hasCommas ? value.replace(',', ';') : value))
    .join('');
}

/** Returns a number of bytes for people to read. */
export function formatBytes(t: Translate, bytes: number): string {
  if (bytes < 1024) return t('size.bytes', { count: bytes });
  if (bytes < 1024 * 1024) return t('size.kilobytes', { count: bytes / 1024 });
  return t('size.megabytes', { count: bytes / 1024 / 1024 });
}
