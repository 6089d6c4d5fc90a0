import { ENGLISH, isMessageKey } from './catalog.ts';
import type { Catalog, MessageKey, Messages } from './catalog.ts';
import { compileMessage } from './compile.ts';
import type { CompiledMessage, MessagePart } from './format.ts';

const PLAIN = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
const ACCENTED = Array.from('åƀçđéƒĝĥîĵķļɱñöþǫŕšţûṽŵẋýžÅƁÇĐÉƑĜĤÎĴĶĻṀÑÖÞǪŔŠŢÛṼŴẊÝŽ');
/** In words, so that it wraps as a text does. */
const FILLER = 'ļöŕéɱ îþšûɱ đöļöŕ šîţ åɱéţ çöñšéç ';
const LONGER_BY = 0.4;

/**
 * Returns a message that no language writes and everybody can read: every letter with an accent, two fifths longer, in
 * brackets. What stays unchanged on the screen is hard-coded, and where a bracket is missing a text is clipped. Arguments
 * and plural forms stay as they are.
 */
export function pseudoMessage(message: CompiledMessage): CompiledMessage {
  const more = Math.ceil(literalLength(message) * LONGER_BY);
  const filler = FILLER.repeat(Math.ceil(more / FILLER.length)).slice(0, more);
  return ['[', ...accent(message), ` ${filler.trimEnd()}]`];
}

/** Every English message in the pseudo-language. */
export const PSEUDO_CATALOG: Catalog = { language: 'en', messages: pseudoMessages(ENGLISH.messages) };

function pseudoMessages(english: Messages): Messages {
  const messages: Record<MessageKey, CompiledMessage> = { ...english };
  for (const key of Object.keys(english).filter(isMessageKey)) {
    const message = english[key];
    messages[key] = pseudoMessage(typeof message === 'string' ? compileMessage(message) : message);
  }
  return messages;
}

function partsOf(message: CompiledMessage): readonly MessagePart[] {
  return typeof message === 'string' ? [message] : message;
}

function accent(message: CompiledMessage): MessagePart[] {
  return partsOf(message).map((part) => {
    if (typeof part === 'string')
      return Array.from(part, (char) => ACCENTED[PLAIN.indexOf(char)] ?? char).join('');
    if (part.length === 1 || (part[0] !== 'plural' && part[0] !== 'select')) return part;
    const options = Object.entries(part[2]).map(([name, option]) => [name, accent(option)]);
    return [part[0], part[1], Object.fromEntries(options)];
  });
}

function literalLength(message: CompiledMessage): number {
  let length = 0;
  for (const part of partsOf(message)) {
    if (typeof part === 'string') length += part.length;
    else if (part.length === 3 && (part[0] === 'plural' || part[0] === 'select'))
      for (const option of Object.values(part[2])) length += literalLength(option);
  }
  return length;
}
