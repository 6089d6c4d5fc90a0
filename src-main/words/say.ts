import { IntlMessageFormat } from 'intl-messageformat';

import { CATALOGS } from './catalogs.ts';
import type { MessageKey } from './en/index.ts';
import { PSEUDO } from './language.ts';
import type { Locale } from './language.ts';

/** What a text is filled with: a name, a number, a date in milliseconds, or names that are to be listed. */
export type MessageValue = string | number | readonly string[];
export type MessageValues = Readonly<Record<string, MessageValue>>;

/** Values that every text may name without being given them. */
export interface Standing {
  /** Who supports the person, by name. */
  readonly support: string;
  /** The supporter's mail address. */
  readonly supportMail: string;
}

export const DEFAULT_STANDING: Standing = { support: 'RadBee', supportMail: 'support@radbee.com' };

/** Gives the text for a key, with its values filled in. Throws for a value that the text names and was not given. */
export type Say = (key: MessageKey, values?: MessageValues) => string;

/**
 * Makes the speaker of one language. Numbers, dates and plurals follow the language; a value that is a list of names is
 * joined as the language does it. `standing` says who the supporter is.
 */
export function createSay(locale: Locale, standing: Standing = DEFAULT_STANDING): Say {
  const catalog = CATALOGS[locale];
  const rules = locale === PSEUDO ? 'en' : locale;
  const formats = new Map<MessageKey, IntlMessageFormat>();
  return (key, values = {}) => {
    let format = formats.get(key);
    if (format === undefined) {
      format = new IntlMessageFormat(catalog[key], rules, undefined, { ignoreTag: true });
      formats.set(key, format);
    }
    const filled = Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'string' || typeof value === 'number' ? value : listed(value, rules),
    ]);
    return String(format.format({ ...standing, ...Object.fromEntries(filled) }));
  };
}

/** Names in a row; where a name holds a comma itself, semicolons set them apart. */
function listed(names: readonly string[], rules: string): string {
  const hasCommas = names.some((name) => name.includes(','));
  return new Intl.ListFormat(rules, { type: 'conjunction' })
    .formatToParts(names)
    .map(({ type, value }) => (type === 'literal' && hasCommas ? value.replace(',', ';') : value))
    .join('');
}

/** A number of bytes as a person reads it. */
export function sayBytes(say: Say, bytes: number): string {
  if (bytes < 1024) return say('size.bytes', { count: bytes });
  if (bytes < 1024 * 1024) return say('size.kilobytes', { count: bytes / 1024 });
  return say('size.megabytes', { count: bytes / 1024 / 1024 });
}
