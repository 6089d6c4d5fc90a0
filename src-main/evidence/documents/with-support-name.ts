import type { Diagnosis } from '../../contract/diagnosis.ts';
import type { Support } from '../../contract/support/support-profile.ts';
import { ENGLISH } from '../../i18n/catalog.ts';
import { createTranslator, formatUntrusted } from '../../i18n/translator.ts';
import type { ReceivedMessage } from '../../i18n/translator.ts';

/**
 * Returns the diagnosis with `support` named in its English sentences. A sentence without its message, or with one of
 * another version of the app, stays as it is.
 */
export function withSupportName(diagnosis: Diagnosis, support: Support): Diagnosis {
  const { verdict, phrases, checks } = diagnosis;
  if (phrases === undefined) return diagnosis;
  const t = createTranslator(ENGLISH, { support: support.name, supportMail: support.mail });
  const optional = (phrase: ReceivedMessage | null, english: string | null): string | null =>
    english === null ? null : formatUntrusted(t, phrase, english);
  const each = (list: readonly ReceivedMessage[], english: readonly string[]): string[] =>
    english.map((text, index) => formatUntrusted(t, list[index], text));
  return {
    ...diagnosis,
    verdict: {
      ...verdict,
      sentence: formatUntrusted(t, phrases.sentence, verdict.sentence),
      meaning: formatUntrusted(t, phrases.meaning, verdict.meaning),
      nextSteps: {
        pinned: each(phrases.pinned, verdict.nextSteps.pinned),
        migrating: each(phrases.migrating, verdict.nextSteps.migrating),
      },
      regions: optional(phrases.regions, verdict.regions),
      secondOpinion: optional(phrases.secondOpinion, verdict.secondOpinion),
    },
    notes: each(phrases.notes, diagnosis.notes),
    ...(checks && {
      checks: checks.map((check) => ({
        ...check,
        sentence: formatUntrusted(t, check.phrase, check.sentence),
      })),
    }),
  };
}
