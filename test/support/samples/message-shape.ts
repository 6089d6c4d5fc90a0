import { isPluralElement, isSelectElement, parse, TYPE } from '@formatjs/icu-messageformat-parser';
import type { MessageFormatElement } from '@formatjs/icu-messageformat-parser';

import type { PhraseValues } from '../../../src-main/i18n/message.ts';

const KINDS: Readonly<Record<number, string>> = {
  [TYPE.argument]: 'text',
  [TYPE.number]: 'number',
  [TYPE.date]: 'date',
  [TYPE.time]: 'time',
};

/** What a message asks for: each argument with its kind, a choice with its options. */
function argumentsOf(elements: readonly MessageFormatElement[]): string[] {
  return elements.flatMap((element) => {
    if (element.type === TYPE.literal || element.type === TYPE.pound) return [];
    if (isPluralElement(element) || isSelectElement(element)) {
      const options = Object.entries(element.options);
      const inner = options.flatMap(([, { value }]) => argumentsOf(value));
      // What a plural tells apart is each language's own affair; what a select does, is not.
      const names = options
        .map(([name]) => name)
        .sort()
        .join(' ');
      return [`${element.value}: ${isPluralElement(element) ? 'plural' : `select ${names}`}`, ...inner];
    }
    return [`${element.value}: ${KINDS[element.type] ?? 'unknown'}`];
  });
}

/** The arguments of a message, each once, in the order of the alphabet. Throws for a message that cannot be parsed. */
export function shapeOf(message: string): string[] {
  return [...new Set(argumentsOf(parse(message, { ignoreTag: true })))].sort();
}

/** The plain words of a message, without its arguments. */
export function literalsOf(message: string): string[] {
  const walk = (elements: readonly MessageFormatElement[]): string[] =>
    elements.flatMap((element) => {
      if (element.type === TYPE.literal) return [element.value];
      return isPluralElement(element) || isSelectElement(element)
        ? Object.values(element.options).flatMap(({ value }) => walk(value))
        : [];
    });
  return walk(parse(message, { ignoreTag: true }));
}

const NUMBERS = [0, 1, 2, 5, 1_234_567.8];

/** Values for a message, several times: each way that its choices can go is gone at least once. */
export function sampleValues(message: string): PhraseValues[] {
  const options = new Map<string, (string | number)[]>();
  for (const argument of shapeOf(message)) {
    const [name = '', kind = ''] = argument.split(': ');
    const own = kind.startsWith('select ')
      ? [...kind.split(' ').slice(1), 'something else']
      : kind === 'text'
        ? ['‹sample› {text} #']
        : NUMBERS;
    // An argument that is chosen by and also shown is chosen by first.
    options.set(name, [...(options.get(name) ?? []), ...own]);
  }
  let all: Record<string, string | number>[] = [{}];
  for (const [name, values] of options)
    all = all.flatMap((each) => values.map((value) => ({ ...each, [name]: value })));
  return all;
}
