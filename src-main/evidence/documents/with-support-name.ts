import type { Diagnosis } from '../../contract/diagnosis.ts';
import type { Support } from '../../contract/profile.ts';
import { createTranslator, ENGLISH, formatUntrusted } from '../../i18n/translator.ts';
import type { ReceivedMessage } from '../../i18n/translator.ts';

/**
 * The same diagnosis, whose English sentences name `support` where they name whoever helps. What was found stays: kind,
 * rule, exchanges and phrases. A sentence without its phrase, or with one of another version of the app, stays as it is.
 */
export function withSupportName(diagnosis: Diagnosis, support: Support): Diagnosis {
  const { verdict, phrases } = diagnosis;
  if (phrases === undefined) return diagnosis;
  const t = createTranslator(ENGLISH, { support: support.name, supportMail: support.mail });
  const told = (phrase: ReceivedMessage | null | undefined, english: string): string =>
    formatUntrusted(t, phrase, english);
  const each = (list: readonly ReceivedMessage[], english: readonly string[]): string[] =>
    english.map((text, index) => told(list[index], text));
  return {
    ...diagnosis,
    verdict: {
      ...verdict,
      sentence: told(phrases.sentence, verdict.sentence),
      meaning: told(phrases.meaning, verdict.meaning),
      nextSteps: {
        pinned: each(phrases.pinned, verdict.nextSteps.pinned),
        migrating: each(phrases.migrating, verdict.nextSteps.migrating),
      },
      regions: verdict.regions === null ? null : told(phrases.regions, verdict.regions),
      secondOpinion:
        verdict.secondOpinion === null ? null : told(phrases.secondOpinion, verdict.secondOpinion),
    },
    notes: each(phrases.notes, diagnosis.notes),
    ...(diagnosis.checks === undefined
      ? {}
      : {
          checks: diagnosis.checks.map((check) => ({
            ...check,
            sentence: told(check.phrase, check.sentence),
          })),
        }),
  };
}
