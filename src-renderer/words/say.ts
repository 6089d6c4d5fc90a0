import { IntlMessageFormat } from 'intl-messageformat';

import { EN } from './en.ts';

export type MessageKey = keyof typeof EN;
export type MessageValues = Readonly<Record<string, string | number>>;

const LOCALE = 'en';
const formats = new Map<MessageKey, IntlMessageFormat>();

/** The text for a key, with its values filled in. */
export function say(key: MessageKey, values: MessageValues = {}): string {
  let format = formats.get(key);
  if (format === undefined) {
    format = new IntlMessageFormat(EN[key], LOCALE, undefined, { ignoreTag: true });
    formats.set(key, format);
  }
  return String(format.format({ ...values }));
}

/** A number of bytes as a person reads it. */
export function sayBytes(bytes: number): string {
  if (bytes < 1024) return say('size.bytes', { count: bytes });
  if (bytes < 1024 * 1024) return say('size.kilobytes', { count: bytes / 1024 });
  return say('size.megabytes', { count: bytes / 1024 / 1024 });
}
