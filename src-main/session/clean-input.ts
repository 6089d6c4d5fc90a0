import { escapeControlCharacters } from '../contract/input/control-characters.ts';
import type { Contact, Intake, KeptIntake } from '../contract/report/intake.ts';
import { MAX_INTAKE_LENGTH } from '../contract/report/empty-intake.ts';
import { MAX_NOTE_LENGTH } from '../contract/values.ts';
import type { RedactedIntake } from '../evidence/documents/diagnosis-document.ts';
import type { RedactedText } from '../evidence/redaction/redacted.ts';
import type { Redactor } from '../evidence/redaction/redactor.ts';
import { cutBeforeTag } from '../evidence/redaction/tags.ts';

type UserTextRedactor = Pick<Redactor, 'redactUserText'>;

/** Returns what was typed without secrets and control characters, as it may be kept. */
function cleanTyped(text: string, maxLength: number, redactor: UserTextRedactor): string {
  const redacted = redactor.redactUserText(escapeControlCharacters(text).trim());
  // A tag may be longer than what it stands for.
  return cutBeforeTag(redacted, maxLength).toWellFormed();
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
    return redactor.redactUserText(typed) === typed ? cleanTyped(typed, MAX_INTAKE_LENGTH, redactor) : '';
  };
  return { contactName: clean(contactName), contactMail: clean(contactMail) };
}

/** Returns an intake whose texts have been through `redact`. */
export function redactIntake(intake: Intake, redact: (text: string) => RedactedText): RedactedIntake {
  return {
    contactName: redact(intake.contactName),
    contactMail: redact(intake.contactMail),
    snapshotsError: redact(intake.snapshotsError),
    since: redact(intake.since),
    xrayInJira: intake.xrayInJira,
    keysMadeBy: redact(intake.keysMadeBy),
    keysMadeAt: redact(intake.keysMadeAt),
    mayPassOn: intake.mayPassOn,
  };
}
