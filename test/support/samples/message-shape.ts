import { isPluralElement, isSelectElement, parse, TYPE } from '@formatjs/icu-messageformat-parser';
import type { MessageFormatElement } from '@formatjs/icu-messageformat-parser';

import { argumentsOf } from '../../../src-main/i18n/build/message-problems.ts';
import type { MessageValues } from '../../../src-main/i18n/message.ts';

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
export function sampleValues(message: string): MessageValues[] {
  const options = new Map<string, (string | number)[]>();
  for (const argument of argumentsOf(message)) {
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
