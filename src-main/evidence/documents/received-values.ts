import type { ReceivedMessage } from '../../i18n/translator.ts';
import { oneLine } from './plain-text.ts';

/** The values of a message that a document words in its own way; empty where there is none of that name. */
export interface Values {
  readonly text: (name: string) => string;
  /** Names, joined as in a sentence; a host by its id. */
  readonly list: (name: string) => string;
}

const MAX_VALUE_LENGTH = 200;
const MAX_NAMES = 10;
/** The keys of the names of hosts end with their id. */
const HOST_KEY = 'host.';

/** Returns the values of a message out of a diagnosis, which may come from outside. */
export function received(values: ReceivedMessage['values'] = {}): Values {
  const own = (name: string): ReceivedMessage['values'][string] | undefined =>
    Object.hasOwn(values, name) ? values[name] : undefined;
  const nameOf = (value: string | { readonly key: string }): string => {
    const name = typeof value === 'string' ? value : value.key;
    return oneLine(name.startsWith(HOST_KEY) ? name.slice(HOST_KEY.length) : name, MAX_VALUE_LENGTH);
  };
  return {
    text: (name) => {
      const value = own(name);
      return typeof value === 'number' || typeof value === 'string'
        ? oneLine(String(value), MAX_VALUE_LENGTH)
        : '';
    },
    list: (name) => {
      const value = own(name);
      return Array.isArray(value) ? namesInSentence(value.slice(0, MAX_NAMES).map(nameOf)) : '';
    },
  };
}

/** Returns `us`, `us and eu`, `us, eu and au`. */
export function namesInSentence(names: readonly string[]): string {
  return [names.slice(0, -1).join(', '), ...names.slice(-1)].filter((part) => part !== '').join(' and ');
}
