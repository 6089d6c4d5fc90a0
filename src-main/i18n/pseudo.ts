import { isPluralElement, isSelectElement, parse, TYPE } from '@formatjs/icu-messageformat-parser';
import type { MessageFormatElement } from '@formatjs/icu-messageformat-parser';

import { EN } from './en/index.ts';
import type { Texts } from './translator.ts';

const PLAIN = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
const ACCENTED = Array.from('åƀçđéƒĝĥîĵķļɱñöþǫŕšţûṽŵẋýžÅƁÇĐÉƑĜĤÎĴĶĻṀÑÖÞǪŔŠŢÛṼŴẊÝŽ');
/** What makes a text longer; in words, so that it breaks as a text does. */
const FILLER = 'ļöŕéɱ îþšûɱ đöļöŕ šîţ åɱéţ çöñšéç ';
const LONGER_BY = 0.4;

interface Piece {
  readonly start: number;
  readonly end: number;
}

/**
 * A text as no language writes it and everybody can read it: every letter with an accent, two fifths longer, in brackets.
 * What is not changed on the screen never went through the words, and a bracket that cannot be seen was cut off.
 * Arguments and the forms of plurals stay as they are, letter for letter. Takes and gives ICU message format.
 */
export function pseudoText(message: string): string {
  const pieces = literals(parse(message, { ignoreTag: true, captureLocation: true }));
  let text = '';
  let position = 0;
  for (const { start, end } of pieces) {
    text += message.slice(position, start) + withAccents(message.slice(start, end));
    position = end;
  }
  text += message.slice(position);
  const more = Math.ceil(pieces.reduce((sum, { start, end }) => sum + end - start, 0) * LONGER_BY);
  const filler = FILLER.repeat(Math.ceil(more / FILLER.length)).slice(0, more);
  return `[${text} ${filler.trimEnd()}]`;
}

/** Every English text as pseudo-text. */
export const PSEUDO_TEXTS: Texts = { rules: 'en', textOf: (key) => pseudoText(EN[key]) };

/** Where the plain words of a message stand in it, in their order. */
function literals(elements: readonly MessageFormatElement[]): Piece[] {
  return elements.flatMap((element) => {
    if (element.type === TYPE.literal) {
      const { location } = element;
      return location === undefined ? [] : [{ start: location.start.offset, end: location.end.offset }];
    }
    return isPluralElement(element) || isSelectElement(element)
      ? Object.values(element.options).flatMap(({ value }) => literals(value))
      : [];
  });
}

function withAccents(text: string): string {
  return Array.from(text, (char) => ACCENTED[PLAIN.indexOf(char)] ?? char).join('');
}
