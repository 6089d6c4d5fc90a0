import { parse, TYPE } from '@formatjs/icu-messageformat-parser';
import type {
  MessageFormatElement,
  NumberElement,
  DateElement,
  TimeElement,
} from '@formatjs/icu-messageformat-parser';

import type { CompiledMessage, MessagePart } from './format.ts';

/** The styles in use. */
const NUMBER_STYLES: Readonly<Record<string, Intl.NumberFormatOptions>> = {
  integer: { maximumFractionDigits: 0 },
};
const DATE_STYLES: Readonly<Record<string, Intl.DateTimeFormatOptions>> = {
  medium: { month: 'short', day: 'numeric', year: 'numeric' },
};
const TIME_STYLES: Readonly<Record<string, Intl.DateTimeFormatOptions>> = {
  short: { hour: 'numeric', minute: 'numeric' },
};

/**
 * Compiles an ICU message. Throws for one that cannot be parsed, and for what format.ts does not format.
 *
 * Runs when the app is built, or when sources are run; build/precompile-messages.ts keeps it and the parser out of a build.
 */
export function compileMessage(message: string): CompiledMessage {
  // Most messages have neither arguments nor quotes.
  if (!/[{}']/u.test(message)) return message;
  return compileAll(parse(message, { ignoreTag: true }));
}

function compileAll(elements: readonly MessageFormatElement[]): CompiledMessage {
  const parts = elements.map(compileElement);
  return parts.length === 1 && typeof parts[0] === 'string' ? parts[0] : parts;
}

function compileElement(element: MessageFormatElement): MessagePart {
  switch (element.type) {
    case TYPE.literal:
      return element.value;
    case TYPE.pound:
      return ['#'];
    case TYPE.argument:
      return [element.value];
    case TYPE.number:
      return ['number', element.value, numberOptions(element)];
    case TYPE.date:
      return ['date', element.value, optionsOf(DATE_STYLES, element)];
    case TYPE.time:
      return ['date', element.value, optionsOf(TIME_STYLES, element)];
    case TYPE.plural:
      if (element.pluralType !== 'cardinal' || element.offset !== 0)
        throw unsupported(element.value, 'selectordinal and offset');
      return ['plural', element.value, compileOptions(element.options)];
    case TYPE.select:
      return ['select', element.value, compileOptions(element.options)];
    case TYPE.tag:
      throw unsupported(element.value, 'tag');
  }
}

function compileOptions(
  options: Readonly<Record<string, { readonly value: readonly MessageFormatElement[] }>>,
): Readonly<Record<string, CompiledMessage>> {
  return Object.fromEntries(Object.entries(options).map(([name, { value }]) => [name, compileAll(value)]));
}

function numberOptions({ value, style }: NumberElement): Intl.NumberFormatOptions {
  if (style === null || style === undefined) return {};
  if (typeof style === 'string') return optionsOf(NUMBER_STYLES, { value, style });
  // `scale` is of ICU and unknown to Intl.
  if (style.parsedOptions.scale !== undefined) throw unsupported(value, 'scale');
  return style.parsedOptions;
}

function optionsOf<Options>(
  styles: Readonly<Record<string, Options>>,
  { value, style }: Pick<NumberElement | DateElement | TimeElement, 'value' | 'style'>,
): Options {
  const options = typeof style === 'string' && Object.hasOwn(styles, style) ? styles[style] : undefined;
  if (options === undefined) throw unsupported(value, `style ${JSON.stringify(style)}`);
  return options;
}

function unsupported(argument: string, what: string): Error {
  return new Error(`{${argument}}: ${what} is not supported`);
}
