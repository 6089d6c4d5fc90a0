import { isPluralElement, isSelectElement, parse, TYPE } from '@formatjs/icu-messageformat-parser';
import type { MessageFormatElement } from '@formatjs/icu-messageformat-parser';

import { compileMessage } from '../compile.ts';

/** The ICU messages of a language file by their keys. */
export type MessageFile = Readonly<Record<string, string>>;

/**
 * Compares a language file with the English one, which may be the file itself. Returns what is wrong, one line for each key
 * that is missing or unknown, cannot be compiled, or takes other arguments than the English message.
 */
export function messageProblems(language: string, messages: MessageFile, english: MessageFile): string[] {
  const missing = Object.keys(english)
    .filter((key) => !Object.hasOwn(messages, key))
    .map((key) => `${language}.json: ${key} is missing`);
  const wrong = Object.entries(messages).flatMap(([key, message]) => {
    const source = Object.hasOwn(english, key) ? english[key] : undefined;
    if (source === undefined) return `${language}.json: ${key} is not in en.json`;
    try {
      compileMessage(message);
      const [own, expected] = [argumentsOf(message).join(', '), argumentsOf(source).join(', ')];
      return own === expected
        ? []
        : `${language}.json: ${key} takes ${own || 'no argument'}, in English ${expected || 'none'}`;
    } catch (error) {
      return `${language}.json: ${key}: ${error instanceof Error ? error.message : 'cannot be compiled'}`;
    }
  });
  return [...missing, ...wrong];
}

const KINDS: Readonly<Record<number, string>> = {
  [TYPE.argument]: 'text',
  [TYPE.number]: 'number',
  [TYPE.date]: 'date',
  [TYPE.time]: 'time',
};

/** Returns the arguments of a message with their kinds, each once and sorted. Throws for a message that cannot be parsed. */
export function argumentsOf(message: string): string[] {
  return [...new Set(elementsToArguments(parse(message, { ignoreTag: true })))].sort();
}

function elementsToArguments(elements: readonly MessageFormatElement[]): string[] {
  return elements.flatMap((element) => {
    if (element.type === TYPE.literal || element.type === TYPE.pound) return [];
    if (!isPluralElement(element) && !isSelectElement(element))
      return `${element.value}: ${KINDS[element.type] ?? 'unknown'}`;
    // Plural forms differ by language, the options of a select do not.
    const kind = isPluralElement(element)
      ? 'plural'
      : `select ${Object.keys(element.options).sort().join(' ')}`;
    const inner = Object.values(element.options).flatMap(({ value }) => elementsToArguments(value));
    return [`${element.value}: ${kind}`, ...inner];
  });
}
