/**
 * An ICU message as compile.ts makes it, which is formatted without a parser: a text as it stands, or parts in a row. A part
 * is a text, `[name]` for an argument, `['#']` for the number of the plural around it, or an argument with what is needed to
 * format it.
 */
export type CompiledMessage = string | readonly MessagePart[];

export type MessagePart =
  | string
  | readonly [name: string]
  | readonly ['number', name: string, options: Intl.NumberFormatOptions]
  | readonly ['date', name: string, options: Intl.DateTimeFormatOptions]
  | readonly ['plural' | 'select', name: string, options: Readonly<Record<string, CompiledMessage>>];

type Values = Readonly<Record<string, string | number>>;

/**
 * Makes the formatter of one language, which writes dates as `dateLocale` does. What it returns takes a compiled message and
 * the values of its arguments, dates in milliseconds, and throws for an argument without a value.
 */
export function createFormatter(
  language: string,
  dateLocale = language,
): (message: CompiledMessage, values: Values) => string {
  const numberFormat = memoize(
    (options: Intl.NumberFormatOptions) => new Intl.NumberFormat(language, options),
  );
  const dateFormat = memoize(
    (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(dateLocale, options),
  );
  const pluralRules = memoize((options: Intl.PluralRulesOptions) => new Intl.PluralRules(language, options));

  const formatPart = (part: MessagePart, values: Values): string => {
    if (typeof part === 'string') return part;
    const name = part.length === 1 ? part[0] : part[1];
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    if (value === undefined) throw new Error(`No value for the argument "${name}"`);
    if (part.length === 1) return name === '#' ? numberFormat({}).format(Number(value)) : String(value);
    switch (part[0]) {
      case 'number':
        return numberFormat(part[2]).format(Number(value));
      case 'date':
        return dateFormat(part[2]).format(Number(value));
      case 'select':
        return format(optionOf(part[2], String(value)), values);
      case 'plural': {
        const count = Number(value);
        const form = Object.hasOwn(part[2], `=${count}`) ? `=${count}` : pluralRules({}).select(count);
        return format(optionOf(part[2], form), { ...values, '#': count });
      }
    }
  };
  const format = (message: CompiledMessage, values: Values): string =>
    typeof message === 'string' ? message : message.map((part) => formatPart(part, values)).join('');
  return format;
}

function optionOf(options: Readonly<Record<string, CompiledMessage>>, name: string): CompiledMessage {
  return (Object.hasOwn(options, name) ? options[name] : options['other']) ?? '';
}

/** Formatters of Intl are slow to make, and most messages ask for the same ones. */
function memoize<Options, Format>(create: (options: Options) => Format): (options: Options) => Format {
  const made = new Map<string, Format>();
  return (options) => {
    const key = JSON.stringify(options);
    const format = made.get(key) ?? create(options);
    made.set(key, format);
    return format;
  };
}
