import { escapeControlCharacters } from '../contract/input/control-characters.ts';
import type { Contact, KeptIntake } from '../contract/report/intake.ts';
import { MAX_INTAKE_LENGTH, MAX_NOTE_LENGTH } from '../contract/values.ts';
import type { Redactor } from '../evidence/redaction/redactor.ts';
import { cutBeforeTag } from '../evidence/redaction/tags.ts';

type UserTextRedactor = Pick<Redactor, 'redactUserText'>;

/** Returns what was typed without secrets and control characters, as it may be kept. */
function cleanTyped(text: string, maxLength: number, redactor: UserTextRedactor): string {
  // A tag may be longer than what it stands for.
  return cutBeforeTag(redactor.redactUserText(text), maxLength).toWellFormed();
}

/** Returns a note to support as it may be kept. */
export function cleanNote(note: string, redactor: UserTextRedactor): string {
  return cleanTyped(note, MAX_NOTE_LENGTH, redactor);
}

/** Returns the part of the intake that belongs to a check, as it may be kept. */
export function cleanKeptIntake(
  { snapshotsError, since, xrayInJira }: KeptIntake,
  redactor: UserTextRedactor,
): KeptIntake {
  return {
    snapshotsError: cleanTyped(snapshotsError, MAX_INTAKE_LENGTH, redactor),
    since: cleanTyped(since, MAX_INTAKE_LENGTH, redactor),
    xrayInJira,
  };
}

/** Returns the contact as it may be remembered: a field with anything to redact in it is no name and no address. */
export function cleanContact({ contactName, contactMail }: Contact, redactor: UserTextRedactor): Contact {
  const clean = (text: string): string => {
    const typed = escapeControlCharacters(text).trim();
    return redactor.redactUserText(text) === typed ? typed.slice(0, MAX_INTAKE_LENGTH).toWellFormed() : '';
  };
  return { contactName: clean(contactName), contactMail: clean(contactMail) };
}
