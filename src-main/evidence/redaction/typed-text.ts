import { escapeControlCharacters } from '../../contract/input/control-characters.ts';
import type { RedactedText } from './redacted.ts';
import type { Redactor } from './redactor.ts';

/** Returns what a person or the app wrote, without secrets and control characters. */
export function redactTyped(text: string, redactor: Pick<Redactor, 'redactUserText'>): RedactedText {
  return redactor.redactUserText(escapeControlCharacters(text).trim());
}
